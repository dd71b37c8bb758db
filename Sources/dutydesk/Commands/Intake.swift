import Desk
import Words

extension CommandTable {
  private static let kindArgument = ArgumentDefinition(
    placeholder: "KIND",
    help: Phrase(
      "类型：repair 报修、complaint 投诉、suggestion 建议、inquiry 咨询、booking 特约服务、incident 突发事件、finding 巡查发现",
      "the kind: repair, complaint, suggestion, inquiry, booking, incident, finding"))
  private static let lineArgument = ArgumentDefinition(
    placeholder: "TEXT",
    help: Phrase(
      "一句话：房号 事情 !等级 @责任人 #事项 =类型 %渠道 ~来电人 电话",
      "one line: room, matter, !urgency @owner #topic =kind %channel ~caller, phone number"))
  private static let channel = OptionDefinition(
    "channel", .code("C", Channel.self), Phrase("渠道，缺省为电话", "how it reached the desk; phone unless said"))
  private static let rings = OptionDefinition(
    "rings", .number, Phrase("接听前铃响次数", "how often it rang before somebody answered"))
  private static let reference = OptionDefinition(
    "ref", .text, Phrase("在原有记录中的编号", "its number in the records it comes from"))

  private static let told = OptionDefinition(
    "answer", .text, Phrase("当场答复；咨询随即办结", "what the resident was told at once; an inquiry is closed with it")
  )

  static let new = CommandDefinition(
    path: ["new"], section: .intake,
    summary: Phrase("登记工单，显示编号和承诺时间", "takes in a ticket; prints its number and promised times"),
    arguments: [kindArgument],
    options: [
      .summary.required, .unit, .caller, .phone, channel, .urgency, .topic, .owner, rings, .important,
      .window,
      reference, told,
    ],
    examples: [
      "new repair --summary 厨房漏水 --unit 3-2-1201 --caller 张磊 --urgency urgent --topic plumbing",
      "new complaint --summary '夜间施工噪音' --unit 5-1-302 --owner li.na --on 09:40",
      "new inquiry --summary 物业费怎么交 --unit 5-1-302 --answer 可在公众号交",
    ],
    work: .change { call in
      let invocation = call.invocation
      let text = invocation.argument(0) ?? ""
      guard let kind = TicketKind.matching(text) else {
        throw UsageFault.badCode(text, choices: TicketKind.allCases.map(\.rawValue))
      }
      var receipt = Receipt(
        kind: kind, urgency: try invocation.code(.urgency, Urgency.self) ?? .normal,
        unit: invocation[.unit].map(UnitCode.init),
        topic: try invocation.code(.topic, Topic.self) ?? .other,
        summary: invocation[.summary] ?? "", caller: invocation[.caller] ?? "",
        phone: invocation[.phone] ?? "", channel: try invocation.code(channel, Channel.self) ?? .phone,
        owner: call.staff(.owner), rings: try invocation.number(rings, 0...99).map(Int.init),
        isImportant: invocation.has(.important), window: try call.window(.window),
        ref: invocation[reference])
      let judged = receipt.judge(
        isTopicSaid: invocation.has(.topic), isUrgencySaid: invocation.has(.urgency))
      call.tell(judged, of: receipt)
      guard let text = invocation[told] else { return .receive(receipt) }
      return .answer(receipt, text: text)
    })

  static let log = CommandDefinition(
    path: ["log"], section: .intake, summary: Phrase("一句话登记", "takes in a ticket from one line"),
    arguments: [lineArgument], examples: ["log '3-2-1201 厨房漏水 !urgent @wang #plumbing'"],
    work: .change { call in
      let draft = IntakeLine.parse(call.invocation.argument(0) ?? "", desk: call.desk)
      switch draft.problems.first {
      case .unknownUnit(let text, let similar): throw Refusal.unknownUnit(UnitCode(text), similar: similar)
      case .unknownStaff(let text): throw Refusal.unknownStaff(StaffCode(text))
      case .unknownWord(let word): throw UsageFault.unknownWord(word)
      case .saidTwice(let word): throw UsageFault.saidTwice(word)
      case .severalHomes(let phone, let people): throw Refusal.severalHomes(phone, people)
      case .nothingSaid: throw Refusal.textMissing(.summary)
      case nil:
        call.tell(draft.judged, of: draft.receipt)
        return .receive(draft.receipt)
      }
    })
}

extension Call {
  /// What was judged by the words of a matter is told beneath the answer, so that a wrong guess is seen at once.
  fileprivate func tell(_ judged: Set<JudgedMember>, of receipt: Receipt) {
    guard !judged.isEmpty else { return }
    session.remarks.append(session.words.judged(judged, receipt))
  }
}
