import Desk
import TestSupport

/// A made-up centre that lives by random commands, minute by minute.
struct RandomCentre {
  private(set) var desk = Scene().desk
  private(set) var now = Scene.start
  private(set) var events: [Event] = []
  private(set) var accepted = 0
  private(set) var refused = 0
  private var random: SeededRandom
  /// Whether things are also keyed after they happened.
  var keysLate = false
  /// How many tickets there may be.
  var ticketLimit = 40

  /// Minutes that may pass between two commands.
  private let pace: [Int64]

  init(
    random: SeededRandom, pace: [Int64] = [0, 0, 1, 1, 3, 7, 10, 15, 30, 45, 60, 120, 240, 600, 1500]
  ) {
    self.random = random
    self.pace = pace
  }

  /// Time passes, somebody wants something, and the desk records it or does not.
  @discardableResult
  mutating func step() -> Result<[Entry], Refusal> {
    now = now + .minutes(pick(pace))
    let command = command()
    do {
      let entries = try desk.decide(command, now: now)
      for entry in entries { record(entry) }
      accepted += 1
      return .success(entries)
    } catch {
      refused += 1
      return .failure(error)
    }
  }

  private mutating func record(_ entry: Entry) {
    let event = Event(seq: desk.lastSeq + 1, at: now, entry: entry)
    desk.evolve(event)
    events.append(event)
  }

  // MARK: what somebody wants

  private mutating func command() -> Command {
    let by: StaffCode = pick(["zhao", "zhao", "zhao", "chen", "sun", "li.na", "li.na", "wang", "lin", "gone"])
    var command = Command(by: by, isForced: chance(70), action: action())
    if case .ticket(_, .wait) = command.action { command.isForced = true }
    if keysLate, chance(30) { command.on = now - .minutes(pick([0, 1, 5, 20, 60, 300, 1000, 4321])) }
    command.action = saying(command)
    if chance(5) { command.seen = desk.lastSeq - Int64(pick([0, 1, 20])) }
    return command
  }

  /// A hold until no moment says what for, but where it would change nothing.
  private func saying(_ command: Command) -> Action {
    guard case .ticket(let number, .wait(let reason, until: nil, text: "")) = command.action,
      let ticket = desk.tickets[number]
    else { return command.action }
    let isSame = ticket.status(at: command.on ?? now) == .waiting && ticket.waitingFor == reason
    return isSame ? command.action : .ticket(number, .wait(reason, until: nil, text: "等"))
  }

  private mutating func action() -> Action {
    if desk.tickets.isEmpty || (desk.tickets.count < ticketLimit && chance(8)) { return .receive(receipt()) }
    if chance(4) { return duty() }
    let number = ticket()
    if chance(12) { return .dispatch(number, to: pick(["wang", "liu", "ma", "otis"]), window: window()) }
    if chance(30), let ticket = desk.tickets[number], !ticket.orders.isEmpty {
      return .order(
        OrderID(number, Int32.random(in: 1...Int32(ticket.orders.count), using: &random)), orderStep())
    }
    return .ticket(number, ticketStep(number))
  }

  private mutating func ticket() -> TicketNumber {
    if chance(80), let number = desk.open.sorted().randomElement(using: &random) { return number }
    return TicketNumber(1000 + Int32.random(in: 0...Int32(desk.tickets.count + 1), using: &random))
  }

  private mutating func receipt() -> Receipt {
    Receipt(
      kind: pick(TicketKind.allCases), urgency: pick(Urgency.allCases),
      unit: pick(["3-2-1501", "12-1-101", nil]), topic: pick(Topic.allCases), summary: "漏水",
      owner: pick(["li.na", "zhou", nil, nil]), isImportant: chance(10), window: window())
  }

  private mutating func window() -> Window? {
    guard chance(40) else { return nil }
    let start = now + .minutes(pick([-60, 0, 60, 300, 2000]))
    return Window(start: start, end: start + .minutes(pick([30, 120, 600])))
  }

  private mutating func ticketStep(_ number: TicketNumber) -> TicketAction {
    switch Int.random(in: 0..<32, using: &random) {
    case 30:
      .refer(
        Referring(
          to: pick(["police", "market"]), text: "x", until: pick([nil, now + .minutes(pick([60, 3000]))])))
    case 31: .answered(BodyAnswer(from: pick(["police", "market"]), text: "x", isFinal: chance(50)))
    case 0: .edit(TicketEdit(summary: pick(["漏水", "灯坏", "x"])))
    case 1, 2, 3:
      .classify(
        Classification(
          kind: pick([nil] + TicketKind.allCases), urgency: pick([nil] + Urgency.allCases),
          topic: pick([nil, .noise, .power]), isImportant: pick([nil, true, false])))
    case 4, 5: .assign(to: pick(["li.na", "zhou", "zhao"]))
    case 6: .note(text: "x")
    case 7: .inform(text: "x")
    case 8: .check(finding: "x")
    case 9: .respond(text: "x")
    case 10, 11: .urge(text: "又来问")
    case 12: .promise(by: now + .minutes(pick([1, 60, 600])), text: "")
    case 13, 14, 15:
      .wait(
        pick(WaitingReason.allCases), until: pick([nil, now + .minutes(pick([1, 60, 600, 3000]))]),
        text: pick(["", "x"]))
    case 16, 17: .resume(text: "")
    case 18: .escalate(text: "")
    case 19: .decide(text: "x")
    case 20, 21: .resolve(result: "x")
    case 22, 23: .reply(text: "x", notice: false)
    case 24: .visit(pick(VisitOutcome.allCases), text: "")
    case 25, 26: .close(text: "")
    case 27: .reopen(text: "")
    case 28: chance(30) ? .cancel(why: "x") : .note(text: "x")
    default: .inspect(passed: chance(60), text: "")
    }
  }

  /// Somebody's hours.
  private mutating func duty() -> Action {
    let technician: StaffCode = pick(["wang", "liu", "ma"])
    let day = Int(now.seconds / 86_400)
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      let shift = Shift(start: 480, end: 1020)
      return .setRoster(
        RosterLine(
          staff: technician, days: day...(day + pick([0, 3])),
          duty: pick([nil, .off, .works(shift), .onCall(shift)])))
    case 1: return .swapDuties(day: day, "wang", "liu")
    case 2, 3:
      let start = now + .minutes(pick([0, 60, 600]))
      return .addAbsence(
        Absence(
          staff: technician, reason: pick(AbsenceReason.allCases),
          window: Window(start: start, end: start + .minutes(pick([30, 300])))))
    default: return .endAbsence(technician, begun: nil)
    }
  }

  private mutating func orderStep() -> OrderAction {
    switch Int.random(in: 0..<16, using: &random) {
    case 12: .transfer(to: pick(["wang", "ma"]), why: "")
    case 13: .price(pick([0, 5000]), agreedBy: pick(["", "陈先生"]))
    case 14: .call(reached: chance(50), text: "")
    case 15: .rework(of: OrderID(ticket(), 1))
    case 0: .send
    case 1, 2: .accept
    case 3: .decline(why: "x")
    case 4: .travel
    case 5, 6: .arrive
    case 7: .pause(pick(WaitingReason.allCases), text: "x")
    case 8: .resume
    case 9: .complete(Completion(result: "x"))
    case 10: .sign(text: "")
    default: .withdraw(why: "")
    }
  }

  // MARK: chance

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }
}
