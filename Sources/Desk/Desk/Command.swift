/// What somebody wants the desk to record, from whatever door it comes.
public struct Command: Hashable, Sendable {
  /// Who keys it.
  public var by: StaffCode
  /// Who did it, when that is somebody else; order steps default to the order's technician.
  public var actor: StaffCode?
  /// When it happened, when that was earlier.
  public var on: Instant?
  /// Number of the newest event that the author had seen; a ticket changed since then refuses the command.
  public var seen: Int64?
  /// Overrules warnings, never blocks.
  public var isForced: Bool
  /// Taken over from other records: exempt from gates, closing conditions and the limit of late entry as long as all that
  /// is on the ticket was taken over; a step of a ticket that this desk works on is judged like any other.
  public var isImported: Bool
  /// The number of the event with which the import began that asks for it.
  public var batch: Int64?
  public var action: Action

  public init(
    by: StaffCode, actor: StaffCode? = nil, on: Instant? = nil, seen: Int64? = nil, isForced: Bool = false,
    isImported: Bool = false, batch: Int64? = nil, action: Action
  ) {
    self.by = by
    self.actor = actor
    self.on = on
    self.seen = seen
    self.isForced = isForced
    self.isImported = isImported
    self.batch = batch
    self.action = action
  }
}

/// The things that can be asked of the desk.
public enum Action: Hashable, Sendable {
  case staff(StaffAction)
  case register(RegisterAction)
  case hours(HoursAction)
  case adoptPolicy(PolicyAdoption)
  /// Takes back what the author did last, on a ticket or on any.
  case undo(TicketNumber?)
  /// Records from elsewhere are taken over from now on.
  case beginImport(ImportNote)
  /// Takes back, of an import, what is named.
  case undoImport(ImportUndoing)
  case receive(Receipt)
  /// The same, and what the resident was told while on the phone: a question is answered and closed with it.
  case answer(Receipt, text: String)
  /// An emergency: the matter is recorded and these people are sent in one step; the paper comes afterwards.
  case rush(Receipt, to: [StaffCode])
  /// A ticket turns out to be an emergency: these people are sent to it at once, and it is critical from then on.
  case hasten(TicketNumber, to: [StaffCode])
  case ticket(TicketNumber, TicketAction)
  /// Sends people as a plan has it, all in one step or nobody.
  case assignAll([Assignment])
  /// A new order on a ticket, or with a reserved order's name, sending it now.
  case dispatch(TicketNumber, to: StaffCode, window: Window?, rework: OrderID? = nil)
  case order(OrderID, OrderAction)
  /// Something about the records of the rulebook.
  case record(AnyRequest)
}

/// What can be done to the register of the staff.
public enum StaffAction: Hashable, Sendable {
  case add(Staff)
  case edit(StaffEdit)
  case leave(StaffCode)
  /// The superuser gives the founder their place as manager back, with the account named or the one of the beginning.
  case restoreManager(account: String?, why: String)
}

/// What can be done to the register of rooms and of who lives there.
public enum RegisterAction: Hashable, Sendable {
  case addUnit(Unit)
  case editUnit(UnitCode, kind: UnitKind?, note: String?)
  case addContact(Contact)
  /// Somebody on the phone is put on record; whoever keeps the registers confirms it later.
  case proposeContact(Contact)
  case editContact(unit: UnitCode, name: String, tenure: Tenure?, phone: String?)
}

/// What can be done to people's hours.
public enum HoursAction: Hashable, Sendable {
  case setRoster(RosterLine)
  /// Two people do each other's duty on a day, so many days after 1970-01-01.
  case swapDuties(day: Int, StaffCode, StaffCode, why: String)
  case addAbsence(Absence)
  /// Ends the absence that began then; nil for the one that is going on.
  case endAbsence(StaffCode, begun: Instant?)
}

// What is asked for by its own name.
extension Action {
  public static func addStaff(_ person: Staff) -> Action { .staff(.add(person)) }
  public static func editStaff(_ edit: StaffEdit) -> Action { .staff(.edit(edit)) }
  public static func leaveStaff(_ code: StaffCode) -> Action { .staff(.leave(code)) }
  public static func restoreManager(account: String?, why: String) -> Action {
    .staff(.restoreManager(account: account, why: why))
  }
  public static func addUnit(_ unit: Unit) -> Action { .register(.addUnit(unit)) }
  public static func editUnit(_ code: UnitCode, kind: UnitKind?, note: String?) -> Action {
    .register(.editUnit(code, kind: kind, note: note))
  }
  public static func addContact(_ contact: Contact) -> Action { .register(.addContact(contact)) }
  public static func proposeContact(_ contact: Contact) -> Action { .register(.proposeContact(contact)) }
  public static func editContact(unit: UnitCode, name: String, tenure: Tenure?, phone: String?) -> Action {
    .register(.editContact(unit: unit, name: name, tenure: tenure, phone: phone))
  }
  public static func setRoster(_ line: RosterLine) -> Action { .hours(.setRoster(line)) }
  public static func swapDuties(day: Int, _ one: StaffCode, _ other: StaffCode, why: String = "") -> Action {
    .hours(.swapDuties(day: day, one, other, why: why))
  }
  public static func addAbsence(_ absence: Absence) -> Action { .hours(.addAbsence(absence)) }
  public static func endAbsence(_ code: StaffCode, begun: Instant?) -> Action {
    .hours(.endAbsence(code, begun: begun))
  }
}

/// A visit of a plan that somebody accepted.
public struct Assignment: Hashable, Sendable {
  public var ticket: TicketNumber
  /// The order of somebody else that it takes over; nil where a new one is given.
  public var order: OrderID?
  public var technician: StaffCode
  /// The promised time, where it is not to be done at once.
  public var window: Window?
  /// The order in hand that they leave for it.
  public var interrupts: OrderID?

  public init(
    ticket: TicketNumber, order: OrderID? = nil, technician: StaffCode, window: Window? = nil,
    interrupts: OrderID? = nil
  ) {
    self.interrupts = interrupts
    self.ticket = ticket
    self.order = order
    self.technician = technician
    self.window = window
  }
}

/// What can be done to a ticket.
public enum TicketAction: Hashable, Sendable {
  case edit(TicketEdit)
  case classify(Classification)
  case assign(to: StaffCode)
  case note(text: String)
  case inform(text: String)
  case check(finding: String)
  case respond(text: String)
  case urge(text: String)
  case promise(by: Instant, text: String)
  case wait(WaitingReason, until: Instant?, text: String)
  case resume(text: String)
  case escalate(text: String)
  case decide(text: String)
  case resolve(result: String)
  /// What was asked for is declined, with the reason and what is offered instead (R48).
  case refuse(why: String, instead: String)
  /// With `everyone`, those too who brought the same matter and were merged into this ticket.
  case reply(text: String, notice: Bool, everyone: Bool = false)
  case visit(VisitOutcome, text: String, place: VisitPlace? = nil)
  /// With `withChildren`, the tickets linked to it as parts of its matter too.
  case close(text: String, withChildren: Bool = false)
  case reopen(text: String)
  case cancel(why: String)
  case inspect(passed: Bool, text: String)
  case merge(into: TicketNumber)
  case unmerge(text: String)
  case link(parent: TicketNumber?)
  case acknowledge(text: String)
  case applyPolicy(name: String)
  /// The promised time is moved; without an order, of every order that has one, else of the ticket.
  case rebook(Rebooking)
  case refer(Referring)
  /// A body outside answered.
  case answered(BodyAnswer)
}

/// What can be done to a work order.
public enum OrderAction: Hashable, Sendable {
  /// A reserved order goes out now.
  case send
  case accept
  case decline(why: String)
  case travel
  case arrive
  /// It rests, and its ticket with it where nobody else works on that; until a moment, where somebody said so.
  case pause(WaitingReason, text: String, until: Instant? = nil)
  case resume
  case complete(Completion)
  case sign(text: String)
  case withdraw(why: String)
  /// Somebody else goes instead.
  case transfer(to: StaffCode, why: String)
  /// Names the price of the work, in fen, and who of the household agreed; empty while nobody has.
  case price(Int64, agreedBy: String)
  /// Notes a check call to the technician.
  case call(reached: Bool, text: String)
  /// It makes good what that order should have done (返修).
  case rework(of: OrderID)
}

extension Action {
  /// What is asked.
  public var verb: Verb {
    switch self {
    case .staff: .staff
    case .register(.proposeContact): .propose
    case .register: .registers
    case .adoptPolicy: .policy
    case .hours(.setRoster), .hours(.swapDuties): .roster
    case .hours: .away
    case .rush, .hasten: .rush
    case .undo: .undo
    case .beginImport, .undoImport: .importRecords
    case .receive, .answer: .receive
    case .ticket(_, let action): action.verb
    case .dispatch, .assignAll: .dispatch
    case .order(_, let action): action.verb
    case .record(let request): request.request.verb
    }
  }
}

extension TicketAction {
  /// What is asked.
  public var verb: Verb { step.verb }

  /// The step that it leads to.
  public var step: TicketStep {
    switch self {
    case .edit: .edited
    case .classify: .classified
    case .assign: .assigned
    case .note: .noted
    case .inform: .informed
    case .check: .checked
    case .respond: .responded
    case .urge: .urged
    case .promise: .promised
    case .wait: .waiting
    case .resume: .resumed
    case .escalate: .escalated
    case .decide: .decided
    case .resolve: .resolved
    case .refuse: .refused
    case .reply: .replied
    case .visit(let outcome, _, _): outcome == .unreached ? .unreached : .visited
    case .close: .closed
    case .reopen: .reopened
    case .cancel: .cancelled
    case .inspect: .inspected
    case .merge: .merged
    case .unmerge: .unmerged
    case .link: .linked
    case .acknowledge: .acknowledged
    case .applyPolicy: .policyApplied
    case .rebook: .rebooked
    case .refer: .referred
    case .answered: .answered
    }
  }
}

extension OrderAction {
  /// What is asked.
  public var verb: Verb { self == .send ? .send : step.verb }

  /// The step that it leads to.
  public var step: TicketStep {
    switch self {
    case .send: .dispatched
    case .accept: .accepted
    case .decline: .declined
    case .travel: .travelling
    case .arrive: .arrived
    case .pause: .paused
    case .resume: .continued
    case .complete: .completed
    case .sign: .signed
    case .withdraw: .withdrawn
    case .transfer: .transferred
    case .price: .priced
    case .call: .called
    case .rework: .rework
    }
  }
}
