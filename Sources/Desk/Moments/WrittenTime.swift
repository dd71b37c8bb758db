/// A time of day as somebody wrote it, before a day and the moment now decide when that is.
struct WrittenClock {
  /// Seconds after the midnight of the day, beyond 86 400 of the day after; of an hour that leaves its half of the day open
  /// the likelier one first: of 1 to 6 the afternoon's, of 7 to 12 the morning's.
  var seconds: [Int]
  var milliseconds: Int64 = 0
  /// Seconds east of UTC, where they are written.
  var offset: Int?
  /// When it is over, of a part of the day without an hour.
  var end: Int?
  /// Half of the day that was said with it.
  var half: Half?
  /// It is a number and nothing more, which is an hour only beside one that says so.
  var isBare = false
  /// It is four digits and nothing more.
  var isDigits = false

  enum Half { case morning, afternoon }

  /// Whether it leaves its half of the day open.
  var isOpen: Bool { seconds.count > 1 }

  init(_ seconds: [Int]) { self.seconds = seconds }

  /// An hour as it is said without its half of the day.
  static func open(hour: Int, second: Int) -> WrittenClock {
    guard 1...12 ~= hour else { return WrittenClock([hour * 3600 + second]) }
    let morning = hour % 12 * 3600 + second
    let isMorning = 7...11 ~= hour
    return WrittenClock(isMorning ? [morning, morning + 43_200] : [morning + 43_200, morning])
  }

  /// The same, said beside a time that names its half of the day.
  func beside(_ other: WrittenClock) -> WrittenClock {
    guard half == nil, other.half != nil, end == nil, !isDigits, seconds.count == 1,
      let second = seconds.first,
      3600..<46_800 ~= second
    else { return self }
    var clock = self
    clock.seconds = [second, second < 43_200 ? second + 43_200 : second - 43_200]
    return clock
  }
}

/// A time as somebody wrote it: a moment told by its distance from now, or a day, a time of day, or both.
struct WrittenTime {
  /// The moment itself, where it is a distance from now.
  var moment: Instant?
  /// That distance where it has no side: as the end of a stretch it counts from the start.
  var length: Seconds?
  /// It lasts from now until then.
  var isWithin = false
  /// The days that may be meant, counted from 1970-01-01, in order; nil where none is named.
  var days: [Int]?
  var clock: WrittenClock?

  /// A day and nothing more.
  var isDay: Bool { days != nil && clock == nil }
  /// A day or a part of one, which is a stretch of time.
  var isStretch: Bool { isDay || clock?.end != nil }
}
