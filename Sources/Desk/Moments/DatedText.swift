/// A moment written as records of machines have it: `2026-11-22`, `2026-11-22 14:05`, `2026-11-22T14:05:30.123+08:00`.
///
/// Read byte by byte, for files of millions of rows; people's ways of writing are read by ``MomentReading``.
struct DatedText {
  /// What the wall shows.
  var civil: CivilTime
  var milliseconds: Int64 = 0
  /// Seconds east of UTC, where they are written.
  var offset: Int?

  /// Reads the whole of a text; nil where it is written otherwise or no such day or time exists.
  init?(_ text: some StringProtocol) {
    var reader = DigitReader(bytes: Array(text.utf8))
    guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
      let day = reader.number(2)
    else { return nil }
    civil = CivilTime(year: year, month: month, day: day)
    guard civil.isReal else { return nil }
    if reader.isAtEnd { return }
    guard reader.skip("T") || reader.skip(" "), let time = reader.timeOfDay() else { return nil }
    (civil.hour, civil.minute, civil.second) = time
    guard civil.isReal, let fraction = reader.fraction() else { return nil }
    milliseconds = fraction
    if reader.isAtEnd { return }
    guard let offset = reader.zoneOffset(), reader.isAtEnd else { return nil }
    self.offset = offset
  }
}

/// Reads fixed runs of digits off the front of a text.
private struct DigitReader {
  let bytes: [UInt8]
  var position = 0
  private var hasSeconds = false

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Exactly `count` digits.
  mutating func number(_ count: Int) -> Int? {
    guard position + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + count] {
      guard 48...57 ~= byte else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    position += count
    return value
  }

  /// `14:05`, `9:05` or `14:05:30`.
  mutating func timeOfDay() -> (Int, Int, Int)? {
    let start = position
    guard
      let hour = number(2)
        ?? {
          position = start
          return number(1)
        }(), skip(":"), let minute = number(2)
    else { return nil }
    guard skip(":") else { return (hour, minute, 0) }
    guard let second = number(2) else { return nil }
    hasSeconds = true
    return (hour, minute, second)
  }

  /// Milliseconds after the dot that follows the seconds, further digits dropped; 0 where there is no dot.
  mutating func fraction() -> Int64? {
    guard hasSeconds, skip(".") else { return 0 }
    guard position < bytes.count, 48...57 ~= bytes[position] else { return nil }
    var value: Int64 = 0
    var scale: Int64 = 100
    while position < bytes.count, 48...57 ~= bytes[position] {
      value += Int64(bytes[position] - 48) * scale
      scale /= 10
      position += 1
    }
    return value
  }

  /// `Z`, `+08:00`, `+0800` or `+08`, in seconds.
  mutating func zoneOffset() -> Int? {
    if skip("Z") { return 0 }
    let west = skip("-")
    guard west || skip("+"), let hours = number(2), hours <= 15 else { return nil }
    var minutes = 0
    if !isAtEnd {
      _ = skip(":")
      guard let m = number(2), m < 60 else { return nil }
      minutes = m
    }
    return (west ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
