import Desk

/// Tickets that are one matter, or a part of another; taking back; what is escalated.
extension CommandTable {
  private static let into = OptionDefinition(
    "into", .number, Phrase("继续办理的那张工单", "the ticket that goes on"))
  private static let parent = OptionDefinition("parent", .number, Phrase("主单", "the ticket it is a part of"))
  private static let noParent = OptionDefinition("no-parent", nil, Phrase("取消关联", "it is a part of nothing"))

  static let merge = CommandDefinition(
    path: ["merge"], section: .tickets,
    summary: Phrase("并单：同一件事，并入另一张工单", "the same matter as another ticket, which goes on"),
    arguments: [.ticket], options: [into.required], examples: ["merge 1043 --into 1042"],
    work: .change { call in
      .ticket(try call.ticket(), .merge(into: try call.ticket(into) ?? TicketNumber(0)))
    })

  static let unmerge = CommandDefinition(
    path: ["unmerge"], section: .tickets,
    summary: Phrase("拆分并单，两张各自恢复", "takes a merged ticket apart again; both are as before"),
    arguments: [.ticket, .text.optional], options: [.text], examples: ["unmerge 1043 --text '楼上另有一处'"],
    work: .change { call in .ticket(try call.ticket(), .unmerge(text: try call.text(.text))) })

  static let link = CommandDefinition(
    path: ["link"], section: .tickets,
    summary: Phrase("关联到主单", "makes a ticket a part of another"),
    arguments: [.ticket], options: [parent, noParent],
    examples: ["link 1043 --parent 1042", "link 1043 --no-parent"],
    work: .change { call in
      if call.invocation.has(parent), call.invocation.has(noParent) {
        throw UsageFault.conflicting(parent, noParent)
      }
      let whole = try call.ticket(parent)
      guard whole != nil || call.invocation.has(noParent) else {
        throw UsageFault.missingOneOf([parent, noParent])
      }
      return .ticket(try call.ticket(), .link(parent: whole))
    })

  static let undo = CommandDefinition(
    path: ["undo"], section: .tickets,
    summary: Phrase(
      "撤销自己刚做的最后一步", "takes back the very last thing you did"),
    arguments: [.ticket.optional], options: [], examples: ["undo", "undo 1042"],
    work: .change { call in .undo(call.invocation.argument(0) == nil ? nil : try call.ticket()) })

  static let acknowledge = CommandDefinition(
    path: ["acknowledge"], section: .tickets,
    summary: Phrase("知悉提醒自己的事", "you have seen what was escalated to you"),
    arguments: [.ticket, .text.optional], options: [.text], examples: ["acknowledge 1042"],
    work: .change { call in .ticket(try call.ticket(), .acknowledge(text: try call.text(.text))) })
}

extension Call {
  /// A ticket's number, from an option.
  func ticket(_ option: OptionDefinition) throws -> TicketNumber? {
    guard let text = invocation[option] else { return nil }
    guard let number = TicketNumber(reference: text) else { throw UsageFault.badTicket(text) }
    return number
  }
}
