import Foundation
import Testing

/// Things that happened earlier, and the desk at another moment.
@Suite struct MomentTests {
  private func numbers(_ centre: Centre, _ line: String...) throws -> [Int] {
    let answer = try centre.run(["list", "--json", "--sort", "number"] + line)
    guard answer.status == 0 else { throw Unexpected(answer: answer) }
    return try answer.objects().compactMap { $0["number"] as? Int }
  }

  @Test func whatHappenedEarlierCountsFromThen() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "x", "--owner", "li.na", "--on", "-3h")
    try centre.done("respond", number, "--text", "回电", "--on", "-170m")
    let history = try #require(try centre.show(number, "--history")["history"] as? [[String: Any]])
    #expect(history.allSatisfy { $0["on"] is String })
    let clocks = try #require(try centre.show(number)["clocks"] as? [[String: Any]])
    let respond = try #require(clocks.first { $0["clock"] as? String == "respond" })
    #expect(respond["state"] as? String == "met")
    #expect(respond["elapsed_s"] as? Int == 600)
  }

  @Test func nowLeavesOutWhatHappenedLaterAndStandsTheClocksThere() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "early", "--on", "-3h", "--owner", "li.na")
    _ = try centre.ticket("repair", "--summary", "late", "--on", "-1h")
    #expect(try numbers(centre) == [1001, 1002])
    #expect(try numbers(centre, "--now", "-2h") == [1001])
    #expect(try numbers(centre, "--now", "-4h") == [])
    let then = try centre.show("1001", "--now", "-2h")
    let clocks = try #require(then["clocks"] as? [[String: Any]])
    let elapsed = try #require(clocks.first?["elapsed_s"] as? Int)
    #expect(abs(elapsed - 3600) <= 60)
    #expect(try numbers(centre, "--now", "+2d", "--late") == [1001, 1002])
  }

  @Test func asOfLeavesOutWhatWasNotRecordedYet() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "keyed late", "--on", "-3h")
    #expect(try numbers(centre, "--now", "-2h") == [1001])
    #expect(try numbers(centre, "--as-of", "-2h") == [])
    #expect(try numbers(centre, "--as-of", "-0s") == [1001])
  }

  @Test func timesAreInTheCentresZone() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "x")
    try centre.done("promise", number, "--by", "2099-06-01 08:00", "--lang", "en")
    let clocks = try #require(try centre.show(number)["clocks"] as? [[String: Any]])
    #expect(clocks.last?["due"] as? String == "2099-06-01T00:00:00Z")
    try centre.done("promise", number, "--by", "2099-06-01T08:00:00+00:00")
    let again = try #require(try centre.show(number)["clocks"] as? [[String: Any]])
    #expect(again.last?["due"] as? String == "2099-06-01T08:00:00Z")
  }

  @Test func aWindowsEndIsOnTheDayOfItsStart() throws {
    let centre = try Centre()
    let number = try centre.ticket("booking", "--summary", "x", "--window", "2099-06-01 14:00..16:00")
    let clocks = try #require(try centre.show(number)["clocks"] as? [[String: Any]])
    let arrive = try #require(clocks.first { $0["clock"] as? String == "arrive" })
    #expect(arrive["due"] as? String == "2099-06-01T08:00:00Z")
    let answer = try centre.run("new", "booking", "--summary", "x", "--window", "2099-06-01 14:00..13:00")
    #expect(answer.status == 1 && answer.err.contains("which is not after its start"))
  }
}
