/// How a desk stands at a moment, in figures that each have one definition.
public struct DeskFigures: Hashable, Sendable {
  /// Tickets that are neither closed nor cancelled nor merged.
  public var open = 0
  /// Open ones with a promise that is broken and still not kept.
  public var late = 0
  /// Tickets with a promise that was broken today, whether it was kept late or is not kept yet.
  public var broken = 0
  /// Open ones that are not late and have a promise due within ``soonSpan``.
  public var soon = 0
  /// Open ones that need a technician and have none.
  public var unassigned = 0
  /// Open ones that rest.
  public var waiting = 0
  /// Open ones whose hold is over and that nobody has taken up again.
  public var back = 0
  /// Open ones on which the work is done and the result is still to be entered.
  public var toResult = 0
  /// Open ones whose result the resident does not know yet.
  public var toReply = 0
  /// Closed ones whose return visit is owed.
  public var visitsOwed = 0
  /// Those of them that should have been made by now.
  public var visitsLate = 0
  /// Recorded since the moment asked about.
  public var received = 0
  /// Closed since the moment asked about, and closed still.
  public var closed = 0

  public init() {}

  /// What counts as soon.
  public static let soonSpan = Seconds.hours(1)
}

extension ServiceDesk {
  /// Open tickets that are late or have a promise due within ``DeskFigures/soonSpan``, emergencies and then the earliest due first.
  public func pressing(now: Instant, book: inout DueBook) -> [QueueEntry] {
    book.queue(.open, of: self, now: now).filter { entry in
      entry.isLate(at: now) || entry.due.map { $0 <= now + DeskFigures.soonSpan } ?? false
    }.pinned(self)
  }

  /// The figures at a moment; what came in and what was closed is counted from `since` on.
  public func figures(since: Instant, now: Instant, book: inout DueBook) -> DeskFigures {
    var figures = DeskFigures()
    figures.open = open.count
    figures.visitsOwed = visitsOwed.count
    figures.unassigned = board(now: now, book: &book).unassigned.count
    for number in open {
      guard let ticket = tickets[number] else { continue }
      let entry = book.entry(for: ticket, policies)
      if entry.isLate(at: now) {
        figures.late += 1
      } else if let due = entry.due, due <= now + DeskFigures.soonSpan {
        figures.soon += 1
      }
      if ticket.status(at: now) == .waiting { figures.waiting += 1 }
      if ticket.isBackSince(at: now) != nil { figures.back += 1 }
      if ticket.awaitsResult { figures.toResult += 1 }
      if QueueName.reply.holds(ticket, me: nil, at: now) { figures.toReply += 1 }
    }
    for number in visitsOwed {
      guard let ticket = tickets[number] else { continue }
      if book.entry(for: ticket, policies).isLate(at: now) { figures.visitsLate += 1 }
    }
    let midnight = shiftStart(of: nil, before: now)
    for ticket in tickets where ticket.mayBreak(from: midnight, self) {
      let entry =
        ticket.status.isOpen ? book.entry(for: ticket, policies) : QueueEntry(ticket, policies)
      if entry.isBroken(from: midnight, to: now) { figures.broken += 1 }
    }
    // Tickets stand in the order of recording, so those of the shift are at the end.
    for place in tickets.indices.dropLast(tickets.strays).reversed() {
      guard tickets[place].keyed >= since else { break }
      figures.received += 1
    }
    for place in tickets.indices where tickets[place].status == .closed {
      let last = tickets[place].facts.last { $0.what == .closed }
      if let last, last.recorded >= since { figures.closed += 1 }
    }
    return figures
  }
}
