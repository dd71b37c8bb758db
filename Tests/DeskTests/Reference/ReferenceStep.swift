import Desk

/// One event of a ticket as the reference takes it: what it says, when it happened and when it was recorded.
struct ReferenceStep {
  var minute: Int
  var recorded: Int
  var seq: Int64
  var body: EventBody
  /// Whether the owner or a technician of the ticket did it, as the records stood then.
  var isByResponsible: Bool
  /// Whether an order is only laid by with its ticket, which is nobody's work on it.
  var isLaidBy = false

  /// A ticket's events in the order in which they happened; who is responsible follows the order of recording. A merging
  /// or cancelling that was taken back never was (clock rule 12).
  static func sorted(_ events: [Event]) -> [ReferenceStep] {
    var owner: StaffCode?
    var technicians: Set<StaffCode> = []
    var sent: [OrderID: StaffCode] = [:]
    var held: (reason: WaitingReason, at: Instant)?
    var steps: [ReferenceStep] = []
    for event in Self.kept(events) {
      switch event.entry.body {
      case .ticket(_, .received(let receipt)): owner = receipt.owner
      case .ticket(_, .assigned(let to)): owner = to
      case .order(let id, .dispatched(let to, _, _, _)):
        technicians.insert(to)
        sent[id] = to
      case .ticket(_, .waiting(let reason, _, _)): held = (reason, event.happened)
      case .ticket(_, .resumed): held = nil
      default: break
      }
      var isLaidBy = false
      if case .order(let id, .paused(let reason, _)) = event.entry.body, let held {
        isLaidBy = held == (reason, event.happened) && event.entry.doer != sent[id]
      }
      if let place = takenBack(by: event.entry.body, steps) {
        steps.remove(at: place)
        continue
      }
      let doer = event.entry.doer
      steps.append(
        ReferenceStep(
          minute: ReferenceReading.minute(event.happened), recorded: ReferenceReading.minute(event.at),
          seq: event.seq, body: event.entry.body,
          isByResponsible: owner != nil && (doer == owner || technicians.contains(doer)),
          isLaidBy: isLaidBy))
    }
    return steps.sorted { ($0.minute, $0.seq) < ($1.minute, $1.seq) }
  }

  /// What its author took back never was, and neither was the taking back.
  static func kept(_ events: [Event]) -> [Event] {
    let undone = Set(
      events.compactMap { event -> Int64? in
        if case .ticket(_, .undone(let seq, _)) = event.entry.body { seq } else { nil }
      })
    return events.filter { event in
      if case .ticket(_, .undone) = event.entry.body { false } else { !undone.contains(event.seq) }
    }
  }

  private static func takenBack(by body: EventBody, _ steps: [ReferenceStep]) -> Int? {
    switch body {
    case .ticket(_, .unmerged):
      steps.lastIndex { if case .ticket(_, .merged) = $0.body { true } else { false } }
    case .ticket(_, .restored):
      steps.lastIndex { if case .ticket(_, .cancelled) = $0.body { true } else { false } }
    default: nil
    }
  }

  /// A word with the resident (clock rule 6: never a mere change of status).
  var isContact: Bool {
    switch body {
    case .ticket(_, .informed), .ticket(_, .responded), .ticket(_, .promised), .ticket(_, .replied),
      .ticket(_, .visited):
      true
    default: false
    }
  }

  /// Something done about the matter by those who answer for it (R6).
  var isAct: Bool {
    switch body {
    case .ticket(_, .noted), .ticket(_, .referred), .ticket(_, .checked), .ticket(_, .decided),
      .ticket(_, .resolved),
      .ticket(_, .refused),
      .ticket(_, .visited):
      isByResponsible
    case .ticket(_, .rebooked(let change)): change.asked == .resident && isByResponsible
    case .order(_, .paused): !isLaidBy
    case .order(_, .accepted), .order(_, .travelling), .order(_, .arrived), .order(_, .continued),
      .order(_, .completed):
      true
    case .ticket(_, .closed), .ticket(_, .cancelled), .ticket(_, .merged): false
    default: isContact && isByResponsible
    }
  }
}
