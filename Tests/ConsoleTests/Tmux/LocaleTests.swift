import TestSupport
import Testing

/// Locales that know less than the texts need: said once, with the variable that mends it; lines become ASCII, and
/// Chinese is written all the same.
@Suite(.serialized, .enabled(if: TmuxTerminal.isThere, "tmux is not installed"))
struct LocaleTests {
  private func open(_ journal: JournalOnDisk, _ locale: String) throws -> TmuxTerminal {
    let terminal = try TmuxTerminal(width: 120, height: 30, keeping: journal)
    try terminal.command("env -u LC_ALL -u LC_CTYPE -u LANG \(locale) " + (try journal.console))
    try terminal.wait("厨房漏水")
    return terminal
  }

  @Test(arguments: [
    ("LC_ALL=C", "LC_ALL"), ("LC_ALL=POSIX LANG=C.UTF-8", "LC_ALL"),
    ("LC_CTYPE=de_DE.ISO-8859-1", "LC_CTYPE"),
    ("LANG=xx_YY", "LANG"), ("", "LANG"),
  ])
  func withoutUTF8LinesAreASCIIAndItIsSaid(_ locale: String, variable: String) throws {
    let terminal = try open(try JournalOnDisk(), locale)
    let shown = try terminal.wait("\(variable) 不是 UTF-8")
    #expect(shown.contains { $0.contains("\(variable)=C.UTF-8") })
    #expect(!shown.contains { $0.contains { "─│┌┐└┘→…".contains($0) } })
    #expect(shown.contains { $0.contains("时限 ---") } && shown.contains { $0.contains("|") })
    try terminal.press("Down")
    try terminal.wait("不是 UTF-8", gone: true)
    try terminal.until("the second row") { _ in try terminal.cursor() == (0, 4) }
    try terminal.press("F1")
    let help = try terminal.wait("帮助")
    #expect(!help.contains { $0.contains { "─│┌┐└┘→…".contains($0) } })
  }

  /// What a clerk's machine sends over SSH need not be installed here.
  @Test(arguments: ["LC_ALL=zh_CN.UTF-8", "LANG=zh_CN.utf8", "LC_CTYPE=UTF-8", "LANG=C LC_CTYPE=C.UTF-8"])
  func aUTF8TerminalIsKnownByTheNameOfItsLocale(_ locale: String) throws {
    let shown = try open(try JournalOnDisk(), locale).wait("时限 ───")
    #expect(!shown.contains { $0.contains("UTF-8") })
  }

  @Test func typedChineseIsKeptWithoutUTF8() throws {
    let journal = try JournalOnDisk()
    let terminal = try open(journal, "LC_ALL=C")
    try terminal.press("t")
    try terminal.wait("备注 #1001")
    try terminal.type("住户在家")
    try terminal.press("C-s")
    try terminal.wait("已记录")
    #expect(try journal.run("show", "1001").contains("住户在家"))
  }
}
