import Desk
import DeskStore
import Words

/// Adopting a policy, and putting a ticket under one (R21; DOMAIN, clock rule 2).
extension CommandTable {
  private static let effective = OptionDefinition(
    "effective", .date, Phrase("从哪天起生效；缺省为即刻", "the day from which it holds; from now on unless said"))
  private static let meeting = OptionDefinition(
    "meeting", .text, Phrase("由哪次会议决定", "the meeting that decided"))
  private static let file = ArgumentDefinition(
    placeholder: "FILE", help: Phrase("政策文件", "the policy file"))
  private static let name = ArgumentDefinition(
    placeholder: "NAME", help: Phrase("已采用的政策名称", "the name of an adopted policy"))

  static let policyAdopt = CommandDefinition(
    path: ["policy", "adopt"], section: .policy,
    summary: Phrase(
      "采用政策；之后登记的工单按它计时", "adopts a policy: tickets received from then on live under it"),
    arguments: [file], options: [effective, meeting.required],
    examples: ["policy adopt 2027.policy --effective 2027-01-01 --meeting '2026年12月居民代表会议'"],
    work: .change { call in
      let adoption = try PolicyFile.adoption(
        call.invocation.argument(0) ?? "", effective: try call.day(effective, .future),
        meeting: call.invocation[meeting] ?? "", call.session)
      let vacant = call.desk.vacantRoles(on: adoption.policy)
      if !vacant.isEmpty { call.session.err.line(call.session.words.vacantRoles(vacant)) }
      return .adoptPolicy(adoption)
    })

  static let policyApply = CommandDefinition(
    path: ["policy", "apply"], section: .policy,
    summary: Phrase("让一张工单改按某份政策计时", "puts one ticket under another policy"),
    arguments: [.ticket, name], examples: ["policy apply 1042 2027"],
    work: .change { call in
      .ticket(try call.ticket(), .applyPolicy(name: Words.policyOnRecord(call.invocation.argument(1) ?? "")))
    })
}

extension Words {
  /// A policy shows something to roles that nobody here has.
  fileprivate func vacantRoles(_ roles: [StaffRole]) -> String {
    text(
      "提醒：这份政策会提醒\(list(roles.map { name($0) }))，而目前没有在职人员担任，这些提醒无人看到。",
      "warning: this policy escalates to \(list(roles.map(\.rawValue))), and nobody who works here has that role: nobody "
        + "will see it")
  }
}
