import Foundation
import TestSupport
import Testing

/// A line with delay: what is one key arrives in pieces.
@Suite(.serialized)
struct SlowLineTests {
  /// Over SSH a cursor key may come as ESC and, a tenth of a second later, the rest.
  @Test func anArrowInPiecesIsAnArrowOverSSH() throws {
    #expect(try secondRowOpened(after: 100_000, ["SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"]))
  }

  /// At a keyboard beside the machine, ESC is not waited on for long.
  @Test func escapeIsQuickWithoutSSH() throws {
    #expect(try !secondRowOpened(after: 100_000, [:]))
  }

  /// Whether ESC, a pause, and the rest moved down: then Enter opens the second ticket. On a machine that is busy the
  /// pause may become too long: some tries are given.
  private func secondRowOpened(after microseconds: useconds_t, _ environment: [String: String]) throws -> Bool
  {
    for _ in 0..<(environment.isEmpty ? 1 : 5) {
      let terminal = try RawTerminal(try JournalOnDisk(), environment)
      try terminal.wait("厨房漏水")
      terminal.rest()
      terminal.send("\u{1B}")
      usleep(microseconds)
      terminal.send("[B")
      terminal.rest()
      let start = terminal.bytes.count
      terminal.send("\r")
      try terminal.wait("#100", since: start)
      terminal.rest()
      if String(decoding: terminal.bytes[start...], as: UTF8.self).contains("#1002") { return true }
    }
    return false
  }

  /// A hanzi whose three bytes come one by one is not lost, and what cuts one short is a key of its own.
  @Test func aHanziInPiecesIsAHanzi() throws {
    let terminal = try RawTerminal(try JournalOnDisk())
    try terminal.wait("厨房漏水")
    terminal.send("/")
    terminal.rest()
    let start = terminal.bytes.count
    for byte in Array("漏".utf8) {
      terminal.send(bytes: [byte])
      usleep(60_000)
    }
    try terminal.wait("漏", since: start)
    terminal.send(bytes: Array("水".utf8.prefix(2)) + Array("灯".utf8))
    try terminal.wait("灯", since: start)
  }

  @Test func aTerminalThatIsGoneEndsTheProcess() throws {
    let terminal = try RawTerminal(try JournalOnDisk())
    try terminal.wait("厨房漏水")
    #expect(terminal.hangUp() < 128 + SIGKILL)
  }
}
