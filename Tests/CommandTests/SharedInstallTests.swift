import Foundation
import TestSupport
import Testing

/// The shared install, tried by everybody who might try to take the journal or the rights over.
@Suite(.enabled(if: SharedInstall.isPossible, Comment(rawValue: SharedInstall.reason)))
struct SharedInstallTests {
  private typealias Person = SharedInstall.Person
  private let install: SharedInstall

  init() throws { install = try SharedInstall() }

  private static let care = [
    "journal recover", "journal recover --force --reason x", "journal repair --reason x",
    "journal restore-manager --why x",
  ]
  private static let staff = [
    "staff edit clerk --role manager", "staff edit auditor --os-user root", "staff leave li.na",
    "staff add spy --name spy --role manager",
  ]

  /// Makes one byte of a ticket's text another one, as a bad disk does.
  private func damage() throws {
    let file = URL(fileURLWithPath: install.journal)
    let text = try String(contentsOf: file, encoding: .utf8)
    let place = try #require(text.range(of: "\"summary\":\"leak\""))
    let offset = text.utf8.distance(from: text.startIndex, to: place.upperBound) - 2
    let handle = try FileHandle(forUpdating: file)
    try handle.seek(toOffset: UInt64(offset))
    try handle.write(contentsOf: Data("t".utf8))
    try handle.close()
  }

  private func expectRefused(_ person: Person, _ command: String, _ said: String = "may") throws {
    let before = try install.standing()
    for (language, sentence) in [("en", said), ("zh", "。")] {
      let answer = try install.run(person, "dutydesk \(command) --lang \(language)")
      #expect(answer.status == 1 && answer.out.contains(sentence), "\(person) \(answer)")
    }
    #expect(try install.standing() == before, "\(person) \(command)")
  }

  @Test func theRecipeGivesTheWallItPromises() throws {
    #expect(try install.rights() == install.rightsOfThePage)
    for script in ["cat \"$DUTYDESK_JOURNAL\"*", "ls \"$(dirname \"$DUTYDESK_JOURNAL\")\""] {
      for person in Person.allCases {
        let answer = try install.run(person, script)
        #expect(answer.status != 0 && !answer.out.contains("seq"), "\(person) \(answer)")
      }
    }
    #expect(try install.run(.clerk, "dutydesk new repair --summary leak").status == 0)
    #expect(try install.run(.nobody, "dutydesk list").out.contains("leak"))
    #expect(try install.run(.nobody, "dutydesk note 1001 x").status == 1)
  }

  @Test func whoMayNotTakesCareOfNothingAndGivesNobodyARight() throws {
    for person in [Person.nobody, .clerk, .auditor, .supervisor] {
      for command in Self.staff { try expectRefused(person, command) }
      for command in Self.care where person != .supervisor || !command.contains("repair") {
        try expectRefused(person, command)
      }
    }
    try expectRefused(.supervisor, "journal repair --reason x", "not damaged")
    try expectRefused(.manager, "journal restore-manager --why x", "Only the superuser")
    #expect(try install.run(.manager, "dutydesk staff edit clerk --phone 1").status == 0)
  }

  @Test func onDamageTheSupervisorDecidesOnRecordAndNobodyBelow() throws {
    #expect(try install.run(.clerk, "dutydesk new repair --summary leak").status == 0)
    #expect(try install.run(.clerk, "dutydesk new repair --summary other").status == 0)
    try damage()
    for person in [Person.nobody, .clerk, .auditor] {
      for command in Self.care { try expectRefused(person, command) }
    }
    let before = try install.root("cat desk/desk.journal")
    let answer = try install.run(.supervisor, "dutydesk journal repair --reason 'the disk was old'")
    #expect(answer.status == 0, "\(answer)")
    #expect(try install.rights() == install.rightsOfThePage)
    #expect(try install.root("cat desk/desk.journal").hasPrefix(before))
    let record = try install.lastRecord()
    for said in ["\"by\":\"supervisor\"", "journal.repaired", "the disk was old"] {
      #expect(record.contains(said), "\(record)")
    }
    // What was set aside holds what people said, and is as closed as the journal.
    let copies = try install.root("cd desk && stat -c '%G %a' desk.journal.damaged-*")
    #expect(copies == "\(install.group) 660\n")
    #expect(try install.run(.nobody, "cat \"$DUTYDESK_JOURNAL\".damaged-*").status != 0)
  }

  /// The file is root's: whoever else put a new one in its place would come to own it.
  @Test func theManagerIsToldWhoRecoversAndRootDoesOnRecord() throws {
    #expect(try install.run(.clerk, "dutydesk new repair --summary leak").status == 0)
    let before = try install.standing()
    let answer = try install.run(.manager, "dutydesk journal recover --force --reason x")
    #expect(answer.status == 3 && answer.out.contains("belongs to root"), "\(answer)")
    let unforced = try install.run(.manager, "dutydesk journal recover")
    #expect(unforced.status == 1 && unforced.out.contains("--force"), "\(unforced)")
    #expect(try install.standing() == before)
    let done = try install.runAsRoot("dutydesk journal recover --force --reason 'memory in doubt'")
    #expect(done.status == 0, "\(done)")
    #expect(try install.rights() == install.rightsOfThePage)
    let record = try install.lastRecord()
    for said in ["\"by\":\"root\"", "journal.recovered", "memory in doubt"] {
      #expect(record.contains(said), "\(record)")
    }
    #expect(
      try install.root("cd desk && stat -c '%U %G %a' *.before-recovery-*") == "root \(install.group) 660\n")
    #expect(try install.run(.clerk, "dutydesk note 1001 x").status == 0)
  }

  /// Where the journal is the manager's own file, they recover it themselves and it stays as it was.
  @Test func theManagerRecoversAFileOfTheirOwn() throws {
    try install.root("chown \(install.account(.manager)) desk/desk.journal")
    let before = try install.rights()
    let done = try install.run(.manager, "dutydesk journal recover --force --reason x")
    #expect(done.status == 0, "\(done)")
    #expect(try install.rights() == before)
    #expect(try install.lastRecord().contains("\"by\":\"li.na\""))
  }

  /// A namespace of one's own gives any number to whoever asks for it, and the group's rights to nobody.
  @Test func whoPutsOnAnothersNumberInANamespaceGetsNothing() throws {
    #expect(try install.run(.clerk, "dutydesk new repair --summary leak").status == 0)
    let before = try install.standing()
    for number in ["0", "$(id -u \(install.account(.manager)))"] {
      for command in Self.care + Self.staff + ["list", "note 1001 x"] {
        let answer = try install.run(.clerk, "unshare --user --map-user=\(number) dutydesk \(command)")
        #expect(answer.status != 0 && !answer.out.contains("leak"), "\(answer)")
      }
    }
    #expect(try install.standing() == before)
  }

  @Test func aLinkInOnesHomeIsAsGoodAsTheName() throws {
    let answer = try install.run(
      .clerk,
      """
      ln -s "$DUTYDESK_JOURNAL" mine && unset DUTYDESK_JOURNAL
      dutydesk --journal mine new repair --summary leak && dutydesk --journal ./mine note 1001 x &&
        dutydesk --journal "$HOME/mine" list && dutydesk --journal mine verify
      """)
    #expect(answer.status == 0 && answer.out.contains("leak"), "\(answer)")
    #expect(try install.run(.supervisor, "dutydesk note 1001 x").status == 0)
    #expect(try install.root("ls clerk") == "mine\n")
    #expect(try install.rights() == install.rightsOfThePage)
  }
}
