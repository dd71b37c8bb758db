/// Reads a time as somebody wrote it, in Chinese or in English; what it means is decided by ``MomentReading``.
struct MomentParser {
  let now: Instant
  let zone: Zone
  /// Whether a length of time alone counts back from now.
  let countsBack: Bool

  private var today: Int { zone.civil(now).daysSinceEpoch }

  /// The whole of a text; nil where it is no time. A lone number is an hour only where `allowsBare` says so.
  func read(_ text: MomentScanner, allowsBare: Bool = false) -> WrittenTime? {
    guard !text.isEmpty, !text.isTooLong else { return nil }
    var scanner = text
    if let moment = scanner.attempt(distance), scanner.isAtEnd { return moment }
    scanner = text
    _ =
      scanner.eat(["by ", "until ", "till ", "before ", "on ", "at ", "from "])
      || scanner.eat(["到", "在", "于"])
    if let time = whole(scanner, allowsBare) { return time }
    return nil
  }

  // MARK: a distance from now

  /// `now`, `刚才`, `-30m`, `+2h`, `30m`, `半小时后`, `in 2 hours`, `10分钟前`, `两小时内`.
  private func distance(_ scanner: inout MomentScanner) -> WrittenTime? {
    if scanner.eat(["now", "just now", "right now", "a moment ago", "现在", "此刻", "刚才", "刚刚", "刚"]) {
      return WrittenTime(moment: now)
    }
    let sign = scanner.eat("+") ? 1 : scanner.eat("-") ? -1 : 0
    let isWithin = sign == 0 && scanner.eat(["within ", "in the next "])
    let isAhead = sign == 0 && !isWithin && scanner.eat(["in ", "after "])
    guard let span = SpanText.read(&scanner) else { return nil }
    if sign < 0 { return WrittenTime(moment: now - span) }
    if sign > 0 { return WrittenTime(moment: now + span, length: span) }
    if isWithin { return WrittenTime(moment: now + span, isWithin: true) }
    if isAhead { return WrittenTime(moment: now + span) }
    scanner.skipBlanks()
    if scanner.eat(["后", "之后", "以后", "过后", "later", "from now"]) { return WrittenTime(moment: now + span) }
    if scanner.eat(["内", "之内", "以内"]) { return WrittenTime(moment: now + span, isWithin: true) }
    if scanner.eat(["前", "之前", "以前", "ago"]) { return WrittenTime(moment: now - span) }
    return WrittenTime(moment: countsBack ? now - span : now + span, length: span)
  }

  // MARK: a day and a time of day

  private func whole(_ text: MomentScanner, _ allowsBare: Bool) -> WrittenTime? {
    // A day before its time, a time before its day, a day alone, a time alone.
    for isDayFirst in [true, false] {
      var scanner = text
      var time = WrittenTime()
      if isDayFirst {
        guard let day = scanner.attempt(day) else { continue }
        time.days = day.days
        let saysAt = joint(&scanner, day: true)
        let part = day.part
        time.clock = scanner.attempt { clock(&$0, part: part, allowsBare || saysAt) } ?? part.map(Self.whole)
      } else {
        guard let clock = scanner.attempt({ clock(&$0, part: nil, allowsBare) }) else { continue }
        time.clock = clock
        _ = joint(&scanner, day: false)
        time.days = scanner.attempt(day).flatMap { $0.part == nil ? $0.days : nil }
      }
      scanner.skipBlanks()
      _ = scanner.eat(["之前", "以前", "前", "为止"])
      if scanner.isAtEnd { return time }
    }
    return nil
  }

  /// What may stand between a day and its time; whether it says that a time follows.
  private func joint(_ scanner: inout MomentScanner, day isDay: Bool) -> Bool {
    scanner.skipBlanks()
    let saysAt = isDay && scanner.eat("at ")
    if !saysAt { _ = scanner.eat(",") || isDay && scanner.eat(["的", "t"]) || scanner.eat("on ") }
    scanner.skipBlanks()
    return saysAt
  }

  /// A part of the day without an hour.
  static func whole(_ part: PartOfDay) -> WrittenClock {
    var clock = WrittenClock([part.hours.lowerBound * 3600])
    if part != .midnight { clock.end = part.hours.upperBound * 3600 }
    return clock
  }

  private func day(_ scanner: inout MomentScanner) -> (days: [Int], part: PartOfDay?)? {
    MomentDays(today: today).read(&scanner)
  }
}
