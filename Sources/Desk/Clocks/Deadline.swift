/// Something that is to be done by a moment, whichever rule asks for it: the one list that `due`, the overview and the alarm
/// read (RULEBOOK).
public struct Deadline: Hashable, Sendable {
  /// What it is about.
  public enum Reference: Hashable, Sendable {
    case ticket(TicketNumber)
    case record(RecordRef)
  }

  /// What is to be done.
  public enum Name: Hashable, Sendable {
    /// A promise is to be kept.
    case clock(Clock)
    /// A hold is over, and the ticket to be taken up again.
    case hold
    /// A body outside is to answer (R55).
    case referral(Referral)

    /// What scripts call it.
    public var code: String {
      switch self {
      case .clock(let clock): clock.name.rawValue
      case .hold: "hold"
      case .referral: "referral"
      }
    }
  }

  /// Who has to see to it.
  public enum Who: Hashable, Sendable {
    case staff(StaffCode)
    case role(StaffRole)
  }

  public let ref: Reference
  public let name: Name
  public let due: Instant
  /// The moment after which it is late.
  public let lateFrom: Instant
  /// nil where nobody is named.
  public let who: Who?

  /// Whether it should have been done before a moment; exactly at the due moment is in time.
  public func isLate(at now: Instant) -> Bool { lateFrom < now }

  /// What tells it from all others: whoever sees to it, and how often it was asked for, may change.
  public struct Key: Hashable, Sendable {
    let ref: Reference
    let name: String
    let body: RecordCode?
    let due: Instant
  }

  public var key: Key {
    var body: RecordCode?
    if case .referral(let referral) = name { body = referral.body }
    return Key(ref: ref, name: name.code, body: body, due: due)
  }

  /// Whether it is one that the rulebook adds to the promises and holds of a ticket.
  public var isFurther: Bool {
    switch name {
    case .clock, .hold: false
    case .referral: true
    }
  }
}

extension ServiceDesk {
  /// Everything that is to be done by a moment, the earliest first.
  public func deadlines(at now: Instant) -> [Deadline] {
    var list: [Deadline] = []
    for number in open.union(visitsOwed) {
      if let ticket = tickets[number] { list += promises(of: ticket, at: now) }
    }
    return (list + furtherDeadlines).sorted(by: Deadline.inOrder)
  }

  /// Those among them that are no promise and no hold of a ticket, the earliest first.
  public func furtherDeadlines(at now: Instant) -> [Deadline] {
    furtherDeadlines.sorted(by: Deadline.inOrder)
  }

  /// What is due of a ticket besides its clocks.
  public func furtherDeadlines(of ticket: Ticket) -> [Deadline] {
    (referrals[ticket.number] ?? []).map { referral in
      Deadline(
        ref: .ticket(ticket.number), name: .referral(referral), due: referral.due,
        lateFrom: referral.due, who: ticket.owner.map { .staff($0) })
    }
  }

  private var furtherDeadlines: [Deadline] {
    referrals.keys.compactMap { tickets[$0] }.filter { ticket in
      // A merged matter goes on, and so does what was asked about it.
      ticket.status.isOpen
        || ticket.status == .merged && tickets[links.root(of: ticket.number)]?.status.isOpen ?? false
    }.flatMap { furtherDeadlines(of: $0) }
  }

  private func promises(of ticket: Ticket, at now: Instant) -> [Deadline] {
    let who = ticket.owner.map { Deadline.Who.staff($0) }
    func deadline(_ name: Deadline.Name, _ due: Instant, lateFrom: Instant? = nil) -> Deadline {
      Deadline(
        ref: .ticket(ticket.number), name: name, due: due, lateFrom: lateFrom ?? due, who: who)
    }
    let clocks = ticket.clocks(policies, at: now).compactMap { clock -> Deadline? in
      guard clock.state == .running, let due = clock.due else { return nil }
      return deadline(.clock(clock), due, lateFrom: clock.breachedAt)
    }
    return clocks + (ticket.waitsUntil.map { [deadline(.hold, $0)] } ?? [])
  }
}

extension Deadline {
  fileprivate static func inOrder(_ a: Deadline, _ b: Deadline) -> Bool {
    (a.due, a.ref.rank, a.name.code) < (b.due, b.ref.rank, b.name.code)
  }
}

extension Deadline.Reference {
  /// Tickets by their numbers, then records.
  fileprivate var rank: Int64 {
    switch self {
    case .ticket(let number): Int64(number.value)
    case .record: .max
    }
  }

  /// The ticket it is about, if any.
  public var ticket: TicketNumber? {
    if case .ticket(let number) = self { number } else { nil }
  }
}
