import Desk

/// Hours and days on the clock of the wall, as policy files write them.
enum WallText {
  /// `08:30-12:00` in minutes since midnight, the end of the day being `24:00`; nil for anything else.
  static func hours(_ text: String) -> (start: Int, end: Int)? {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, let start = minute(parts[0]), let end = minute(parts[1]) else { return nil }
    return (start, end)
  }

  /// `08:30-12:00`.
  static func text(_ start: Int, _ end: Int) -> String { clock(start) + "-" + clock(end) }

  /// `2026-10-01` in days since 1970-01-01, from 2000 to 2199; nil for anything else.
  static func day(_ text: some StringProtocol) -> Int? {
    let parts = Substring(text).utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, let year = number(parts[0], 4...4), let month = number(parts[1], 2...2),
      let day = number(parts[2], 2...2), (2000...2199).contains(year)
    else { return nil }
    let civil = CivilTime(year: year, month: month, day: day)
    return civil.isReal ? civil.daysSinceEpoch : nil
  }

  /// `2026-10-01`.
  static func text(day: Int) -> String {
    let civil = CivilTime(secondsSinceEpoch: Int64(day) * 86_400)
    return padded(civil.year, 4) + "-" + padded(civil.month, 2) + "-" + padded(civil.day, 2)
  }

  /// The two sides of `A..B`, the only one of a text without dots.
  static func sides(_ text: String) -> [Substring] {
    let bytes = text.utf8
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let next = bytes.index(after: at)
      if bytes[at] == UInt8(ascii: "."), next < bytes.endIndex, bytes[next] == UInt8(ascii: ".") {
        return [text[..<at], text[bytes.index(after: next)...]]
      }
      at = next
    }
    return [text[...]]
  }

  private static func minute(_ text: Substring.UTF8View) -> Int? {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = number(parts[0], 1...2), let minute = number(parts[1], 2...2),
      minute < 60, hour * 60 + minute <= DayHours.wholeDay
    else { return nil }
    return hour * 60 + minute
  }

  private static func number(_ digits: Substring.UTF8View, _ count: ClosedRange<Int>) -> Int? {
    guard count.contains(digits.count), digits.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private static func clock(_ minute: Int) -> String { padded(minute / 60, 2) + ":" + padded(minute % 60, 2) }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
