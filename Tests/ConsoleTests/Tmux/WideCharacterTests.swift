import Foundation
import TestSupport
import Testing

/// Characters of two columns, at every column of a real terminal: whole or not at all.
@Suite(.serialized, .enabled(if: TmuxTerminal.isThere, "tmux is not installed"))
struct WideCharacterTests {
  private static let hanzi = "春眠不觉晓处处闻啼鸟夜来风雨声花落知多少白日依山尽黄河入海流欲穷千里目更上一层楼"

  /// Pushed on by one column at a time, through the left edge of its field and out of the right one.
  @Test func aTextShiftedByOneColumnAtATimeStaysWhole() throws {
    let journal = try JournalOnDisk()
    let terminal = try TmuxTerminal(width: 80, height: 24, keeping: journal)
    try terminal.command(try journal.console)
    try terminal.wait("厨房漏水")
    try terminal.press("/")
    try terminal.type(Self.hanzi)
    try terminal.wait("一层楼")
    try terminal.press("Home")
    try terminal.wait("春眠不觉")
    for count in 1...64 {
      try terminal.type("a")
      let start = String(repeating: "a", count: count) + Self.hanzi
      let shown = try terminal.until("a whole text behind \(count) columns") { screen in
        guard let row = screen.first(where: { $0.hasPrefix(" 查找 ") }) else {
          return false
        }
        return row.contains(start.prefix(count + max(0, (60 - count) / 2))) && isWhole(row)
      }
      #expect(shown.contains { $0.hasPrefix(" 查找 ") && isWhole($0) }, "\(shown)")
    }
  }

  /// A list whose summaries begin at every column of the screen in turn, and are cut at its edge.
  @Test func summariesCutAtTheEdgeOfEveryWidthStayWhole() throws {
    let journal = try JournalOnDisk()
    for count in 0...3 {
      try journal.run("log", "3-2-1201 \(String(repeating: "a", count: count))\(Self.hanzi) !urgent")
    }
    let terminal = try TmuxTerminal(width: 80, height: 24, keeping: journal)
    try terminal.command(try journal.console)
    try terminal.wait("春眠不觉")
    for width in 80...95 {
      try terminal.resize(width, 24)
      let shown = try terminal.until("whole rows at \(width) columns") { screen in
        let rows = screen.filter { $0.contains("春眠") }
        return screen.contains { $0.hasPrefix("──") && columns($0) == width } && rows.count >= 4
          && rows.allSatisfy { isWhole($0) && columns($0) <= width }
      }
      #expect(shown.allSatisfy { columns($0) <= width }, "\(shown)")
    }
  }

  /// Whether what is shown of the poem is a piece of it, and no character came out broken.
  private func isWhole(_ row: String) -> Bool {
    guard !row.contains("\u{FFFD}"), let first = row.firstIndex(of: "春") else { return false }
    let shown = row[first...].prefix { Self.hanzi.contains($0) }
    let next = row[shown.endIndex...].first
    return Self.hanzi.hasPrefix(shown) && (next == nil || next == " " || next == "~")
  }

  private func columns(_ row: String) -> Int {
    row.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFEF).contains($1.value) ? 2 : 1) }
  }
}
