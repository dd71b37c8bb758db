public import Desk
public import Words

/// A work order 派工单 as it goes on paper: what to do where by when, and, once it is done, what was done, with what, for how
/// much, and room for the resident to sign (REQUIREMENTS, practice in the field).
public struct WorkOrderSlip: Sendable {
  let id: OrderID
  let ticket: Ticket
  let order: WorkOrder
  /// What was reported, where it is done.
  let completion: Completion?
  /// When somebody was there and when it was done, and what the resident said when signing.
  let arrived: Instant?
  let finished: Instant?
  let remark: String
  /// What was noted on the ticket, in order.
  let notes: [String]
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
    var report = Report()
    for event in history.standing { report.add(event, id) }
    completion = report.completion
    (arrived, finished, remark, notes) = (
      report.arrived, report.finished, report.remark, report.notes
    )
  }

  /// What the history says of an order.
  private struct Report {
    var completion: Completion?
    var arrived: Instant?
    var finished: Instant?
    var remark = ""
    var notes: [String] = []

    mutating func add(_ event: Event, _ id: OrderID) {
      switch event.entry.body {
      case .order(id, .arrived): arrived = arrived ?? event.happened
      case .order(id, .completed(let completion)):
        (self.completion, finished) = (completion, event.happened)
      case .order(id, .signed(let text)): remark = text
      case .ticket(id.ticket, .noted(let text)): notes.append(text)
      default: break
      }
    }
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
    for text in notes { rows.append(Row(label: words.text("备注", "Note"), value: text)) }
    if let first = desk.field.reworks[id] {
      rows.append(Row(label: words.text("返修", "Rework of"), value: first.description))
    }
    if let price = desk.field.prices[id] {
      let agreed =
        price.agreedBy.isEmpty
        ? words.text("住户尚未同意", "not agreed yet") : words.pair(words.text("同意人", "agreed by"), price.agreedBy)
      rows.append(Row(label: words.price, value: words.yuan(price.fen) + "  " + agreed))
    }
    return rows + presence + report
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

  /// When somebody was there and when it was done; to be filled in by hand until then.
  private var presence: [Row] {
    [
      Row(label: words.text("到场时间", "Arrived"), value: arrived.map { time($0) } ?? "", room: 1),
      Row(label: words.text("完工时间", "Finished"), value: finished.map { time($0) } ?? "", room: 1),
    ]
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
    let signed = words.text("已签收 ", "signed off ") + time(order.since)
    return rows + [
      Row(label: signature, value: [signed, remark].filter { !$0.isEmpty }.joined(separator: "  "))
    ]
  }

  private var signature: String { words.text("住户验收签字", "Signed by resident") }

  func time(_ moment: Instant) -> String { words.fullTime(moment, desk.zone) }
}
