public import Desk

/// A way of writing moments in foreign records: `%d/%m/%Y %H:%M`.
///
/// `%d %m %H %M %S` take one or two digits, `%Y` four, `%y` two (00–68 are 20xx), `%I` with `%p` the twelve-hour
/// clock (AM, PM, 上午, 下午, before the hour or after it), `%b` the English month in three letters, `%f` a fraction of a second, `%z` the distance from
/// UTC (`Z`, `+0800`, `+08:00`), `%%` a percent sign; everything else stands for itself.
public struct TimeFormat: Hashable, Sendable {
  private enum Piece: Hashable, Sendable {
    case field(UInt8)
    case literal(UInt8)
  }

  /// As it was written.
  public let text: String
  private let pieces: [Piece]

  /// Fields that can stand after a percent sign.
  public static let fields = ["%d", "%m", "%Y", "%y", "%H", "%I", "%M", "%S", "%f", "%p", "%b", "%z", "%%"]

  /// A format; nil when it has an unknown field or does not name day, month and year.
  public init?(_ text: String) {
    var pieces: [Piece] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        pieces.append(.literal(byte))
        continue
      }
      guard let field = bytes.popFirst() else { return nil }
      if field == UInt8(ascii: "%") {
        pieces.append(.literal(field))
      } else {
        guard "dmYyHIMSfpbz".utf8.contains(field) else { return nil }
        pieces.append(.field(field))
      }
    }
    func has(_ letters: String) -> Bool { letters.utf8.contains { pieces.contains(.field($0)) } }
    guard has("d"), has("mb"), has("Yy") else { return nil }
    self.text = text
    self.pieces = pieces
  }

  /// The moment written so, on the wall clock of the reading's zone where it names no distance from UTC; nil when it is not
  /// written so or no such day and time exist. Throws where summer time leaves it out, and where it shows it twice and the
  /// meaning of the reading decides nothing.
  public func instant(_ text: some StringProtocol, _ moments: MomentReading) throws(MomentFault) -> Instant? {
    var reading = Reading(rest: Array(text.utf8)[...])
    for piece in pieces {
      switch piece {
      case .literal(let byte): guard reading.rest.popFirst() == byte else { return nil }
      case .field(let letter): guard reading.take(letter) else { return nil }
      }
    }
    return reading.rest.isEmpty ? try reading.instant(moments) : nil
  }
}

/// What has been read of a moment so far.
private struct Reading {
  var rest: ArraySlice<UInt8>
  private var civil = CivilTime(year: 0, month: 0, day: 0)
  private var milliseconds: Int64 = 0
  private var isAfternoon: Bool?
  private var offset: Int?

  init(rest: ArraySlice<UInt8>) { self.rest = rest }

  mutating func take(_ field: UInt8) -> Bool {
    switch field {
    case UInt8(ascii: "d"): number(2, into: \.civil.day)
    case UInt8(ascii: "m"): number(2, into: \.civil.month)
    case UInt8(ascii: "Y"): number(4, into: \.civil.year, exactly: true)
    case UInt8(ascii: "y"): shortYear()
    case UInt8(ascii: "H"), UInt8(ascii: "I"): number(2, into: \.civil.hour)
    case UInt8(ascii: "M"): number(2, into: \.civil.minute)
    case UInt8(ascii: "S"): number(2, into: \.civil.second)
    case UInt8(ascii: "f"): fraction()
    case UInt8(ascii: "p"): halfOfDay()
    case UInt8(ascii: "b"): monthName()
    default: distance()
    }
  }

  func instant(_ moments: MomentReading) throws(MomentFault) -> Instant? {
    var civil = civil
    if let isAfternoon {
      guard (1...12).contains(civil.hour) else { return nil }
      civil.hour = civil.hour % 12 + (isAfternoon ? 12 : 0)
    } else if civil.hour == 24, civil.minute == 0, civil.second == 0, milliseconds == 0 {
      // The end of a day is the beginning of the next.
      civil.hour = 0
      guard civil.isReal else { return nil }
      civil = CivilTime(secondsSinceEpoch: civil.secondsSinceEpoch + 86_400)
    }
    guard civil.isReal else { return nil }
    if let offset {
      return Instant(seconds: civil.secondsSinceEpoch - Int64(offset)) + Seconds(milliseconds: milliseconds)
    }
    let whole = try moments.moment(civil)
    return whole + Seconds(milliseconds: milliseconds)
  }

  private mutating func digits(_ most: Int) -> (value: Int, count: Int)? {
    var value = 0
    var count = 0
    while count < most, let byte = rest.first, 48...57 ~= byte {
      value = value * 10 + Int(byte - 48)
      count += 1
      rest = rest.dropFirst()
    }
    return count == 0 ? nil : (value, count)
  }

  private mutating func number(
    _ most: Int, into place: WritableKeyPath<Reading, Int>, exactly: Bool = false
  ) -> Bool {
    guard let (value, count) = digits(most), !exactly || count == most else { return false }
    self[keyPath: place] = value
    return true
  }

  private mutating func shortYear() -> Bool {
    guard let (value, count) = digits(2), count == 2 else { return false }
    civil.year = value < 69 ? 2000 + value : 1900 + value
    return true
  }

  private mutating func fraction() -> Bool {
    guard let (value, count) = digits(9) else { return false }
    let scale = [100, 10, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000][count - 1]
    milliseconds = Int64(count <= 3 ? value * scale : value / scale)
    return true
  }

  private mutating func halfOfDay() -> Bool {
    for (name, isLater) in [("上午", false), ("下午", true), ("凌晨", false)] where rest.starts(with: name.utf8) {
      isAfternoon = isLater
      rest = rest.dropFirst(name.utf8.count)
      return true
    }
    let word = rest.prefix(2).map { $0 | 0x20 }
    guard word == Array("am".utf8) || word == Array("pm".utf8) else { return false }
    isAfternoon = word[0] == UInt8(ascii: "p")
    rest = rest.dropFirst(2)
    return true
  }

  private mutating func monthName() -> Bool {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let word = String(decoding: rest.prefix(3).map { $0 | 0x20 }, as: UTF8.self)
    guard let month = names.firstIndex(of: word) else { return false }
    civil.month = month + 1
    rest = rest.dropFirst(3)
    return true
  }

  private mutating func distance() -> Bool {
    if rest.first == UInt8(ascii: "Z") {
      rest = rest.dropFirst()
      offset = 0
      return true
    }
    guard let sign = rest.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let (hours, count) = digits(2), count == 2, hours <= 15
    else { return false }
    if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
    let minutes = digits(2) ?? (0, 2)
    guard minutes.count == 2, minutes.value < 60 else { return false }
    offset = (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes.value * 60)
    return true
  }
}
