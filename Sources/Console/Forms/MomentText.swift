import Desk

/// The ways in which a moment or a stretch of time is typed into a form: everything `TimeText` knows, a plain span
/// (`30m`, counted from now), and a day by name before a time of day (`明天 9:00`, `tomorrow 9:00`).
enum MomentText {
  /// Which way a plain span counts.
  enum Direction { case ahead, back }

  /// The moment meant; nil where it is none.
  static func moment(_ typed: String, now: Instant, zone: Zone, direction: Direction = .ahead) -> Instant? {
    let text = folded(typed)
    if let span = TimeText.duration(text) { return direction == .ahead ? now + span : now - span }
    if let (days, rest) = namedDay(text) {
      let wall = zone.civil(now)
      guard !rest.isEmpty, let time = TimeText.instant(rest, now: now, zone: zone) else { return nil }
      var civil = zone.civil(time)
      guard civil.daysSinceEpoch == wall.daysSinceEpoch else { return nil }
      civil = CivilTime(secondsSinceEpoch: civil.secondsSinceEpoch + Int64(days) * 86_400)
      return zone.instant(civil)
    }
    return TimeText.instant(text, now: now, zone: zone)
  }

  /// The window meant by `14:00-16:00`, `明天 9:00-11:00`, `2026-11-23 14:00..16:00`; nil where it is none.
  static func window(_ typed: String, now: Instant, zone: Zone) -> Window? {
    let text = folded(typed)
    for separator in ["..", "~", "至", " to ", " - ", "-"] {
      guard let cut = lastRange(of: separator, in: text) else { continue }
      let (left, right) = (trimmed(text[..<cut.lowerBound]), trimmed(text[cut.upperBound...]))
      guard let start = moment(left, now: now, zone: zone), let end = end(right, after: start, now, zone)
      else { continue }
      return Window(start: start, end: end)
    }
    return nil
  }

  /// From now until the moment meant, or the window meant; nil where it is neither.
  static func span(_ typed: String, now: Instant, zone: Zone) -> Window? {
    if let end = moment(typed, now: now, zone: zone), end > now { return Window(start: now, end: end) }
    return window(typed, now: now, zone: zone)
  }

  /// The days meant by `明天`, `11-28`, `2026-11-28`, `A..B`, as days after 1970-01-01; nil where it is none.
  static func days(_ typed: String, now: Instant, zone: Zone) -> ClosedRange<Int>? {
    let text = folded(typed)
    if let day = day(text, now, zone) { return day...day }
    for separator in ["..", "~", "至", " to "] {
      guard let cut = lastRange(of: separator, in: text) else { continue }
      guard let first = day(trimmed(text[..<cut.lowerBound]), now, zone),
        let last = day(trimmed(text[cut.upperBound...]), now, zone), first <= last
      else { return nil }
      return first...last
    }
    return nil
  }

  /// A day without a year is the next one of that name.
  private static func day(_ text: String, _ now: Instant, _ zone: Zone) -> Int? {
    let today = zone.civil(now)
    if let (days, rest) = namedDay(text) { return rest.isEmpty ? today.daysSinceEpoch + days : nil }
    if let day = CivilTime.day(text) { return day }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]) else { return nil }
    return [today.year, today.year + 1].lazy.map { CivilTime(year: $0, month: month, day: day) }
      .filter(\.isReal).map(\.daysSinceEpoch).first { $0 >= today.daysSinceEpoch }
  }

  /// The duty meant: nil inside for what is always so, nil where it is none.
  static func duty(_ typed: String) -> Duty?? {
    let text = trimmed(folded(typed)[...])
    switch text {
    case "usual", "照常": return .some(nil)
    case "休息", "off": return .off
    default:
      let plain = text.hasPrefix("待命") ? "on-call " + trimmed(text.dropFirst(2)) : text
      return Duty(text: plain).map { .some($0) }
    }
  }

  /// The end of a window: a time of day belongs to the day on which the window starts.
  private static func end(_ text: String, after start: Instant, _ now: Instant, _ zone: Zone) -> Instant? {
    guard let end = moment(text, now: now, zone: zone) else { return nil }
    guard text.utf8.count <= 5, text.contains(":") else { return end }
    var civil = zone.civil(end)
    let day = zone.civil(start)
    (civil.year, civil.month, civil.day) = (day.year, day.month, day.day)
    return zone.instant(civil)
  }

  private static func namedDay(_ text: String) -> (days: Int, rest: String)? {
    let names = [
      ("今天", 0), ("today", 0), ("明天", 1), ("tomorrow", 1), ("后天", 2), ("昨天", -1), ("yesterday", -1),
    ]
    for (name, days) in names where text.lowercased().hasPrefix(name) {
      return (days, trimmed(text.dropFirst(name.count)))
    }
    return nil
  }

  /// ASCII for the full-width digits and colons that an input method leaves behind.
  private static func folded(_ text: String) -> String {
    var ascii = ""
    for scalar in text.unicodeScalars {
      let plain = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
      ascii.unicodeScalars.append(scalar == "\u{3000}" ? " " : plain ?? scalar)
    }
    return trimmed(ascii[...])
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = Substring(text)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private static func lastRange(of needle: String, in text: String) -> Range<String.Index>? {
    var place = text.endIndex
    while place > text.startIndex {
      place = text.index(before: place)
      if text[place...].hasPrefix(needle) {
        return place..<text.index(place, offsetBy: needle.count)
      }
    }
    return nil
  }
}
