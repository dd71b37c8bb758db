import Desk
import Words

/// What a time typed so far means, shown beside it while it is typed.
enum FieldMeaning {
  /// The moment or window meant; a question mark while it means nothing yet, nil for other fields.
  static func text(_ field: Field, _ context: Context) -> String? {
    let typed = field.text
    guard !typed.isEmpty else { return nil }
    switch field.name {
    case .by, .until, .received, .moment, .when, .window, .span, .days, .day:
      return TimeField(name: field.name, context: context).hint(typed)?.text
    case .materials: return materials(typed, context.words)
    case .duty: return DutyText.duty(typed) == nil ? "?" : nil
    case .first:
      let order = OrderID(reference: typed).flatMap { context.desk.order($0) }
      return order.map { context.words.name($0.order.status) + " " + $0.ticket.summary } ?? "?"
    case .price, .charge, .labourPrice: return DecimalText.fen(typed) == nil ? "?" : nil
    case .unit:
      let place = UnitFinder.place(typed, context.desk)
      return context.desk.households[place] == nil ? "?" : place.value == typed ? nil : place.value
    case .into, .parent:
      let ticket = TicketNumber(reference: typed).flatMap { context.desk.tickets[$0] }
      return ticket.map { [$0.unit?.value ?? "", $0.summary].filter { !$0.isEmpty }.joined(separator: " ") }
        ?? "?"
    case .text, .why, .result, .finding, .owner, .technician, .reason, .kind, .urgency, .topic,
      .important,
      .caller, .phone, .summary, .channel, .rings, .satisfaction, .visitPlace, .passed, .notice,
      .labour,
      .number, .line, .everyone, .children, .agreedBy, .reached, .absence, .back, .with, .second, .other,
      .viewName, .instead, .answer, .asked, .body, .isFinal:
      return nil
    }
  }

  /// What the materials typed so far cost together.
  private static func materials(_ typed: String, _ words: Words) -> String? {
    guard let list = Material.list(typed) else { return "?" }
    guard !list.isEmpty else { return nil }
    let prices = list.map(\.price)
    guard !prices.contains(nil) else { return "?" }
    return words.text("合计", "total ") + words.yuan(prices.reduce(0) { $0 + ($1 ?? 0) })
  }
}
