public import Desk

/// One step of the made-up history: a command, and when it was recorded.
public struct DemoStep: Hashable, Sendable {
  public var command: Command
  public var at: Instant
}

/// The life of one made-up ticket as it is written: a cursor that walks forward in time and leaves steps behind.
struct DemoLife {
  let number: TicketNumber
  let centre: DemoCentre
  var random: DemoRandom
  private(set) var steps: [DemoStep] = []
  /// The moment reached.
  var time: Instant
  private(set) var receipt: Receipt
  private var orders: Int32 = 0
  /// Whoever is responsible for it.
  private var owner: StaffCode?

  var staff: DemoStaff { centre.staff }

  init(
    _ number: TicketNumber, _ centre: DemoCentre, at time: Instant, _ random: DemoRandom, _ receipt: Receipt
  ) {
    self.number = number
    self.centre = centre
    self.time = time
    self.random = random
    self.receipt = receipt
  }

  /// The first step: the ticket comes in, at times keyed a little after it did (R10).
  mutating func receive(by author: StaffCode? = nil) {
    var on: Instant?
    if receipt.channel != .phone, receipt.channel != .walkIn, random.chance(25) {
      on = time - .minutes(Int64(random.int(3...25)))
    }
    record(.receive(receipt), by: author ?? staff.clerk(time), on: on)
  }

  /// Goes on by some minutes.
  mutating func pass(_ minutes: ClosedRange<Int>) {
    let low = minutes.lowerBound * 60_000
    let high = minutes.upperBound * 60_000
    time = time + Seconds(milliseconds: Int64(random.int(low...max(low, high))))
  }

  /// Goes on to the next morning when it is night.
  mutating func untilDay() {
    let minute = staff.minute(time)
    if (490..<1230).contains(minute) { return }
    let day = minute < 490 ? staff.zone.startOfDay(time) : staff.zone.startOfDay(time + .hours(12))
    time = day + .minutes(Int64(random.int(490...560)))
  }

  mutating func record(_ action: Action, by: StaffCode, actor: StaffCode? = nil, on: Instant? = nil) {
    steps.append(
      DemoStep(
        command: Command(by: by, actor: actor, on: on, isForced: isSending(action), action: action), at: time)
    )
  }

  /// Whoever sends somebody has seen the warnings: shifts end and orders pile up while work goes on.
  private func isSending(_ action: Action) -> Bool {
    switch action {
    // Nor is anybody in two places: what they leave rests.
    case .dispatch, .assignAll, .order(_, .send), .order(_, .travel), .order(_, .arrive), .order(_, .resume):
      true
    default: false
    }
  }

  // MARK: steps of the desk

  mutating func desk(_ action: TicketAction) { record(.ticket(number, action), by: staff.clerk(time)) }

  mutating func decider(_ action: TicketAction) { record(.ticket(number, action), by: staff.decider(time)) }

  /// A step by a certain person, keyed by themselves.
  mutating func step(_ action: TicketAction, by: StaffCode) { record(.ticket(number, action), by: by) }

  mutating func assign(_ owner: StaffCode) {
    desk(.assign(to: owner))
    self.owner = owner
  }

  /// What whoever is responsible did, keyed at the desk where they have no terminal.
  mutating func responsible(_ action: TicketAction) {
    let clerk = staff.clerk(time)
    let owner = owner ?? clerk
    guard staff.hasNoTerminal(owner) else { return record(.ticket(number, action), by: owner) }
    // Who has no terminal tells it, and some of it is keyed a while after it happened.
    let happened = time
    let isLate = random.chance(20)
    if isLate { pass(1...9) }
    record(.ticket(number, action), by: clerk, actor: owner, on: isLate ? happened : nil)
  }

  /// One of the phrases, with its choices made.
  mutating func say(_ pattern: String) -> String { random.phrase(pattern) }

  // MARK: steps of work orders

  var order: OrderID { OrderID(number, orders) }

  mutating func dispatch(_ technician: StaffCode, window: Window? = nil) {
    orders += 1
    record(.dispatch(number, to: technician, window: window), by: staff.dispatcher(time))
  }

  mutating func work(_ action: OrderAction) {
    record(.order(order, action), by: staff.clerk(time))
  }
}
