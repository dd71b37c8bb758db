import Desk

/// What has been recorded of a ticket, by this import or before it, to tell the rows that the desk knows.
///
/// A step that is told twice in the same words, of the same moment and person, is one step: in one file, in two that overlap,
/// or in a file taken again.
struct TicketPast {
  /// In the order of recording.
  private var events: [Event] = []
  /// Places of the events by the moment at which they happened.
  private var places: [Instant: [Int]] = [:]

  init(_ events: [Event]) { add(events) }

  /// Takes in what a row has just led to.
  mutating func add(_ new: [Event]) {
    for event in new {
      places[event.happened, default: []].append(events.count)
      events.append(event)
    }
  }

  /// Whether a row is one of these events. Whoever runs the import stands for those whom a file does not name, whoever ran
  /// the one before it.
  func has(_ action: Action, on: Instant, by actor: StaffCode?, importer: StaffCode) -> Bool {
    (places[on] ?? []).contains { place in
      let entry = events[place].entry
      guard action.isSaid(by: entry.body) else { return false }
      if entry.doer == actor { return true }
      // A step of an order is its technician's where nobody is named.
      if case .order = entry.body, actor == nil { return true }
      return entry.actor == nil && (actor == nil || actor == importer)
    }
  }

  /// Whether the ticket was then as the row says, so that it changed nothing and nothing was recorded.
  func wasSo(_ action: Action, on: Instant) -> Bool {
    guard case .ticket(_, let action) = action else { return false }
    switch action {
    case .assign(let to): return owners(on).contains(to)
    case .edit(let edit):
      return held(edit.unit, on, { $0.unit }, { $0.unit })
        && held(edit.caller, on, { $0.caller }, { $0.caller })
        && held(edit.phone, on, { $0.phone }, { $0.phone })
        && held(edit.summary, on, { $0.summary }, { $0.summary })
    case .classify(let change):
      return stood(change.kind, on, { $0.kind }, { $0.kind })
        && stood(change.urgency, on, { $0.urgency }, { $0.urgency })
        && stood(change.topic, on, { $0.topic }, { $0.topic })
    case .wait(let reason, nil, ""): return rests(on).contains(reason)
    default: return false
    }
  }

  /// All that a member was at that moment: what it was before, and what it became then.
  private func values<Value: Equatable>(_ on: Instant, _ value: (TicketEvent) -> Value?) -> [Value] {
    var values: [Value] = []
    for event in events where event.happened <= on {
      guard case .ticket(_, let step) = event.entry.body, let value = value(step) else { continue }
      if event.happened < on { values = [value] } else { values.append(value) }
    }
    return values
  }

  private func owners(_ on: Instant) -> [StaffCode?] {
    values(on) { step -> StaffCode?? in
      if case .received(let receipt) = step { return .some(receipt.owner) }
      if case .assigned(let to) = step { return .some(to) }
      return nil
    }
  }

  private func rests(_ on: Instant) -> [WaitingReason?] {
    values(on) { step -> WaitingReason?? in
      if case .waiting(let reason, _, _) = step { return .some(reason) }
      return step.kind.endsHold ? .some(nil) : nil
    }
  }

  /// Whether a member that corrections change was so; what the row does not say is not asked for.
  private func held<Value: Equatable>(
    _ wanted: Value?, _ on: Instant, _ first: (Receipt) -> Value?, _ later: (TicketEdit) -> Value?
  ) -> Bool {
    guard let wanted else { return true }
    return values(on) { step -> Value?? in
      if case .received(let receipt) = step { return .some(first(receipt)) }
      guard case .edited(let edit) = step, let value = later(edit) else { return nil }
      return .some(value)
    }.contains(wanted)
  }

  /// The same for a member of the classification.
  private func stood<Value: Equatable>(
    _ wanted: Value?, _ on: Instant, _ first: (Receipt) -> Value, _ later: (Classification) -> Value?
  ) -> Bool {
    guard let wanted else { return true }
    return values(on) { step -> Value? in
      if case .received(let receipt) = step { return first(receipt) }
      guard case .classified(let change) = step else { return nil }
      return later(change)
    }.contains(wanted)
  }
}
