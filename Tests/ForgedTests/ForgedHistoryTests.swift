import Foundation
import TestSupport
import Testing

@testable import Desk
@testable import DeskStore

/// No record takes the desk away: whatever the values of well-formed records are, everything that reads them ends, soon,
/// and the desk can be gone on with.
@Suite(.serialized) struct ForgedHistoryTests {
  private static let isLong = ProcessInfo.processInfo.environment["DUTYDESK_LONG_TESTS"] == "1"
  private static var histories: Int { isLong ? 10_000 : 300 }
  /// The real binary looks at one history in so many.
  private static var share: Int { isLong ? 50 : 60 }
  /// One history alone, to repeat a failing case: `DUTYDESK_TEST_SEED=… DUTYDESK_HISTORY=…`; or some, as `1500-2999`, to go on
  /// where a run was broken off.
  private static let some: ClosedRange<Int>? = {
    let bounds = (ProcessInfo.processInfo.environment["DUTYDESK_HISTORY"] ?? "").split(separator: "-")
      .compactMap {
        Int($0)
      }
    guard let first = bounds.first, let last = bounds.last, first <= last else { return nil }
    return first...last
  }()
  private static var only: Int? { some.flatMap { $0.count == 1 ? $0.lowerBound : nil } }

  /// In an ordinary run always the same histories, so that a change of the program is what turns it red; the long tier
  /// looks for new ones.
  private static var random: SeededRandom {
    guard !isLong, ProcessInfo.processInfo.environment["DUTYDESK_TEST_SEED"] == nil else {
      return SeededRandom(for: "forged histories")
    }
    print("DUTYDESK_TEST_SEED=414459115 forged histories")
    return SeededRandom(seed: 414_459_115)
  }

  @Test func `what forged records say takes neither the desk nor its screens away`() throws {
    let random = Self.random
    let folder = try TemporaryDirectory()
    let began = ProcessorTime.seconds
    var slowest = (name: "", seconds: 0.0)
    for number in Self.some ?? 0...(Self.histories - 1) {
      var own = SeededRandom(seed: random.seed &+ UInt64(number) &* 0x9e37_79b9)
      let records = Forger.forge(BaseHistories.all[number % BaseHistories.all.count], &own)
      let path = folder.file("\(number).journal")
      try Forger.write(records, to: path)
      let reading = Reading(path, name: "DUTYDESK_TEST_SEED=\(random.seed) DUTYDESK_HISTORY=\(number)")
      reading.everything(only: Self.isLong || Self.only != nil ? nil : number)
      for fault in reading.faults { Issue.record("\(fault)") }
      if reading.slowest.seconds > slowest.seconds {
        slowest = ("\(number) \(reading.slowest.name)", reading.slowest.seconds)
      }
      var isGood = reading.faults.isEmpty
      if number % Self.share == 0 || Self.only != nil {
        Witness.rest()
        let walk = CommandWalk(folder: folder, path: path, name: reading.name)
        for fault in try walk.faults() {
          Issue.record("\(fault)")
          isGood = false
        }
      }
      try sweep(folder, keeping: isGood ? nil : path, number)
    }
    Witness.rest()
    print(
      "forged histories | \(Self.some?.count ?? Self.histories) | \(ProcessorTime.seconds - began) s | slowest \(slowest)"
    )
  }

  /// A history that failed stays to be looked at, the others make room.
  private func sweep(_ folder: TemporaryDirectory, keeping path: String?, _ number: Int) throws {
    if let path { try? FileManager.default.copyItem(atPath: path, toPath: "/tmp/forged-\(number).journal") }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try? FileManager.default.removeItem(atPath: folder.file(name))
    }
  }

  @Test func `the histories that are forged are true and busy`() throws {
    for (place, least) in [(0, 50), (1, 80), (2, 80)] {
      let folder = try TemporaryDirectory()
      let path = folder.file("true.journal")
      try Forger.write(BaseHistories.all[place], to: path)
      let live = try LiveDesk(path: path, writing: true)
      #expect(live.desk.lastSeq >= Int64(least), "history \(place)")
      #expect(live.desk.unrecognised == 0)
      let reading = Reading(path, name: "true history \(place)")
      reading.everything()
      Witness.rest()
      #expect(reading.faults == [])
    }
  }
}
