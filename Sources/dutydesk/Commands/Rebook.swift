import Desk

/// Moving a promised time.
extension CommandTable {
  private static let asked = OptionDefinition(
    "asked", .code("us|resident", Asker.self),
    Phrase(
      "谁提出：住户提出的，时限跟着新时段；我方提出的，仍按原时段算",
      "who asked: the promise follows the new time where the resident did, and stays where we moved it"))
  private static let orderOrTicket = ArgumentDefinition(
    placeholder: "ORDER|N",
    help: Phrase("派工单编号；或工单编号，改它的全部约定", "an order; or a ticket, and every time promised on it"))

  static let rebook = CommandDefinition(
    path: ["rebook"], section: .orders, summary: Phrase("改约：约定时段改到别的时候", "moves a promised time"),
    arguments: [orderOrTicket, .text.optional],
    options: [OptionDefinition.window.required, asked.required, .why],
    examples: [
      "rebook 1042.1 --window '2026-11-24 09:00..11:00' --asked resident",
      "rebook 1042 --window '明天 14:00-16:00' --asked us --why '配件没到'",
    ],
    work: .change { call in
      guard let window = try call.window(.window) else { throw UsageFault.missingValue(.window) }
      guard let asker = try call.invocation.code(asked, Asker.self) else {
        throw UsageFault.missingValue(asked)
      }
      let order = OrderID(reference: call.invocation.argument(0) ?? "")
      return .ticket(
        try order?.ticket ?? call.ticket(),
        .rebook(
          Rebooking(order: order?.index, window: window, asked: asker, why: try call.text(.why))))
    })
}
