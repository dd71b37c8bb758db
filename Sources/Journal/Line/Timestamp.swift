/// Moments as the journal writes them, `2026-11-22T04:17:35.123Z`: UTC, always 24 bytes, milliseconds since 1970
/// as a number. Years 0000 to 9999 of the proleptic Gregorian calendar (RFC 3339); no leap seconds.
public enum Timestamp {
  /// The length of a written moment in bytes.
  public static let length = 24
  /// The moments that can be written, in milliseconds since 1970.
  public static let bounds: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

  /// Milliseconds since 1970 of the moment written in `text`; nil for any other form or an impossible date.
  public static func parse(_ text: String) -> Int64? {
    var text = text
    return text.withUTF8 { $0.count == length ? parse(UnsafeRawBufferPointer($0), at: 0) : nil }
  }

  /// The moment in the 24 bytes from `start` on, which must lie inside `bytes`.
  static func parse(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Int64? {
    guard bytes[start + 4] == 0x2d, bytes[start + 7] == 0x2d, bytes[start + 10] == 0x54,
      bytes[start + 13] == 0x3a, bytes[start + 16] == 0x3a, bytes[start + 19] == 0x2e,
      bytes[start + 23] == 0x5a
    else { return nil }
    var faulty = false
    @inline(__always) func digit(_ place: Int) -> Int64 {
      let value = bytes[start + place] &- 0x30
      faulty = faulty || value > 9
      return Int64(value)
    }
    @inline(__always) func pair(_ place: Int) -> Int64 { digit(place) * 10 + digit(place + 1) }
    let year = pair(0) * 100 + pair(2)
    let (month, day) = (pair(5), pair(8))
    let (hour, minute, second) = (pair(11), pair(14), pair(17))
    let millisecond = pair(20) * 10 + digit(22)
    guard !faulty, month >= 1, month <= 12, day >= 1, day <= daysIn(month: month, year: year),
      hour < 24, minute < 60, second < 60
    else { return nil }
    let days = daysSince1970(year: year, month: month, day: day)
    return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + millisecond
  }

  /// The written form of `milliseconds` since 1970; a moment outside `bounds` is written as the nearest bound.
  public static func format(_ milliseconds: Int64) -> String {
    var bytes: [UInt8] = []
    append(milliseconds, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the 24 bytes of `milliseconds` since 1970.
  static func append(_ milliseconds: Int64, to bytes: inout [UInt8]) {
    let moment = min(max(milliseconds, bounds.lowerBound), bounds.upperBound)
    let days = moment >= 0 ? moment / 86_400_000 : (moment - 86_399_999) / 86_400_000
    let inDay = moment - days * 86_400_000
    let (year, month, day) = civil(daysSince1970: days)
    appendDigits(year, 4, then: 0x2d, to: &bytes)
    appendDigits(month, 2, then: 0x2d, to: &bytes)
    appendDigits(day, 2, then: 0x54, to: &bytes)
    appendDigits(inDay / 3_600_000, 2, then: 0x3a, to: &bytes)
    appendDigits(inDay / 60_000 % 60, 2, then: 0x3a, to: &bytes)
    appendDigits(inDay / 1000 % 60, 2, then: 0x2e, to: &bytes)
    appendDigits(inDay % 1000, 3, then: 0x5a, to: &bytes)
  }

  private static func appendDigits(_ number: Int64, _ digits: Int, then end: UInt8, to bytes: inout [UInt8]) {
    var divisor: Int64 = digits == 4 ? 1000 : digits == 3 ? 100 : 10
    while divisor > 0 {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
    bytes.append(end)
  }

  private static func daysIn(month: Int64, year: Int64) -> Int64 {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
  }

  // Howard Hinnant, "chrono-compatible low-level date algorithms": a year that begins on 1 March puts the leap
  // day last, and 400 years are always 146,097 days.
  private static func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(daysSince1970 days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}
