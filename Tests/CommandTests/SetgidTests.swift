import Foundation
import TestSupport
import Testing

/// The wall: a program installed setgid to a group that alone may write the journal, and an account that is no
/// member of it.
@Suite(.enabled(if: SetgidInstall.isPossible, Comment(rawValue: SetgidInstall.reason)))
struct SetgidTests {
  private let install: SetgidInstall

  init() throws { install = try SetgidInstall() }

  @Test func anOutsiderWorksThroughTheProgram() throws {
    let answer = try install.desk("new", "repair", "--summary", "水管漏水", "--json")
    #expect(answer.status == 0 && answer.out.contains("\"ticket\":1001"), "\(answer)")
    #expect(try install.desk("note", "1001", "看过").status == 0)
    let list = try install.desk("list")
    #expect(list.status == 0 && list.out.contains("水管漏水") && list.err.isEmpty, "\(list)")
    #expect(try install.desk("verify").status == 0)
    #expect(try install.desk("journal", "info").status == 0)
  }

  @Test(arguments: [
    "echo x >>\"$J\"", ": >\"$J\"", "cp /dev/null \"$J\"", "rm -f \"$J\"", "mv \"$J\" \"$J.old\"",
    "cat \"$J\"", "ln \"$J\" \"$HOME/own\"", "echo x >>\"$J.state\"", "rm -f \"$J.state\"",
    "touch \"$(dirname \"$J\")/new\"", "ls \"$(dirname \"$J\")\"", "chmod o+w \"$J\"",
  ])
  func anOutsiderCannotTouchTheFilesByHand(script: String) throws {
    let before = try install.files()
    #expect(try install.outside(script).status != 0)
    #expect(try install.files() == before)
  }

  @Test func everyFileIsTheGroupsAndOpenToNobodyElse() throws {
    let taken = try install.desk("import", "tickets", "-", input: SetgidInstall.manyTickets)
    #expect(taken.status == 0, "\(taken)")
    #expect(try install.desk("list").status == 0)
    let modes = try install.modes()
    #expect(
      modes.contains { $0.hasPrefix("desk.journal ") }
        && modes.contains { $0.hasPrefix("desk.journal.state ") })
    for line in modes { #expect(line.hasSuffix(" 660 \(SetgidInstall.group)"), "\(line)") }
  }

  @Test func theSnapshotIsWrittenAndReadByOutsiders() throws {
    try install.writeSnapshot()
    #expect(try install.modes().contains("desk.journal.snapshot 660 \(SetgidInstall.group)"))
    let answer = try install.desk("list", "--limit", "1")
    #expect(answer.status == 0 && answer.err.isEmpty, "\(answer)")
  }

  @Test func filesOfTheGroupAreNotReadForItsCaller() throws {
    let secret = try install.secret("a-word-nobody-may-read")
    for line in [
      ["import", "units", secret], ["import", "units", "/dev/null", "--map", secret],
      ["--journal", secret, "list"],
      ["console", "--theme", secret],
    ] {
      let answer = try install.terminal(line)
      #expect(answer.status != 0, "\(answer)")
      #expect(!(answer.out + answer.err).contains("a-word"), "\(answer)")
    }
  }

  @Test func nothingIsWrittenWhereOnlyTheGroupMay() throws {
    #expect(try install.desk("new", "repair", "--summary", "x").status == 0)
    let before = try install.files()
    let folder = install.folder
    for line in [
      ["journal", "backup", folder], ["journal", "backup", folder + "/"],
      ["journal", "backup", install.other],
      ["journal", "archive", "--from", "2020-01-01", "--to", "2020-01-02", folder + "/archive"],
      [
        "journal", "archive", "--from", "2020-01-01", "--to", "2020-01-02", folder + "/desk.journal.snapshot",
      ],
      ["--journal", folder + "/own.journal", "init"], ["--journal", install.other + "/own.journal", "init"],
      ["--journal", folder + "/own.journal", "demo", "--no-console", "--tickets", "5"],
    ] {
      let answer = try install.desk(line)
      #expect(answer.status != 0, "\(answer)")
    }
    #expect(try install.files() == before)
  }

  /// A journal of the caller's own, with a link to a file of the group where its state file is looked for.
  @Test func aLinkBesideAJournalOfOnesOwnLeadsNowhere() throws {
    let before = try install.files()
    let script = """
      set -e
      "$D" --journal "$HOME/own.journal" init >/dev/null
      for name in state snapshot; do rm -f "$HOME/own.journal.$name"; ln -s "$J" "$HOME/own.journal.$name"; done
      "$D" --journal "$HOME/own.journal" new repair --summary x || true
      "$D" --journal "$HOME/own.journal" list || true
      mkdir "$HOME/copy"; ln -s "$J" "$HOME/copy/own.journal"
      "$D" --journal "$HOME/own.journal" journal backup "$HOME/copy" || true
      """
    _ = try install.outside(script)
    #expect(try install.files() == before)
  }

  @Test func aLinkToTheFolderIsFollowedOnce() throws {
    let script =
      "ln -s \"$(dirname \"$J\")\" \"$HOME/way\" && \"$D\" --journal \"$HOME/way/desk.journal\" list"
    let answer = try install.outside(script)
    #expect(answer.status == 0, "\(answer)")
  }

  @Test func theEnvironmentOpensNothing() throws {
    let trace = install.home + "/trace"
    for variables in [
      "TERMINFO=\(install.home)", "TERMINFO_DIRS=\(install.home)", "HOME=\(install.home)",
      "TERMCAP=\(install.home)/x",
      "TZDIR=\(install.home)", "LD_PRELOAD=\(install.home)/x.so", "LD_DEBUG=all LD_DEBUG_OUTPUT=\(trace)",
    ] {
      let answer = try install.outside("mkdir -p \"$HOME/x\" && \(variables) TERM=x-evil \"$D\" list")
      #expect(answer.status == 0 && answer.err.isEmpty, "\(variables) \(answer)")
    }
    #expect(!FileManager.default.fileExists(atPath: trace))
    for name in ["DUTYDESK_JOURNAL", "XDG_DATA_HOME"] {
      let answer = try install.outside("\(name)=\"\(try install.secret("a-word"))\" \"$D\" list")
      #expect(!(answer.out + answer.err).contains("a-word"))
    }
  }

  @Test func terminalDescriptionsOfTheCallerAreNotRead() throws {
    _ = try install.outside(
      "mkdir -p \"$HOME/.terminfo\" && infocmp xterm | sed 's/^xterm[^,]*,/x-own,/' >\"$HOME/t\" && tic -o \"$HOME/.terminfo\" \"$HOME/t\""
    )
    for variables in ["", "TERMINFO=\(install.home)/.terminfo", "TERMINFO_DIRS=\(install.home)/.terminfo"] {
      let answer = try install.terminal([], before: "\(variables) TERM=x-own")
      #expect(answer.status != 0 && answer.out.contains("x-own"), "\(answer)")
    }
  }

  @Test func whoSomebodyIsIsTheirOwnAccount() throws {
    let answer = try install.desk("new", "repair", "--summary", "x", "--as", "root")
    #expect(answer.status == 1, "\(answer)")
    let named = try install.outside("DUTYDESK_AS=root USER=root LOGNAME=root \"$D\" new repair --summary x")
    #expect(named.status == 1, "\(named)")
  }
}
