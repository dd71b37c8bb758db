import Foundation
import Journal
import TestSupport
import Testing

@testable import Desk
@testable import DeskStore

/// A journal that a group shares by its files alone: whoever is in the group can put a file beside it.
@Suite(.enabled(if: SharedInstall.isPossible, Comment(rawValue: SharedInstall.reason)))
struct UnwalledTests {
  private static let falsehood = "never-reported"
  private let install: SharedInstall

  init() throws {
    install = try SharedInstall()
    try install.takeWallDown()
    let told = try install.run(.clerk, "dutydesk new repair --summary leak")
    try #require(told.status == 0, "\(told)")
  }

  /// A snapshot of this journal in which more has happened: these commands. It is closed with the clerk's own key.
  private func forge(_ commands: String) throws -> [UInt8] {
    try install.root(
      """
      mkdir false && cp desk/desk.journal false/ && export DUTYDESK_JOURNAL="$PWD/false/desk.journal"
      \(commands)
      """)
    var desk = try LiveDesk(path: install.file("false/desk.journal"), writing: false, isProven: true).desk
    let live = try LiveDesk(path: install.journal, writing: false, isProven: true)
    desk.lastSeq = live.desk.lastSeq
    let checkpoint = try #require(live.journal.checkpoint())
    return Snapshot(checkpoint: checkpoint, scanned: WallClock.now, desk: desk).encoded(KeyedHash.Key(1, 2))
  }

  /// Leaves it wherever anybody may look for one.
  private func plant(_ commands: String) throws {
    try Data(try forge(commands)).write(to: URL(fileURLWithPath: install.file("forged")))
    let key: [UInt8] = [1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0]
    try Data(key).write(to: URL(fileURLWithPath: install.file("key")))
    let owner = install.account(.clerk)
    try install.root(
      """
      folder=clerk/.local/state/dutydesk
      install -d -o \(owner) clerk/.local clerk/.local/state $folder
      install -o \(owner) -m 600 key $folder/snapshot.key
      for name in "" -$(id -u \(owner)) -$(id -u \(install.account(.supervisor))); do
        install -o \(owner) -g \(install.group) -m 660 forged desk/desk.journal.snapshot$name
      done
      """)
  }

  @Test func aForgedSnapshotGivesItsMakerNoRight() throws {
    try plant("dutydesk staff edit clerk --role manager")
    let known = try install.run(.clerk, "dutydesk verify")
    #expect(
      known.out.contains("NOT what the journal says"), "the program takes it for the clerk's own: \(known)")
    let before = try install.root("sha256sum desk/desk.journal desk/desk.journal.state")
    for command in [
      "staff edit auditor --os-user root", "staff edit clerk --role manager", "journal recover --force",
      "journal repair --reason x", "journal restore-manager --why x",
    ] {
      try plantAgain()
      let answer = try install.run(.clerk, "dutydesk \(command)")
      #expect(answer.status == 1, "\(command) \(answer)")
    }
    #expect(try install.root("sha256sum desk/desk.journal desk/desk.journal.state") == before)
  }

  @Test func aForgedSnapshotShowsNobodyElseAnythingFalse() throws {
    // Nothing of who may what: that is held against the journal wherever it is asked for.
    try plant("dutydesk new repair --summary \(Self.falsehood)")
    for person in [SharedInstall.Person.supervisor, .manager, .auditor] {
      for command in ["list", "show 1001", "verify"] {
        let answer = try install.run(person, "dutydesk \(command)")
        #expect(answer.status == 0 && !answer.out.contains(Self.falsehood), "\(person) \(answer)")
      }
    }
    let own = try install.runAsRoot("dutydesk list")
    #expect(own.out.contains("leak") && !own.out.contains(Self.falsehood), "\(own)")
  }

  @Test(.enabled(if: SharedInstall.hasNamespaces, "needs user namespaces for everybody"))
  func whoeverIsSomebodyElseInANamespaceOnlyIsNobody() throws {
    let before = try install.root("sha256sum desk/desk.journal desk/desk.journal.state")
    let manager = try install.root("id -u \(install.account(.manager))").trimmingCharacters(in: .newlines)
    for seeming in ["0", manager, "65534"] {
      for command in [
        "new repair --summary x", "staff edit clerk --role manager", "journal recover --force",
        "journal repair --reason x", "journal restore-manager --why x",
      ] {
        let answer = try install.run(.clerk, "unshare --user --map-user=\(seeming) dutydesk \(command)")
        #expect(answer.status == 1, "\(seeming) \(command) \(answer)")
      }
      let shown = try install.run(.clerk, "unshare --user --map-user=\(seeming) dutydesk list")
      #expect(shown.status == 0 && shown.out.contains("leak"), "\(shown)")
    }
    let zh = try install.run(.clerk, "unshare --user --map-user=0 dutydesk new repair --summary x --lang zh")
    #expect(zh.out.contains("命名空间"), "\(zh)")
    #expect(try install.root("sha256sum desk/desk.journal desk/desk.journal.state") == before)
    // Somebody's own journal is theirs in a namespace too.
    let own = try install.run(
      .clerk,
      "export DUTYDESK_JOURNAL=$HOME/own.journal; dutydesk init --name x --zone UTC && "
        + "unshare --user --map-current-user dutydesk new repair --summary own && dutydesk list")
    #expect(own.status == 0 && own.out.contains("own"), "\(own)")
  }

  /// A command that finds it out takes it away.
  private func plantAgain() throws {
    try install.root(
      """
      owner=\(install.account(.clerk))
      install -o $owner -g \(install.group) -m 660 forged desk/desk.journal.snapshot-$(id -u $owner)
      """)
  }
}
