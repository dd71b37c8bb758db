import Desk
import Foundation
import TestSupport
import Testing

@testable import DeskStore
@testable import Journal

/// The bytes that were kept, and small changes of them, break no promise.
struct CorpusTests {
  @Test(arguments: FuzzTarget.allCases)
  func `what the fuzzers found, and what they began with, breaks no promise`(target: FuzzTarget) throws {
    let folder = URL(fileURLWithPath: fixture("corpus/\(target.rawValue)"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count >= 5)
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
      let fault = target.fault(of: bytes)
      #expect(fault == nil, "\(target.rawValue)/\(name)")
    }
  }

  /// A seed of another version of the state would lead the fuzzer nowhere; `DUTYDESK_RECORD=1` writes it anew.
  @Test(arguments: [20, 40, 60, 80, 100])
  func `the snapshot fuzzer begins with states of this version`(percent: Int) throws {
    let url = URL(fileURLWithPath: fixture("corpus/snapshot/centre-\(percent)"))
    let body = SnapshotProperty.body(SeedDesk.desk(percent: percent))
    let desk = try #require(
      Snapshot(SnapshotProperty.closed(body), SnapshotProperty.key, into: ServiceDesk())
    ).desk
    #expect(desk.tickets.count >= percent / 25 && desk.staff.count == 2)
    if ProcessInfo.processInfo.environment["DUTYDESK_RECORD"] == "1" { try Data(body).write(to: url) }
    #expect(try [UInt8](Data(contentsOf: url)) == body)
  }

  /// Seeds that are refused at once would lead a fuzzer nowhere.
  @Test func `the fuzzers begin with bytes that are taken`() throws {
    for name in ["ticket.received", "order.completed", "staff.added"] {
      let body = [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixture("corpus/line/\(name)"))))
      #expect(SealedLine(body).record { $0.type } == name)
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `bytes changed at random break no promise`(target: FuzzTarget) throws {
    var random = SeededRandom()
    let folder = URL(fileURLWithPath: fixture("corpus/\(target.rawValue)"))
    let seeds = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .map { [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))) }
    for number in 0..<500 {
      var bytes = seeds.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[place] = [0, 1, 0x7f, 0x80, 0xff].randomElement(using: &random) ?? 0
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...8, using: &random)))
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 8)], at: place)
        }
      }
      let fault = target.fault(of: bytes)
      #expect(fault == nil, "seed \(random.seed), change \(number)")
    }
  }
}
