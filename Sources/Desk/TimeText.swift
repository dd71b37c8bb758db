/// The ways of writing a moment that the desk understands, on the command line and on every form:
/// `2026-11-22T14:05:00+08:00`, `…Z`, `2026-11-22 14:05[:30]`, `2026-11-22`, `14:05`, `-30m`, `+2h`.
public enum TimeText {
  /// The moment written there, read in the centre's zone where it names none; nil when it is none of the forms
  /// or no such day or time exists.
  public static func instant(_ text: String, now: Instant, zone: Zone) -> Instant? {
    let bytes = Array(text.utf8)
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      guard let span = duration(String(text.dropFirst())) else { return nil }
      return first == UInt8(ascii: "-") ? now - span : now + span
    }
    var reader = DigitReader(bytes: bytes)
    if bytes.count <= 8, bytes.contains(UInt8(ascii: ":")), !bytes.contains(UInt8(ascii: "-")) {
      let today = zone.civil(now)
      guard let time = reader.timeOfDay(), reader.isAtEnd else { return nil }
      return local(
        CivilTime(
          year: today.year, month: today.month, day: today.day, hour: time.0, minute: time.1, second: time.2),
        zone)
    }
    return dated(&reader, zone)
  }

  /// A span such as `30m`, `1h30m`, `90s`, `7d`; nil when it is no such span or longer than 100 years.
  public static func duration(_ text: String) -> Seconds? {
    var total: Int64 = 0
    var number: Int64?
    for byte in text.utf8 {
      if 48...57 ~= byte {
        let digit = Int64(byte - 48)
        guard (number ?? 0) < 10_000_000_000 else { return nil }
        number = (number ?? 0) * 10 + digit
        continue
      }
      guard let n = number, let unit = unitSeconds(byte), n <= 3_155_760_000 / unit else { return nil }
      total += n * unit
      number = nil
    }
    guard number == nil, !text.isEmpty, total <= 3_155_760_000 else { return nil }
    return Seconds(total)
  }

  private static func unitSeconds(_ byte: UInt8) -> Int64? {
    switch byte {
    case UInt8(ascii: "s"): 1
    case UInt8(ascii: "m"): 60
    case UInt8(ascii: "h"): 3600
    case UInt8(ascii: "d"): 86_400
    case UInt8(ascii: "w"): 604_800
    default: nil
    }
  }

  private static func local(_ civil: CivilTime, _ zone: Zone) -> Instant? {
    civil.isReal ? zone.instant(civil) : nil
  }

  private static func dated(_ reader: inout DigitReader, _ zone: Zone) -> Instant? {
    guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
      let day = reader.number(2)
    else { return nil }
    var civil = CivilTime(year: year, month: month, day: day)
    if reader.isAtEnd { return local(civil, zone) }
    guard reader.skip("T") || reader.skip(" "), let time = reader.timeOfDay() else { return nil }
    (civil.hour, civil.minute, civil.second) = time
    guard civil.isReal, let fraction = reader.fraction() else { return nil }
    if reader.isAtEnd { return zone.instant(civil) + Seconds(milliseconds: fraction) }
    guard let offset = reader.zoneOffset(), reader.isAtEnd else { return nil }
    return Instant(seconds: civil.secondsSinceEpoch - Int64(offset)) + Seconds(milliseconds: fraction)
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
