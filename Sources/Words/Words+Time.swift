public import Desk

/// Spans and moments as people read them.
extension Words {
  /// `剩余 2小时15分` / `2h 15m left`; `超时 35分` / `35m late` below zero.
  public func countdown(_ left: Seconds) -> String {
    countdown(left, duration(left))
  }

  /// The same with the span in full, nothing rounded: `剩余 2小时15分3秒` / `2h 15m 3s left`.
  public func exactCountdown(_ left: Seconds) -> String {
    countdown(left, exact(left < .zero ? .zero - left : left))
  }

  private func countdown(_ left: Seconds, _ length: String) -> String {
    left < .zero ? text("超时 \(length)", "\(length) late") : text("剩余 \(length)", "\(length) left")
  }

  /// The two largest units of a span, its sign left out: `3天4小时` / `3d 4h`; seconds only under ten minutes.
  public func duration(_ span: Seconds) -> String {
    let seconds = span.whole.magnitude
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
    if days > 0 { return text("\(days)天", "\(days)d") + rest(hours, "小时", "h") }
    if hours > 0 { return text("\(hours)小时", "\(hours)h") + rest(minutes, "分", "m") }
    if minutes >= 10 { return text("\(minutes)分", "\(minutes)m") }
    if minutes > 0 { return text("\(minutes)分", "\(minutes)m") + rest(seconds % 60, "秒", "s") }
    return text("\(seconds)秒", "\(seconds)s")
  }

  private func rest(_ count: UInt64, _ zh: String, _ en: String) -> String {
    count == 0 ? "" : text("\(count)\(zh)", " \(count)\(en)")
  }

  /// After how long at most what ``duration(_:)`` says of this span changes: a second, a minute or an hour.
  public static func step(of span: Seconds) -> Seconds {
    let seconds = span.whole.magnitude
    return seconds >= 86_400 ? .hours(1) : seconds >= 600 ? .minutes(1) : Seconds(1)
  }

  /// Within so many days a day of the month is the nearest one of that name, whatever the year: a promise made in December
  /// for January says its hour and needs no year.
  static let near = 182

  /// A moment as it is seen from `now`, on the wall clock of the centre: `今天 14:05` / `today 14:05`, yesterday and
  /// tomorrow likewise, `11-20 14:05` within half a year, `2025-11-20 14:05` farther away. The hour is never left out.
  public func time(_ moment: Instant, _ zone: Zone, now: Instant) -> String {
    let (then, today) = (zone.civil(moment), zone.civil(now))
    let clock = Self.clock(moment, zone)
    switch then.daysSinceEpoch - today.daysSinceEpoch {
    case 0: return text("今天 \(clock)", "today \(clock)")
    case 1: return text("明天 \(clock)", "tomorrow \(clock)")
    case -1: return text("昨天 \(clock)", "yesterday \(clock)")
    case -Self.near...Self.near: return Self.two(then.month) + "-" + Self.two(then.day) + " " + clock
    default: return fullTime(moment, zone)
    }
  }

  /// The same where today goes without saying: the hour alone for today.
  public func hour(_ moment: Instant, _ zone: Zone, now: Instant) -> String {
    let (then, today) = (zone.civil(moment), zone.civil(now))
    return then.daysSinceEpoch == today.daysSinceEpoch
      ? Self.clock(moment, zone) : time(moment, zone, now: now)
  }

  /// A stretch of time as it is seen from `now`: `明天 14:00-16:00`, the day said twice where it changes before midnight:
  /// `明天 22:00-24:00`.
  public func time(_ window: Window, _ zone: Zone, now: Instant) -> String {
    let sameDay = zone.civil(window.start).daysSinceEpoch == zone.civil(window.end).daysSinceEpoch
    let start = time(window.start, zone, now: now)
    if !sameDay, endsWithTheDay(window, zone) { return start + "-24:00" }
    return sameDay
      ? start + "-" + Self.clock(window.end, zone) : start + " - " + time(window.end, zone, now: now)
  }

  private func endsWithTheDay(_ window: Window, _ zone: Zone) -> Bool {
    let (first, last) = (zone.civil(window.start), zone.civil(window.end))
    return last.daysSinceEpoch == first.daysSinceEpoch + 1 && last.hour == 0 && last.minute == 0
  }

  /// A day as it is seen from another, `11-20` within half a year, `2025-11-20` farther away; both counted from 1970-01-01.
  public static func day(_ day: Int, today: Int) -> String {
    let text = CivilTime.dayText(day)
    return -near...near ~= day - today ? String(text.dropFirst(5)) : text
  }

  /// A moment in full, on the wall clock of the centre: `2026-11-22 14:05`; with its distance from UTC, `2026-10-25 02:30
  /// +01:00`, in the hour that the end of summer time shows twice.
  public func fullTime(_ moment: Instant, _ zone: Zone) -> String {
    Self.date(zone.civil(moment)) + " " + Self.clock(moment, zone)
  }

  /// A moment to the second: `2026-11-22 14:05:09`.
  public func exactTime(_ moment: Instant, _ zone: Zone) -> String {
    Self.date(zone.civil(moment)) + " " + Self.clock(moment, zone, toTheSecond: true)
  }

  /// A moment in full with its distance from UTC: `2026-10-25 02:30 +02:00`.
  public func timeWithOffset(_ moment: Instant, _ zone: Zone) -> String {
    let then = zone.civil(moment)
    return Self.date(then) + " " + Self.clock(then) + " " + Self.offset(moment, zone)
  }

  /// Two moments in full, to the second where the minute is the same and they are not.
  public func apart(_ one: Instant, _ other: Instant, _ zone: Zone) -> (String, String) {
    let short = (fullTime(one, zone), fullTime(other, zone))
    return short.0 != short.1 || one == other
      ? short : (exactTime(one, zone), exactTime(other, zone))
  }

  /// The first moment from this one on that can be typed: a full minute where it is one, else a full second.
  public func typable(notBefore moment: Instant, _ zone: Zone) -> String {
    let second = Instant(milliseconds: moment.milliseconds + 999).seconds
    let rounded = Instant(seconds: second)
    return zone.civil(rounded).second == 0 ? fullTime(rounded, zone) : exactTime(rounded, zone)
  }

  /// A promised stretch of time in full: `2026-11-22 14:00 - 16:00`, the day said twice where it changes.
  public func window(_ window: Window, _ zone: Zone) -> String {
    let sameDay = zone.civil(window.start).daysSinceEpoch == zone.civil(window.end).daysSinceEpoch
    let end = sameDay ? Self.clock(window.end, zone) : fullTime(window.end, zone)
    return fullTime(window.start, zone) + " - " + end
  }

  /// What the wall shows at a moment, with the distance from UTC where it shows that twice.
  private static func clock(_ moment: Instant, _ zone: Zone, toTheSecond: Bool = false) -> String {
    let wall = zone.civil(moment)
    let text = toTheSecond ? clock(wall) + ":" + two(wall.second) : clock(wall)
    guard case .twice = zone.reading(of: wall) else { return text }
    return text + " " + offset(moment, zone)
  }

  private static func clock(_ time: CivilTime) -> String { two(time.hour) + ":" + two(time.minute) }

  private static func date(_ time: CivilTime) -> String {
    four(time.year) + "-" + two(time.month) + "-" + two(time.day)
  }

  private static func offset(_ moment: Instant, _ zone: Zone) -> String {
    let seconds = zone.offset(at: moment)
    let minutes = Int(seconds.magnitude) / 60
    return (seconds < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
  }

  static func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
  private static func four(_ n: Int) -> String {
    let digits = String(n)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
