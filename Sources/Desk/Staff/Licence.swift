/// A certificate that some work asks for, such as `lift`, with the last day on which it is good.
public struct Licence: Hashable, Sendable {
  public var name: String
  /// Days after 1970-01-01 of its last day, on the centre's wall; nil where it has no end on record.
  public var lastDay: Int?

  public init(_ name: String, lastDay: Int? = nil) {
    self.name = name
    self.lastDay = lastDay
  }

  /// Reads `lift` or `lift:2027-03-31`; nil where no such day exists, or where there is no name.
  public init?(text: String) {
    guard let colon = text.lastIndex(of: ":") else {
      guard !text.isEmpty else { return nil }
      self.init(text)
      return
    }
    let name = text[..<colon]
    guard !name.isEmpty, let day = CivilTime.day(text[text.index(after: colon)...]) else { return nil }
    self.init(String(name), lastDay: day)
  }

  /// `lift`, or `lift:2027-03-31`.
  public var text: String { lastDay.map { name + ":" + CivilTime.dayText($0) } ?? name }

  /// Whether it is good at a moment.
  public func isGood(at moment: Instant, in zone: Zone) -> Bool {
    lastDay.map { zone.civil(moment).daysSinceEpoch <= $0 } ?? true
  }
}

extension CivilTime {
  /// Days after 1970-01-01 of the day written `2026-11-22`; nil for anything else.
  public static func day(_ text: some StringProtocol) -> Int? {
    let pieces = text.split(separator: "-", omittingEmptySubsequences: false)
    guard pieces.count == 3, zip(pieces, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 }),
      pieces.allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } }), let year = Int(pieces[0]),
      let month = Int(pieces[1]), let day = Int(pieces[2])
    else { return nil }
    let civil = CivilTime(year: year, month: month, day: day)
    return civil.isReal ? civil.daysSinceEpoch : nil
  }

  /// The day so many days after 1970-01-01, written `2026-11-22`.
  public static func dayText(_ day: Int) -> String {
    let civil = CivilTime(secondsSinceEpoch: Int64(day) * 86_400)
    func digits(_ value: Int, _ count: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    return digits(civil.year, 4) + "-" + digits(civil.month, 2) + "-" + digits(civil.day, 2)
  }
}
