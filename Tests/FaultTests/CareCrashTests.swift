import Testing

@testable import Journal

/// A command that takes care of the journal may die between any two of its writes: what `verify` calls sound is what every
/// reader shows, then and after the next record.
struct CareCrashTests {
  private enum Care: CaseIterable {
    case heal, repair, repairFromCopy, recover
  }

  private static let copy = SimulatedDisk.folder + "/copy.journal"

  /// A journal in need of that care.
  private func prepared(_ care: Care) throws -> SimulatedDisk {
    let disk = SimulatedDisk()
    try disk.create([1, 2, 3, 4, 5], length: 300)
    let good = disk.bytes
    switch care {
    case .heal, .recover: disk.bytes += Array("{\"seq\":6,\"prev\":\"0".utf8)
    case .repair, .repairFromCopy:
      disk.image.put(good, in: Self.copy)
      let ends = good.indices.filter { good[$0] == 0x0a }
      for place in (ends[2] - 200)..<(ends[3] - 100) { disk.bytes[place] = 0x7e }
    }
    return disk
  }

  private func take(_ care: Care, _ disk: SimulatedDisk) throws {
    switch care {
    case .heal: try disk.open().locked(patience: 0) { _ = try $0.readNew { _ in } }
    case .repair:
      _ = try Journal.repair(
        path: SimulatedDisk.path, RepairOrder(by: "chen", reason: "x"), patience: 0, on: disk)
    case .repairFromCopy:
      let order = RepairOrder(by: "chen", reason: "x", goodCopy: Self.copy)
      _ = try Journal.repair(path: SimulatedDisk.path, order, patience: 0, on: disk)
    case .recover:
      _ = try Journal.recover(
        path: SimulatedDisk.path, RecoveryOrder(by: "chen", isForced: true), patience: 0, on: disk)
    }
  }

  @Test func `killed between any two calls, readers and verify agree, and the next record changes nothing`()
    throws
  {
    var cases = Cases("care killed between two calls")
    for care in Care.allCases {
      let disk = try prepared(care)
      var images = [disk.image]
      disk.onChange = { [unowned disk] in images.append(disk.image) }
      try take(care, disk)
      disk.onChange = nil
      let last = try disk.open(writing: false).tickets()
      #expect(last == (care == .repair ? [1, 4, 5] : [1, 2, 3, 4, 5]) || care == .repair)
      for (place, image) in images.enumerated() {
        cases.count(fault(SimulatedDisk(image), care), "\(care) at \(place)")
      }
    }
    #expect(cases.tried > 20)
  }

  private func fault(_ disk: SimulatedDisk, _ care: Care) -> String? {
    do {
      let reader = try disk.open(writing: false)
      let shown = try reader.tickets()
      let check = try disk.verify()
      if check.damage != reader.notices.damage.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
        return "verify finds \(check.damage), the reader \(reader.notices.damage)"
      }
      if check.ok != (reader.notices.damage.isEmpty) { return "verify says \(check.ok)" }
      guard check.ok else {
        // Half done: whoever decides once more ends where it should have.
        try take(care, disk)
        return try disk.verify().ok ? nil : "not mended by doing it again"
      }
      try disk.open().record(Tickets.batch([9]))
      let again = try disk.open(writing: false).tickets()
      return again == shown + [9] ? nil : "shown \(shown), then \(again)"
    } catch {
      return "\(error)"
    }
  }
}
