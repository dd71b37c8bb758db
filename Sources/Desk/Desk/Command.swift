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
  case addStaff(Staff)
  case editStaff(StaffEdit)
  case leaveStaff(StaffCode)
  /// The superuser gives the founder their place as manager back, with the account named or the one of the beginning.
  case restoreManager(account: String?, why: String)
  case addUnit(Unit)
  case editUnit(UnitCode, kind: UnitKind?, note: String?)
  case addContact(Contact)
  /// Somebody on the phone is put on record; whoever keeps the registers confirms it later.
  case proposeContact(Contact)
  case editContact(unit: UnitCode, name: String, tenure: Tenure?, phone: String?)
  case adoptPolicy(PolicyAdoption)
  case setRoster(RosterLine)
  /// Two people do each other's duty on a day, so many days after 1970-01-01.
  case swapDuties(day: Int, StaffCode, StaffCode, why: String = "")
  case addAbsence(Absence)
  /// Ends the absence that began then; nil for the one that is going on.
  case endAbsence(StaffCode, begun: Instant?)
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

/// The name of a thing that can be asked, as permissions, help and refusals use it.
public enum Verb: String, Code {
  case staff, registers, receive, edit, classify, assign, note, inform, check, respond, urge, promise, wait,
    resume, escalate, decide, resolve, refuse, reply, visit, close, reopen, cancel, inspect, dispatch, send,
    accept,
    decline, travel, arrive, pause, `continue`, complete, signoff, withdraw,
    merge, unmerge, link, undo, acknowledge, policy, roster, away, rush, transfer, price, call, rework,
    propose, rebook
  /// Deciding on damage of the journal; bringing it back after a failed sync.
  case repair, care
  case importRecords = "import"
}

extension Action {
  /// What is asked.
  public var verb: Verb {
    switch self {
    case .addStaff, .editStaff, .leaveStaff, .restoreManager: .staff
    case .addUnit, .editUnit, .addContact, .editContact: .registers
    case .proposeContact: .propose
    case .adoptPolicy: .policy
    case .setRoster, .swapDuties: .roster
    case .addAbsence, .endAbsence: .away
    case .rush, .hasten: .rush
    case .undo: .undo
    case .beginImport, .undoImport: .importRecords
    case .receive, .answer: .receive
    case .ticket(_, let action): action.verb
    case .dispatch, .assignAll: .dispatch
    case .order(_, let action): action.verb
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
