import Desk

/// Why an action cannot be done now: asked of the desk itself, so that menus never promise what a command refuses.
enum ActionAvailability {
  /// What stands in the way.
  enum Obstacle: Equatable {
    case refused(Refusal)
    case restricted
    case nobodySitsHere
    case noTicket
    case noOrder
    case noPerson
  }

  /// What stands in the way of an action with this target; nil when nothing does.
  static func obstacle(_ action: ActionName, _ target: Aim, _ context: Context) -> Obstacle? {
    if action == .intake { return context.restriction?.isOtherMoment == true ? .restricted : nil }
    guard let verb = action.verb else { return nil }
    guard context.restriction == nil else { return .restricted }
    guard let me = context.me else { return .nobodySitsHere }
    if action == .undo { return undoObstacle(me, context) }
    let isAboutATicket = !action.isPersonStep && action != .rush
    if isAboutATicket, target.ticket.flatMap({ context.desk.tickets[$0] }) == nil { return .noTicket }
    guard let deed = Deed(action, target, context.desk) else {
      return action.isPersonStep ? .noPerson : .noOrder
    }
    guard let probe = probe(deed, verb, context) else { return nil }
    do throws(Refusal) {
      _ = try context.desk.decide(Command(by: me, isForced: true, action: probe), now: context.now)
      return nil
    } catch {
      return isAboutTheProbe(error) ? nil : .refused(error)
    }
  }

  /// The very last step can be taken back, or none.
  private static func undoObstacle(_ me: StaffCode, _ context: Context) -> Obstacle? {
    do throws(Refusal) {
      _ = try context.desk.decide(Command(by: me, action: .undo(nil)), now: context.now)
      return nil
    } catch { return .refused(error) }
  }

  /// A refusal of the values made up for asking says nothing about the action.
  private static func isAboutTheProbe(_ refusal: Refusal) -> Bool {
    switch refusal {
    case .warned, .isElsewhere, .outlasts, .blocked, .nothingToChange, .notATechnician, .alreadyDispatched,
      .beforeItsCause,
      .nobodyNamed,
      .notAway, .notReworkOf:
      true
    default: false
    }
  }

  private static func probe(_ deed: Deed, _ verb: Verb, _ context: Context) -> Action? {
    if deed.action == .swapDuties {
      return rosterProbe(deed.person ?? StaffCode(""), context)
    }
    switch deed.subject {
    case .order(let id): return orderProbe(verb, id, context).map { .order(id, $0) }
    case .person(let code): return personProbe(verb, code, context)
    case .desk: return .rush(Receipt(kind: .incident, summary: "-"), to: [])
    case .ticket(let number) where verb == .rush: return .hasten(number, to: [])
    case .ticket(let number): return probe(number, verb, context)
    }
  }

  private static func probe(_ number: TicketNumber, _ verb: Verb, _ context: Context) -> Action? {
    if verb == .dispatch {
      return context.desk.technicians.first.map { .dispatch(number, to: $0.code, window: nil) }
    }
    if verb == .merge {
      // Any other matter that goes on tells whether this one can end in another.
      let other = context.desk.open.first { $0 != number && context.desk.tickets[$0] != nil }
      return other.map { .ticket(number, .merge(into: $0)) }
    }
    return ticketProbe(verb, context).map { .ticket(number, $0) }
  }

  private static func personProbe(_ verb: Verb, _ code: StaffCode, _ context: Context) -> Action? {
    switch verb {
    case .away: .endAbsence(code, begun: nil)
    case .roster: rosterProbe(code, context)
    default: nil
    }
  }

  /// A free day next year is what nobody has on their roster yet.
  private static func rosterProbe(_ code: StaffCode, _ context: Context) -> Action {
    let day = context.desk.zone.civil(context.now).daysSinceEpoch + 365
    return .setRoster(RosterLine(staff: code, days: day...day, duty: .off))
  }

  private static func ticketProbe(_ verb: Verb, _ context: Context) -> TicketAction? {
    let text = "-"
    return switch verb {
    case .edit: .edit(TicketEdit(summary: text))
    case .classify: .classify(Classification(isImportant: true))
    case .assign: context.me.map { .assign(to: $0) }
    case .note: .note(text: text)
    case .inform: .inform(text: text)
    case .check: .check(finding: text)
    case .respond: .respond(text: text)
    case .urge: .urge(text: text)
    case .promise: .promise(by: context.now + .hours(1), text: text)
    case .wait: .wait(.parts, until: context.now + .hours(1), text: text)
    case .resume: .resume(text: text)
    case .escalate: .escalate(text: text)
    case .decide: .decide(text: text)
    case .resolve: .resolve(result: text)
    case .refuse: .refuse(why: text, instead: "")
    case .rebook:
      .rebook(
        Rebooking(
          window: Window(start: context.now + .hours(1), end: context.now + .hours(2)), asked: .resident))
    case .reply: .reply(text: text, notice: false)
    case .visit: .visit(.yes, text: text)
    case .close: .close(text: text)
    case .reopen: .reopen(text: text)
    case .cancel: .cancel(why: text)
    case .inspect: .inspect(passed: true, text: text)
    case .unmerge: .unmerge(text: "")
    case .link: .link(parent: nil)
    case .acknowledge: .acknowledge(text: "")
    default: nil
    }
  }

  private static func orderProbe(_ verb: Verb, _ id: OrderID, _ context: Context) -> OrderAction? {
    switch verb {
    case .transfer: context.desk.technicians.first.map { .transfer(to: $0.code, why: "") }
    case .price: .price(0, agreedBy: "")
    case .call: .call(reached: true, text: "")
    case .rework: .rework(of: id)
    case .send: .send
    case .accept: .accept
    case .decline: .decline(why: "-")
    case .travel: .travel
    case .arrive: .arrive
    case .pause: .pause(.parts, text: "-")
    case .continue: .resume
    case .complete: .complete(Completion(result: "-"))
    case .signoff: .sign(text: "")
    case .withdraw: .withdraw(why: "")
    default: nil
    }
  }
}

extension Context {
  /// Why an action cannot be done, as a sentence; nil when it can.
  func whyNot(_ action: ActionName, _ target: Aim) -> String? {
    guard let obstacle = ActionAvailability.obstacle(action, target, self) else { return nil }
    switch obstacle {
    case .refused(let refusal): return sentence(refusal)
    case .restricted: return restrictionSentence
    case .nobodySitsHere:
      return say(
        "还不知道您是谁，只能查看。请用 --as 说明。", "Nobody said who you are, so this is for reading only. Start with --as.")
    case .noTicket: return say("先选一张工单。", "Choose a ticket first.")
    case .noOrder:
      return say("这张工单还没有派工单，请先派单。", "Nobody was sent to this ticket yet; dispatch somebody first.")
    case .noPerson: return say("先在右边选一位维修人员。", "Choose a technician on the right first.")
    }
  }
}
