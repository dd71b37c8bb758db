import Foundation
import TestSupport
import Testing

/// Beginning a journal.
@Suite struct InitTests {
  @Test func theFounderIsTheFirstManager() throws {
    let centre = try Centre(empty: ())
    let answer = try centre.done("init", "--name", "阳光花园", "--zone", "Asia/Shanghai", "--json").object()
    #expect(answer["seq"] as? Int == 1)
    #expect(answer["journal"] as? String == centre.journal)
    let staff = try centre.done("staff", "list", "--json").objects()
    #expect(staff.count == 1)
    #expect(staff.first?["role"] as? String == "manager")
    #expect(staff.first?["os_user"] as? [String] == [Program.account])
    let attributes = try FileManager.default.attributesOfItem(atPath: centre.journal)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func anExistingFileIsNeverTouched() throws {
    let centre = try Centre()
    let before = centre.bytes
    let answer = try centre.run("init", "--zone", "UTC")
    #expect(answer.status == 1)
    #expect(answer.err.contains("exists already"))
    #expect(centre.bytes == before)
  }

  @Test func anUnknownZoneOrGroupMakesNoFile() throws {
    let centre = try Centre(empty: ())
    let zone = try centre.run("init", "--zone", "Mars/Olympus")
    #expect(zone.status == 2)
    #expect(zone.err.contains("no time zone “Mars/Olympus”") && zone.err.contains("Asia/Shanghai"))
    let group = try centre.run("init", "--zone", "UTC", "--group", "no-such-group")
    #expect(group.status == 2 && group.err.contains("has no group no-such-group"), "\(group)")
    #expect(!FileManager.default.fileExists(atPath: centre.journal))
  }

  @Test func theJournalLiesWhereTheEnvironmentSays() throws {
    let centre = try Centre(empty: ())
    let data = centre.directory.file("data")
    try centre.done("init", "--zone", "UTC", environment: ["DUTYDESK_JOURNAL": "", "XDG_DATA_HOME": data])
    #expect(FileManager.default.fileExists(atPath: data + "/dutydesk/desk.journal"))
    try centre.done("init", "--zone", "UTC", environment: ["DUTYDESK_JOURNAL": ""])
    #expect(
      FileManager.default.fileExists(atPath: centre.directory.path + "/.local/share/dutydesk/desk.journal"))
  }
}
