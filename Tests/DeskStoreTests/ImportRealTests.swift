import Desk
import Foundation
import TestSupport
import Testing

@testable import DeskStore

/// The folder with the real records: `$DUTYDESK_DATA`, else `../shared/data` beside the package.
private let dataFolder: String? = {
  let named = ProcessInfo.processInfo.environment["DUTYDESK_DATA"]
  let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let folder = named ?? package.deletingLastPathComponent().appendingPathComponent("shared/data").path
  let file = folder + "/sf_housing_authority_repairs.csv"
  return FileManager.default.fileExists(atPath: file) ? folder : nil
}()

private let isLong = ProcessInfo.processInfo.environment["DUTYDESK_LONG_TESTS"] == "1"
private let hasData = Comment("the real records are neither in $DUTYDESK_DATA nor in ../shared/data")

@Suite(.enabled(if: dataFolder != nil, hasData), .serialized) struct ImportingRealRecords {
  @Test func theRepairsOfTheHousingAuthorityComeInWhole() throws {
    let rig = try ImportRig()
    let folder = try #require(dataFolder)
    let text = try String(contentsOfFile: folder + "/sf_housing_authority_repairs.csv", encoding: .utf8)
    let map = try ImportRig.map("sf-housing.map")
    let report = try rig.take(.tickets, text, map: map)
    #expect(report.faults == [])
    #expect(report.counts.taken == 1102 && report.counts.rows == 1102)
    let tickets = Array(rig.live.desk.tickets)
    #expect(tickets.count { $0.status == .closed } == 1101)
    #expect(rig.live.desk.open.count == 1)
    #expect(try rig.ticket("8547412").unit == UnitCode("60 CAMERON WAY"))
    #expect(try rig.ticket("270177").unit == UnitCode("491 31ST AVE, Apt 217"))
    #expect(tickets.count { $0.urgency == .critical } == 53)
    #expect(tickets.count { $0.urgency == .urgent } == 151)
    #expect(tickets.count { $0.urgency == .planned } == 210)
    #expect(tickets.count { $0.topic == .doorsWindows } == 598)
    let before = try rig.bytes()
    #expect(try rig.take(.tickets, text, map: map).counts.known == 1102)
    #expect(try rig.bytes() == before)
  }

  /// Hands the unpacked log over through a pipe, as a shell would.
  private func unpacked(_ use: (Int32) throws -> ImportReport) throws -> ImportReport {
    let folder = try #require(dataFolder)
    let channel = Channel()
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(null) }
    let child = try Child(
      "/bin/sh", ["-c", "exec xz -dc \"$0\"", folder + "/servicenow_incident_event_log.csv.xz"],
      environment: ProcessInfo.processInfo.environment, input: null, output: channel.writing, error: null)
    channel.closeWriting()
    let report = try use(channel.reading)
    #expect(child.wait() == 0)
    return report
  }

  @Test(.enabled(if: isLong, "141,712 rows without optimisation: in the long tier"))
  func theLogOfTheHelpDeskComesInWhole() throws {
    let rig = try ImportRig()
    let map = try ImportRig.map("servicenow.map")
    let importer = Importer(.events, map: map, by: Centre.manager)
    let report = try unpacked { try importer.run(try TableFile(descriptor: $0), into: rig.live) }
    let counts = report.counts
    #expect(counts.rows == 141_712)
    #expect(counts.taken + counts.unchanged + counts.refused == 141_712 && counts.known == 0)
    #expect(rig.live.desk.tickets.count == 24_918)
    #expect(rig.live.desk.open.isEmpty)
    #expect(report.faults.count { $0.reason == .refusedState("-100") } == 5)
    // Five rows say an incident changed before it was opened; two that go back in time are put where they belong.
    #expect(report.faults.count { $0.reason == .reversed(.on, before: .received) } == 5)
    #expect(report.faults.count == 10)
    let tickets = Array(rig.live.desk.tickets)
    #expect(tickets.count { $0.cycle > 1 } == 276)
    #expect(tickets.count { ticket in ticket.facts.contains { $0.what == .waiting } } == 5825)
    let before = try rig.bytes()
    let again = try unpacked { try importer.run(try TableFile(descriptor: $0), into: rig.live) }
    #expect(again.counts.known + again.counts.unchanged + again.counts.refused == 141_712)
    #expect(again.counts.taken == 0 && again.faults == report.faults)
    #expect(try rig.bytes() == before)
  }
}
