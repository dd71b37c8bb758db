/// Stretches of time.
extension MomentReading {
  /// The stretch meant by `14:00-16:00`, `明天 9:00-11:00`, `下周六上午9点到11点`, `2026-11-23 14:00..16:00`, `明天上午`,
  /// `两小时内`. Both ends go by one reading; an end that is a time of day before the start is one of the next day,
  /// where that is no more than sixteen hours later.
  ///
  /// A day alone is all of it where a day is long enough to mean something: nobody is promised a visit for one.
  public func window(_ text: some StringProtocol, allowsDay: Bool = false) throws(MomentFault) -> Window {
    let whole = MomentScanner(text)
    guard !whole.isTooLong else { throw .unreadable }
    var fault: MomentFault?
    for mark in Self.marks {
      for (left, right) in whole.sides(of: mark) {
        guard let start = parser.read(left, allowsBare: true), let end = parser.read(right, allowsBare: true),
          belong(start, end)
        else { continue }
        do throws(MomentFault) { return try window(start, end) } catch { fault = fault ?? error }
      }
    }
    if let fault { throw fault }
    guard let written = parser.read(whole) else { throw .unreadable }
    if written.isWithin, let end = written.moment { return try sensible(Window(start: now, end: end)) }
    guard written.isStretch, allowsDay || !written.isDay else { throw .unreadable }
    return try stretch(written)
  }

  /// From now until the moment meant, or the stretch meant.
  public func span(_ text: some StringProtocol) throws(MomentFault) -> Window {
    do throws(MomentFault) {
      return try window(text, allowsDay: true)
    } catch .unreadable {
      return Window(start: now, end: try moment(text))
    } catch { throw error }
  }

  /// A stretch that is not over, where one to come is asked for.
  public func judged(_ window: Window) throws(MomentFault) -> Window {
    guard window.start < window.end else { throw .reversed(window) }
    if sense == .future, window.end <= now { throw .passed(window.end) }
    if sense == .past, window.start > now { throw .notYet(window.start) }
    return window
  }

  /// Whether two times can be the ends of one stretch: a lone number is an hour beside a clock that says so, and four
  /// digits beside four digits.
  private func belong(_ start: WrittenTime, _ end: WrittenTime) -> Bool {
    if end.clock?.isBare == true { return false }
    if start.clock?.isBare == true {
      return end.clock.map { $0.isOpen || $0.half != nil || $0.seconds[0] >= 46_800 } ?? false
    }
    if start.clock?.isDigits == true || end.clock?.isDigits == true {
      return start.clock?.isDigits == true && end.clock?.isDigits == true && end.days == nil
    }
    return true
  }

  private func sensible(_ window: Window) throws(MomentFault) -> Window {
    Window(start: try sensible(window.start), end: try sensible(window.end))
  }

  /// A day, or a part of one.
  private func stretch(_ written: WrittenTime) throws(MomentFault) -> Window {
    let pairs = spots(written, inWindow: true).map { group in
      group.map { spot in
        Pair(spot, end: written.clock?.end.map { moment(spot.day, $0) } ?? midnight(spot.day + 1))
      }
    }
    return try pick(pairs)
  }

  private func window(_ start: WrittenTime, _ end: WrittenTime) throws(MomentFault) -> Window {
    if let moment = start.moment {
      let spot = Spot(moment: moment, day: zone.civil(moment).daysSinceEpoch, second: 0)
      return try pick([pairs(spot, end)])
    }
    var (start, end) = (start, end)
    if let (first, last) = Self.halves(start.clock, end.clock) { (start.clock, end.clock) = (first, last) }
    let groups = spots(start, inWindow: true).map { group in group.flatMap { pairs($0, end) } }
    return try pick(groups)
  }

  /// `下午3:00-5:00` and `2-4pm`: the half of the day said with one end goes for both.
  private static func halves(_ start: WrittenClock?, _ end: WrittenClock?) -> (WrittenClock, WrittenClock)? {
    guard let start, let end else { return nil }
    if start.half != nil { return (start, end.beside(start)) }
    guard let half = end.half, let last = end.seconds.first else { return nil }
    var first = start.isOpen ? start : start.beside(end)
    // The half that was said, where the stretch then does not run backwards.
    let wanted = first.seconds.filter { $0 < last }
    if let best = half == .afternoon ? wanted.max() : wanted.min() { first.seconds = [best] }
    return (first, end)
  }

  private struct Pair {
    var start: Spot
    var end: Instant
    var fault: MomentFault?

    init(_ start: Spot, end: Instant, fault: MomentFault? = nil) {
      self.start = start
      self.end = end
      self.fault = start.fault ?? fault
    }
  }

  private func moment(_ day: Int, _ second: Int) -> Instant {
    zone.instant(CivilTime(secondsSinceEpoch: Int64(day) * 86_400 + Int64(second)))
  }

  /// A stretch that goes on after midnight without saying so lasts so long at most: `14:00-13:00` is a slip of the hand.
  private static let night = Seconds.hours(16)

  /// A start with every end that may be meant by it.
  private func pairs(_ start: Spot, _ end: WrittenTime) -> [Pair] {
    if let length = end.length { return [Pair(start, end: start.moment + length)] }
    if let moment = end.moment { return [Pair(start, end: moment)] }
    if end.isDay {
      // The last day is meant whole.
      let day = end.days?.first { $0 >= start.day } ?? end.days?.last
      return day.map { [Pair(start, end: midnight($0 + 1))] } ?? []
    }
    guard let clock = end.clock else { return [] }
    let days = end.days ?? [start.day, start.day + 1]
    if let last = clock.end {
      let day = days.first { moment($0, last) > start.moment } ?? days.last
      return day.map { [Pair(start, end: moment($0, last))] } ?? []
    }
    let spots = days.flatMap { day in
      clock.seconds.sorted().flatMap { self.spots(day: day, second: $0, clock) }
    }
    let later = spots.first {
      $0.moment > start.moment
        && (end.days != nil || $0.day == start.day || $0.moment - start.moment <= Self.night)
    }
    guard let found = later ?? (end.days == nil ? spots.first : spots.last) else { return [] }
    return [Pair(start, end: found.moment, fault: found.fault)]
  }

  private func pick(_ groups: [[Pair]]) throws(MomentFault) -> Window {
    let groups = groups.map(Self.nearest)
    let fitting = groups.lazy.map { $0.filter { self.fits($0) } }.first { !$0.isEmpty }
    let pairs = fitting ?? groups.first ?? []
    func earlier(_ a: Pair, _ b: Pair) -> Bool { (a.start.moment, a.end) < (b.start.moment, b.end) }
    let best: Pair? =
      switch (sense, fitting == nil) {
      case (.past, false), (.future, true): pairs.max(by: earlier)
      case (.future, false), (.past, true): pairs.min(by: earlier)
      case (.either, _):
        pairs.min {
          (abs($0.start.day - today), -$0.start.day, $0.start.moment)
            < (abs($1.start.day - today), -$1.start.day, $1.start.moment)
        }
      }
    guard let best else { throw .unreadable }
    if let fault = best.fault { throw fault }
    if sense == .either, let twin = best.start.twin {
      throw .twice(min(best.start.moment, twin), max(best.start.moment, twin))
    }
    return try sensible(Window(start: best.start.moment, end: best.end))
  }

  /// Of beginnings in several years before one end the last, and none after it.
  private static func nearest(_ pairs: [Pair]) -> [Pair] {
    let forward = pairs.filter { $0.start.moment < $0.end }
    return forward.isEmpty
      ? pairs
      : forward.filter { pair in
        !forward.contains { $0.end == pair.end && $0.start.day > pair.start.day }
      }
  }

  private func fits(_ pair: Pair) -> Bool {
    switch sense {
    case .past: pair.start.moment <= now
    case .future:
      // Of two beginnings at which the wall shows the same, the one that is still to come.
      pair.end > now && (pair.start.moment > now || pair.start.twin.map { $0 <= now } ?? true)
    case .either: true
    }
  }
}
