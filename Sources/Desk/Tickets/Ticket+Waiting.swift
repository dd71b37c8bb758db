/// A hold until a moment is over when that moment comes, without anybody's doing: nothing is recorded then, it follows from
/// the hold and the moment at which the ticket is looked at.
extension Ticket {
  /// Until when it rests, where somebody said until when.
  public var waitsUntil: Instant? {
    guard status == .waiting else { return nil }
    return facts.last { $0.what == .waiting }?.moment
  }

  /// Since when it is back from a hold that is over and that nobody has ended; nil while it rests, and where somebody has
  /// taken it up again.
  public func isBackSince(at now: Instant) -> Instant? { waitsUntil.flatMap { $0 <= now ? $0 : nil } }

  /// How it stands at a moment.
  public func status(at now: Instant) -> TicketStatus {
    isBackSince(at: now) == nil ? status : statusAfterWait
  }

  /// Why it rests at a moment, while it does.
  public func waitingFor(at now: Instant) -> WaitingReason? {
    isBackSince(at: now) == nil ? waitingFor : nil
  }

  /// How it stands once it rests no longer.
  var statusAfterWait: TicketStatus { owner == nil ? .received : isActedOn ? .working : .assigned }
}
