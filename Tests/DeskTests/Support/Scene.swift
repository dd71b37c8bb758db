public import Desk
import Testing

/// A made-up centre whose history a test tells step by step, on a clock that only the test moves.
///
/// The day is Sunday 2026-11-22, midnight UTC at ``start``; moments are written as what passed since then.
struct Scene {
  private(set) var desk: ServiceDesk
  private(set) var now = Scene.start
  private(set) var events: [Event] = []

  /// 2026-11-22T00:00:00Z.
  static let start = Instant(seconds: 1_795_305_600)

  init(policy: Policy = .builtIn, zone: Zone = .utc) {
    desk = ServiceDesk(zone: zone, policy: policy)
    happen(.created(centre: "锦绣花园", zone: zone.name), by: "system")
    for person in Scene.people { happen(.staffAdded(person), by: "zhao") }
    happen(.staffLeft("gone"), by: "zhao")
    for unit in ["3-2-1501", "3-2-1502", "12-1-101"] {
      happen(.unitAdded(Unit(code: UnitCode(unit))), by: "zhao")
    }
    happen(.contactAdded(Contact(unit: "3-2-1502", name: "陈先生", phone: "13800001502")), by: "zhao")
  }

  /// One of every role, three technicians more, and somebody who has left.
  static let people: [Staff] = [
    Staff(code: "zhao", name: "赵经理", role: .manager),
    Staff(code: "chen", name: "陈主管", role: .supervisor),
    Staff(code: "sun", name: "孙工", role: .maintenanceSupervisor),
    Staff(code: "li.na", name: "李娜", role: .clerk),
    Staff(code: "zhou", name: "周婷", role: .clerk),
    Staff(code: "wang", name: "王师傅", role: .technician, trades: [.plumber, .general]),
    Staff(code: "liu", name: "刘师傅", role: .technician, trades: [.electrician]),
    Staff(code: "ma", name: "马师傅", role: .technician),
    Staff(code: "otis", name: "电梯维保", role: .technician, trades: [.lift], licences: [Licence("lift")]),
    Staff(code: "gao", name: "高巡逻", role: .patrol),
    Staff(code: "he", name: "何老师", role: .trainer),
    Staff(code: "qian", name: "钱会计", role: .finance),
    Staff(code: "lin", name: "林监督", role: .auditor),
    Staff(code: "gone", name: "走了", role: .clerk),
  ]

  // MARK: time

  /// The clock on the wall of the test now shows so much after ``start``.
  mutating func clock(_ span: String) { now = after(span) }

  // MARK: given

  /// Something that was recorded, whatever the rules say.
  @discardableResult
  mutating func happen(
    _ body: EventBody, by: StaffCode = "li.na", actor: StaffCode? = nil, on: Instant? = nil,
    isImported: Bool = false
  ) -> Event {
    let entry = Entry(by: by, actor: actor, on: on, isImported: isImported, body: body)
    let event = Event(seq: desk.lastSeq + 1, at: now, entry: entry)
    events.append(event)
    desk.evolve(event)
    return event
  }

  /// A command that the desk accepts: decided, recorded, folded in.
  @discardableResult
  mutating func run(
    _ action: Action, by: StaffCode = "li.na", actor: StaffCode? = nil, on: String? = nil,
    forced: Bool = false, imported: Bool = false, at moment: String? = nil
  ) throws -> [Entry] {
    if let moment { clock(moment) }
    let command = Command(
      by: by, actor: actor, on: on.map(after), isForced: forced, isImported: imported, action: action)
    return try run(command)
  }

  @discardableResult
  mutating func run(_ command: Command) throws -> [Entry] {
    let entries = try desk.decide(command, now: now)
    for entry in entries {
      let event = Event(seq: desk.lastSeq + 1, at: now, entry: entry)
      events.append(event)
      desk.evolve(event)
    }
    return entries
  }

  /// A new ticket; li.na answers for it unless another owner, or nil, is named.
  mutating func ticket(
    _ kind: TicketKind = .repair, _ urgency: Urgency = .normal, topic: Topic = .plumbing,
    owner: StaffCode? = "li.na", window: Window? = nil, important: Bool = false, on: String? = nil,
    at moment: String? = nil
  ) throws -> TicketNumber {
    let number = desk.tickets.nextNumber
    let receipt = Receipt(
      kind: kind, urgency: urgency, unit: "3-2-1502", topic: topic, summary: "厨房水管漏水", caller: "陈先生",
      phone: "13800001502", owner: owner, isImportant: important, window: window)
    try run(.receive(receipt), on: on, at: moment)
    return number
  }

  /// A step on a ticket.
  @discardableResult
  mutating func step(
    _ number: TicketNumber, _ action: TicketAction, by: StaffCode = "li.na", on: String? = nil,
    at moment: String? = nil
  ) throws -> [Entry] {
    // Who changes a hold here means it.
    try run(.ticket(number, action), by: by, on: on, forced: action.verb == .wait, at: moment)
  }

  /// A step on the first order of a ticket, keyed by its clerk.
  @discardableResult
  mutating func order(
    _ number: TicketNumber, _ action: OrderAction, by: StaffCode = "sun", on: String? = nil,
    at moment: String? = nil
  ) throws -> [Entry] {
    try run(.order(OrderID(number, 1), action), by: by, on: on, at: moment)
  }

  // MARK: then

  /// The command is accepted and means exactly these entries.
  func expectEvents(
    _ action: Action, by: StaffCode = "li.na", actor: StaffCode? = nil, on: String? = nil,
    seen: Int64? = nil, forced: Bool = false, imported: Bool = false, _ entries: [Entry],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let command = Command(
      by: by, actor: actor, on: on.map(after), seen: seen, isForced: forced, isImported: imported,
      action: action)
    do {
      let found = try desk.decide(command, now: now)
      #expect(found == entries, sourceLocation: sourceLocation)
    } catch {
      Issue.record("refused: \(error)", sourceLocation: sourceLocation)
    }
  }

  /// The command is refused for exactly this reason.
  func expectRefusal(
    _ refusal: Refusal, _ action: Action, by: StaffCode = "li.na", actor: StaffCode? = nil,
    on: Instant? = nil, seen: Int64? = nil, forced: Bool = false, imported: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let command = Command(
      by: by, actor: actor, on: on, seen: seen, isForced: forced, isImported: imported, action: action)
    do {
      let found = try desk.decide(command, now: now)
      Issue.record("accepted: \(found)", sourceLocation: sourceLocation)
    } catch {
      #expect(error == refusal, sourceLocation: sourceLocation)
    }
  }

  /// Why a command is refused; nil where it is accepted.
  func refusal(_ action: Action, by: StaffCode) -> Refusal? {
    do {
      _ = try desk.decide(Command(by: by, action: action), now: now)
      return nil
    } catch {
      return error
    }
  }

  /// A ticket that the test knows to exist.
  func found(_ number: TicketNumber) throws -> Ticket { try #require(desk.tickets[number]) }

  /// The latest clock of a name as it stands at a moment.
  func clock(_ name: ClockName, of number: TicketNumber, at moment: String) throws -> Clock {
    try clock(name, of: number, at: after(moment))
  }

  func clock(_ name: ClockName, of number: TicketNumber, at moment: Instant) throws -> Clock {
    let clocks = try found(number).clocks(desk.policies, at: moment)
    return try #require(clocks.last { $0.name == name }, "no \(name) clock")
  }

  /// The names of the clocks that a ticket has.
  func clockNames(of number: TicketNumber) throws -> Set<ClockName> {
    Set(try found(number).clocks(desk.policies, at: now).map(\.name))
  }
}

/// The moment so much after the scene's beginning; `at:` forms such as `1h30m`.
func after(_ span: String) -> Instant { Scene.start + length(span) }

/// A span of time such as `15m` or `1d2h`.
func length(_ span: String) -> Seconds {
  guard let seconds = MomentReading.span(span) else { preconditionFailure("no span of time: \(span)") }
  return seconds
}

/// An entry as `decide` returns it.
func said(
  _ body: EventBody, by: StaffCode = "li.na", actor: StaffCode? = nil, on: String? = nil,
  imported: Bool = false
) -> Entry {
  Entry(by: by, actor: actor, on: on.map(after), isImported: imported, body: body)
}

extension StaffCode: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension UnitCode: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension Window {
  /// From and until, as spans since the scene's beginning.
  init(_ start: String, _ end: String) { self.init(start: after(start), end: after(end)) }
}

extension TicketNumber: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int32) { self.init(value) }
}
