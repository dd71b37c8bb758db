import Desk

/// The steps of a ticket, the likeliest next first, as its state has it: the key bar shows as many as it has room for.
struct LikelySteps {
  let ticket: Ticket
  /// The order chosen, where one is.
  let order: OrderID?
  let now: Instant

  /// Every step of a ticket and its orders once.
  var all: [ActionName] {
    var seen: Set<ActionName> = []
    return (likely + ActionTable.ticketSteps + ActionTable.workSteps).filter { seen.insert($0).inserted }
  }

  private var likely: [ActionName] {
    // What cannot be done is left out by whoever asks, so that what is shown to somebody comes first wherever it is.
    [.acknowledge] + (ticket.awaitsRescue ? [.rush] : []) + stage + [.note, .inform, .promise, .wait, .undo]
  }

  private var stage: [ActionName] {
    switch ticket.status(at: now) {
    case .received: beginning
    case .assigned, .working: needsDecision + field
    case .waiting: (ticket.awaitsResult ? [.resolve] : []) + [.resume, .inform, .urge, .promise]
    case .resolved: [.reply, .inspect, .close, .reopen]
    case .replied: [.close, .visit, .inspect]
    case .closed: [.visit, .reopen, .inspect, .link]
    case .merged: [.reply, .unmerge]
    case .cancelled: [.reopen]
    }
  }

  private var needsDecision: [ActionName] { ticket.isEscalated ? [.decide] : [] }

  /// Somebody goes, or somebody of the desk answers.
  private var beginning: [ActionName] {
    isForTechnicians
      ? [.dispatch, .assign, .respond, .urge, .classify] : [.assign, .respond, .urge, .classify]
  }

  private var isForTechnicians: Bool {
    switch ticket.kind {
    case .repair, .booking, .incident, .finding: true
    case .complaint, .suggestion, .inquiry: false
    }
  }

  /// What the order asks for; without one, what the desk does itself.
  private var field: [ActionName] {
    let chosen = order.flatMap { ticket.order($0.index) } ?? ticket.liveOrder
    guard let chosen, chosen.status.isLive else { return atTheDesk }
    let talk: [ActionName] = isResponded ? [] : [.respond]
    return switch chosen.status {
    case .reserved: talk + [.send, .transfer]
    case .dispatched: talk + [.accept, .travel, .arrive, .call, .transfer]
    case .accepted: talk + [.travel, .arrive, .call, .transfer]
    case .travelling: [.arrive, .call] + talk + [.pause]
    case .onsite: [.complete, .pause, .call]
    case .paused: [.continue, .complete, .call]
    case .completed, .signed, .declined, .withdrawn: atTheDesk
    }
  }

  private var isResponded: Bool { ticket.facts.contains { $0.what == .responded } }

  private var atTheDesk: [ActionName] {
    let talk: [ActionName] = isResponded ? [] : [.respond]
    let isWorkDone = ticket.orders.contains { $0.status == .completed || $0.status == .signed }
    if isWorkDone { return [.resolve, .signoff, .reply, .dispatch] + talk }
    switch ticket.kind {
    case .repair, .booking, .incident, .finding: return talk + [.dispatch, .resolve]
    case .complaint:
      return talk + (ticket.done.contains(.check) ? [.resolve] : [.check, .resolve]) + [.escalate]
    case .suggestion: return talk + [.escalate, .decide, .reply, .close]
    case .inquiry: return [.reply] + talk + [.close, .escalate]
    }
  }
}
