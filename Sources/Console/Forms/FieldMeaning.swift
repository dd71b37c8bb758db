import Desk

/// What a time typed so far means, shown beside it while it is typed.
enum FieldMeaning {
  /// The moment or window meant; a question mark while it means nothing yet, nil for other fields.
  static func text(_ field: Field, _ context: Context) -> String? {
    let typed = field.text
    guard !typed.isEmpty else { return nil }
    let zone = context.desk.zone
    switch field.name {
    case .by, .until:
      return MomentText.moment(typed, now: context.now, zone: zone).map { context.time($0) } ?? "?"
    case .received, .moment:
      let moment = MomentText.moment(typed, now: context.now, zone: zone, direction: .back)
      return moment.map { context.time($0) } ?? "?"
    case .window:
      guard let window = MomentText.window(typed, now: context.now, zone: zone) else { return "?" }
      return context.words.time(window, zone, now: context.now)
    case .span:
      guard let window = MomentText.span(typed, now: context.now, zone: zone) else { return "?" }
      return "\(context.time(window.start)) - \(context.time(window.end))"
    case .days, .day:
      guard let days = MomentText.days(typed, now: context.now, zone: zone) else { return "?" }
      let first = CivilTime.dayText(days.lowerBound)
      return days.count == 1 ? first : first + ".." + CivilTime.dayText(days.upperBound)
    case .duty: return MomentText.duty(typed) == nil ? "?" : nil
    case .first:
      let order = OrderID(text: typed).flatMap { context.desk.order($0) }
      return order.map { context.words.name($0.order.status) + " " + $0.ticket.summary } ?? "?"
    case .price, .charge, .labourPrice: return DecimalText.fen(typed) == nil ? "?" : nil
    case .unit:
      let place = UnitFinder.place(typed, context.desk)
      return context.desk.households[place] == nil ? "?" : place.value == typed ? nil : place.value
    case .into, .parent:
      let ticket = TicketNumber(text: typed).flatMap { context.desk.tickets[$0] }
      return ticket.map { [$0.unit?.value ?? "", $0.summary].filter { !$0.isEmpty }.joined(separator: " ") }
        ?? "?"
    case .text, .why, .result, .finding, .owner, .technician, .reason, .kind, .urgency, .topic, .important,
      .caller, .phone, .summary, .channel, .rings, .satisfaction, .passed, .notice, .materials,
      .labour,
      .number, .line, .everyone, .children, .agreedBy, .reached, .absence, .back, .with, .second, .other,
      .viewName:
      return nil
    }
  }
}
