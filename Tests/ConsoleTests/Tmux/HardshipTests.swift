import Foundation
import Glibc
import TestSupport
import Testing

/// What a terminal does to a program on a bad day.
@Suite(.serialized, .enabled(if: TmuxTerminal.isThere, "tmux is not installed"))
struct HardshipTests {
  private func open(_ journal: JournalOnDisk, _ width: Int = 80, _ height: Int = 24) throws -> TmuxTerminal {
    let terminal = try TmuxTerminal(width: width, height: height, keeping: journal)
    try terminal.command(try journal.console)
    try terminal.wait("厨房漏水")
    return terminal
  }

  /// A picture whose clocks may have gone on.
  private func still(_ screen: [String]) -> [String] {
    screen.map { row in
      let row = row.replacing(/[ ]*-?[0-9]+[天时分][0-9]+[时分秒]/, with: " …")
      return String(row.map { $0.isASCII && $0.isNumber ? "0" : $0 })
    }
  }

  @Test func twoHundredSizesInARowLeaveTheRightPicture() throws {
    var random = SeededRandom()
    let terminal = try open(try JournalOnDisk(), 120, 40)
    let before = still(try terminal.wait("q 退出"))
    let device = Glibc.open(try terminal.device(), O_RDWR | O_NOCTTY | O_CLOEXEC)
    defer { close(device) }
    let extremes = [(1, 1), (500, 200), (2, 300), (500, 1), (79, 24), (80, 23)]
    for place in 0..<200 {
      let (width, height) =
        place < extremes.count
        ? extremes[place] : (Int.random(in: 1...500, using: &random), Int.random(in: 1...200, using: &random))
      setSize(device, width, height)
      if place < 20 || place % 10 == 0 { usleep(10_000) }
    }
    setSize(device, 120, 40)
    try terminal.until("the picture from before") { still($0) == before }
    try terminal.press("Down")
    try terminal.until("the second row") { _ in try terminal.cursor() == (0, 4) }
  }

  private func setSize(_ device: Int32, _ width: Int, _ height: Int) {
    var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    #expect(ioctl(device, UInt(TIOCSWINSZ), &size) == 0)
  }

  @Test func aStopInTheMiddleOfTypingKeepsTheTextAndSeesTheNewSize() throws {
    let terminal = try open(try JournalOnDisk())
    try terminal.press("t")
    try terminal.wait("备注 #1001")
    try terminal.type("住户说水")
    try terminal.wait("住户说水")
    kill(try terminal.child(), SIGTSTP)
    try terminal.wait("Stopped")
    try terminal.resize(100, 30)
    try terminal.command("fg")
    try terminal.wait("住户说水")
    try terminal.type("很大")
    try terminal.until("the text at the new size") { $0.count >= 30 && $0.contains { $0.contains("住户说水很大") } }
  }

  @Test func oneConsoleIsKilledAndTheOtherGoesOn() throws {
    let journal = try JournalOnDisk()
    let one = try open(journal)
    let two = try open(journal)
    try two.press("t")
    try two.wait("备注 #1001")
    try two.type("没有存下")
    let killed = try two.child()
    kill(killed, SIGKILL)
    try two.until("the end of process \(killed)") { _ in kill(killed, 0) != 0 }
    try one.press("t")
    try one.wait("备注 #1001")
    try one.type("住户又打来")
    try one.press("C-s")
    try one.wait("已记录")
    try journal.run("log", "3-2-1201 楼道灯坏了 !critical")
    try one.wait("楼道灯坏了")
    #expect(try !journal.run("show", "1001").contains("没有存下"))
    try journal.run("verify")
  }

  @Test func tenThousandPastedLinesAreTextAndNothingMore() throws {
    let journal = try JournalOnDisk()
    let folder = try TemporaryDirectory()
    let lines = (0..<10_000).map { "q\($0) 厨房 X y d\n" }.joined()
    let file = try folder.write(Array(lines.utf8), to: "pasted")
    let terminal = try open(journal)
    let before = try Data(contentsOf: URL(fileURLWithPath: journal.path))
    let picture = still(try terminal.wait("q 退出"))
    try terminal.paste(file: file)
    try terminal.wait("没有符合")
    try terminal.press("End")
    // A line has an end: what is beyond it is told, not swallowed.
    let kept = String(lines.replacing("\n", with: " ").prefix(10_000).suffix(12)).trimmingCharacters(
      in: .whitespaces)
    try terminal.wait(kept)
    try terminal.press("Enter", "Escape")
    try terminal.until("the picture from before") { still($0).dropLast(4) == picture.dropLast(4) }
    try terminal.press("t")
    try terminal.wait("备注 #1001")
    try terminal.paste(file: file)
    try terminal.wait("只留下前10000个字")
    try terminal.wait(kept)
    try terminal.press("Escape")
    try terminal.wait("备注 #1001", gone: true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: journal.path)) == before)
  }

  @Test func theMouseIsTakenAndLeft() throws {
    let terminal = try open(try JournalOnDisk())
    #expect(try terminal.isMouseTaken())
    // A press and a release at the fifth column of the fifth row, as tmux reports them to a program in it (X10).
    try terminal.type("\u{1B}[M %%\u{1B}[M#%%")
    try terminal.until("the second row") { _ in try terminal.cursor() == (0, 4) }
    try terminal.press("F12")
    try terminal.wait("鼠标交给终端")
    #expect(try !terminal.isMouseTaken())
    try terminal.press("F12")
    try terminal.wait("鼠标可用")
    #expect(try terminal.isMouseTaken())
  }
}

extension TmuxTerminal {
  /// The pane's own terminal device.
  fileprivate func device() throws -> String { try display("#{pane_tty}") }
  fileprivate func isMouseTaken() throws -> Bool { try display("#{mouse_any_flag}") == "1" }
}
