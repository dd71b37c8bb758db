public import Desk

/// A way in which foreign records write moments: by a pattern, or as a number that counts from somewhere.
public enum MomentFormat: Hashable, Sendable {
  /// `%Y-%m-%d %H:%M`.
  case pattern(TimeFormat)
  /// Days since the end of 1899 as spreadsheets count them: `43580.39` is 2019-04-25 09:21:36 on the wall.
  case serial
  /// The same, counted from 1904 on, as old files from a Mac do.
  case serial1904
  /// Seconds since 1970 in UTC.
  case epoch
  /// Milliseconds since 1970 in UTC.
  case epochMilliseconds

  /// Those that are no patterns, by the names that a map gives them.
  public static let named: [(name: String, format: MomentFormat)] = [
    ("serial", .serial), ("serial-1904", .serial1904), ("epoch", .epoch), ("epoch-ms", .epochMilliseconds),
  ]

  /// What a map may say: a name, or a pattern of these fields.
  public static var allowed: [String] { named.map(\.name) + TimeFormat.fields }

  /// A way of that name, or of that pattern; nil where it is neither.
  public init?(_ text: String) {
    if let known = Self.named.first(where: { $0.name == text }) {
      self = known.format
    } else {
      guard let pattern = TimeFormat(text) else { return nil }
      self = .pattern(pattern)
    }
  }

  /// As a map writes it.
  public var text: String {
    if case .pattern(let pattern) = self { return pattern.text }
    return Self.named.first { $0.format == self }?.name ?? ""
  }

  /// The moment written so, on the wall clock of the reading's zone where it counts from no moment in UTC; nil when it is not
  /// written so or no such day and time exist. Throws as ``TimeFormat/instant(_:_:)`` does.
  public func instant(_ text: some StringProtocol, _ moments: MomentReading) throws(MomentFault) -> Instant? {
    switch self {
    case .pattern(let pattern): return try pattern.instant(text, moments)
    case .serial, .serial1904:
      guard let wall = wall(text) else { return nil }
      return try moments.moment(wall)
    case .epoch, .epochMilliseconds: return counted(text)
    }
  }

  /// What the clock on the wall shows by a number of days; nil where this is no such format, or that no such number.
  public func wall(_ text: some StringProtocol) -> CivilTime? {
    guard let number = DecimalText(text) else { return nil }
    // Up to the 60th day programs disagree: one of them has a 29 February 1900.
    switch self {
    case .serial where 61...2_958_465 ~= number.whole: return Self.wall(number, from: -25_569)
    case .serial1904 where 0...2_957_003 ~= number.whole: return Self.wall(number, from: -24_107)
    case .pattern, .serial, .serial1904, .epoch, .epochMilliseconds: return nil
    }
  }

  private static func wall(_ number: DecimalText, from day: Int64) -> CivilTime? {
    let wall = CivilTime(secondsSinceEpoch: (number.whole + day) * 86_400 + number.rounded(of: 86_400))
    return wall.isReal ? wall : nil
  }

  private func counted(_ text: some StringProtocol) -> Instant? {
    guard let number = DecimalText(text) else { return nil }
    // The last second of the year 9999.
    let last: Int64 = 253_402_300_799
    if self == .epoch {
      guard number.whole <= last else { return nil }
      return Instant(seconds: number.whole) + Seconds(milliseconds: number.rounded(of: 1000))
    }
    guard number.whole / 1000 <= last, number.digits == 0 else { return nil }
    return Instant(seconds: number.whole / 1000) + Seconds(milliseconds: number.whole % 1000)
  }
}

/// A number as a spreadsheet writes it: digits, and perhaps a point or comma and more digits.
private struct DecimalText {
  let whole: Int64
  /// The digits behind the point, as a number, and how many they are.
  private var fraction: Int64 = 0
  private(set) var digits = 0

  init?(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    let start = rest.prefix { 48...57 ~= $0 }
    guard 1...15 ~= start.count else { return nil }
    whole = start.reduce(0) { $0 * 10 + Int64($1 - 48) }
    rest = rest.dropFirst(start.count)
    guard let point = rest.popFirst() else { return }
    guard point == UInt8(ascii: ".") || point == UInt8(ascii: ","), !rest.isEmpty,
      rest.allSatisfy({ 48...57 ~= $0 })
    else { return nil }
    // More than fourteen say nothing about a second of a day, and would not fit.
    for digit in rest.prefix(14) { fraction = fraction * 10 + Int64(digit - 48) }
    digits = min(rest.count, 14)
  }

  /// The fraction of so many units, rounded to whole ones.
  func rounded(of units: Int64) -> Int64 {
    var scale: Int64 = 1
    for _ in 0..<digits { scale *= 10 }
    return (fraction * units + scale / 2) / scale
  }
}
