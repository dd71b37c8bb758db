import Foundation
import TestSupport
import Testing

@testable import Journal

struct TimestampTests {
  @Test(arguments: [
    (Int64(0), "1970-01-01T00:00:00.000Z"), (1_795_321_055_123, "2026-11-22T04:17:35.123Z"),
    (951_782_400_000, "2000-02-29T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
    (Timestamp.bounds.lowerBound, "0000-01-01T00:00:00.000Z"),
    (Timestamp.bounds.upperBound, "9999-12-31T23:59:59.999Z"),
  ])
  func `known moments are written and read`(moment: Int64, text: String) {
    #expect(Timestamp.format(moment) == text)
    #expect(Timestamp.parse(text) == moment)
  }

  @Test func `every day of four centuries comes back, and agrees with Foundation`() throws {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    var random = SeededRandom()
    for day in stride(from: Int64(-135_140), through: 160_000, by: 1) {
      let moment = day * 86_400_000 + Int64.random(in: 0..<86_400_000, using: &random)
      let text = Timestamp.format(moment)
      try #require(Timestamp.parse(text) == moment, "\(text)")
      if day % 97 == 0 {
        try #require(
          Date(timeIntervalSince1970: Double(moment) / 1000).formatted(style).prefix(10) == text.prefix(10))
      }
    }
  }

  @Test(arguments: [
    "", "2026-11-22T04:17:35Z", "2026-11-22 04:17:35.123Z", "2026-11-22T04:17:35.123z",
    "2026-13-22T04:17:35.123Z",
    "2026-00-22T04:17:35.123Z", "2026-02-29T04:17:35.123Z", "2026-11-31T04:17:35.123Z",
    "2026-11-22T24:00:00.000Z",
    "2026-11-22T04:60:35.123Z", "2026-11-22T04:17:60.123Z", "2026-11-22T04:17:35.12xZ",
    "1900-02-29T00:00:00.000Z",
    "2026-11-22T04:17:35,123Z", "2026-11-00T04:17:35.123Z", "+026-11-22T04:17:35.123Z",
  ])
  func `a moment in another form, or on an impossible day, is refused`(text: String) {
    #expect(Timestamp.parse(text) == nil)
  }

  @Test func `a moment beyond the calendar is written as its nearest bound`() {
    #expect(Timestamp.format(.max) == "9999-12-31T23:59:59.999Z")
    #expect(Timestamp.format(.min) == "0000-01-01T00:00:00.000Z")
  }
}
