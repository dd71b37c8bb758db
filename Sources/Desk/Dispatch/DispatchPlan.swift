/// Who does what in which order and when, as the desk would have it: a proposal that a person accepts, or not.
public struct DispatchPlan: Hashable, Sendable {
  /// The visits, each technician's one after the other, technicians in the order of their codes.
  public var visits: [PlannedVisit]
  /// What nobody can be sent to.
  public var unplaced: [Unplaced]
  /// How many promises in the field it does not keep, those nobody can go to among them.
  public var breaches: Int
  /// How many would not be kept by sending the nearest technician to whatever is due first.
  public var baseline: Int
  /// The moment it was made for, and the last event it knows.
  public var made: Instant
  public var seq: Int64

  /// A ticket that stays without anybody, and why.
  public struct Unplaced: Hashable, Sendable {
    public var ticket: TicketNumber
    public var why: Obstacle
  }

  /// Why nobody can be sent.
  public enum Obstacle: Hashable, Sendable {
    case noTechnicians
    /// Everybody is kept from it by at least one of these, the most frequent first.
    case gates([Gate])
    /// It was promised for a time beyond the days that are planned, from this moment on.
    case later(Instant)
    /// Nobody who may do it has the time in the days that are planned.
    case noTime
    /// It rests.
    case waiting(WaitingReason)
  }

  /// The plan of one technician.
  public func route(of technician: StaffCode) -> [PlannedVisit] {
    visits.filter { $0.technician == technician }
  }

  /// The visit to a ticket that nobody was sent to yet, or the one of an order.
  public func visit(to ticket: TicketNumber, order: OrderID? = nil) -> PlannedVisit? {
    visits.first { $0.ticket == ticket && $0.order == order }
  }
}

/// One visit of a plan.
public struct PlannedVisit: Hashable, Sendable {
  public var ticket: TicketNumber
  /// The order that somebody has already; nil where one is still to be given.
  public var order: OrderID?
  public var technician: StaffCode
  /// When to set out, to be there and to be done, if work takes as long as it usually does.
  public var depart: Instant
  public var arrive: Instant
  public var finish: Instant
  /// The first promise that it breaks, and by how much.
  public var broken: Candidate.Broken?
  /// Who has the order now, where that is somebody else.
  public var takenFrom: StaffCode?
  /// The promised time, where there is one that is not over.
  public var window: Window?
  /// Kept back until then, because nobody else would be free for what may still come; nil to go when it is time.
  public var keptUntil: Instant?
  /// How far it runs over the end of their time.
  public var overtime: Seconds
  /// The order in hand that is left for it; it rests until that is done.
  public var interrupts: OrderID?
  /// It follows what they have to do now without a break or the end of a shift between.
  public var isNext: Bool
  /// What speaks for it.
  public var reasons: [Reason]

  public enum Reason: Hashable, Sendable {
    /// They took it.
    case accepted
    /// They were told already.
    case given
    /// Nobody else may.
    case onlyOne
    /// The trade it takes, and how well they know it.
    case trade(Trade, level: Int?)
    /// So long a way from where they are before.
    case way(Seconds)
    /// Right after that other ticket.
    case after(TicketNumber)
    /// In the same home as that other ticket, on the same visit.
    case sameHome(TicketNumber)
    /// Not before the promised time begins.
    case window(Instant)
    /// So long before the promise.
    case spare(ClockName, Seconds)
  }
}
