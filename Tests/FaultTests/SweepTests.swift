import Testing

@testable import Journal

struct SweepTests {
  private static let errors: [(name: String, errno: Errno)] = [
    ("EIO", .inputOutput), ("ENOSPC", .noSpace), ("EDQUOT", .quota), ("EROFS", .readOnlyFilesystem),
    ("EINTR", .interrupted),
  ]

  @Test(arguments: 0..<Sweep.families.count)
  func `whichever call fails, what was acknowledged is there and what failed is never shown`(family: Int) {
    let (name, calls) = Sweep.families[family]
    var cases = Cases("Nth \(name) fails")
    for (place, error) in SweepTests.errors.enumerated() {
      for forever in [false, true] {
        var nth = 0
        while true {
          nth += 1
          // In an ordinary run EIO fails every call, the others take turns; the last of each run passes clean.
          let isTurn = Tier.isLong || place == 0 || (nth + (forever ? 2 : 0)) % 4 == place - 1
          let sweep = Sweep(calls, nth: nth, error.errno, forever: forever)
          guard isTurn || nth % 64 == 0 else { continue }
          cases.count(sweep.fault(), "\(error.name) at \(nth), \(forever ? "forever" : "once")")
          if !sweep.wasHit { break }
        }
      }
    }
    #expect(cases.tried > 5)
  }

  @Test func `a call that fails once leaves the journal usable by the process that met it`() throws {
    var cases = Cases("Nth call fails, same process goes on")
    for nth in 1... {
      let disk = SimulatedDisk()
      try disk.create([1])
      let (writer, other) = (try disk.open(), try disk.open())
      _ = try writer.tickets()
      try other.record(Tickets.batch([2]))
      var count = 0
      disk.before = { call throws(JournalError) in
        guard call != .fdatasync else { return }
        count += 1
        if count == nth { throw .io(call, .inputOutput) }
      }
      _ = try? writer.tickets()
      let firstFailed = (try? writer.record(Tickets.batch([3]))) == nil
      let secondFailed = (try? writer.record(Tickets.batch([4]))) == nil
      disk.before = nil
      let shown = try disk.open().tickets()
      let expected: [Int64] = [1, 2] + (firstFailed ? [] : [3]) + (secondFailed ? [] : [4])
      let fault: String? =
        secondFailed && firstFailed
        ? "both appends failed: the process is stuck"
        : shown == expected ? nil : "\(shown) is not \(expected)"
      cases.count(fault, "call \(nth)")
      if count < nth { break }
    }
    #expect(cases.tried > 20)
  }
}
