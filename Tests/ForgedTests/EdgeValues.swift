import Desk
import Foundation
import TestSupport

/// What is put in the place of a value: the edges of every kind of number, day, moment, text, code and reference.
enum EdgeValues {
  private static let integers: [Int64] = [
    0, 1, -1, 2, 250, 255, 256, 65_535, 65_536, 99_999, 100_000, 2_147_483_647, 2_147_483_648, -2_147_483_648,
    9_007_199_254_740_992, 10_000_000_000_000_000, 310_105_199_001_011_234, 999_999_999_999_999_999,
    .max, .max - 1, .min, .min + 1, .max / 60, .max / 60 + 1, .max / 60_000, .max / 60_000 + 1,
  ]

  static let numbers: [String] = integers.map { String($0) } + ["9223372036854775808"]

  private static let days = [
    "0001-01-01", "0000-12-31", "9999-12-31", "1969-12-31", "1970-01-01", "2026-12-31", "2027-01-01",
    "2106-02-07", "2400-02-29", "2026-11-24", "2026-11-31",
  ]

  private static let clocks = ["00:00:00.000Z", "23:59:59.999Z", "15:59:59.999Z", "16:00:00.000Z"]

  private static let orders = [
    "1001.1", "1001.2", "1002.1", "1001.255", "1001.256", "1001.2147483647", "2147483647.1",
    "2147483647.2147483647", "1.1", "9999.1", "1001.0",
  ]

  private static let tickets = [
    "1001", "1002", "1003", "1000", "1", "9999", "1000000", "99999999", "2147483646", "2147483647", "0", "-1",
    "-2147483648", "2147483648",
  ]

  private static let texts: [String] = [
    "", " ", "水", #"\u0000\u001b[2J\u001b]52;c;AAAA\u0007"#, #"\n\n\r\n\t\t"#, "\u{202e}\u{2066}abc",
    "👨‍👩‍👧‍👦🛠️e\u{301}", String(repeating: "水管漏水", count: 9_000), String(repeating: "x", count: 60_000),
    String(repeating: #"\n"#, count: 5_000), String(repeating: "e\u{301}", count: 8_000),
    "310105199001011234", "9999999999999999999999999999-1-1", "3-2-", "-", ".", "root", "li.na", "3-2-1201",
  ]

  private static let codes: [String] =
    TicketKind.allCases.map(\.rawValue) + Urgency.allCases.map(\.rawValue) + Topic.allCases.map(\.rawValue)
    + WaitingReason.allCases.map(\.rawValue) + Satisfaction.allCases.map(\.rawValue)
    + StaffRole.allCases.map(\.rawValue) + ["no-such-code"]

  /// A literal for a value that stands under that name and reads like that; `known` are texts of the same history.
  static func literal(
    for key: String, _ text: String, isText: Bool, known: [String], _ random: inout SeededRandom
  ) -> String {
    guard isText else {
      let isTicket = ["ticket", "into", "parent"].contains(key) && random.chance(3, of: 4)
      return (isTicket ? tickets : numbers).random(&random)
    }
    return "\"" + words(for: key, text, known, &random) + "\""
  }

  private static func words(
    for key: String, _ text: String, _ known: [String], _ random: inout SeededRandom
  ) -> String {
    if text.count == 24, text.hasSuffix("Z") { return days.random(&random) + "T" + clocks.random(&random) }
    if text.count == 10, text.dropFirst(4).hasPrefix("-") { return days.random(&random) }
    if ["order", "next", "of"].contains(key) { return orders.random(&random) }
    if ["kind", "urgency", "topic", "reason", "satisfied", "channel", "role", "trades"].contains(key) {
      return codes.random(&random)
    }
    return random.chance(1, of: 2) ? texts.random(&random) : known.random(&random)
  }
}

extension Array {
  func random(_ random: inout SeededRandom) -> Element { self[Int.random(in: indices, using: &random)] }
}

extension SeededRandom {
  mutating func chance(_ part: Int, of whole: Int) -> Bool { Int.random(in: 0..<whole, using: &self) < part }
}
