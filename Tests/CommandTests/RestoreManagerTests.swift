import Foundation
import TestSupport
import Testing

@testable import DeskStore

/// The way back in when nobody can manage the desk any more.
@Suite struct RestoreManagerTests {
  @Test(arguments: ["en", "zh"]) func theLastManagerKeepsAnAccountOfThisMachine(_ language: String) throws {
    let centre = try Centre()
    let before = centre.bytes
    let lost = try centre.run(
      "staff", "edit", Program.account, "--os-user", "no-such-account", "--lang", language)
    #expect(lost.status == 1 && centre.bytes == before, "\(lost)")
    #expect(
      lost.err.contains(language == "zh" ? "最后一位在本机有系统账号" : "last manager with an account on this machine"))
    // Another manager is no help while their account is none of this machine.
    try centre.done("staff", "edit", "chen", "--role", "manager", "--os-user", "no-such-account")
    for line in [
      ["staff", "leave", Program.account], ["staff", "edit", Program.account, "--role", "clerk"],
      ["staff", "edit", Program.account, "--os-user", "no-such-account"],
    ] { #expect(try centre.run(line).status == 1, "\(line)") }
    try centre.done("staff", "edit", "chen", "--os-user", "daemon")
    try centre.done("staff", "leave", Program.account)
  }

  @Test(.enabled(if: getuid() == 0, "needs root")) func rootGivesTheFounderEverythingBackOnRecord() throws {
    let centre = try Centre()
    for code in ["chen", "li.na", "wang"] {
      try centre.done("staff", "edit", code, "--os-user", "daemon")
    }
    try centre.done("staff", "edit", "chen", "--role", "manager")
    try centre.done("staff", "leave", Program.account)
    #expect(try centre.run("new", "repair", "--summary", "x").status == 1)
    let answer = try centre.done("journal", "restore-manager", "--why", "账号误删")
    #expect(answer.out.contains("账号误删"), "\(answer)")
    try centre.done("new", "repair", "--summary", "x")
    try centre.done("staff", "edit", "li.na", "--phone", "1")
    let line = try #require(
      String(decoding: centre.bytes, as: UTF8.self).split(separator: "\n").last { $0.contains("\"why\"") })
    #expect(line.contains("\"type\":\"staff.edited\"") && line.contains("\"by\":\"\(Program.account)\""))
    #expect(try centre.run("verify").status == 0)
    let again = try centre.run("journal", "restore-manager", "--why", "x")
    #expect(again.status == 1, "\(again)")
    #expect(try centre.run("journal", "restore-manager").status == 2)
    let strange = try centre.run("journal", "restore-manager", "--why", "x", "--os-user", "no-such-account")
    #expect(strange.status == 1 && strange.err.contains("no account “no-such-account”"), "\(strange)")
    try centre.done("journal", "restore-manager", "--why", "x", "--os-user", "daemon")
  }

  @Test(.enabled(if: SetgidInstall.isPossible, Comment(rawValue: SetgidInstall.reason)))
  func nobodyElseMayNotEvenAManager() throws {
    let install = try SetgidInstall()
    let answer = try install.desk("journal", "restore-manager", "--why", "x", "--os-user", "daemon")
    #expect(answer.status == 1 && answer.err.contains("Only the superuser"), "\(answer)")
    let chinese = try install.desk("journal", "restore-manager", "--why", "x", "--lang", "zh")
    #expect(chinese.status == 1 && chinese.err.contains("只有本机的超级用户"), "\(chinese)")
    // Root of a namespace that anybody can make is not the machine's.
    let namespace = try install.outside(
      "exec unshare --user --map-root-user \"$D\" journal restore-manager --why x --os-user daemon")
    #expect(namespace.status != 0, "\(namespace)")
  }

  @Test func onlyAMapOfAllUsersIsTheMachine() {
    #expect(UserNamespace.isWholeMachine(map: "         0          0 4294967295"))
    for line in ["0 1000 1", "0 0 1", "0 0 65536", "", "0 100000 65536", "1 0 4294967295"] {
      #expect(!UserNamespace.isWholeMachine(map: line), "\(line)")
    }
  }
}
