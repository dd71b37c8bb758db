import TestSupport
import Testing

/// Terminals of every kind: each shows the queue, moves, opens a ticket, and is given back as it was.
@Suite(.serialized)
struct TerminalKindTests {
  static let kinds = ["xterm-256color", "screen", "tmux", "linux", "vt100", "xterm"]

  @Test(.enabled(if: TmuxTerminal.isThere, "tmux is not installed"), arguments: kinds)
  func theQueueIsShownAndWorkedIn(_ kind: String) throws {
    let journal = try JournalOnDisk()
    let terminal = try TmuxTerminal(width: 120, height: 30, keeping: journal)
    try terminal.command("TERM=\(kind) " + (try journal.console))
    let shown = try terminal.wait("厨房漏水")
    #expect(shown.contains { $0.contains("时限 ───") } && shown.contains { $0.contains("│") })
    try terminal.press("Down")
    try terminal.until("the second row") { _ in try terminal.cursor() == (0, 4) }
    try terminal.press("Enter")
    try terminal.wait(" 工单  ")
    try terminal.press("Escape")
    try terminal.wait(" 队列  ")
    try terminal.press("q")
    try terminal.wait("READY>")
    #expect(try !terminal.isInAlternateScreen())
  }

  @Test(arguments: kinds)
  func everyModeIsPutBack(_ kind: String) throws {
    let terminal = try RawTerminal(try JournalOnDisk(), ["TERM": kind])
    try terminal.wait("厨房漏水")
    terminal.send("q")
    #expect(terminal.end() == 0)
    let modes = terminal.modes
    #expect(modes.filter(\.value).keys.sorted().allSatisfy { $0 == 7 || $0 == 25 }, "\(kind): \(modes)")
    #expect(modes[25] != false, "the cursor is shown")
    #expect(kind == "vt100" || modes[2004] == false, "pasting in brackets was asked for")
  }

  @Test(arguments: [("xterm-256color", true, true), ("xterm", false, true), ("vt100", false, false)])
  func coloursAreThoseOfTheTerminal(_ kind: String, has256: Bool, hasAny: Bool) throws {
    let terminal = try RawTerminal(try JournalOnDisk(), ["TERM": kind])
    try terminal.wait("厨房漏水")
    terminal.send("q")
    #expect(terminal.end() == 0)
    let parameters = terminal.renditions
    #expect(parameters.contains { $0.contains("38;5;") } == has256)
    #expect(
      parameters.contains { $0.split(separator: ";").contains { $0.utf8.count == 2 && $0 > "29" } } == hasAny)
  }
}

extension RawTerminal {
  /// Each private mode that was touched, and whether it is on at the end (`CSI ? n h` and `l`).
  fileprivate var modes: [Int: Bool] {
    var modes: [Int: Bool] = [:]
    for match in text.matches(of: /\u{1B}\[\?([0-9;]+)([hl])/) {
      for mode in match.1.split(separator: ";").compactMap({ Int($0) }) { modes[mode] = match.2 == "h" }
    }
    return modes
  }

  /// The parameters of every change of colours and attributes.
  fileprivate var renditions: [String] { text.matches(of: /\u{1B}\[([0-9;]*)m/).map { String($0.1) } }
}
