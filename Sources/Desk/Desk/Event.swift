/// Something that happened and was recorded; the desk is the fold of these (JOURNAL).
public struct Event: Hashable, Sendable {
  /// Place in the journal, from 0, without gaps.
  public var seq: Int64
  /// When it was recorded.
  public var at: Instant
  /// What was recorded.
  public var entry: Entry

  public init(seq: Int64, at: Instant, entry: Entry) {
    self.seq = seq
    self.at = at
    self.entry = entry
  }

  /// When it happened: earlier than `at` where it was keyed late (R10); a moment of which no desk can speak counts for
  /// nothing.
  public var happened: Instant { entry.on.flatMap { $0.makesSense ? $0 : nil } ?? at }
}

/// An event before the journal gives it a number and a time: what `decide` returns.
public struct Entry: Hashable, Sendable {
  /// Who keyed it.
  public var by: StaffCode
  /// Who did it, when that is somebody else.
  public var actor: StaffCode?
  /// When it happened, when that was before it was recorded.
  public var on: Instant?
  /// Taken over from other records, and so exempt from gates and closing conditions.
  public var isImported: Bool
  /// The number of the event with which the import began that recorded it; nil for what no import did.
  public var batch: Int64?
  /// The number of the step of its author that it takes back; nil for a step of its own.
  public var undoes: Int64?
  /// What happened.
  public var body: EventBody

  public init(
    by: StaffCode, actor: StaffCode? = nil, on: Instant? = nil, isImported: Bool = false, batch: Int64? = nil,
    undoes: Int64? = nil, body: EventBody
  ) {
    self.by = by
    self.actor = actor
    self.on = on
    self.isImported = isImported
    self.batch = batch
    self.undoes = undoes
    self.body = body
  }

  /// Who did it.
  @inlinable public var doer: StaffCode { actor ?? by }
}

/// What an event says.
public enum EventBody: Hashable, Sendable {
  /// The journal begins: the centre's name and zone name.
  case created(centre: String, zone: String)
  indirect case staffAdded(Staff)
  indirect case staffEdited(StaffEdit)
  case staffLeft(StaffCode)
  case unitAdded(Unit)
  case unitEdited(Unit)
  indirect case contactAdded(Contact)
  /// The contact named by unit and name now has these values.
  indirect case contactEdited(Contact)
  /// A policy was adopted (R21).
  indirect case policyAdopted(PolicyAdoption)
  indirect case rosterSet(RosterLine)
  /// Two people do each other's duty on a day, so many days after 1970-01-01.
  indirect case dutiesSwapped(day: Int, StaffCode, StaffCode, HoursReason = .none)
  indirect case absenceAdded(Absence)
  /// The absence that began then is over, or will not be.
  case absenceEnded(StaffCode, begun: Instant)
  case ticket(TicketNumber, TicketEvent)
  case order(OrderID, OrderEvent)
  /// Records from elsewhere are being taken over from now on.
  case importBegan(ImportNote)
  /// An import was taken back, or a part of what it put into the registers.
  indirect case importUndone(ImportUndone)
  /// An unfinished tail was voided by the journal itself.
  case healed
  /// A person decided on damage of the journal, by which the events with these numbers are lost, if any.
  case repaired(reason: String, lost: ClosedRange<Int64>?)
  /// After a failed sync the journal goes on in a new file; so many lines that were never confirmed were set aside.
  case recovered(reason: String, entries: Int)
  /// The journal ends here: it is the sealed copy of a period.
  case archived
  /// Something of the records of the rulebook.
  indirect case record(AnyRecord)
  /// A type that this version does not know; kept and shown as such.
  case unrecognised(type: String)

  /// Whether it tells of the journal's file and not of the desk; nobody is asked about the clock before it.
  var isCare: Bool {
    switch self {
    case .healed, .repaired, .recovered, .archived: true
    default: false
    }
  }

  /// The ticket it is about, if any.
  @inlinable public var ticket: TicketNumber? {
    switch self {
    case .ticket(let number, _): number
    case .order(let id, _): id.ticket
    default: nil
    }
  }
}

/// What is taken over by an import.
public struct ImportNote: Hashable, Sendable {
  /// The kind of records: `tickets`, `events`.
  public var kind: String
  /// The name of the file without its folder; empty for what came through a pipe.
  public var file: String
  /// So many rows it has.
  public var rows: Int

  public init(kind: String, file: String, rows: Int) {
    self.kind = kind
    self.file = file
    self.rows = rows
  }
}

/// A step in the life of a ticket.
///
/// The few that say much stand apart in memory: all the others are copied a million times in a replay.
public enum TicketEvent: Hashable, Sendable {
  indirect case received(Receipt)
  indirect case edited(TicketEdit)
  case classified(Classification)
  case assigned(to: StaffCode)
  case noted(text: String)
  /// The resident was told how it goes (R15).
  case informed(text: String)
  /// It was looked at on the spot (R24).
  case checked(finding: String)
  /// The resident was spoken to, or written to, about it.
  case responded(text: String)
  /// The resident asked again 催单.
  case urged(text: String)
  /// The resident was promised an answer by then (R29).
  case promised(by: Instant, text: String)
  case waiting(WaitingReason, until: Instant?, text: String)
  case resumed(text: String)
  /// It was put before the supervisor (R25).
  case escalated(text: String)
  case decided(text: String)
  /// The result is back at the desk (R17).
  case resolved(result: String)
  /// The resident was told the outcome (R26); by published notice where nobody can be told.
  case replied(text: String, notice: Bool)
  /// What the resident said at the return visit, and where; nil where nobody wrote that down.
  case visited(Satisfaction, text: String, place: VisitPlace?)
  /// Nobody was reached for the return visit.
  case unreached(VisitPlace, text: String)
  case closed(text: String)
  case reopened(text: String)
  case cancelled(why: String)
  /// The supervisor accepted the result, or did not (R9).
  case inspected(passed: Bool, text: String)
  /// It is the same matter as another ticket, which goes on (DOMAIN, clock rule 12).
  case merged(into: TicketNumber)
  /// It is a matter of its own after all.
  case unmerged(text: String)
  /// It is a part of another ticket's matter, or no longer.
  case linked(parent: TicketNumber?)
  /// Its cancelling was taken back.
  case restored(text: String)
  /// Somebody has seen what was escalated to them (R25).
  case acknowledged(text: String)
  /// It lives under that version of the policy from now on (DOMAIN, clock rule 2).
  case policyApplied(name: String)
  /// The import that brought it, or told more of it, was taken back; what had been told before follows anew.
  case withdrawn
  /// The step with that number, of the ticket or of one of its orders, was taken back by its author: it never was.
  case undone(seq: Int64, step: Verb)
  /// What was asked for is declined 婉拒: why not, and what is offered instead (R48).
  case refused(why: String, instead: String)
  /// The promised time was moved 改约, of the ticket or of one of its orders (DOMAIN, clock rule 8).
  indirect case rebooked(Rebooking)
  /// It was referred to a body outside, or that was reminded (R55).
  indirect case referred(Referring)
  /// A body outside answered.
  indirect case answered(BodyAnswer)
}

/// A step in the life of a work order.
public enum OrderEvent: Hashable, Sendable {
  /// A technician was named: at once, or reserved for a window. `despite` lists the warnings that were overruled.
  case dispatched(to: StaffCode, window: Window?, isReserved: Bool, despite: [Gate])
  case accepted
  case declined(why: String)
  case travelling
  case arrived
  case paused(WaitingReason, text: String)
  case continued
  indirect case completed(Completion)
  /// The resident accepted the work.
  case signed(text: String)
  case withdrawn(why: String)
  /// Somebody else goes instead, with that order.
  case transferred(to: OrderID, why: String)
  /// That it was handed on is taken back: it stands as it stood.
  case restored
  /// The price of the work was named, in fen, and who of the household agreed; empty while nobody has.
  case priced(Int64, agreedBy: String)
  /// Somebody asked the technician how it goes.
  case called(reached: Bool, text: String)
  /// It makes good what that order should have done (返修).
  case rework(of: OrderID)
}

extension TicketEvent {
  /// What kind of step it is.
  @inlinable public var kind: TicketStep {
    switch self {
    case .received: .received
    case .edited: .edited
    case .classified: .classified
    case .assigned: .assigned
    case .noted: .noted
    case .informed: .informed
    case .checked: .checked
    case .responded: .responded
    case .urged: .urged
    case .promised: .promised
    case .waiting: .waiting
    case .resumed: .resumed
    case .escalated: .escalated
    case .decided: .decided
    case .resolved: .resolved
    case .replied: .replied
    case .visited: .visited
    case .unreached: .unreached
    case .closed: .closed
    case .reopened: .reopened
    case .cancelled: .cancelled
    case .inspected: .inspected
    case .merged: .merged
    case .unmerged: .unmerged
    case .linked: .linked
    case .restored: .restored
    case .acknowledged: .acknowledged
    case .policyApplied: .policyApplied
    case .withdrawn: .ticketWithdrawn
    case .undone: .undone
    case .refused: .refused
    case .rebooked: .rebooked
    case .referred: .referred
    case .answered: .answered
    }
  }
}

extension OrderEvent {
  /// What kind of step it is.
  @inlinable public var kind: TicketStep {
    switch self {
    case .dispatched: .dispatched
    case .accepted: .accepted
    case .declined: .declined
    case .travelling: .travelling
    case .arrived: .arrived
    case .paused: .paused
    case .continued: .continued
    case .completed: .completed
    case .signed: .signed
    case .withdrawn: .withdrawn
    case .transferred: .transferred
    case .restored: .orderRestored
    case .priced: .priced
    case .called: .called
    case .rework: .rework
    }
  }
}

/// A rule that stands between an order and a technician.
public enum Gate: String, Code {
  /// The technician has not the trade that the topic asks for.
  case trade
  /// Lift work needs a licence.
  case licence
  /// Outside the technician's shift, and not on call for what is critical or urgent.
  case shift
  /// Away then, or before the work would be done.
  case leave
  /// As many orders as agreed, or more; or promised to somebody else for the same time.
  case load
  /// Farther from where the technician was last than the policy likes.
  case distance
  /// The resident is to pay more than they agreed to.
  case price
}
