import Desk
import Foundation
import TestSupport
import Testing

/// The first five minutes of somebody who knows nothing of it: only keys that the screen itself names are pressed.
@Suite(
  .serialized, .enabled(if: TmuxTerminal.isThere, "tmux is not installed; these tests need a real terminal"))
struct NewcomerTests {
  /// The key that the key bar, the two rows at the bottom, gives for a word; throws where it gives none.
  private func key(for label: String, on terminal: TmuxTerminal) throws -> String {
    let screen = try terminal.until("“\(label)” in the key bar") { rows in
      rows.suffix(3).contains { $0.contains(" \(label)") }
    }
    let bar = screen.suffix(3).joined(separator: " ").split(separator: " ").map(String.init)
    let wanted = label.split(separator: " ").map(String.init)
    let place = try #require(
      bar.indices.first { place in place > 0 && Array(bar[place...].prefix(wanted.count)) == wanted })
    return Self.tmuxName(bar[place - 1])
  }

  private static func tmuxName(_ key: String) -> String {
    if key.hasPrefix("^") { return "C-" + key.dropFirst().lowercased() }
    return ["Esc": "Escape", "PgDn": "NPage", ";": "\\;"][key] ?? key
  }

  private func open(_ journal: JournalOnDisk, _ language: Language) throws -> TmuxTerminal {
    let terminal = try TmuxTerminal(width: 80, height: 24, keeping: journal)
    try terminal.command(
      "'\(try Program.dutydesk())' --journal '\(journal.path)' --lang \(language.rawValue)")
    try terminal.wait("厨房漏水")
    return terminal
  }

  @Test(arguments: Language.allCases)
  func theScreenSaysAllThatIsNeeded(language: Language) throws {
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    let journal = try JournalOnDisk()
    let terminal = try open(journal, language)
    let second = try open(journal, language)
    // Find help, and out of it.
    try terminal.press(try key(for: say("帮助", "Help"), on: terminal))
    try terminal.wait(say("登记新的来电或来访", "Takes in a new call or visit"))
    try terminal.press(try key(for: say("返回", "Back"), on: terminal))
    try terminal.wait(say("剩余", "Left"))
    // Log a call: the form says that a few digits are enough.
    try terminal.press(try key(for: say("登记", "New"), on: terminal))
    try terminal.wait(say("来电人", "Caller"))
    try terminal.type("12")
    try terminal.press(try key(for: say("下一项", "Next"), on: terminal))
    try terminal.wait("张磊")
    try terminal.press("Tab", "Tab")
    try terminal.type("厨房水管爆裂")
    try terminal.press(try key(for: say("保存", "Save"), on: terminal))
    try terminal.wait(say("已登记：1004", "Taken in: 1004"))
    // See it come in the second console.
    try second.wait("厨房水管爆裂")
    // It is critical, so whom to send is asked at once; see it move there.
    try terminal.wait("王强")
    try terminal.press(try key(for: say("保存", "Save"), on: terminal))
    try terminal.wait(say("已记录：1004", "Recorded: 1004"))
    try second.until("somebody is sent to 1004") { rows in
      rows.contains { $0.contains("1004") && $0.contains("王强") }
    }
    try terminal.press(try key(for: say("退出", "Quit"), on: terminal))
    try terminal.wait("READY>")
  }
}
