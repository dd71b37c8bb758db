import Foundation
import Testing

@testable import dutydesk

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
    try centre.done("promise", number, "--by", "2049-06-01 08:00", "--lang", "en")
    let clocks = try #require(try centre.show(number)["clocks"] as? [[String: Any]])
    #expect(clocks.last?["due"] as? String == "2049-06-01T00:00:00Z")
    try centre.done("promise", number, "--by", "2049-06-01T08:00:00+00:00")
    let again = try #require(try centre.show(number)["clocks"] as? [[String: Any]])
    #expect(again.last?["due"] as? String == "2049-06-01T08:00:00Z")
  }

  @Test func aWindowsEndIsOnTheDayOfItsStart() throws {
    let centre = try Centre()
    let number = try centre.ticket(
      "booking", "--summary", "x", "--window", "2049-06-01 14:00..16:00", "--force")
    let clocks = try #require(try centre.show(number)["clocks"] as? [[String: Any]])
    let arrive = try #require(clocks.first { $0["clock"] as? String == "arrive" })
    #expect(arrive["due"] as? String == "2049-06-01T08:00:00Z")
    let answer = try centre.run("new", "booking", "--summary", "x", "--window", "2049-06-01 14:00..13:00")
    #expect(answer.status == 1 && answer.err.contains("which is not after its start"))
  }

  /// A reading command, and what shows in it that the facts keyed late were there.
  private static let readings: [(line: [String], mark: String)] = [
    (["list"], "1001"), (["show", "1001"], "1001"), (["board"], "1001"), (["due"], "1001"),
    (["overview"], "1001"),
    (["staff", "list"], "late.one"), (["unit", "list"], "9-9-901"), (["contact", "list"], "钱迟"),
    (["body", "list"], "latebody"),
  ]

  @Test func everyReadingCommandKnowsBothMoments() throws {
    let spellings = Self.readings.map { $0.line.filter { $0 != "1001" }.joined(separator: " ") }
    #expect(
      Set(spellings)
        == Set(
          CommandTable.all.filter {
            $0.isReading && $0.path != ["console"]
              && ![
                ["escalations"], ["wall"], ["roster", "show"], ["recommend"], ["plan"], ["slip"],
                ["policy", "show"], ["export"],
                ["policy", "list"],
                ["policy", "try"], ["body", "show"],
              ].contains(
                $0.path)
          }
          .map(\.spelling)))
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "keyed late", "--on", "-3h")
    try centre.done("staff", "add", "late.one", "--name", "迟", "--role", "technician", "--on", "-2h")
    try centre.done("unit", "add", "9-9-901", "--on", "-2h")
    try centre.done(
      "contact", "add", "9-9-901", "--name", "钱迟", "--phone", "13800000009", "--owner", "--on", "-2h")
    try centre.done("body", "set", "latebody", "--name", "迟", "--on", "-2h")
    for (line, mark) in Self.readings {
      for form in [[], ["--json"]] {
        #expect(try centre.run(line + form).out.contains(mark), "\(line)")
        let now = try centre.run(line + form + ["--now", "-1h"])
        #expect(now.status == 0 && now.out.contains(mark), "it had happened by then: \(now)")
        let before = try centre.run(line + form + ["--now", "-4h"])
        #expect(!before.out.contains(mark), "it happened later: \(before)")
        let asOf = try centre.run(line + form + ["--as-of", "-1h"])
        #expect(!asOf.out.contains(mark), "nobody had recorded it by then: \(asOf)")
        #expect(asOf.status == (line[0] == "show" ? 1 : 0), "\(asOf)")
        #expect(try centre.run(line + form + ["--as-of", "-0s"]).out.contains(mark), "\(line)")
      }
    }
  }

  @Test func asOfMayNotLieInTheFutureAndNowMay() throws {
    let centre = try Centre()
    for (line, _) in Self.readings where line[0] != "show" {
      #expect(try centre.run(line + ["--now", "+1h"]).status == 0)
      let answer = try centre.run(line + ["--as-of", "+1h"])
      #expect(answer.status == 2 && answer.err.contains("--as-of"), "\(answer)")
    }
  }

  @Test func everyOtherCommandRefusesAnotherMomentAndWritesNothing() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "x")
    let before = centre.bytes
    for command in CommandTable.all where !command.isReading {
      for option in ["--now", "--as-of"] {
        for (language, about) in [("en", "whatever the moment"), ("zh", "与时刻无关")] {
          let answer = try centre.run(
            command.path + Self.arguments(of: command) + [option, "-1h", "--lang", language])
          #expect(answer.status == 2 && answer.out.isEmpty, "\(answer)")
          #expect(answer.err.contains(option) && answer.err.contains(command.spelling), "\(answer)")
          #expect(answer.err.contains(about) == (command.section == .journal), "\(answer)")
        }
      }
    }
    #expect(centre.bytes == before)
  }

  /// Enough words for the line to be complete.
  private static func arguments(of command: CommandDefinition) -> [String] {
    command.arguments.filter { !$0.isOptional }.map { _ in "1001" }
      + command.allOptions.filter(\.isRequired).flatMap { ["--" + $0.name, "x"] }
  }
}
