import Desk

/// The clocks of a ticket as far as its events were known at one time.
struct ReferenceView {
  /// The lines that are clocks, each with the walk along it.
  private let lines: [(line: ReferenceLine, walk: ReferenceWalk)]
  private let version: Int
  /// When the era that holds is due: one that rests when it is used up is due when it runs on; and since when it is late.
  private let dues: [Int?]
  /// When an earlier era was broken, if one was.
  private let broken: [Int?]

  init(
    _ events: [Event], of number: TicketNumber, under policy: Policy, version: Int,
    calendars: [String: OpenMinutes], in zone: Zone
  ) {
    let life = ReferenceLife(ReferenceStep.sorted(events), of: number, under: policy, in: zone)
    self.version = version
    lines = life.lines.filter(\.exists).map { line in
      let stops = WaitingReason.allCases.filter { policy.pauses[$0, default: []].contains(line.key.name) }
      let walk = ReferenceWalk(
        calendars, stoppedBy: Set(stops), rests: life.rests,
        until: line.met?.minute ?? line.over ?? .max)
      return (line, walk)
    }
    dues = lines.map { line, walk in
      guard var promise = line.eras.last?.promise else { return nil }
      promise.start = promise.start ?? line.met?.minute
      guard let used = walk.due(promise) else { return nil }
      return walk.running(from: used)
    }
    broken = lines.map { Self.broken($0, $1) }
  }

  /// The moments at which something becomes due.
  var dueMoments: [Int] { dues.compactMap(\.self) }

  /// When a promise that holds no more was broken: while it held it ran on past its due moment, or it was past when it
  /// was made (clock rules 3 and 4).
  private static func broken(_ line: ReferenceLine, _ walk: ReferenceWalk) -> Int? {
    for (era, next) in zip(line.eras, line.eras.dropFirst()) {
      guard let promise = era.promise, let past = walk.due(promise).flatMap(walk.running) else { continue }
      if past < next.from { return max(past, era.from) }
    }
    return nil
  }

  /// How everything stands at some moments, which are in order.
  func readings(at moments: [Int], shown: [ReferenceReading.Key: Int]) -> [[ReferenceReading]] {
    let columns = lines.indices.map { place in
      let (line, walk) = lines[place]
      let end = min(line.met?.minute ?? line.over ?? .max, line.last?.until ?? .max)
      let counts = line.last.map { walk.count($0.promise, to: moments.map { min($0, end) }) }
      return moments.indices.map { index in
        reading(place, at: moments[index], counts?[index] ?? .init(), shown[line.key])
      }
    }
    return moments.indices.map { index in columns.map { $0[index] } }
  }

  private func reading(
    _ place: Int, at now: Int, _ count: ReferenceWalk.Count, _ shown: Int?
  ) -> ReferenceReading {
    let (line, walk) = lines[place]
    let promise = line.last?.promise
    var reading = ReferenceReading(line.key, state(line, walk, at: now), version: version)
    reading.breachedAt = breach(place, at: now, shown)
    reading.met = line.met?.minute
    if reading.breachedAt != nil, let length = promise?.length {
      reading.late = max(0, count.elapsed - length)
    }
    if reading.state == .met, reading.breachedAt == nil, let due = dues[place], let met = line.met {
      reading.isLateEntered = met.recorded > due
    }
    guard let promise, reading.state != .void, reading.state != .pending else { return reading }
    reading.started = promise.start ?? line.met?.minute
    reading.target = promise.length
    (reading.elapsed, reading.paused) = (count.elapsed, count.paused)
    guard reading.state != .met else { return reading }
    reading.remaining = promise.length.map { $0 - count.elapsed }
    if reading.state == .running { reading.due = dues[place] }
    return reading
  }

  private func state(_ line: ReferenceLine, _ walk: ReferenceWalk, at now: Int) -> ClockState {
    if line.met != nil { return .met }
    guard line.over == nil, let promise = line.eras.last?.promise else { return .void }
    guard promise.start != nil else { return .pending }
    return walk.rests(at: now) ? .paused : .running
  }

  /// What was shown as broken stays so, unless it turns out that it was kept by then.
  private func breach(_ place: Int, at now: Int, _ shown: Int?) -> Int? {
    let line = lines[place].line
    if let shown, line.met.map({ $0.minute > shown }) ?? true { return shown }
    if let broken = broken[place] { return broken }
    guard let past = dues[place], let era = line.eras.last, era.promise != nil else { return nil }
    let end = min(now, line.met?.minute ?? line.over ?? .max)
    guard past < end else { return nil }
    // What was done late before anybody promised it was late from its due moment on, what is past when it is promised
    // from then on (clock rule 3).
    return line.wasKeptBefore ? past : max(past, era.from)
  }
}
