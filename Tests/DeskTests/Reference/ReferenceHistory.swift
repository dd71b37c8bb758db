import Desk
import TestSupport

/// The history of one ticket by chance: what people want, mostly in an order that makes sense, and in part what a desk
/// would refuse.
struct ReferenceHistory {
  private(set) var events: [Event] = []
  let number: TicketNumber
  private var desk: ServiceDesk
  private var now: Instant
  private var random: SeededRandom
  /// Also keeps what the desk refuses, as a damaged or foreign journal might.
  private let isWild: Bool
  private let keysLate: Bool

  init(_ desk: ServiceDesk, from start: Instant, _ random: SeededRandom, isWild: Bool, keysLate: Bool) {
    self.desk = desk
    self.random = random
    self.isWild = isWild
    self.keysLate = keysLate
    now = start
    number = TicketNumber(1001 + Int32(truncatingIfNeeded: random.seed % 9000))
    receive()
    for _ in 0..<Int.random(in: 2...13, using: &self.random) { step() }
  }

  private mutating func receive() {
    let receipt = Receipt(
      kind: chance(50) ? .repair : pick(TicketKind.allCases), urgency: pick(Urgency.allCases),
      topic: pick([.plumbing, .plumbing, .lift]), summary: "漏水", owner: pick(["li.na", "li.na", nil]),
      isImportant: chance(20), window: window())
    record(Entry(by: "zhou", on: late(), body: .ticket(number, .received(receipt))))
  }

  private mutating func step() {
    now = now + .minutes(pick([0, 0, 1, 5, 17, 60, 61, 150, 300, 480, 900, 1440]))
    if chance(5), merge() { return }
    var command = Command(by: pick(["li.na", "zhou", "zhao", "sun"]), isForced: true, action: action())
    // What is taken back is taken back now.
    if case .ticket(_, .wait) = command.action { command.isForced = true }
    if case .undo = command.action {} else { command.on = late() }
    if isBlink(command.on ?? now) { return }
    do {
      for entry in try desk.decide(command, now: now) { record(entry) }
    } catch {
      guard isWild, chance(40), case .ticket(_, let action) = command.action else { return }
      guard let event = Self.event(action), !isDone(event) else { return }
      record(Entry(by: command.by, body: .ticket(number, event)))
    }
  }

  /// It goes on in another ticket, of which nothing is known here.
  private mutating func merge() -> Bool {
    guard let ticket = desk.tickets[number], ticket.status.isUnresolved,
      !ticket.orders.contains(where: { $0.status.isLive }), !isBlink(now),
      events.allSatisfy({ $0.happened <= now })
    else { return false }
    record(Entry(by: "zhao", body: .ticket(number, .merged(into: TicketNumber(20_000)))))
    return true
  }

  /// Whether a rest began at that very moment: one that also ends then moves nothing but the due moment of what is just used
  /// up, and that only until the next classification.
  private func isBlink(_ moment: Instant) -> Bool {
    events.contains { event in
      if case .ticket(_, .waiting) = event.entry.body { event.happened == moment } else { false }
    }
  }

  /// A second result or reply of one cycle means nothing that a rule speaks of.
  private func isDone(_ event: TicketEvent) -> Bool {
    let done = desk.tickets[number]?.done ?? []
    return switch event {
    case .resolved, .refused: done.contains(.result)
    case .replied: done.contains(.reply)
    default: false
    }
  }

  private mutating func late() -> Instant? {
    keysLate && chance(35) ? now - .minutes(pick([0, 1, 5, 20, 60, 300, 600, 1000])) : nil
  }

  private mutating func record(_ entry: Entry) {
    let event = Event(seq: desk.lastSeq + 1, at: now, entry: entry)
    desk.evolve(event)
    events.append(event)
  }

  private mutating func window() -> Window? { chance(40) ? anyWindow() : nil }

  private mutating func anyWindow() -> Window {
    let start = now + .minutes(pick([0, 60, 300, 2000]))
    return Window(start: start, end: start + .minutes(pick([30, 120, 600])))
  }

  private mutating func action() -> Action {
    let status = desk.tickets[number]?.status
    if status == .merged { return .ticket(number, chance(60) ? .unmerge(text: "") : .note(text: "x")) }
    if chance(status == .cancelled ? 60 : 6) { return .undo(number) }
    if chance(10) { return .dispatch(number, to: pick(["wang", "liu"]), window: window()) }
    if chance(25), let orders = desk.tickets[number]?.orders, let order = orders.randomElement(using: &random)
    {
      return .order(OrderID(number, order.index), orderStep())
    }
    return .ticket(number, ticketStep())
  }

  private mutating func orderStep() -> OrderAction {
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1, 2: .accept
    case 3: .travel
    case 4, 5: .arrive
    case 6: .decline(why: "x")
    case 7: .pause(.parts, text: "x")
    default: .complete(Completion(result: "x"))
    }
  }

  private mutating func ticketStep() -> TicketAction {
    switch Int.random(in: 0..<34, using: &random) {
    case 0, 1, 2: .classify(classification())
    case 3: .rebook(Rebooking(window: anyWindow(), asked: pick(Asker.allCases)))
    case 4: .assign(to: pick(["li.na", "zhou"]))
    case 5: .note(text: "x")
    case 6: pick([.inform(text: "x"), .check(finding: "x"), .decide(text: "x")])
    case 7, 8: .respond(text: "x")
    case 9, 10: .urge(text: "又来问")
    case 11, 12: .promise(by: now + .minutes(pick([1, 60, 600, 1440])), text: "")
    case 13, 14, 15, 16, 17:
      .wait(
        pick(WaitingReason.allCases), until: pick([nil, nil, now + .minutes(pick([1, 90, 700, 3000]))]),
        text: "x")
    case 18, 19, 20: .resume(text: "")
    case 21, 22: .resolve(result: "x")
    case 23: chance(50) ? .resolve(result: "x") : .refuse(why: "x", instead: "")
    case 24, 25, 26: .reply(text: "x", notice: false)
    case 27: .visit(pick(VisitOutcome.allCases), text: "")
    case 28: .visit(pick([.no, .unreached]), text: "")
    case 29, 30: .close(text: "")
    case 31: .reopen(text: "x")
    case 32: pick([.cancel(why: "x"), .reopen(text: "x"), .edit(TicketEdit(phone: "1"))])
    default: .inspect(passed: chance(30), text: "")
    }
  }

  private mutating func classification() -> Classification {
    Classification(
      kind: chance(60) ? pick(TicketKind.allCases) : nil, urgency: chance(70) ? pick(Urgency.allCases) : nil,
      topic: pick([nil, nil, .lift, .plumbing]), isImportant: pick([nil, nil, true, false]))
  }

  private static func event(_ action: TicketAction) -> TicketEvent? {
    switch action {
    case .classify(let change): .classified(change)
    case .respond(let text): .responded(text: text)
    case .urge(let text): .urged(text: text)
    case .wait(let reason, let until, let text): .waiting(reason, until: until, text: text)
    case .resume(let text): .resumed(text: text)
    case .resolve(let result): .resolved(result: result)
    case .refuse(let why, let instead): .refused(why: why, instead: instead)
    case .reply(let text, let notice, _): .replied(text: text, notice: notice)
    case .visit(let outcome, let text, let place):
      outcome.answer.map { .visited($0, text: text, place: place) } ?? .unreached(.phone, text: text)
    case .close(let text, _): .closed(text: text)
    case .reopen(let text): .reopened(text: text)
    case .cancel(let why): .cancelled(why: why)
    case .inspect(let passed, let text): .inspected(passed: passed, text: text)
    case .edit, .assign, .note, .inform, .check, .promise, .escalate, .decide, .merge, .unmerge, .link,
      .acknowledge, .applyPolicy, .rebook, .refer, .answered:
      nil
    }
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }
}
