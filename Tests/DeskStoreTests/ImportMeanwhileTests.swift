import Desk
import TestSupport
import Testing

@testable import DeskStore

/// Others record while an import is being written: what was decided before no longer fits, and the rest is decided again.
@Suite struct ImportingWhileOthersRecord {
  /// Chunks of the file; each takes a lock of its own.
  private static let chunks = 3

  /// A log of tickets without and with references, some told twice, over several chunks.
  private static func log(of kind: ImportKind) -> String {
    let rows = (0..<(chunks * 1000 - 500)).map { row in
      switch kind {
      case .tickets:
        "2025-03-01 09:00,repair,,\(row % 4 == 0 ? "" : "A\(row)"),漏水\(row % 900)"
      default: "2025-03-01 09:00,A\(row / 2),\(row % 2 == 0 ? "note" : "urge"),第\(row)次"
      }
    }
    let head = kind == .tickets ? "received,kind,urgency,ref,summary" : "on,ref,event,text"
    return ([head] + rows).joined(separator: "\n") + "\n"
  }

  /// What an import leaves: the tickets that came in with it, by reference and words, and what happened to them.
  private static func outcome(_ desk: ServiceDesk) -> [String] {
    desk.tickets.map { "\($0.ref ?? "") \($0.summary) \($0.facts.map(\.what)) \($0.received)" }
      .filter { !$0.contains("插进来的") }.sorted()
  }

  /// All of a desk.
  private static func state(_ desk: ServiceDesk) -> [UInt8] {
    var writer = StateWriter()
    desk.writeState(to: &writer)
    return writer.bytes
  }

  /// Imports both files; when it is asked for the so-manieth time whether to end, 1 being the first chunk that is written,
  /// somebody else takes a call, and the manager names somebody.
  private static func imported(disturbedAfter: Int?) throws -> (ServiceDesk, [ImportReport], Int) {
    let rig = try ImportRig()
    var (disturbances, reports) = (0, [ImportReport]())
    for kind in [ImportKind.tickets, .events] {
      var asked = 0
      var options = Importer.Options()
      (options.takesAnyway, options.isForced) = (true, true)
      options.isInterrupted = {
        asked += 1
        // Asked once for each chunk that is decided, then once for each that is written.
        if let disturbedAfter, asked == chunks + disturbedAfter {
          disturbances += 1
          let other = try? rig.centre.open()
          _ = try? other?.perform(Centre.receive("插进来的"), at: WallClock.now)
          let person = Staff(code: StaffCode("e9\(disturbances)"), name: "插\(disturbances)", role: .clerk)
          _ = try? other?.perform(Command(by: Centre.manager, action: .addStaff(person)), at: WallClock.now)
        }
        return false
      }
      let file = try ImportRig.file(log(of: kind))
      reports.append(try Importer(kind, by: Centre.manager, options).run(file, into: rig.live))
    }
    let fresh = try rig.centre.open()
    _ = try rig.live.follow()
    #expect(state(fresh.desk) == state(rig.live.desk))
    #expect(fresh.desk.tickets.filter { $0.summary == "插进来的" && $0.facts.count == 1 }.count == disturbances)
    #expect((1...2).filter { fresh.desk.staff[StaffCode("e9\($0)")] != nil }.count == disturbances)
    return (fresh.desk, reports, disturbances)
  }

  @Test(arguments: -2...3) func itLeadsToTheSameAndSaysTheSame(after locks: Int) throws {
    let (alone, reports, _) = try Self.imported(disturbedAfter: nil)
    let (disturbed, others, times) = try Self.imported(disturbedAfter: locks)
    #expect(times == 2)
    #expect(disturbed.tickets.count == alone.tickets.count + 2)
    #expect(Self.outcome(disturbed) == Self.outcome(alone))
    #expect(others.map(\.counts) == reports.map(\.counts))
    #expect(others.map { $0.faults.count } == reports.map { $0.faults.count })
    #expect(disturbed.imports.map(\.note) == alone.imports.map(\.note))
  }

  /// Somebody records before the first chunk is written: the import begins with a later event, and whoever asks is told
  /// of that one.
  @Test func whoAsksIsToldOfTheImportThatRuns() throws {
    let rig = try ImportRig()
    var asked = 0
    var told: [Int64?] = []
    var options = Importer.Options()
    (options.takesAnyway, options.isForced) = (true, true)
    options.isInterrupted = {
      asked += 1
      if asked == Self.chunks, let other = try? rig.centre.open() {
        _ = try? other.perform(Centre.receive("插进来的"), at: WallClock.now)
      }
      if asked > Self.chunks { told.append(ImportLock.began(on: rig.centre.path)) }
      return false
    }
    let file = try ImportRig.file(Self.log(of: .tickets))
    let report = try Importer(.tickets, by: Centre.manager, options).run(file, into: rig.live)
    #expect(report.began != nil && !told.isEmpty && told.allSatisfy { $0 == report.began }, "\(told)")
    #expect(ImportLock.began(on: rig.centre.path) == nil)
  }

  @Test func anEndWhileItIsWrittenKeepsWhatIsThereAndTheRestComesInLater() throws {
    let rig = try ImportRig()
    func run(endingAfter most: Int?) throws -> ImportReport {
      var asked = 0
      var options = Importer.Options()
      options.isForced = true
      options.isInterrupted = {
        asked += 1
        return asked == most
      }
      let file = try ImportRig.file(Self.log(of: .tickets))
      return try Importer(.tickets, by: Centre.manager, options).run(file, into: rig.live)
    }
    let first = try run(endingAfter: Self.chunks + 1)
    #expect(first.isInterrupted && first.counts.rows == 1000)
    #expect(try rig.centre.open().desk.tickets.count == first.counts.taken)
    #expect(rig.live.desk.tickets.count == first.counts.taken)
    let second = try run(endingAfter: nil)
    #expect(second.counts.known == first.counts.taken)
    #expect(second.counts.taken + second.counts.known == 2500)
    #expect(rig.live.desk.tickets.count == first.counts.taken + second.counts.taken)
  }
}
