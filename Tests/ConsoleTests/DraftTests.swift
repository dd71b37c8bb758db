import Desk
import DeskStore
import Terminal
import TestSupport
import Testing

@testable import Console

/// What is typed into intake outlives the console.
@Suite struct DraftTests {
  private func typed() throws -> Driver {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.intake)
    driver.type("1201")
    driver.press(.tab)
    try driver.fill(.summary, "厨房 \"漏水\"\\")
    try driver.focus(.urgency)
    driver.type("急修")
    return driver
  }

  @Test func everyKeyIsKeptAndTakenUpByTheNextConsole() throws {
    let before = try typed()
    let form = try before.top(IntakeScreen.self)
    let after = Driver(before.port)
    #expect(after.text.contains("没登记完的 1") && after.text.contains("3-2-1201 张磊"))
    try after.run(.drafts)
    let again = try after.top(IntakeScreen.self)
    for name in IntakeScreen.names {
      #expect(again.fields[name]?.text == form.fields[name]?.text, "\(name)")
      #expect(again.fields.chosen(name) == form.fields.chosen(name), "\(name)")
    }
    #expect(again.fields.focused?.name == .urgency)
    try after.run(.save)
    #expect(after.port.desk.tickets.last?.summary == "厨房 \"漏水\"\\")
    #expect(after.port.kept.isEmpty, "a call that was taken in leaves no draft")
    #expect(!Driver(after.port).text.contains("没登记完"))
  }

  @Test func aLineIsKeptToo() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.intake)
    try driver.run(.lineMode)
    driver.type("3-2-1201 漏水 !urgent")
    let after = Driver(driver.port)
    try after.run(.drafts)
    #expect(try after.top(IntakeScreen.self).line?.text == "3-2-1201 漏水 !urgent")
  }

  @Test func aDraftThatWasPutAsideIsKeptUntilItIsCleared() throws {
    let driver = try typed()
    driver.press(.escape)
    #expect(!driver.port.kept.isEmpty)
    try driver.run(.drafts)
    try driver.run(.clear)
    driver.press(.character("y"))
    #expect(driver.port.kept.isEmpty)
  }

  @Test func aDraftThatCannotBeKeptDisturbsNobody() throws {
    let port = try SmallDesk().port
    port.keepingFails = true
    let driver = Driver(port)
    try driver.run(.intake)
    driver.type("1201")
    #expect(driver.scope == .intake)
  }

  @Test(arguments: ["", "\u{0}", "[x", "line = 3\n", "kind = \"nonsense\"\nunknown = \"x\"\nfocus = \"y\"\n"])
  func nonsenseIsNoDraft(text: String) throws {
    let port = try SmallDesk().port
    port.kept[.draft(SmallDesk.supervisor)] = Array(text.utf8)
    #expect(Driver(port).console.drafts.call == nil)
  }

  /// The file of a process that is gone is taken over, that of a living one is not.
  @Test func onlyTheDraftOfADeadProcessIsTakenOver() throws {
    let directory = try TemporaryDirectory()
    let child = try Child("/bin/sh", ["-c", "exit 0"], environment: [:], input: 0, output: 1, error: 2)
    let dead = child.pid
    _ = child.wait()
    for (process, text) in [(Int32(1), "alive"), (dead, "left")] {
      let file = PersonalFile.draft(journal: "/desk", SmallDesk.clerk, process: process)
      let path = try #require(file.path(in: directory.path))
      try file.write(Array(text.utf8), to: path)
    }
    let taken = PersonalFile.takeOverDraft(journal: "/desk", SmallDesk.clerk, in: directory.path)
    #expect(taken.map { String(decoding: $0, as: UTF8.self) } == "left")
    #expect(PersonalFile.takeOverDraft(journal: "/other", SmallDesk.clerk, in: directory.path) == nil)
  }

  /// Numbers of processes are given again: one that lives now may not be the one that typed.
  @Test func aDraftIsTakenOverWhereAnotherProcessHasItsNumber() throws {
    let directory = try TemporaryDirectory()
    let stem = try #require(
      PersonalFile.draft(journal: "/desk", SmallDesk.clerk, process: 1).path(in: directory.path))
    let began = try #require(ProcessStart.of(1))
    #expect(stem.hasSuffix(".1-\(began)"))
    let other = stem.dropLast(String(began).count) + String(began + 1)
    try directory.write(Array("left".utf8), to: String(other.split(separator: "/").last ?? ""))
    let taken = PersonalFile.takeOverDraft(journal: "/desk", SmallDesk.clerk, in: directory.path)
    #expect(taken.map { String(decoding: $0, as: UTF8.self) } == "left")
  }

  /// The last caller's form does not answer the next caller.
  @Test(arguments: ["keys", "paste"])
  func aNewCallPutsTheOldOneAside(door: String) throws {
    let driver = try typed()
    driver.press(.escape)
    if door == "keys" {
      try driver.run(.intake)
      driver.type("1401")
      driver.press(.enter)
    } else {
      driver.press(.paste("13800000401"))
    }
    #expect(driver.text.contains("没登记完的 1") || door == "keys")
    let fields = try driver.top(IntakeScreen.self).fields
    #expect(fields.text(.unit) == "1-1-401" && fields.text(.caller) == "刘芳" && fields.text(.summary).isEmpty)
    driver.type("灯不亮")
    driver.press(.escape)
    try driver.run(.intake)
    #expect(driver.text.contains("没登记完的 2") && driver.text.contains("刘芳") && driver.text.contains("张磊"))
    driver.press(.escape)
    // Both outlive the console, and each is gone on with.
    let after = Driver(driver.port)
    try after.run(.drafts)
    #expect(after.scope == .palette && after.text.contains("刘芳") && after.text.contains("张磊"))
    after.press(.down, .enter)
    #expect(try after.top(IntakeScreen.self).fields.text(.summary) == "厨房 \"漏水\"\\")
    try after.run(.save)
    try after.run(.drafts)
    #expect(try after.top(IntakeScreen.self).fields.text(.summary) == "灯不亮")
    try after.run(.save)
    #expect(after.port.kept.isEmpty && after.port.desk.tickets.count == 9)
  }

  @Test func aRoomAloneIsNoDraft() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.intake)
    driver.type("8000")
    driver.press(.escape)
    try driver.run(.intake)
    driver.type("321301")
    driver.press(.enter)
    #expect(try driver.top(IntakeScreen.self).fields.text(.unit) == "3-2-1301")
    #expect(driver.console.drafts.call == nil && driver.console.drafts.calls.isEmpty)
  }
}
