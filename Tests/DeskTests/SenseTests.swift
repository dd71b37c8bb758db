import Desk
import Testing

/// Every number and moment has a limit, and the limit holds whatever door the command comes in by.
struct SenseTests {
  /// Something asked for that makes no sense, and what of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let measure: Measure
    let name: String
    let action: @Sendable (Scene) -> Action
    var by: StaffCode = "zhao"
    var testDescription: String { "\(measure) \(name)" }

    init(
      _ measure: Measure, _ name: String, by: StaffCode = "zhao",
      _ action: @escaping @Sendable (Scene) -> Action
    ) {
      self.measure = measure
      self.name = name
      self.by = by
      self.action = action
    }
  }

  private static let order = OrderID(1001, 1)

  /// Just beyond the limits, and at the ends of what 64 bits can say.
  private static func beyond(_ bounds: ClosedRange<Int64>) -> [Int64] {
    [bounds.lowerBound - 1, bounds.upperBound + 1, .min, .max, .max / 60 + 1, 310_105_199_001_011_234]
  }

  private static func completion(_ change: (inout Completion) -> Void) -> Action {
    var completion = Completion(result: "x")
    change(&completion)
    return .order(order, .complete(completion))
  }

  private static let numbers: [Case] =
    beyond(Sense.labour).map { value in
      Case(.labour, "\(value)") { _ in completion { $0.labourMinutes = Int(value) } }
    }
    + beyond(Sense.quantity).map { value in
      Case(.quantity, "\(value)") { _ in
        completion { $0.materials = [Material(name: "x", milliQuantity: value, unitPrice: 1)] }
      }
    }
    + beyond(Sense.price).flatMap { value in
      [
        Case(.unitPrice, "\(value)") { _ in
          completion { $0.materials = [Material(name: "x", milliQuantity: 1, unitPrice: value)] }
        },
        Case(.labourPrice, "\(value)") { _ in completion { $0.labourPrice = value } },
        Case(.charge, "\(value)") { _ in completion { $0.charge = value } },
        Case(.price, "\(value)") { _ in .order(order, .price(value, agreedBy: "x")) },
      ]
    }
    + [
      Case(.total, "in two halves") { _ in
        completion {
          $0.labourPrice = Sense.price.upperBound
          $0.materials = [Material(name: "x", milliQuantity: 1000, unitPrice: 1)]
        }
      }
    ]
    + beyond(Sense.rings).map { value in
      Case(.rings, "\(value)") { _ in .receive(Receipt(kind: .repair, summary: "x", rings: Int(value))) }
    }
    + beyond(Sense.orderLimit).flatMap { value in
      [
        Case(.orderLimit, "\(value)") { _ in
          .addStaff(Staff(code: "new", name: "x", role: .technician, limit: Int(value)))
        },
        Case(.orderLimit, "edited \(value)") { _ in
          var edit = StaffEdit(code: "wang")
          edit.limit = Int(value)
          return .editStaff(edit)
        },
      ]
    }
    + beyond(Sense.skillLevel).map { value in
      Case(.skillLevel, "\(value)") { _ in
        .addStaff(Staff(code: "new", name: "x", role: .technician, levels: [.plumber: Int(value)]))
      }
    }

  /// Years that nobody means: before there were desks, and beyond thirty years.
  private static let far: [(String, Instant)] = [
    ("0001", Instant(seconds: -62_135_596_800)), ("1969", Instant(seconds: -86_400)),
    ("2057", Scene.start + Sense.ahead + .days(31)), ("9999", Instant(seconds: 253_402_300_799)),
    ("ever", Instant(milliseconds: .max)),
  ]

  private static let moments: [Case] = far.flatMap { name, moment in
    let isPast = moment < Scene.start
    let day = Int(moment.seconds / 86_400)
    let window =
      isPast ? Window(start: moment, end: Scene.start + .hours(1)) : Window(start: Scene.start, end: moment)
    var cases = [
      Case(.window, name) { _ in .receive(Receipt(kind: .booking, summary: "x", window: window)) },
      Case(.window, "sent \(name)", by: "sun") { _ in .dispatch(1002, to: "wang", window: window) },
      Case(.absence, name) { _ in .addAbsence(Absence(staff: "wang", reason: .leave, window: window)) },
      Case(.rosterDay, name) { _ in .setRoster(RosterLine(staff: "wang", days: day...day, duty: .off)) },
      Case(.licenceDay, name) { _ in
        .addStaff(Staff(code: "new", name: "x", role: .technician, licences: [Licence("lift", lastDay: day)]))
      },
    ]
    guard !isPast else { return cases }
    cases += [
      Case(.promise, name) { _ in .ticket(1001, .promise(by: moment, text: "")) },
      Case(.waiting, name) { _ in .ticket(1001, .wait(.parts, until: moment, text: "")) },
      Case(.effective, name) { _ in
        var policy = Policy.builtIn
        policy.name = "new"
        return .adoptPolicy(PolicyAdoption(policy: policy, text: "", effective: moment, meeting: "x"))
      },
    ]
    return cases
  }

  private static let lengths: [Case] = [
    Case(.window, "a year and two days") { _ in
      .receive(
        Receipt(
          kind: .booking, summary: "x", window: Window(start: Scene.start, end: Scene.start + .days(368))))
    },
    Case(.absence, "six years") { _ in
      .addAbsence(
        Absence(
          staff: "wang", reason: .leave, window: Window(start: Scene.start, end: Scene.start + .days(2192))))
    },
  ]

  /// An order on the spot, and a ticket that nobody is sent to.
  private func scene() throws -> Scene {
    var scene = Scene()
    let number = try scene.ticket()
    _ = try scene.ticket()
    try scene.run(.dispatch(number, to: "wang", window: nil), by: "sun")
    try scene.order(number, .arrive)
    return scene
  }

  @Test(arguments: numbers + moments + lengths)
  func `what makes no sense is refused by any door`(test: Case) throws {
    let scene = try scene()
    for (isForced, isImported) in [(false, false), (true, false), (true, true)] {
      let command = Command(
        by: isImported ? "zhao" : test.by, isForced: isForced, isImported: isImported,
        action: test.action(scene))
      do throws(Refusal) {
        let entries = try scene.desk.decide(command, now: scene.now)
        Issue.record("\(test.name) is taken: \(entries)")
      } catch {
        guard case .senseless(let nonsense) = error else {
          Issue.record("\(test.name): \(error)")
          continue
        }
        #expect(nonsense.measure == test.measure)
      }
    }
  }

  @Test func `the greatest and the least that make sense are taken`() throws {
    var scene = try scene()
    try scene.run(.order(Self.order, .price(Sense.price.upperBound, agreedBy: "x")), by: "sun")
    try scene.run(
      .order(
        Self.order,
        .complete(
          Completion(
            result: "x", materials: [Material(name: "x", milliQuantity: 1, unitPrice: 0)],
            labourMinutes: Int(Sense.labour.upperBound), labourPrice: 0, charge: Sense.price.upperBound))),
      by: "sun")
    try scene.run(.receive(Receipt(kind: .repair, summary: "x", rings: 99)))
    try scene.step(1002, .promise(by: scene.now + .days(10_950), text: ""))
    #expect(scene.desk.field.durations.count(.plumbing) == 1)
  }

  @Test func `a thing imported is said to have happened since 1970`() throws {
    let scene = try scene()
    let command = Command(
      by: "zhao", on: Instant(seconds: -1), isImported: true,
      action: .receive(Receipt(kind: .repair, summary: "x")))
    let refused = Nonsense(.happened, .moments(Sense.moments.lowerBound...scene.now))
    #expect(throws: Refusal.senseless(refused)) { try scene.desk.decide(command, now: scene.now) }
  }

  @Test func `lists are as long as anybody needs, and no longer`() throws {
    let scene = try scene()
    let codes = (0...Sense.technicians).map { StaffCode("t\($0)") }
    let names = (0...Sense.licences).map { "l\($0)" }
    func refuse(_ action: Action, _ measure: Measure, _ limit: Int) {
      scene.expectRefusal(.tooMany(measure, limit: limit), action, by: "zhao")
    }
    refuse(.rush(Receipt(kind: .incident, summary: "x"), to: codes), .technicians, Sense.technicians)
    refuse(
      .addStaff(Staff(code: "new", name: "x", role: .technician, licences: names.map { Licence($0) })),
      .licences,
      Sense.licences)
    refuse(.addStaff(Staff(code: "new", name: "x", role: .clerk, accounts: names)), .accounts, Sense.accounts)
    let trades = Array(repeating: Trade.plumber, count: Trade.allCases.count + 1)
    refuse(
      .addStaff(Staff(code: "new", name: "x", role: .technician, trades: trades)), .trades,
      Trade.allCases.count)
    let material = Material(name: "x", milliQuantity: 1, unitPrice: 1)
    refuse(
      Self.completion { $0.materials = Array(repeating: material, count: Sense.materials + 1) }, .materials,
      Sense.materials)
    let lines = (0...Sense.assignments).map {
      Assignment(ticket: TicketNumber(2000 + Int32($0)), technician: "wang")
    }
    refuse(.assignAll(lines), .assignments, Sense.assignments)
  }

  @Test func `a ticket has no more orders than its clocks can tell apart`() throws {
    var scene = try scene()
    for index in 2...Int32(Sense.order.upperBound) {
      scene.happen(
        .order(OrderID(1001, index), .dispatched(to: "ma", window: nil, isReserved: false, despite: [])))
      scene.happen(.order(OrderID(1001, index), .withdrawn(why: "")))
    }
    scene.expectRefusal(
      .senseless(Nonsense(.order, .numbers(Sense.order))), .dispatch(1001, to: "ma", window: nil), by: "sun")
  }

  @Test func `texts have a limit, imported ones too`() throws {
    let scene = try scene()
    let long = String(repeating: "x", count: 20_001)
    let texts: [Action] = [
      .ticket(1001, .resolve(result: long)), .ticket(1001, .respond(text: long)),
      .ticket(1001, .reply(text: long, notice: false)), Self.completion { $0.result = long },
      .addStaff(Staff(code: "new", name: "x", role: .clerk, provider: long)),
      .addStaff(Staff(code: "new", name: "x", role: .clerk, phone: long)),
      .addStaff(Staff(code: "new", name: "x", role: .clerk, accounts: [long])),
      .addStaff(Staff(code: "new", name: "x", role: .clerk, licences: [Licence(long)])),
    ]
    for action in texts {
      do throws(Refusal) {
        _ = try scene.desk.decide(Command(by: "zhao", isImported: true, action: action), now: scene.now)
        Issue.record("\(action) is taken")
      } catch {
        guard case .textTooLong = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }
  }
}
