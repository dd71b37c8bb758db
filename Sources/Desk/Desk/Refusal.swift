/// Why the desk does not record what was asked; it carries what a sentence about it needs, and no sentence.
public enum Refusal: Error, Hashable, Sendable {
  case unknownStaff(StaffCode)
  /// The person no longer works here.
  case hasLeft(StaffCode)
  case unknownUnit(UnitCode, similar: [UnitCode])
  case unknownContact(unit: UnitCode, name: String, known: [String])
  case unknownTicket(TicketNumber)
  case unknownOrder(OrderID, known: [OrderID])
  case alreadyExists(Thing)
  /// No import began with that event, or it was taken back; those that can be.
  case unknownImport(Int64, known: [Int64])
  /// Not a code that a staff member can have.
  case malformedCode(String)
  /// The machine's clock is far from when the last event was recorded: it may be wrong, and every time after it too.
  case clockFar(last: Instant, now: Instant)
  /// The role may not do that; these may.
  case notPermitted(StaffRole, Verb, allowed: [StaffRole])
  /// The first role may not key that step in the name of a person of the other; these may, if anybody.
  case notInTheirName(StaffRole, Verb, of: StaffCode, StaffRole, allowed: [StaffRole])
  /// A technician may only key steps of their own orders.
  case notYourOrder(OrderID, of: StaffCode)
  /// Not in this state; these states allow it, and this can be done now instead.
  case wrongStatus(Verb, TicketStatus, allowed: [TicketStatus])
  case wrongOrderStatus(Verb, OrderID, OrderStatus, allowed: [OrderStatus])
  /// Nobody is responsible yet (R11).
  case noOwner(TicketNumber)
  /// What is still missing before it can be closed (R17, R24, R26).
  case notReadyToClose(TicketNumber, missing: [ClosingNeed])
  /// It goes on in another ticket.
  case isMerged(TicketNumber, into: TicketNumber)
  /// A ticket cannot be merged into itself, or be a part of itself.
  case itself(TicketNumber)
  /// Somebody is still sent to a ticket that is to be merged.
  case ordersOut(TicketNumber, [OrderID])
  /// The number is that of people in several homes, and no room is said.
  case severalHomes(String, [Contact])
  /// Only a telephone rings (R7).
  case ringsWithoutACall(Channel)
  /// Nothing of the author's can be taken back any more; the policy allows so long.
  case nothingToUndo(limit: Seconds)
  /// The author's very last step cannot be taken back, and none before it until it is.
  case notTakenBack(TicketNumber?, Verb, Lasting)
  case unknownPolicy(String, known: [String])
  /// Under that policy nobody here could do that any more.
  case nobodyCould(Verb)
  /// A policy is never effective before it is adopted (DOMAIN, clock rule 2).
  case effectiveTooEarly(Instant)
  /// A ticket is put under no policy before that is in force.
  case notYetEffective(String, from: Instant)
  /// Nothing on the ticket is escalated to that person and not seen by them yet.
  case nothingToAcknowledge(TicketNumber)
  /// A reply without a result: say how it goes with `inform` instead.
  case noResultYet(TicketNumber)
  /// A text is needed and is missing or blank.
  case textMissing(Field)
  case textTooLong(Field, limit: Int)
  case nothingToChange
  /// It is said to have happened in the future.
  case inTheFuture(Instant)
  /// It is said to have happened before what came before it.
  case beforeItsCause(Instant, cause: Instant)
  /// Keyed too long after it happened.
  case tooLate(Instant, limit: Seconds)
  /// A promise or a window that is already over, or ends before it begins.
  case momentPassed(Instant)
  case windowReversed(Window)
  /// A time that summer time leaves out, or that it shows twice with nothing to say which is meant.
  case unclearTime(MomentFault)
  /// Somebody changed the ticket since the author looked.
  case changedMeanwhile(TicketNumber, since: Int64, now: Int64)
  /// Rules that only a person can overrule (`--force`).
  case warned([Gate], technician: StaffCode)
  /// They are on the way to these orders, or on the spot, and nobody is in two places; overruled, those rest meanwhile.
  /// With `isLater` they went there after what is told now, which then rests from that moment.
  case isElsewhere(StaffCode, [OrderID], isLater: Bool)
  /// The hold stops no such clock and ends after what is promised.
  case outlasts(TicketNumber, WaitingReason, until: Instant, ClockName, due: Instant)
  /// The ticket is on hold already, for that reason; only a person can say that it is now another (`--force`).
  case alreadyWaiting(TicketNumber, WaitingReason, until: Instant?)
  /// A rule that nobody can overrule.
  case blocked(Gate, technician: StaffCode)
  /// The resident has agreed to so much, in fen, and no more; nil where nobody has agreed. Final where nobody can
  /// overrule it.
  case notAgreed(OrderID, charge: Int64, agreed: Int64?, isFinal: Bool)
  /// Something about an order is seldom meant (`--force`).
  case doubtful(OrderID, Doubt)
  /// All of these are asked, and one answer is for all of them (`--force`).
  case questions([Refusal])
  /// Nobody has arrived there for that order since somebody was sent, so that step cannot be.
  case nobodyThere(Verb, OrderID)
  /// They still have these orders.
  case stillHolds(StaffCode, [OrderID])
  /// A plan has nobody to send now.
  case nothingPlanned
  /// Of the tickets asked for, these have nobody to send now: all are sent, or none.
  case notAllPlanned([TicketNumber])
  /// A number or a moment beyond what makes sense.
  case senseless(Nonsense)
  /// More in one list than there can be.
  case tooMany(Measure, limit: Int)
  /// That order cannot be what is made good: not finished, finished too long ago, or elsewhere.
  case notReworkOf(OrderID, Rework)
  /// There is no duty on record to swap.
  case noDuty(StaffCode, day: Int)
  /// Hours of a day that is over are put right for a reason only.
  case correctionWithoutReason(day: Int)
  /// The roster reaches so many days in one go.
  case tooManyDays(limit: Int)
  /// Already away then.
  case alreadyAway(StaffCode, Window)
  case notAway(StaffCode)
  /// Nobody was named to be sent.
  case nobodyNamed
  /// Only a technician can be sent.
  case notATechnician(StaffCode)
  /// This person already has an order on the ticket.
  case alreadyDispatched(OrderID)
  /// The last active manager cannot leave or change role.
  case lastManager(StaffCode)
  /// No other active manager has an account that exists on this machine.
  case lastManagerHere(StaffCode)
  /// Only the superuser of the machine may do that.
  case onlySuperuser
  /// The journal does not say who began it.
  case noFounder
  /// There is no such account on this machine.
  case noSuchAccount(String)
  /// The account is bound to several people; one of them must be named.
  case whoAreYou(account: String, candidates: [StaffCode])
  /// The account is bound to nobody.
  case strangerAccount(String)
  /// The account seems to be that one, in a user namespace where anybody may seem to be anybody.
  case disguised(account: String)
  /// The account may not act as that person.
  case notYou(account: String, named: StaffCode, candidates: [StaffCode])
  /// The journal has events of a newer version, so this one may not write.
  case writtenByNewerVersion
  case tooManyTickets
  /// Auditors and the patrol write findings only.
  case findingsOnly(StaffRole)
  /// What a kind of record refuses, in its own words.
  case record(AnyRecordRefusal)

  /// Why an order cannot be made good by another.
  public enum Rework: Hashable, Sendable {
    case unfinished
    /// Finished longer ago than the warranty lasts.
    case tooOld(limit: Seconds)
    case otherUnit
    case itself
  }

  /// Why a step stays.
  public enum Lasting: Hashable, Sendable {
    /// Something was done with the ticket since.
    case goneOn
    /// It is kept as it is: put right, or ended, by a further step.
    case onRecord
  }

  /// A thing that can exist only once.
  public enum Thing: Hashable, Sendable {
    case staff(StaffCode)
    case unit(UnitCode)
    case contact(unit: UnitCode, name: String)
    case reference(String, TicketNumber)
    case policy(String)
  }

  /// A text somebody has to give.
  public enum Field: String, Code {
    case summary, name, phone, text, why, result, finding, unit, ref, meeting, policy, provider, account,
      licence,
      material
  }
}

extension Refusal {
  /// Whether a person can overrule it.
  public var isQuestion: Bool {
    switch self {
    case .warned, .isElsewhere, .outlasts, .alreadyWaiting, .doubtful, .clockFar, .questions,
      .notAgreed(_, _, _, isFinal: false):
      true
    case .record(let refusal): refusal.refusal.isQuestion
    default: false
    }
  }

  /// Several questions as one.
  public static func together(_ questions: [Refusal]) -> Refusal {
    let each = questions.flatMap { question in
      if case .questions(let several) = question { several } else { [question] }
    }
    return each.count == 1 ? each[0] : .questions(each)
  }
}

/// What a ticket still needs before it can be closed.
public enum ClosingNeed: Hashable, Sendable {
  /// These orders are neither completed nor declined nor withdrawn.
  case orders([OrderID])
  case result
  case reply
  /// Looked at on the spot (R24).
  case check
  case decision
  /// These tickets were merged into it, and their callers were told nothing yet.
  case callers([TicketNumber])
}
