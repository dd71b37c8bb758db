import Desk

/// What is done with an order besides its plain steps.
extension CommandTable {
  private static let to = OptionDefinition("to", .staff, Phrase("派给谁", "who is sent"))
  private static let amount = ArgumentDefinition(
    placeholder: "PRICE", help: Phrase("价格，元", "the price, in yuan"))
  private static let agreedBy = OptionDefinition(
    "agreed-by", .name, Phrase("同意价格的住户", "who of the household agreed to it"))
  private static let unreached = OptionDefinition("unreached", nil, Phrase("没有接通", "nobody answered"))
  static let reworkOf = OptionDefinition(
    "rework", .order, Phrase("返修：原派工单", "it makes good what that order should have done"))
  private static let first = OptionDefinition("of", .order, Phrase("原派工单", "the order that it makes good"))
  private static let matter = ArgumentDefinition(
    placeholder: "TEXT", help: Phrase("一句话，如 '3-2 电梯困人'", "what is the matter, in one line"))

  static let transfer = CommandDefinition(
    path: ["transfer"], section: .orders,
    summary: Phrase("转派：撤回并另派他人", "hands an order on to somebody else"),
    arguments: [.order, .text.optional], options: [to.required, .why],
    examples: ["transfer 1042.1 --to li --why '王师傅还在别处'"],
    work: .change { call in
      .order(
        try call.order(), .transfer(to: call.staff(to) ?? StaffCode(""), why: try call.text(.why)))
    })

  static let price = CommandDefinition(
    path: ["price"], section: .orders,
    summary: Phrase("登记报价；有偿服务先报价、后施工", "names the price of paid work, before it begins"),
    arguments: [.order, amount], options: [agreedBy],
    examples: ["price 1042.1 80.00", "price 1042.1 80.00 --agreed-by 张磊"],
    work: .change { call in
      let text = call.invocation.argument(1) ?? ""
      guard let fen = DecimalText.fen(text) else { throw UsageFault.badPrice(text) }
      return .order(try call.order(), .price(fen, agreedBy: call.invocation[agreedBy] ?? ""))
    })

  static let call = CommandDefinition(
    path: ["call"], section: .orders,
    summary: Phrase("登记电话跟进；接通则重新计时", "notes a check call; one that was answered starts the idle timer anew"),
    arguments: [.order, .text.optional], options: [unreached, .text],
    examples: ["call 1042.1 '还要半小时'", "call 1042.1 --unreached"],
    work: .change { call in
      .order(
        try call.order(), .call(reached: !call.invocation.has(unreached), text: try call.text(.text)))
    })

  static let rework = CommandDefinition(
    path: ["rework"], section: .orders,
    summary: Phrase("标为返修", "marks an order as making good an earlier one"), arguments: [.order],
    options: [first.required], examples: ["rework 1057.1 --of 1042.1"],
    work: .change { call in
      guard let of = try call.order(first) else { throw UsageFault.missingValue(first) }
      return .order(try call.order(), .rework(of: of))
    })

  private static let urgentTicket = OptionDefinition(
    "ticket", .number,
    Phrase("已登记的工单：派人去那里，不另立单", "a ticket that is there: they are sent to it, and no other is made"))

  static let rush = CommandDefinition(
    path: ["rush"], section: .intake,
    summary: Phrase(
      "紧急：一步登记并派人，手续后补", "an emergency: taken in and dispatched in one step, the paper afterwards"),
    arguments: [matter.optional],
    options: [to.repeated.required, urgentTicket, .unit, .caller, .phone, .topic, .owner],
    examples: ["rush '3-2 电梯困人' --to ma.jun --topic lift", "rush --ticket 1042 --to ma.jun"],
    work: .change { call in
      let invocation = call.invocation
      let technicians = invocation.all(to).map { call.staff(named: $0) }
      if let number = try call.ticket(urgentTicket) { return .hasten(number, to: technicians) }
      var receipt = IntakeLine.parse(invocation.argument(0) ?? "", desk: call.desk).receipt
      receipt.kind = .incident
      receipt.urgency = .critical
      receipt.unit = invocation[.unit].map(UnitCode.init) ?? receipt.unit
      receipt.caller = invocation[.caller] ?? receipt.caller
      receipt.phone = invocation[.phone] ?? receipt.phone
      receipt.topic = try invocation.code(.topic, Topic.self) ?? receipt.topic
      receipt.owner = call.staff(.owner) ?? receipt.owner
      return .rush(receipt, to: technicians)
    })
}

extension Call {
  /// A work order's name, from an option.
  func order(_ option: OptionDefinition) throws -> OrderID? {
    guard let text = invocation[option] else { return nil }
    guard let id = OrderID(reference: text) else { throw UsageFault.badOrder(text) }
    return id
  }
}
