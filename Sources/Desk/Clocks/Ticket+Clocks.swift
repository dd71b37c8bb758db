extension Ticket {
  /// The life of every clock of this ticket, in the order in which they were set up.
  public func tracks(_ policies: PolicyBook) -> [ClockTrack] { ClockFold.tracks(of: self, policies) }

  /// How every clock of this ticket stands at a moment.
  public func clocks(_ policies: PolicyBook, at now: Instant) -> [Clock] {
    tracks(policies).map { $0.clock(at: now) }
  }
}

extension Ticket {
  /// Place in the book of the version it lives under now: the one in force when it was received, unless another was
  /// applied to it (rule 2).
  public func policyPlace(in policies: PolicyBook) -> Int {
    facts.last { $0.what == .policyApplied }?.version ?? policies.place(at: received)
  }
}

extension Sequence where Element == Clock {
  /// The running clock that is due first: the one that decides the place in the queue (clock rule 5).
  public var next: Clock? {
    self.filter { $0.state == .running && $0.due != nil }.min { a, b in
      guard let x = a.due, let y = b.due else { return false }
      return (x, a.name.index) < (y, b.name.index)
    }
  }

  /// The clock that a list shows: the running one that is due first, else the resting one with the least time left.
  public var foremost: Clock? {
    next
      ?? self.filter { $0.state == .paused && $0.remaining != nil }.min { a, b in
        guard let x = a.remaining, let y = b.remaining else { return false }
        return (x, a.name.index) < (y, b.name.index)
      }
  }
}
