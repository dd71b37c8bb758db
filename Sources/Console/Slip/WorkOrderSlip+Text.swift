import Desk
import Terminal
import Words

extension WorkOrderSlip {
  /// The slip as plain text, so many columns wide: 80 for paper, 42 for a slip printer of 80 mm.
  public func text(width: Int = 80) -> String {
    let rule = String(repeating: "-", count: width)
    var lines = [desk.centre, title, rule]
    let label = min(width / 2, rows.map { TextWidth.width(of: $0.label) }.max() ?? 0) + 3
    for row in rows {
      let head = TextWidth.fit(row.label + words.text("：", ":"), to: label)
      let body = TextWidth.wrap(row.value, width: max(8, width - label))
      guard !row.value.isEmpty else {
        lines.append(head + String(repeating: "_", count: max(0, width - label)))
        let blank =
          String(repeating: " ", count: label) + String(repeating: "_", count: max(0, width - label))
        lines += Array(repeating: blank, count: max(0, row.room - 1))
        continue
      }
      lines.append(head + (body.first ?? ""))
      lines += body.dropFirst().map { String(repeating: " ", count: label) + $0 }
    }
    lines += [rule, words.text("打印时间：", "Printed: ") + time(now)]
    return lines.map { TextWidth.sanitise($0) }.joined(separator: "\n") + "\n"
  }

  /// A short text to read out or to paste into a message to the technician.
  public var message: String {
    let window = order.window.map { words.window($0, desk.zone) }
    let due = ticket.clocks(desk.policies, at: now).first { $0.name == .arrive }?.due
    let by = window ?? due.map { words.text("\(time($0))前到场", "be there by \(time($0))") } ?? ""
    let parts = [
      id.description, words.name(ticket.urgency), ticket.unit?.value ?? "", ticket.summary,
      [ticket.caller, ticket.phone].filter { !$0.isEmpty }.joined(separator: " "), by,
      desk.households[ticket.unit ?? UnitCode("")]?.unit.note ?? "",
    ]
    return TextWidth.sanitise(parts.filter { !$0.isEmpty }.joined(separator: words.text("，", ", ")))
  }
}
