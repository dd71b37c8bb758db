public import Desk

/// A work order 派工单 as it goes on paper: what to do where by when, and, once it is done, what was done, with what, for how
/// much, and room for the resident to sign (REQUIREMENTS, practice in the field).
public struct WorkOrderSlip: Sendable {
  let id: OrderID
  let ticket: Ticket
  let order: WorkOrder
  /// What was reported, where it is done.
  let completion: Completion?
  let desk: ServiceDesk
  let words: Words
  let now: Instant

  /// The slip of an order; nil where there is none. `history` is that of its ticket, of which the report is taken.
  public init?(_ id: OrderID, history: [Event], desk: ServiceDesk, words: Words, now: Instant) {
    guard let (ticket, order) = desk.order(id) else { return nil }
    self.id = id
    self.ticket = ticket
    self.order = order
    self.desk = desk
    self.words = words
    self.now = now
    completion =
      history.standing.lazy.compactMap { event in
        if case .order(id, .completed(let completion)) = event.entry.body { return completion }
        return nil
      }.last
  }

  /// A line of the slip: what it is, and what stands there; empty for something to be filled in by hand.
  struct Row: Equatable {
    var label: String
    var value: String
    /// Blank lines left for writing, where there is nothing yet.
    var room = 0
  }

  var title: String { words.text("派工单", "Work order") + " " + id.description }

  /// All rows, in the order in which they are read at the door.
  var rows: [Row] {
    let unit = ticket.unit.flatMap { desk.households[$0]?.unit }
    var rows = [
      Row(label: words.unit, value: ticket.unit?.value ?? words.text("（未登记）", "(not known)")),
      Row(
        label: words.caller,
        value: [ticket.caller, ticket.phone].filter { !$0.isEmpty }.joined(separator: " ")),
      Row(label: words.summary, value: ticket.summary),
      Row(label: words.topic, value: words.name(ticket.topic)),
      Row(label: words.urgency, value: words.name(ticket.urgency)),
      Row(label: words.received, value: time(ticket.received)),
      Row(label: words.technician, value: technician),
      Row(label: words.dispatched, value: time(order.dispatched)),
    ]
    if let window = order.window {
      rows.append(Row(label: words.window, value: words.window(window, desk.zone)))
    }
    rows += dues
    if let note = unit?.note, !note.isEmpty { rows.append(Row(label: words.note, value: note)) }
    if let first = desk.field.reworks[id] {
      rows.append(Row(label: words.text("返修", "Rework of"), value: first.description))
    }
    if let price = desk.field.prices[id] {
      let agreed =
        price.agreedBy.isEmpty
        ? words.text("住户尚未同意", "not agreed yet") : words.pair(words.text("同意人", "agreed by"), price.agreedBy)
      rows.append(Row(label: words.price, value: words.yuan(price.fen) + "  " + agreed))
    }
    return rows + report
  }

  private var technician: String {
    guard let person = desk.staff[order.technician] else { return order.technician.value }
    return [person.name, person.phone, person.provider].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// By when to be there and done.
  private var dues: [Row] {
    ticket.clocks(desk.policies, at: now).filter { $0.name == .arrive || $0.name == .resolve }.compactMap {
      clock in
      clock.due.map {
        Row(label: words.text("\(words.name(clock.name))时限", "\(words.name(clock.name)) by"), value: time($0))
      }
    }
  }

  /// What was done; blank lines while that is still to come.
  private var report: [Row] {
    guard let completion else {
      return [
        Row(label: words.result, value: "", room: 3), Row(label: words.materials, value: "", room: 3),
        Row(label: words.labour, value: "", room: 1), Row(label: words.charge, value: "", room: 1),
        Row(label: signature, value: "", room: 1),
      ]
    }
    var rows = [Row(label: words.result, value: completion.result)]
    for material in completion.materials {
      let price = material.price.map { "  = " + words.yuan($0) } ?? ""
      rows.append(Row(label: words.materials, value: words.material(material) + price))
    }
    let labour = completion.labourMinutes.map { words.duration(.minutes(Int64($0))) } ?? ""
    let cost = completion.labourPrice > 0 ? words.yuan(completion.labourPrice) : ""
    let work = [labour, cost].filter { !$0.isEmpty }.joined(separator: "  ")
    if !work.isEmpty { rows.append(Row(label: words.labour, value: work)) }
    if let sum = completion.cost, sum > 0 {
      rows.append(Row(label: words.text("合计", "Total"), value: words.yuan(sum)))
    }
    rows.append(
      Row(label: words.charge, value: completion.charge.map { words.yuan($0) } ?? words.text("免费", "free")))
    guard order.status == .signed else { return rows + [Row(label: signature, value: "", room: 1)] }
    return rows + [Row(label: signature, value: words.text("已签收 ", "signed off ") + time(order.since))]
  }

  private var signature: String { words.text("住户验收签字", "Signed by resident") }

  func time(_ moment: Instant) -> String { words.fullTime(moment, desk.zone) }
}
