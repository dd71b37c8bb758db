import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  private static let from = OptionDefinition("from", .date, Phrase("登记日期从", "received on that day or later"))
  private static let to = OptionDefinition("to", .date, Phrase("登记日期到（含）", "received on that day or before"))
  private static let file = ArgumentDefinition(
    placeholder: "FILE", help: Phrase("政策文件，或已采用的政策名称", "a policy file, or the name of an adopted policy"))

  static let policyTry = CommandDefinition(
    path: ["policy", "try"], section: .policy,
    summary: Phrase(
      "试算：过去一段时间若按另一份政策，哪些工单结果不同", "what would have come of a past period under another policy"),
    arguments: [file], options: [from, to],
    examples: ["policy try 2027.policy --from 2026-01-01 --to 2026-03-31"], formats: [.json],
    work: .read { call in
      let policy = try PolicyFile(session: call.session, invocation: call.invocation)
        .policy(call.invocation.argument(0) ?? "")
      let first = try call.day(from, .past) ?? Instant(milliseconds: Timestamp.bounds.lowerBound)
      let last = try call.day(to, .past).map { call.zone.dayAfter($0) } ?? call.now + Seconds(1)
      guard first < last else { throw UsageFault.periodReversed }
      TrialReport(call).show(PolicyTrial(policy, on: call.desk, received: first..<last, now: call.now))
    })

  static let policyList = CommandDefinition(
    path: ["policy", "list"], section: .policy,
    summary: Phrase("所有采用过的政策", "every policy that was adopted"), examples: ["policy list"],
    formats: [.json],
    work: .read { call in
      let versions = call.desk.policies.versions
      let current = call.desk.policies.place(at: call.now)
      guard !call.invocation.has(.json) else {
        return call.session.out.json(versions) { writer, version in
          writer.field("name", version.policy.name)
          writer.moment("effective", version.effective)
          writer.moment("adopted", version.adopted)
          writer.optional("by", version.by?.value)
          writer.field("meeting", version.meeting)
        }
      }
      let words = call.session.words
      var table = TextTable([
        .init(heading: ""), .init(heading: words.policy), .init(heading: words.text("生效", "From")),
        .init(heading: words.text("采用", "Adopted")), .init(heading: words.by),
        .init(heading: words.text("会议", "Meeting"), isFlexible: true),
      ])
      func time(_ moment: Instant?) -> String { moment.map { words.fullTime($0, call.zone) } ?? "" }
      for (place, version) in versions.enumerated() {
        table.add([
          .init(place == current ? "*" : ""), .init(words.policy(version.policy.name), .strong),
          .init(version.effective == nil ? words.text("自始", "for all time") : time(version.effective)),
          .init(time(version.adopted)), .init(version.by.map { words.person($0) } ?? ""),
          .init(version.meeting),
        ])
      }
      table.print(on: call.session.out, ink: call.session.ink)
    })
}

/// What a trial found, as people read it and for scripts.
private struct TrialReport {
  let call: Call
  private var words: Words { call.session.words }
  init(_ call: Call) { self.call = call }

  func show(_ trial: PolicyTrial) {
    if call.invocation.has(.json) { return json(trial) }
    let out = call.session.out
    let count = trial.differences.count
    out.line(
      words.text(
        "试算\(trial.tickets)张工单，\(count)张结果不同。", "\(trial.tickets) tickets tried, \(count) come out otherwise."
      ))
    shares(trial)
    guard count > 0 else { return }
    var table = TextTable([
      .init(heading: words.number, isRight: true), .init(heading: words.clock),
      .init(heading: words.text("现行", "As it was")), .init(heading: words.text("试算", "Tried")),
      .init(heading: words.unit), .init(heading: words.summary, isFlexible: true),
    ])
    for difference in trial.differences {
      guard let ticket = call.desk.tickets[difference.ticket] else { continue }
      for change in difference.changes {
        guard let one = change.before ?? change.after else { continue }
        let cycle = one.cycle > 1 ? " \(one.cycle)" : ""
        table.add([
          .init(ticket.number.description, .strong), .init(words.name(one.clock) + cycle),
          .init(said(change.before)), .init(said(change.after)), .init(ticket.unit?.value ?? ""),
          .init(ticket.summary),
        ])
      }
    }
    table.print(on: out, ink: call.session.ink)
  }

  private func shares(_ trial: PolicyTrial) {
    var table = TextTable([
      .init(heading: words.clock), .init(heading: words.text("现行达成", "Kept as it was"), isRight: true),
      .init(heading: words.text("试算达成", "Kept as tried"), isRight: true),
    ])
    for clock in ClockName.allCases where trial.before[clock] != nil || trial.after[clock] != nil {
      table.add([
        .init(words.name(clock)), .init(share(trial.before[clock])), .init(share(trial.after[clock])),
      ])
    }
    table.print(on: call.session.out, ink: call.session.ink, indent: 2)
  }

  /// `96.3% (52/54)`: kept of those that came out one way or the other.
  private func share(_ share: PolicyTrial.Share?) -> String {
    guard let share, share.total > 0 else { return "-" }
    let tenths = (share.kept * 1000 + share.total / 2) / share.total
    return "\(tenths / 10).\(tenths % 10)% (\(share.kept)/\(share.total))"
  }

  private func said(_ outcome: PromiseOutcome?) -> String {
    guard let outcome else { return words.text("无此时限", "no such clock") }
    if outcome.isLate { return words.lateness(outcome.late) }
    return outcome.isOpen ? words.text("未到期", "not due yet") : words.text("达成", "kept")
  }

  private func json(_ trial: PolicyTrial) {
    call.session.out.json { writer in
      writer.field("tickets", Int64(trial.tickets))
      let clocks = ClockName.allCases.filter { trial.before[$0] != nil || trial.after[$0] != nil }
      writer.objects("clocks", clocks) { writer, clock in
        writer.field("clock", clock.rawValue)
        writer.field("kept_before", Int64(trial.before[clock]?.kept ?? 0))
        writer.field("broken_before", Int64(trial.before[clock]?.broken ?? 0))
        writer.field("kept_after", Int64(trial.after[clock]?.kept ?? 0))
        writer.field("broken_after", Int64(trial.after[clock]?.broken ?? 0))
      }
      let changes = trial.differences.flatMap { difference in
        difference.changes.map { (difference.ticket, $0) }
      }
      writer.objects("differences", changes) { writer, change in
        writer.field("ticket", Int64(change.0.value))
        writer.optional("clock", (change.1.before ?? change.1.after)?.clock.rawValue)
        writer.field("cycle", Int64((change.1.before ?? change.1.after)?.cycle ?? 1))
        writer.field("late_before", change.1.before?.isLate ?? false)
        writer.field("late_after", change.1.after?.isLate ?? false)
      }
    }
  }
}
