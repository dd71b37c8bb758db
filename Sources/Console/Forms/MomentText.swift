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
