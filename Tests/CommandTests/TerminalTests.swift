import Foundation
import TestSupport
import Testing

/// What is different on a terminal; `script` (of bsdutils) lends one.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "no script(1) here"))
struct TerminalTests {
  /// Runs a line on a terminal; its lines end in CR LF.
  private func terminal(_ centre: Centre, _ line: String, _ environment: String = "TERM=xterm") throws
    -> String
  {
    try centre.shell("\(environment) script -qec \"$0 \(line); echo status \\$?\" /dev/null </dev/null").out
  }

  @Test func lateWorkIsRedOnATerminalUnlessColoursAreUnwanted() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "x", "--urgency", "critical", "--on", "-1h")
    #expect(try terminal(centre, "list").contains("\u{1B}[1;31m"))
    #expect(try terminal(centre, "list", "TERM=xterm NO_COLOR=1").contains("\u{1B}") == false)
    #expect(try terminal(centre, "list", "TERM=dumb").contains("\u{1B}") == false)
  }

  @Test func anUnknownTerminalIsNamed() throws {
    let centre = try Centre()
    let told = try terminal(centre, "console", "TERM=no-such-terminal")
    #expect(told.contains("no terminal type “no-such-terminal”"), "\(told)")
    #expect(told.contains("status 2"))
    #expect(try terminal(centre, "list", "TERM=no-such-terminal").contains("status 0"))
  }

  @Test func anUnknownThemeIsAnsweredWithThoseThereAre() throws {
    let centre = try Centre()
    let told = try terminal(centre, "console --theme sunset")
    #expect(told.contains("There is no theme “sunset”") && told.contains("night"), "\(told)")
    #expect(told.contains("status 2"))
  }

  @Test func aDemonstrationTakesItsJournalAwayAgain() throws {
    let centre = try Centre(empty: ())
    // No such terminal, so the console does not open; what was made goes all the same.
    let told = try terminal(centre, "demo --tickets 30", "TERM=no-such-terminal")
    #expect(told.contains("is removed at the end") && told.contains("status 2"), "\(told)")
    let left = try FileManager.default.contentsOfDirectory(atPath: centre.directory.path)
    #expect(left.allSatisfy { !$0.hasPrefix("dutydesk-demo") }, "\(left)")
  }
}
