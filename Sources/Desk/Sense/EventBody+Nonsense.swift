extension EventBody {
  /// What of it makes no sense; nil for nearly everything that was ever recorded.
  public var nonsense: Nonsense? { nonsense(until: Sense.moments.upperBound) }

  /// The same where nothing may lie beyond a moment.
  func nonsense(until last: Instant) -> Nonsense? {
    let judge = SenseJudge(last: last)
    return switch self {
    case .staffAdded(let person):
      judge.limit(person.limit) ?? judge.levels(person.levels) ?? judge.licences(person.licences)
    case .staffEdited(let edit):
      edit.from.flatMap { judge.day($0, .shiftDay) } ?? judge.limit(edit.limit) ?? judge.levels(
        edit.levels ?? [:]) ?? judge.licences(edit.licences ?? [])
    case .policyAdopted(let adoption): adoption.effective.flatMap { judge.moment($0, .effective) }
    case .rosterSet(let line): judge.roster(line)
    case .dutiesSwapped(let day, _, _, _): judge.day(day, .swapDay)
    case .absenceAdded(let absence): judge.window(absence.window, .absence, Sense.absence)
    case .ticket(let number, let step):
      judge.number(Int64(number.value), .ticket, Sense.ticket) ?? judge.step(step)
    case .order(let id, let step):
      judge.number(Int64(id.ticket.value), .ticket, Sense.ticket)
        ?? judge.number(Int64(id.index), .order, Sense.order) ?? judge.step(step)
    case .record(let record): judge.record(record)
    default: nil
    }
  }
}

/// Finds the first moment of a record that makes no sense.
private struct MomentJudge: Members {
  let judge: SenseJudge
  private(set) var found: Nonsense?

  init(_ judge: SenseJudge) { self.judge = judge }

  var reads: Bool { false }

  mutating func moment(_ key: StaticString, _ value: inout Instant?, _ about: Privacy) {
    if let value { found = found ?? judge.moment(value, .moment) }
  }

  mutating func window(_ key: StaticString, _ value: inout Window?, _ about: Privacy) {
    if let value { found = found ?? judge.window(value, .window, Sense.window) }
  }

  mutating func objects<Element: MemberObject>(
    _ key: StaticString, _ value: inout [Element]?, _ about: Privacy
  ) throws {
    for var element in value ?? [] { try element.members(&self) }
  }

  func string(_ key: StaticString, _ value: inout String?, _ about: Privacy) {}
  func number(_ key: StaticString, _ value: inout Int64?, _ about: Privacy) {}
  func flag(_ key: StaticString, _ value: inout Bool?, _ about: Privacy) {}
  func strings(_ key: StaticString, _ value: inout [String]?, _ about: Privacy) {}
}

/// Holds what is said against the limits.
private struct SenseJudge {
  /// Nothing may lie beyond it.
  let last: Instant

  func number(_ value: Int64, _ measure: Measure, _ bounds: ClosedRange<Int64>) -> Nonsense? {
    bounds ~= value ? nil : Nonsense(measure, .numbers(bounds))
  }

  func moment(_ moment: Instant, _ measure: Measure) -> Nonsense? {
    let bounds = Sense.moments.lowerBound...max(Sense.moments.lowerBound, last)
    return bounds ~= moment ? nil : Nonsense(measure, .moments(bounds))
  }

  func window(_ window: Window, _ measure: Measure, _ longest: Seconds) -> Nonsense? {
    if let nonsense = moment(window.start, measure) ?? moment(window.end, measure) { return nonsense }
    guard window.start < window.end else { return Nonsense(measure, .inOrder) }
    return window.end - window.start <= longest ? nil : Nonsense(measure, .length(longest))
  }

  func day(_ day: Int, _ measure: Measure) -> Nonsense? {
    moment(Instant(seconds: 0) + .days(Int64(day)), measure)
  }

  func limit(_ limit: Int?) -> Nonsense? {
    limit.flatMap { number(Int64($0), .orderLimit, Sense.orderLimit) }
  }

  func levels(_ levels: [Trade: Int]) -> Nonsense? {
    levels.values.lazy.compactMap { number(Int64($0), .skillLevel, Sense.skillLevel) }.first
  }

  func licences(_ licences: [Licence]) -> Nonsense? {
    licences.lazy.compactMap(\.lastDay).compactMap { day($0, .licenceDay) }.first
  }

  func roster(_ line: RosterLine) -> Nonsense? {
    day(line.days.lowerBound, .rosterDay) ?? day(line.days.upperBound, .rosterDay)
      ?? (line.days.count <= RosterLine.mostDays
        ? nil : Nonsense(.rosterDays, .numbers(1...Int64(RosterLine.mostDays))))
  }

  func record(_ record: AnyRecord) -> Nonsense? {
    var record = record
    var moments = MomentJudge(self)
    // It refuses nothing.
    try? record.members(&moments)
    return moments.found
  }

  func step(_ step: TicketEvent) -> Nonsense? {
    switch step {
    case .received(let receipt):
      receipt.rings.flatMap { number(Int64($0), .rings, Sense.rings) }
        ?? receipt.window.flatMap { window($0, .window, Sense.window) }
    case .edited(let edit): edit.received.flatMap { moment($0, .happened) }
    case .promised(let by, _): moment(by, .promise)
    case .referred(let referring): referring.until.flatMap { moment($0, .moment) }
    case .waiting(_, let until, _): until.flatMap { moment($0, .waiting) }
    case .rebooked(let change):
      window(change.window, .window, Sense.window)
        ?? change.order.flatMap { number(Int64($0), .order, Sense.order) }
    case .merged(let other), .linked(let other?):
      number(Int64(other.value), .ticket, Sense.ticket)
    default: nil
    }
  }

  func step(_ step: OrderEvent) -> Nonsense? {
    switch step {
    case .dispatched(_, let window, _, _): window.flatMap { self.window($0, .window, Sense.window) }
    case .completed(let completion): self.completion(completion)
    case .priced(let fen, _): number(fen, .price, Sense.price)
    case .transferred(let other, _), .rework(let other):
      number(Int64(other.ticket.value), .ticket, Sense.ticket)
        ?? number(Int64(other.index), .order, Sense.order)
    default: nil
    }
  }

  private func completion(_ completion: Completion) -> Nonsense? {
    for material in completion.materials {
      let nonsense =
        number(material.milliQuantity, .quantity, Sense.quantity)
        ?? number(material.unitPrice, .unitPrice, Sense.price)
      if let nonsense { return nonsense }
    }
    return completion.labourMinutes.flatMap { number(Int64($0), .labour, Sense.labour) }
      ?? number(completion.labourPrice, .labourPrice, Sense.price)
      ?? completion.charge.flatMap { number($0, .charge, Sense.price) }
      ?? number(completion.cost ?? .max, .total, Sense.price)
  }
}
