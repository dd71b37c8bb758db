import Desk
import Foundation
import TestSupport
import Testing

@testable import DeskStore

@Suite struct JournalPathTests {
  @Test(arguments: [
    (["DUTYDESK_JOURNAL": "x.journal", "XDG_DATA_HOME": "/d", "HOME": "/h"], "x.journal"),
    (["XDG_DATA_HOME": "/d", "HOME": "/h"], "/d/dutydesk/desk.journal"),
    (["DUTYDESK_JOURNAL": "", "XDG_DATA_HOME": "", "HOME": "/h"], "/h/.local/share/dutydesk/desk.journal"),
    (["XDG_DATA_HOME": "relative", "HOME": "/h"], "/h/.local/share/dutydesk/desk.journal"),
  ])
  func theFirstOfTheAgreedPlacesIsTaken(_ environment: [String: String], _ path: String) throws {
    #expect(try JournalPath.standard(environment) == path)
  }

  @Test func withoutHomeTheAccountTellsIt() throws {
    let path = try JournalPath.standard([:])
    #expect(path.hasPrefix("/"))
    #expect(path.hasSuffix("/.local/share/dutydesk/desk.journal"))
  }

  @Test func missingFoldersAreMadeForTheirOwnerAlone() throws {
    let place = try TemporaryDirectory()
    try JournalPath.makeFolder(of: place.file("a/b/desk.journal"))
    for folder in ["a", "a/b"] {
      let found = try FileManager.default.attributesOfItem(atPath: place.file(folder))
      #expect(found[.posixPermissions] as? Int == 0o700)
    }
    try JournalPath.makeFolder(of: place.file("a/b/desk.journal"))
    try JournalPath.makeFolder(of: "desk.journal")
    try JournalPath.makeFolder(of: "/desk.journal")
  }

  @Test func aFolderThatCannotBeMadeIsAnError() throws {
    let place = try TemporaryDirectory()
    try place.write([], to: "file")
    #expect(throws: StoreError.folder(path: place.file("file/a"), errno: ENOTDIR)) {
      try JournalPath.makeFolder(of: place.file("file/a/desk.journal"))
    }
  }
}

@Suite struct ProcessIdentityTests {
  @Test func theAccountIsTheKernelsAndNotTheEnvironments() throws {
    let name = try Program.run("/usr/bin/id", ["-run"])
    #expect(ProcessIdentity.account == name.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  @Test(arguments: [
    ("li.na", "li.na"), ("Li Na", "li-na"), ("_apt", "apt"), ("李娜", "manager"), ("", "manager"),
    ("...", "manager"),
    ("root", "root"), ("user@example.org", "user-example.org"),
    ("a-name-that-is-much-longer-than-a-code-may-be", "a-name-that-is-much-longer-than-"),
  ])
  func anAccountBecomesAStaffCode(_ account: String, _ code: String) {
    #expect(ProcessIdentity.staffCode(of: account) == StaffCode(code))
    #expect(ProcessIdentity.staffCode(of: account).isWellFormed)
  }
}

@Suite struct WallClockTests {
  @Test func itTellsTheMachinesTime() {
    let before = Int64(Date().timeIntervalSince1970 * 1000) - 1
    let now = WallClock.now.milliseconds
    let after = Int64(Date().timeIntervalSince1970 * 1000) + 1
    #expect((before...after).contains(now))
  }
}
