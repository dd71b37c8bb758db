import Desk
import Terminal
import TestSupport
import Testing
import Words

@testable import Console

/// Every gate at the console: a warning asks and is overruled by another key, a block gives way to nobody.
@Suite struct GateConsoleTests {
  /// The small centre under a policy in which one gate has a level and all others are open, closed for the plumber.
  private func driver(_ gate: Gate, _ level: GateLevel) throws -> (Driver, TicketNumber) {
    let port = try SmallDesk().port
    var policy = Policy.builtIn
    policy.name = "gates"
    policy.gates = [gate: level]
    port.add(
      Entry(
        by: SmallDesk.supervisor,
        body: .policyAdopted(PolicyAdoption(policy: policy, text: "", effective: nil, meeting: "m"))))
    var topic = Topic.plumbing
    var edit = StaffEdit(code: SmallDesk.plumber)
    switch gate {
    case .trade: topic = .power
    case .licence: topic = .lift
    case .shift: edit.shift = Shift(text: "20:00-08:00")
    case .load:
      edit.limit = 1
      port.add(
        Entry(
          by: SmallDesk.supervisor,
          body: .order(
            OrderID(1005, 1), .dispatched(to: SmallDesk.plumber, window: nil, isReserved: false, despite: []))
        ))
    case .leave:
      let window = Window(start: SmallDesk.now - .minutes(5), end: SmallDesk.now + .hours(1))
      port.add(
        Entry(
          by: SmallDesk.clerk,
          body: .absenceAdded(Absence(staff: SmallDesk.plumber, reason: .leave, window: window))))
    case .distance, .price: break
    }
    if !edit.isEmpty { port.add(Entry(by: SmallDesk.supervisor, body: .staffEdited(edit))) }
    // His last work was in building 3; another phase is too far.
    let unit = gate == .distance ? UnitCode("9-1-1-101") : UnitCode("3-2-1201")
    if gate == .distance { port.add(Entry(by: SmallDesk.clerk, body: .unitAdded(Unit(code: unit)))) }
    let receipt = Receipt(kind: .repair, unit: unit, topic: topic, summary: "x", owner: SmallDesk.clerk)
    _ = try port.perform(Command(by: SmallDesk.clerk, action: .receive(receipt)))
    let number = try #require(port.desk.tickets.last?.number)
    return (Driver(port), number)
  }

  private func open(_ number: TicketNumber, _ driver: Driver) throws {
    try driver.run(.goTo)
    driver.type(number.description)
    driver.press(.enter)
  }

  private func send(_ number: TicketNumber, _ driver: Driver) throws {
    try open(number, driver)
    try driver.run(.dispatch)
    driver.type("wang.qiang")
    driver.press(.control("S"))
  }

  @Test(arguments: Gate.allCases.filter { $0 != .price })
  func aWarningAsksAndAnotherKeyOverrulesIt(_ gate: Gate) throws {
    let (driver, number) = try driver(gate, .warn)
    try send(number, driver)
    #expect(driver.scope == .confirm && driver.frame().text.contains(Words(.zh).reason(gate)), "\(gate)")
    #expect(driver.port.desk.tickets[number]?.orders.isEmpty == true)
    driver.press(.function(7))
    #expect(driver.port.desk.tickets[number]?.liveOrder?.technician == SmallDesk.plumber)
    guard case .order(_, .dispatched(_, _, _, let despite))? = driver.port.events.last?.entry.body else {
      Issue.record("\(String(describing: driver.port.events.last))")
      return
    }
    #expect(despite == [gate])
  }

  @Test(arguments: Gate.allCases.filter { $0 != .price })
  func aBlockGivesWayToNobody(_ gate: Gate) throws {
    let (driver, number) = try driver(gate, .block)
    try send(number, driver)
    #expect(driver.scope == .form && driver.port.desk.tickets[number]?.orders.isEmpty == true, "\(gate)")
    #expect(driver.frame().text.contains("不能派给"))
  }

  /// What is seldom meant is asked about, with the sums, and recorded on a yes.
  @Test func aChargeThatIsNotTheSumIsAskedAbout() throws {
    let (driver, number) = try driver(.price, .none)
    try send(number, driver)
    try driver.run(.arrive)
    driver.press(.enter)
    try driver.run(.complete)
    try driver.fill(.result, "好了")
    try driver.fill(.materials, "角阀 x2 @35")
    try driver.fill(.charge, "75")
    driver.press(.control("S"))
    #expect(driver.scope == .confirm)
    let text = driver.frame().text
    #expect(text.contains("¥70.00") && text.contains("¥75.00"), "\(text)")
    #expect(driver.port.desk.tickets[number]?.liveOrder != nil)
    driver.press(.function(7))
    #expect(driver.port.desk.tickets[number]?.liveOrder == nil)
  }

  @Test(arguments: [GateLevel.warn, .block])
  func aPriceNobodyAgreedToIsAskedAboutOrRefused(_ level: GateLevel) throws {
    let (driver, number) = try driver(.price, level)
    try send(number, driver)
    try driver.run(.arrive)
    driver.press(.enter)
    try driver.run(.complete)
    try driver.fill(.result, "好了")
    try driver.fill(.charge, "80")
    driver.press(.control("S"))
    #expect(driver.scope == (level == .warn ? .confirm : .form))
    #expect(driver.port.desk.tickets[number]?.liveOrder != nil)
    guard level == .warn else { return }
    driver.press(.function(7))
    #expect(driver.port.desk.tickets[number]?.liveOrder == nil)
  }

  /// A charge that nobody agreed to and that is not the sum: both stand in the question that one yes answers.
  @Test(arguments: Language.allCases)
  func oneYesAnswersOnlyWhatWasShown(_ language: Language) throws {
    let (first, number) = try driver(.price, .warn)
    try send(number, first)
    let driver = Driver(first.port, language: language, 80, 24)
    try open(number, driver)
    try driver.run(.arrive)
    driver.press(.enter)
    try driver.run(.complete)
    try driver.fill(.result, "好了")
    try driver.fill(.materials, "角阀 x2 @35")
    try driver.fill(.charge, "75")
    driver.press(.control("S"))
    #expect(driver.scope == .confirm)
    let text = driver.text
    #expect(text.contains("1. ") && text.contains("2. "), "\(text)")
    #expect(text.contains("¥70.00") && text.contains("¥75.00"), "\(text)")
    #expect(text.contains(language == .zh ? "未经住户同意" : "has not agreed"), "\(text)")
    driver.press(.function(7))
    #expect(driver.port.desk.tickets[number]?.liveOrder == nil)
  }

  /// Arriving for one matter of a home asks whether the other is done on the same visit.
  @Test func arrivingForOneOfAHomeAsksAboutTheOther() throws {
    let port = try SmallDesk().port
    let unit = UnitCode("3-2-1201")
    var numbers: [TicketNumber] = []
    for _ in 0..<2 {
      let receipt = Receipt(kind: .repair, unit: unit, topic: .plumbing, summary: "x", owner: SmallDesk.clerk)
      _ = try port.perform(Command(by: SmallDesk.clerk, action: .receive(receipt)))
      let number = try #require(port.desk.tickets.last?.number)
      numbers.append(number)
      let sent = Action.dispatch(number, to: SmallDesk.plumber, window: nil)
      _ = try port.perform(Command(by: SmallDesk.supervisor, isForced: true, action: sent))
    }
    let driver = Driver(port)
    try open(numbers[0], driver)
    try driver.run(.arrive)
    driver.press(.enter)
    #expect(driver.scope == .confirm && driver.text.contains("\(numbers[1]).1"), "\(driver.text)")
    driver.press(.function(7))
    for number in numbers { #expect(port.desk.tickets[number]?.liveOrder?.status == .onsite) }
    #expect(driver.scope != .confirm)
  }
}
