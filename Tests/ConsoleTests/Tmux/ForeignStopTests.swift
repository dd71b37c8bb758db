import Glibc
import TestSupport
import Testing

/// What others do to the terminal: a stop from elsewhere, a size in the environment.
@Suite(.serialized, .enabled(if: TmuxTerminal.isThere, "tmux is not installed"))
struct ForeignStopTests {
  private func open(_ before: String = "", _ width: Int = 80, _ height: Int = 24) throws -> TmuxTerminal {
    let journal = try JournalOnDisk()
    let terminal = try TmuxTerminal(width: width, height: height, keeping: journal)
    try terminal.command(before + (try journal.console))
    try terminal.wait("厨房漏水")
    return terminal
  }

  @Test func stoppedAndContinuedFromElsewhereTheScreenIsWhole() throws {
    let terminal = try open()
    try terminal.press("t")
    try terminal.wait("备注 #1001")
    try terminal.type("水很大")
    try terminal.wait("水很大")
    kill(try terminal.child(), SIGSTOP)
    // The shell takes the terminal, and writes over the picture.
    try terminal.wait("Stopped")
    try terminal.command("stty sane; for i in 1 2 3 4 5 6 7 8; do echo rubbish$i; done")
    try terminal.wait("rubbish8")
    try terminal.command("fg")
    try terminal.until("the whole picture") { screen in
      !screen.contains { $0.contains("rubbish") || $0.contains("Stopped") }
        && screen.contains { $0.contains("水很大") }
        && screen.contains { $0.contains("厨房漏水") }
    }
    // Keys are keys again, and not echoed.
    try terminal.type("，已到")
    try terminal.wait("水很大，已到")
    try terminal.press("C-s")
    try terminal.wait("已记录")
    #expect(try terminal.isInAlternateScreen())
  }

  @Test func aSizeInTheEnvironmentFreezesNothing() throws {
    let terminal = try open("LINES=24 COLUMNS=80 ")
    try terminal.resize(130, 40)
    try terminal.until("the pane beside the list") { screen in
      screen.count >= 40 && screen.contains { $0.contains("│") && $0.contains("#1001") }
    }
    try terminal.resize(90, 30)
    try terminal.until("the strip beneath the list") {
      $0.count <= 31 && $0.contains { $0.contains("── 1001") }
    }
  }

  @Test func aClickBeyondColumn223OpensTheTicketThere() throws {
    let terminal = try open("", 260, 40)
    // A click on the second ticket of the list, then one beyond column 223, where the pane is: the bytes of a terminal.
    try terminal.send("\u{1B}[<0;5;5M\u{1B}[<0;5;5m")
    try terminal.until("the second row") { _ in try terminal.cursor().y == 4 }
    try terminal.send("\u{1B}[<0;250;1M\u{1B}[<0;250;1m")
    try terminal.type("t")
    let screen = try terminal.wait("备注 #1002")
    #expect(!screen.contains { $0.contains("250;1") })
  }
}
