import Foundation
import TestSupport
import Testing

/// The console as a person has it: the real binary in a real terminal.
@Suite(
  .serialized, .enabled(if: TmuxTerminal.isThere, "tmux is not installed; these tests need a real terminal"))
struct TmuxTests {
  private func open(
    _ journal: JournalOnDisk, _ width: Int = 80, _ height: Int = 24, after words: String = "",
    backtrace: String = "enable=no"
  ) throws -> TmuxTerminal {
    let terminal = try TmuxTerminal(width: width, height: height, keeping: journal, backtrace: backtrace)
    try terminal.command(words + (try journal.console))
    try terminal.wait("厨房漏水")
    return terminal
  }

  @Test func keysMoveOpenAndComeBack() throws {
    let terminal = try open(try JournalOnDisk())
    try terminal.until("the first row") { _ in try terminal.cursor() == (0, 3) }
    try terminal.press("Down")
    try terminal.until("the second row") { _ in try terminal.cursor() == (0, 4) }
    try terminal.press("Enter")
    try terminal.wait("#1002")
    try terminal.press("Escape")
    try terminal.wait("编号")
    try terminal.until("the second row") { _ in try terminal.cursor() == (0, 4) }
    #expect(try terminal.title().contains("未办结 3"))
    try terminal.press("q")
    try terminal.wait("READY>")
    #expect(try !terminal.isInAlternateScreen())
  }

  @Test func aRepairIsTakenInAndSentByTheKeyBarAlone() throws {
    let journal = try JournalOnDisk()
    let terminal = try open(journal)
    try terminal.press("n")
    try terminal.wait("来电人")
    try terminal.type("12")
    try terminal.wait("3-2-1201")
    try terminal.press("Tab")
    try terminal.wait("张磊")
    try terminal.press("Tab", "Tab")
    try terminal.type("水管爆裂")
    try terminal.press("C-s")
    try terminal.wait("已登记：1004")
    // What is critical goes on to whom to send, and the phone of whoever is sent stays until they were told.
    try terminal.wait("维修人员")
    try terminal.press("C-s")
    try terminal.wait("已记录：1004")
    try terminal.wait("打电话 王强")
    for (key, step) in [("A", "接单"), ("T", "出发"), ("R", "到场")] {
      try terminal.press(key)
      try terminal.wait(step)
      try terminal.press("Enter")
    }
    try terminal.wait("已到场")
    #expect(try journal.run("show", "1004").contains("水管爆裂"))
    try journal.run("verify")
  }

  @Test func theCursorStandsAtTheCaretAmongWideCharacters() throws {
    let terminal = try open(try JournalOnDisk())
    try terminal.press("t")
    try terminal.wait("备注 #1001")
    let start = try terminal.caretAtRest()
    var columns = 0
    for (piece, width) in [("厨", 2), ("a", 1), ("房漏", 4), ("-", 1), ("水", 2)] {
      try terminal.type(piece)
      columns += width
      let wanted = (start.x + columns, start.y)
      try terminal.until("the caret after \(piece)") { _ in try terminal.cursor() == wanted }
    }
    try terminal.press("Left", "Left")
    let back = (start.x + columns - 3, start.y)
    try terminal.until("the caret two characters back") { _ in try terminal.cursor() == back }
    #expect(try terminal.screen()[start.y].contains("厨a房漏-水"))
  }

  @Test func rowsStayWholeAtEveryWidth() throws {
    let terminal = try open(try JournalOnDisk())
    for width in [80, 81, 82, 95, 119, 120, 121, 140] {
      try terminal.resize(width, 24)
      try terminal.until("the picture at \(width) columns") { screen in
        guard
          let rule = screen.first(where: { $0.hasPrefix("──") }) ?? screen.first(where: { $0.contains("│") })
        else { return false }
        return width < 120 ? columns(rule) == width : rule.contains("│")
      }
    }
    try terminal.resize(80, 24)
    try terminal.wait("厨房漏水")
  }

  /// Columns of a row: wide characters count two.
  private func columns(_ row: String) -> Int {
    row.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFEF).contains($1.value) ? 2 : 1) }
  }

  @Test func aStormOfSizesLeavesAWholePicture() throws {
    let terminal = try open(try JournalOnDisk())
    for (width, height) in [(60, 20), (20, 5), (200, 50), (80, 24), (3, 3), (132, 43)] {
      try terminal.resize(width, height)
    }
    try terminal.wait("时限 ──")
    try terminal.resize(70, 20)
    try terminal.wait("80×24")
    try terminal.resize(80, 24)
    try terminal.wait("编号")
    try terminal.press("Down")
    try terminal.until("the second row") { _ in try terminal.cursor() == (0, 4) }
  }

  @Test func twoConsolesOnOneJournalSeeEachOther() throws {
    let journal = try JournalOnDisk()
    let one = try open(journal)
    let two = try open(journal)
    try two.press("Down", "Down")
    try two.until("the third row") { _ in try two.cursor() == (0, 5) }
    let selected = try two.screen()[5].prefix(6)
    try one.press("n", "F7")
    try one.type("3-2-1201 电梯里有异味 !urgent #lift")
    try one.press("Enter")
    try one.wait("已登记：1004")
    try two.wait("电梯里有异味")
    let row = try two.caretAtRest().y
    #expect(try two.screen()[row].prefix(6) == selected)
    try two.press("g")
    try two.type("1004")
    try two.press("Enter")
    try two.wait("#1004")
    try two.press("t")
    try two.wait("备注 #1004")
    try two.type("已通知维保")
    try one.press("t")
    try one.wait("备注 #1004")
    try one.type("住户又打来")
    try one.press("C-s")
    try one.wait("已记录")
    try two.press("C-s")
    try two.wait("有了变化")
    #expect(try two.screen().contains { $0.contains("住户又打来") })
    try two.press("y")
    try two.wait("已通知维保")
    try journal.run("verify")
  }

  @Test func whatTheCommandLineWritesAppearsWhileTyping() throws {
    let journal = try JournalOnDisk()
    let terminal = try open(journal)
    try terminal.press("t")
    try terminal.wait("备注 #1001")
    try terminal.type("住户说")
    try terminal.wait("住户说")
    let caret = try terminal.caretAtRest()
    try journal.run("log", "3-2-1201 楼道灯坏了 !planned")
    try terminal.until("the title with four") { _ in try terminal.title().contains("未办结 4") }
    try terminal.until("the caret where it was") { _ in try terminal.cursor() == caret }
    try terminal.type("在家")
    try terminal.wait("住户说在家")
  }

  @Test func suspendAndForegroundBringThePictureBack() throws {
    let terminal = try open(try JournalOnDisk())
    try terminal.press("C-z")
    try terminal.wait("Stopped")
    #expect(try !terminal.isInAlternateScreen())
    try terminal.command("echo between")
    try terminal.wait("between")
    try terminal.command("fg")
    try terminal.wait("编号")
    try terminal.press("Down")
    try terminal.until("the second row") { _ in try terminal.cursor() == (0, 4) }
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGTERM, SIGHUP, SIGILL])
  func howeverItEndsTheTerminalIsGivenBack(signal: Int32) throws {
    let terminal = try open(try JournalOnDisk())
    kill(try terminal.child(), signal)
    try expectGivenBack(terminal)
  }

  private func expectGivenBack(_ terminal: TmuxTerminal) throws {
    try terminal.wait("READY>")
    try terminal.until("the main screen") { _ in try !terminal.isInAlternateScreen() }
    try terminal.command("stty -a | grep -o ' echo ' && echo back-$((40 + 2))")
    try terminal.wait("back-42")
    #expect(try terminal.screen().contains { $0.contains("stty -a") }, "what is typed is echoed")
  }

  /// Swift's own handler returns, and a fault that somebody sent does not happen again: the process ends all the same.
  @Test func aFaultWithABacktraceEndsTheProcessToo() throws {
    let terminal = try open(
      try JournalOnDisk(), backtrace: "enable=yes,interactive=no,color=no,limit=4,threads=crashed,images=none"
    )
    let child = try terminal.child()
    kill(child, SIGSEGV)
    try terminal.until("the end of process \(child)") { _ in kill(child, 0) != 0 }
    try expectGivenBack(terminal)
  }

  /// Who starts us may have blocked the signals that tell of a new size, a hangup or an end.
  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV])
  func signalsBlockedByWhoeverStartedUsComeThrough(signal: Int32) throws {
    let script = """
      import os, signal, sys
      signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32))
      os.execvp(sys.argv[1], sys.argv[1:])
      """
    let block = "python3 -c '\(script.replacingOccurrences(of: "\n", with: "; "))' "
    let terminal = try open(try JournalOnDisk(), after: block)
    try terminal.resize(100, 30)
    try terminal.until("the picture at 100 columns") {
      $0.contains { columns($0) == 100 && $0.hasPrefix("──") }
    }
    kill(try terminal.child(), signal)
    try expectGivenBack(terminal)
  }

  @Test func pastedTextIsText() throws {
    let journal = try JournalOnDisk()
    let terminal = try open(journal)
    let before = try Data(contentsOf: URL(fileURLWithPath: journal.path))
    try terminal.paste("q\nX\ny\n")
    try terminal.wait("没有符合")
    #expect(try Data(contentsOf: URL(fileURLWithPath: journal.path)) == before)
    try terminal.press("Escape")
    try terminal.wait("厨房漏水")
  }

  @Test func aTerminalTooSmallFromTheStartSaysSo() throws {
    let journal = try JournalOnDisk()
    let terminal = try TmuxTerminal(width: 40, height: 10, keeping: journal)
    try terminal.command("clear; " + (try journal.console))
    try terminal.wait("80×24")
    try terminal.press("q")
    try terminal.wait("READY>")
  }

  @Test func aJournalThatMayNotBeWrittenIsShownWithABannerAndKeepsItsBytes() throws {
    let journal = try JournalOnDisk()
    try journal.addRecordOfANewerVersion("tide.turned")
    let before = try Data(contentsOf: URL(fileURLWithPath: journal.path))
    let terminal = try open(journal, 100, 30)
    try terminal.until("the banner") { $0[0].contains("更新的版本写成") }
    try terminal.press("t")
    try terminal.until("why nothing is written") { $0[27].contains("新的版本") }
    try terminal.press("n")
    try terminal.wait("来电人")
    try terminal.press("Tab", "Tab", "Tab")
    try terminal.type("水管爆裂")
    try terminal.press("C-s")
    try terminal.until("why nothing is saved") { $0[27].contains("只能查看") }
    #expect(try terminal.screen().contains { $0.contains("水管爆裂") }, "what was typed stays")
    #expect(try Data(contentsOf: URL(fileURLWithPath: journal.path)) == before)
  }

  @Test func anotherMomentIsShownWithABanner() throws {
    let journal = try JournalOnDisk()
    let terminal = try TmuxTerminal(width: 100, height: 30, keeping: journal)
    try terminal.command((try journal.console) + " console --now '2030-01-01 08:00'")
    try terminal.wait("2030-01-01 08:00")
    try terminal.press("t")
    try terminal.wait("不能登记")
  }
}
