public import Desk
import Journal

/// Moments as they stand in a table: exact, and read back as the same moment.
public enum MomentCell {
  /// `2026-11-22T06:05:00Z`, with milliseconds where there are any.
  public static func utc(_ moment: Instant) -> String {
    let text = Timestamp.format(moment.milliseconds)
    return moment.milliseconds % 1000 == 0 ? text.prefix(19) + "Z" : text
  }

  /// `2026-11-25 15:40:00+08:00`, with milliseconds where there are any. Without the offset where a wall clock of the
  /// centre tells it apart from every other moment; years that four digits cannot hold are told in UTC.
  static func local(_ moment: Instant, _ zone: Zone, withOffset: Bool) -> String {
    let wall = zone.civil(moment)
    guard 0...9999 ~= wall.year, Timestamp.bounds ~= moment.milliseconds else { return utc(moment) }
    let milliseconds = moment.milliseconds - moment.seconds * 1000
    let digits =
      CivilTime.dayText(wall.daysSinceEpoch) + " " + two(wall.hour) + ":" + two(wall.minute) + ":"
      + two(wall.second)
    let text = milliseconds == 0 ? digits : digits + "." + String(String(1000 + milliseconds).dropFirst())
    let isTwice = zone.instant(wall).seconds != moment.seconds
    return withOffset || isTwice ? text + offset(zone.offset(at: moment)) : text
  }

  /// Reads what ``utc(_:)`` and the like write, and nothing else; one without an offset is on the wall of `zone`, and none
  /// where that is nil.
  static func read(_ text: String, _ zone: Zone?) -> Instant? {
    var rest = text[...]
    guard let day = CivilTime.day(prefix: &rest), let separator = rest.popFirst(),
      separator == " " || separator == "T", let time = clock(&rest), let milliseconds = fraction(&rest)
    else { return nil }
    var wall = CivilTime(secondsSinceEpoch: Int64(day) * 86_400)
    (wall.hour, wall.minute, wall.second) = time
    let moment: Instant
    if rest.isEmpty {
      guard let zone else { return nil }
      moment = zone.instant(wall)
      guard zone.civil(moment) == wall else { return nil }
    } else {
      guard let offset = readOffset(&rest), rest.isEmpty else { return nil }
      moment = Instant(seconds: wall.secondsSinceEpoch - Int64(offset))
    }
    return Instant(milliseconds: moment.milliseconds + milliseconds)
  }

  private static func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }

  /// `+08:00`; with seconds where old local time had them.
  private static func offset(_ seconds: Int32) -> String {
    let distance = Int(seconds.magnitude)
    let text = (seconds < 0 ? "-" : "+") + two(distance / 3600) + ":" + two(distance / 60 % 60)
    return distance % 60 == 0 ? text : text + ":" + two(distance % 60)
  }

  private static func clock(_ rest: inout Substring) -> (Int, Int, Int)? {
    guard let hour = number(&rest, 2), take(":", &rest), let minute = number(&rest, 2), take(":", &rest),
      let second = number(&rest, 2), hour < 24, minute < 60, second < 60
    else { return nil }
    return (hour, minute, second)
  }

  private static func fraction(_ rest: inout Substring) -> Int64? {
    guard take(".", &rest) else { return 0 }
    return number(&rest, 3).map(Int64.init)
  }

  private static func readOffset(_ rest: inout Substring) -> Int? {
    if take("Z", &rest) { return 0 }
    let isWest = take("-", &rest)
    guard isWest || take("+", &rest), let hours = number(&rest, 2), take(":", &rest),
      let minutes = number(&rest, 2)
    else { return nil }
    let seconds = take(":", &rest) ? number(&rest, 2) : 0
    guard let seconds, hours < 100, minutes < 60, seconds < 60 else { return nil }
    let distance = (hours * 60 + minutes) * 60 + seconds
    return isWest ? -distance : distance
  }

  fileprivate static func number(_ rest: inout Substring, _ digits: Int) -> Int? {
    let text = rest.prefix(digits)
    guard text.utf8.count == digits, text.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    rest = rest.dropFirst(digits)
    return Int(text)
  }

  fileprivate static func take(_ character: Character, _ rest: inout Substring) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }
}

extension CivilTime {
  /// Days after 1970-01-01 of the day that begins there.
  fileprivate static func day(prefix rest: inout Substring) -> Int? {
    guard let year = MomentCell.number(&rest, 4), MomentCell.take("-", &rest),
      let month = MomentCell.number(&rest, 2), MomentCell.take("-", &rest),
      let day = MomentCell.number(&rest, 2), 1...12 ~= month, day >= 1,
      day <= CivilTime.length(ofMonth: month, year: year)
    else { return nil }
    return CivilTime(year: year, month: month, day: day).daysSinceEpoch
  }
}
