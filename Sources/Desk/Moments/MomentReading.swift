/// Turns a time as somebody wrote it into the moment it means: the one place for options, forms, the intake line, policy
/// and rosters.
///
/// What is written without a year or without a day is the nearest that fits the field (``MomentSense``). An hour that leaves
/// its half of the day open (`5点`) is the nearest that fits; with a day, or in a window, 1 to 6 are the afternoon's and 7 to
/// 12 the morning's, unless only the other fits. A part of the day (`明天上午`) is a stretch of time where one is asked for,
/// else the moment at which it begins; so is a day.
public struct MomentReading: Sendable {
  public let now: Instant
  public let zone: Zone
  public let sense: MomentSense

  public init(now: Instant, zone: Zone, sense: MomentSense) {
    self.now = now
    self.zone = zone
    self.sense = sense
  }

  var today: Int { zone.civil(now).daysSinceEpoch }

  /// The moment meant; it may be on the wrong side of now where nothing else can be meant, see ``judged(_:)``.
  public func moment(_ text: some StringProtocol) throws(MomentFault) -> Instant {
    guard let written = parser.read(MomentScanner(text)) else { throw .unreadable }
    if let moment = written.moment { return try sensible(moment) }
    return try sensible(pick(spots(written)))
  }

  /// The moment meant by a text that names a day with its year, as files have it; nothing in it depends on now but which of
  /// two readings at the end of summer time is meant.
  public func dated(_ text: some StringProtocol) throws(MomentFault) -> Instant {
    guard let written = DatedText(text) else {
      let digits = text.utf8.prefix(5).map { 48...57 ~= $0 }
      guard digits == [true, true, true, true, false] else { throw .unreadable }
      return try moment(text)
    }
    let wall = written.civil
    var clock = WrittenClock([wall.hour * 3600 + wall.minute * 60 + wall.second])
    (clock.milliseconds, clock.offset) = (written.milliseconds, written.offset)
    return try sensible(pick([spots(day: wall.daysSinceEpoch, second: clock.seconds[0], clock)]))
  }

  /// The moment of a reading of the wall that somebody else has taken apart, such as a column of a file.
  public func moment(_ wall: CivilTime) throws(MomentFault) -> Instant {
    let second = wall.hour * 3600 + wall.minute * 60 + wall.second
    return try pick([spots(day: wall.daysSinceEpoch, second: second, WrittenClock([second]))])
  }

  /// A moment on the side of now that the field asks for.
  public func judged(_ moment: Instant) throws(MomentFault) -> Instant {
    switch sense {
    case .past: guard moment <= now else { throw .notYet(moment) }
    case .future: guard moment > now else { throw .passed(moment) }
    case .either: break
    }
    return moment
  }

  /// A day, counted from 1970-01-01.
  public func day(_ text: some StringProtocol) throws(MomentFault) -> Int {
    guard let written = parser.read(MomentScanner(text)) else { throw .unreadable }
    return try day(written)
  }

  /// The last day of some that begin with `first`, by one reading with it.
  public func day(_ text: some StringProtocol, notBefore first: Int) throws(MomentFault) -> Int {
    guard let written = parser.read(MomentScanner(text)), written.isDay, let days = written.days,
      let day = days.first(where: { $0 >= first }) ?? days.last, Self.tellable ~= day
    else { throw .unreadable }
    return day
  }

  /// The days from the first to the last one: `明天`, `11-28`, `11-28..12-03`.
  public func days(_ text: some StringProtocol) throws(MomentFault) -> ClosedRange<Int> {
    let whole = MomentScanner(text)
    guard !whole.isTooLong else { throw .unreadable }
    if let written = parser.read(whole), let day = try? day(written) { return day...day }
    for mark in Self.marks {
      for (left, right) in whole.sides(of: mark) {
        guard let first = parser.read(left), let last = parser.read(right), first.isDay, last.isDay,
          let ends = last.days
        else { continue }
        let start = try day(first)
        guard let end = ends.first(where: { $0 >= start }) ?? ends.last else { continue }
        guard start <= end else {
          throw .reversed(Window(start: midnight(start), end: midnight(end)))
        }
        return start...end
      }
    }
    throw .unreadable
  }

  /// A length of time: `30m`, `2小时15分`, `half an hour`; nil where it is none.
  public static func span(_ text: some StringProtocol) -> Seconds? {
    var scanner = MomentScanner(text)
    guard !scanner.isTooLong, let span = SpanText.read(&scanner), scanner.isAtEnd else { return nil }
    return span
  }

  // MARK: shared with windows

  /// What stands between the two ends of a stretch of time, the plainest first.
  static let marks = ["..", "~", "至", "到", " to ", " until ", " - ", "-"]

  /// The days of the years that have four digits. Which of them make sense is for `decide` to say.
  private static let tellable = -719_162...2_932_896

  var parser: MomentParser { MomentParser(now: now, zone: zone, countsBack: sense == .past) }

  func sensible(_ moment: Instant) throws(MomentFault) -> Instant {
    guard 1...9999 ~= zone.civil(moment).year else { throw .unreadable }
    return moment
  }

  /// The moment at which a day begins, after the jump where summer time leaves its midnight out.
  func midnight(_ day: Int) -> Instant { zone.instant(CivilTime(secondsSinceEpoch: Int64(day) * 86_400)) }

  private func day(_ written: WrittenTime) throws(MomentFault) -> Int {
    guard written.isDay, let days = written.days else { throw .unreadable }
    let fitting =
      switch sense {
      case .past: days.last { $0 <= today } ?? days.first
      case .future: days.first { $0 >= today } ?? days.last
      case .either: days.min { (abs($0 - today), -$0) < (abs($1 - today), -$1) }
      }
    guard let fitting, Self.tellable ~= fitting else { throw .unreadable }
    return fitting
  }

  /// A moment that may be meant.
  struct Spot {
    var moment: Instant
    /// The day it was written for.
    var day: Int
    /// Seconds after the midnight of that day.
    var second: Int
    var fault: MomentFault?
    /// It is the earlier, or the later, of two moments at which the wall shows the same.
    var twin: Instant?
  }

  /// All the moments that may be meant; a later list counts only where nothing of those before it fits.
  func spots(_ written: WrittenTime, inWindow: Bool = false) -> [[Spot]] {
    let days = written.days ?? (sense == .either ? [today] : [today - 1, today, today + 1])
    guard let clock = written.clock else {
      return [days.map { Spot(moment: midnight($0), day: $0, second: 0) }]
    }
    let isRanked = written.days != nil || inWindow
    let groups = isRanked ? clock.seconds.map { [$0] } : [clock.seconds]
    return groups.map { seconds in
      days.flatMap { day in seconds.flatMap { spots(day: day, second: $0, clock) } }
    }
  }

  /// The moments at which the wall shows that.
  func spots(day: Int, second: Int, _ clock: WrittenClock) -> [Spot] {
    let civil = CivilTime(secondsSinceEpoch: Int64(day) * 86_400 + Int64(second))
    let rest = Seconds(milliseconds: clock.milliseconds)
    var spot = Spot(moment: Instant(seconds: 0), day: day, second: second)
    if let offset = clock.offset {
      spot.moment = Instant(seconds: civil.secondsSinceEpoch - Int64(offset)) + rest
      return [spot]
    }
    switch zone.reading(of: civil) {
    case .once(let moment):
      spot.moment = moment + rest
      return [spot]
    case .twice(let first, let second):
      var later = spot
      (spot.moment, later.moment) = (first + rest, second + rest)
      (spot.twin, later.twin) = (later.moment, spot.moment)
      return [spot, later]
    case .never(let before, let after):
      spot.moment = after
      // The end of a day is there, whatever the wall shows.
      if second != 86_400 { spot.fault = .leftOut(before: before, after: after) }
      return [spot]
    }
  }

  func fits(_ moment: Instant) -> Bool {
    switch sense {
    case .past: moment <= now
    case .future: moment > now
    case .either: true
    }
  }

  private func pick(_ groups: [[Spot]]) throws(MomentFault) -> Instant {
    let fitting = groups.lazy.map { $0.filter { fits($0.moment) } }.first { !$0.isEmpty }
    let spots = fitting ?? groups.first ?? []
    let best: Spot? =
      switch (sense, fitting == nil) {
      case (.past, false), (.future, true): spots.max { $0.moment < $1.moment }
      case (.future, false), (.past, true): spots.min { $0.moment < $1.moment }
      case (.either, _):
        spots.min { (abs($0.day - today), -$0.day, $0.moment) < (abs($1.day - today), -$1.day, $1.moment) }
      }
    guard let best else { throw .unreadable }
    if let fault = best.fault { throw fault }
    if sense == .either, let twin = best.twin { throw .twice(min(best.moment, twin), max(best.moment, twin)) }
    return best.moment
  }
}
