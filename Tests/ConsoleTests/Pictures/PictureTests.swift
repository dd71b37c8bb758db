import Desk
import Foundation
import Terminal
import TestSupport
import Testing

@testable import Console

/// The pictures and lists of keys in the documentation, and the recorded shift, are what the console shows today.
/// `DUTYDESK_RECORD=1 swift test --filter PictureTests` makes them anew.
@Suite(.serialized) struct PictureTests {
  private func driver(_ language: Language, _ width: Int, _ height: Int) throws -> Driver {
    Driver(try DemoDesk.make(), as: DemoDesk.manager, language: language, width, height)
  }

  /// The pages that show something of the console.
  private static let pages = [
    "README.md", "Sources/Console/Console.docc/Screens.md", "Sources/Console/Console.docc/Keys.md",
  ]

  @Test func readmeAndThePageOfScreensShowThemAsTheyAre() throws {
    var pictures: [(name: String, text: String)] = []
    func take(_ name: String, _ driver: Driver) { pictures.append((name, driver.text)) }
    let queue = try driver(.zh, 120, 30)
    take("queue", queue)
    let english = try driver(.en, 120, 30)
    take("queue-en", english)
    let desk = try driver(.zh, 100, 30)
    try desk.run(.open)
    take("ticket", desk)
    try desk.run(.queue)
    try desk.run(.board)
    take("board", desk)
    try desk.run(.queue)
    try Self.callComesIn(desk)
    take("intake", desk)
    let start = try driver(.zh, 100, 30)
    try start.run(.overview)
    take("overview", start)
    try start.run(.wall)
    take("wall", start)
    try compare(pictures.map { ($0, "```\n\($1)\n```") })
  }

  /// The lists of keys are the action table.
  @Test func thePageListsTheKeysAsTheyAre() throws {
    let lists = Language.allCases.map {
      KeyList(Preferences(), language: $0).markdown.joined(separator: "\n")
    }
    try compare(zip(["keys-zh", "keys-en"], lists).map { ($0, "\n\($1)\n") })
  }

  /// A call about the tap in the kitchen, as far as it has been typed.
  private static func callComesIn(_ driver: Driver) throws {
    try driver.run(.intake)
    driver.type("3-2-12")
    driver.press(.tab)
    try driver.fill(.summary, "厨房水管漏水，关不上总阀")
    try driver.focus(.urgency)
    driver.type("急修")
  }

  private func compare(_ pieces: [(name: String, text: String)]) throws {
    var unshown = Set(pieces.map(\.name))
    for page in Self.pages {
      let file = Self.top.appendingPathComponent(page)
      var text = try String(contentsOf: file, encoding: .utf8)
      for (name, piece) in pieces {
        guard let start = text.range(of: "<!-- picture \(name) -->\n")?.upperBound else { continue }
        unshown.remove(name)
        let end = try #require(text.range(of: "<!-- end -->", range: start..<text.endIndex)?.lowerBound)
        text.replaceSubrange(start..<end, with: piece + "\n")
      }
      try expect(text, in: file)
    }
    #expect(unshown.isEmpty, "no page has a place for \(unshown.sorted())")
  }

  private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Compares with a committed file; with `DUTYDESK_RECORD=1` a differing one is written anew, and fails too.
  private func expect(_ text: String, in file: URL) throws {
    if (try? Data(contentsOf: file)) == Data(text.utf8) { return }
    if ProcessInfo.processInfo.environment["DUTYDESK_RECORD"] == "1" { try Data(text.utf8).write(to: file) }
    Issue.record(
      "\(file.lastPathComponent) is not what the console shows; DUTYDESK_RECORD=1 swift test --filter PictureTests renews it"
    )
  }

  @Test func theRecordedShiftIsWhatTheConsoleShows() throws {
    let size = Size(width: 80, height: 24)
    let driver = try driver(.zh, size.width, size.height)
    var shift = try ShiftRecording(driver, size, title: "值班台：两分钟")
    try Self.work(&shift)
    #expect(shift.length > 90_000 && shift.length < 150_000, "\(shift.length) ms")
    #expect(shift.cast.text.utf8.count < 64_000, "\(shift.cast.text.utf8.count) bytes")
    try expect(shift.cast.text, in: Self.top.appendingPathComponent("Tests/Fixtures/shift.cast"))
  }

  private static func work(_ shift: inout ShiftRecording) throws {
    shift.look(2)
    shift.pause(4)
    try shift.run(.intake)
    shift.type("3-2-12")
    shift.press(.tab)
    try shift.fill(.summary, "厨房水管漏水，关不上总阀")
    try shift.fill(.urgency, "急修")
    try shift.fill(.topic, "给排水")
    try shift.run(.save, then: 3)
    try shift.run(.dispatch, then: 2)
    try shift.run(.save, then: 3)
    if shift.driver.scope == .confirm { try shift.run(.confirm, then: 2) }
    try shift.run(.listMine, then: 4)
    shift.pause(16)
    try shift.run(.arrive, then: 1)
    try shift.run(.save, then: 2)
    // Whoever comes was at another order, which rests meanwhile.
    if shift.driver.scope == .confirm { try shift.run(.confirm, then: 2) }
    shift.pause(4)
    try shift.run(.complete)
    try shift.fill(.result, "更换阀芯，试水正常")
    try shift.run(.save, then: 3)
    try shift.run(.resolve)
    try shift.run(.save, then: 3)
    // The reply begins with the result.
    try shift.run(.reply)
    try shift.run(.save, then: 3)
    try shift.run(.close, then: 2)
    try shift.run(.save, then: 3)
    try shift.run(.board, then: 10)
    try shift.run(.nextPane, then: 2)
    shift.pause(8)
    shift.look(1)
  }
}
