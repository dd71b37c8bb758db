import Foundation
import TestSupport
import Testing

/// The backup of a shared journal, put back as the page of installing says.
@Suite(.enabled(if: SharedInstall.isPossible, Comment(rawValue: SharedInstall.reason)))
struct RestoreRecipeTests {
  private let install: SharedInstall
  private let head: String

  /// A journal with a ticket and a note, backed up and noted on the handover sheet.
  init() throws {
    install = try SharedInstall()
    let told = try install.run(.clerk, "dutydesk new repair --summary leak && dutydesk note 1001 before")
    try #require(told.status == 0, "\(told)")
    try install.root(
      try Page.install.commands(
        "backup", with: [("sudo ", ""), ("/srv/desk", install.folder), ("/media/backup", install.backup)]))
    head = try install.root(
      "dutydesk journal info --json | grep -oE '\"digest\":\"[0-9a-f]+\"|\"seq\":[0-9]+'"
    )
    .split(whereSeparator: \.isNewline).map { $0.split(separator: ":")[1].filter { $0 != "\"" } }
    .joined(separator: ":")
  }

  private func restore(against head: String) throws {
    try install.root(
      try Page.install.commands(
        "restore",
        with: [
          ("sudo ", ""), ("-g desk ", "-g \(install.group) "), ("/srv/desk", install.folder),
          ("/media/backup", install.backup), ("SEQ:DIGEST", head),
        ]))
  }

  private func expectSaved(_ script: String) throws {
    let answer = try install.run(.clerk, script)
    #expect(answer.status == 0, "\(answer)")
  }

  @Test(arguments: ["rm desk/desk.journal*", "rm -r desk"])
  func aLostJournalIsBackWithItsRightsAndWorkGoesOn(_ loss: String) throws {
    try install.root(loss)
    try restore(against: head)
    #expect(try install.rights() == install.rightsOfThePage)
    try expectSaved("dutydesk note 1001 after && dutydesk verify --against \(head)")
    #expect(try install.run(.clerk, "cat \"$DUTYDESK_JOURNAL\"*").status != 0)
  }

  @Test func aBackupThatIsBehindTheHandoverSheetIsToldByTheRecipe() throws {
    try expectSaved("dutydesk note 1001 late")
    let late = try install.root("dutydesk journal info | grep -oE '[0-9]+:[0-9a-f]{32}'")
    try install.root("rm desk/desk.journal*")
    let answer = #expect(throws: Program.Failed.self) {
      try restore(against: late.trimmingCharacters(in: .newlines))
    }
    #expect(answer?.description.contains("NOT agree") == true, "\(String(describing: answer))")
  }

  /// What `cp` by root makes of the two files: the state file is root's alone.
  @Test func filesWithTheWrongRightsAreReadAndNotWritten() throws {
    try install.root("rm desk/desk.journal* && cp backup/desk.journal backup/desk.journal.state desk/")
    try install.root("chmod 660 desk/desk.journal && chmod 600 desk/desk.journal.state")
    let before = try install.standing()
    for (language, said) in [("en", "desk.journal.state cannot be read and written"), ("zh", "无法读写")] {
      let list = try install.run(.clerk, "dutydesk list --lang \(language)")
      #expect(list.status == 0 && list.out.contains("leak") && list.out.contains(said), "\(list)")
      let note = try install.run(.clerk, "dutydesk note 1001 x --lang \(language)")
      #expect(note.status == 3 && note.out.contains(said), "\(note)")
    }
    #expect(try install.standing() == before)
  }

  @Test(.enabled(if: SharedInstall.spoilsCalls, "strace is missing, or may not spoil a call here"))
  func afterARestoreAFailedSyncAndARecoveryNothingAcknowledgedIsGone() throws {
    try install.root("rm desk/desk.journal*")
    try restore(against: head)
    try expectSaved("dutydesk note 1001 second && dutydesk note 1001 third")
    let later = try install.root("dutydesk journal info | grep -oE '[0-9]+:[0-9a-f]{32}'")
      .trimmingCharacters(in: .newlines)
    let spoilt = try install.runAsRoot(
      under: "strace -f -o /dev/null -e trace=fdatasync -e inject=fdatasync:error=EIO:when=1",
      "dutydesk note 1001 refused")
    #expect(spoilt.status == 5 && spoilt.out.contains("NOT saved"), "\(spoilt)")
    #expect(try install.run(.clerk, "dutydesk note 1001 meanwhile").status == 3)
    let done = try install.runAsRoot("dutydesk journal recover")
    #expect(done.status == 0, "\(done)")
    #expect(try install.rights() == install.rightsOfThePage)
    try expectSaved("dutydesk verify --against \(head) && dutydesk verify --against \(later)")
    try expectSaved("dutydesk note 1001 fourth")
    let history = try install.run(.clerk, "dutydesk show 1001 --history").out
    for said in ["before", "second", "third", "fourth"] { #expect(history.contains(said), "\(history)") }
    for said in ["refused", "meanwhile"] { #expect(!history.contains(said), "\(history)") }
  }
}
