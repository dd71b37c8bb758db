import Desk
import Foundation
import TestSupport
import Testing

@testable import DeskStore

@Suite struct ZoneReaderTests {
  private func instant(_ text: String) throws -> Instant {
    try #require(try? MomentReading(now: Instant(seconds: 0), zone: .utc, sense: .either).moment(text))
  }

  @Test func shanghaiIsEightHoursEast() throws {
    let zone = try ZoneReader.zone(named: "Asia/Shanghai")
    #expect(zone.name == "Asia/Shanghai")
    #expect(zone.offset(at: try instant("2026-11-22T04:17:35Z")) == 28_800)
    #expect(zone.offset(at: try instant("2026-07-01T00:00:00Z")) == 28_800)
    #expect(zone.offset(at: try instant("2069-12-31T00:00:00Z")) == 28_800)
  }

  @Test(arguments: [
    ("1986-05-03T17:59:59Z", 28_800), ("1986-05-03T18:00:00Z", 32_400), ("1986-09-13T16:59:59Z", 32_400),
    ("1986-09-13T17:00:00Z", 28_800), ("1991-04-13T18:00:00Z", 32_400), ("1991-09-14T17:00:00Z", 28_800),
    ("1992-07-01T00:00:00Z", 28_800),
  ])
  func shanghaiHadSummerTimeFrom1986To1991(_ moment: String, _ offset: Int32) throws {
    let zone = try ZoneReader.zone(named: "Asia/Shanghai")
    #expect(zone.offset(at: try instant(moment)) == offset)
    #expect(zone.transitions.count == 12)
  }

  @Test(arguments: [
    ("America/New_York", "2026-03-08T06:59:59Z", -18_000),
    ("America/New_York", "2026-03-08T07:00:00Z", -14_400),
    ("America/New_York", "2026-11-01T05:59:59Z", -14_400),
    ("America/New_York", "2026-11-01T06:00:00Z", -18_000),
    ("Europe/Berlin", "2026-03-29T00:59:59Z", 3_600), ("Europe/Berlin", "2026-03-29T01:00:00Z", 7_200),
    ("Europe/Berlin", "2026-10-25T00:59:59Z", 7_200), ("Europe/Berlin", "2026-10-25T01:00:00Z", 3_600),
    ("Europe/Berlin", "2060-07-01T00:00:00Z", 7_200), ("Asia/Kolkata", "2026-01-01T00:00:00Z", 19_800),
    ("Africa/Casablanca", "2026-02-14T12:00:00Z", 3_600), ("Africa/Casablanca", "2026-02-15T12:00:00Z", 0),
  ])
  func changesAreFoundToTheSecond(_ name: String, _ moment: String, _ offset: Int32) throws {
    #expect(try ZoneReader.zone(named: name).offset(at: try instant(moment)) == offset)
  }

  /// Python reads the same files by code of its own. Foundation does not: it brings a database, of another release.
  @Test(arguments: [
    "Asia/Shanghai", "America/New_York", "Europe/Berlin", "Europe/Dublin", "Australia/Lord_Howe",
    "Asia/Tehran",
    "Africa/Casablanca",
  ])
  func offsetsAreThoseOfAnotherReader(_ name: String) throws {
    let zone = try ZoneReader.zone(named: name)
    // Every 1,000 minutes from 1971 to 2037.
    let seconds = stride(from: Int64(31_536_000), to: 2_114_380_800, by: 60_000)
    let script = """
      import sys, zoneinfo
      from datetime import datetime
      zone = zoneinfo.ZoneInfo(sys.argv[1])
      for second in range(31_536_000, 2_114_380_800, 60_000):
        print(int(datetime.fromtimestamp(second, zone).utcoffset().total_seconds()))
      """
    let printed = try Program.run(
      "/bin/sh", ["-c", "PYTHONTZPATH=/usr/share/zoneinfo exec python3 -c \"$0\" \"$1\"", script, name])
    let there = printed.split(separator: "\n").compactMap { Int32($0) }
    #expect(there.count == Array(seconds).count)
    let differing = zip(seconds, there).first { zone.offset(at: Instant(seconds: $0)) != $1 }
    #expect(differing == nil, "\(name) at \(differing?.0 ?? 0): Python says \(differing?.1 ?? 0)")
  }

  @Test func utcIsAlwaysKnown() throws {
    #expect(try ZoneReader.zone(named: "UTC") == .utc)
  }

  @Test(arguments: [
    "Asia/Shangai", "", "/etc/localtime", "../zoneinfo/UTC", "Asia/../UTC", "Asia", "Asia/", "zone.tab",
    "UTC0", "CST-8", "Asia/Shanghai\n", "亚洲/上海", "./UTC",
  ])
  func anUnknownNameIsAnErrorAndNotUTC(_ name: String) {
    #expect(throws: StoreError.unknownZone(name)) { try ZoneReader.zone(named: name) }
  }

  // In a process of its own: other tests read zones at the same time.
  @Test(arguments: ["Europe/Paris", nil] as [String?])
  func theProcessKeepsItsOwnZone(_ own: String?) async {
    await #expect(processExitsWith: .success) { [own] in
      if let own { setenv("TZ", own, 1) } else { unsetenv("TZ") }
      tzset()
      _ = try ZoneReader.zone(named: "Asia/Tokyo")
      #expect(getenv("TZ").map { String(cString: $0) } == own)
      var time = time_t(1_795_320_000)
      var local = tm()
      localtime_r(&time, &local)
      #expect(local.tm_gmtoff != 32_400)
      if own != nil { #expect(local.tm_gmtoff == 3_600) }
    }
  }
}
