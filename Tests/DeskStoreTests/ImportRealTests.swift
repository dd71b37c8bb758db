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
  /// The rows of a file in twelve pieces, and as a shuffle leaves them, each with the header.
  private func cut(_ text: String) -> (pieces: [String], shuffled: String) {
    var random = SeededRandom()
    // A line that ends within quotes goes on.
    var isQuoted = false
    var rows = text.split(omittingEmptySubsequences: true) { character in
      if character == "\"" { isQuoted.toggle() }
      return character.isNewline && !isQuoted
    }
    let header = rows.removeFirst()
    func file(_ rows: some Sequence<Substring>) -> String { ([header] + rows).map { $0 + "\n" }.joined() }
    let pieces = (0..<12).map { file(rows[(rows.count * $0 / 12)..<(rows.count * ($0 + 1) / 12)]) }
    return (pieces, file(rows.shuffled(using: &random)))
  }

  @Test func theRepairsAreTheSameInTwelvePiecesAndShuffled() throws {
    let folder = try #require(dataFolder)
    let text = try String(contentsOfFile: folder + "/sf_housing_authority_repairs.csv", encoding: .utf8)
    let map = try ImportRig.map("sf-housing.map")
    func outcome(_ files: [String]) throws -> [String] {
      let rig = try ImportRig()
      for file in files { _ = try rig.take(.tickets, file, map: map) }
      return try rig.outcome()
    }
    let (pieces, shuffled) = cut(text)
    let whole = try outcome([text])
    #expect(whole.count == 1102)
    for (files, name) in [(pieces, "in pieces"), ([shuffled], "shuffled")] {
      let other = try outcome(files)
      let first = zip(other, whole).first { $0 != $1 }
      #expect(other == whole, "\(name): \(first?.0 ?? "")\nis not\n\(first?.1 ?? "")")
    }
  }

  /// By month, as somebody brings them month after month; with the map of the fixtures, and with one that does not say which
  /// row of a minute was first.
  @Test(.enabled(if: isLong, "six times 141,712 rows: in the long tier"), arguments: [true, false])
  func theLogIsTheSameMonthByMonthAndShuffled(isOrdered: Bool) throws {
    var map = try ImportRig.map("servicenow.map")
    if !isOrdered { map.order = nil }
    let directory = try TemporaryDirectory()
    let path = directory.file("log.csv")
    _ = try unpacked { descriptor in
      let file = try FileHandle(fileDescriptor: descriptor).readToEnd() ?? Data()
      try file.write(to: URL(fileURLWithPath: path))
      return ImportReport()
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let shuffled = cut(text).shuffled
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    let header = lines.removeFirst()
    let column = try #require(header.split(separator: ",").firstIndex(of: "sys_updated_at"))
    // 29/2/2016 01:16
    var months: [String: [Substring]] = [:]
    for line in lines {
      let day = line.split(separator: ",", omittingEmptySubsequences: false)[column].prefix { $0 != " " }
        .split(separator: "/")
      months["\(day[2])-\(day[1].count < 2 ? "0" : "")\(day[1])", default: []].append(line)
    }
    let pieces = months.sorted { $0.key < $1.key }.map {
      ([header] + $0.value).joined(separator: "\n") + "\n"
    }
    #expect(pieces.count == 13)
    func outcome(_ files: [String]) throws -> [String] {
      let rig = try ImportRig()
      for file in files { _ = try rig.take(.events, file, map: map) }
      return try rig.outcome()
    }
    let whole = try outcome([text])
    #expect(whole.count == 24_918)
    #expect(try outcome(pieces) == whole, "month by month")
    #expect(try outcome([shuffled]) == whole, "shuffled")
  }
}
