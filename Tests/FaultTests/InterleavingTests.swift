import Testing

@testable import Journal

struct InterleavingTests {
  /// A journal with one ticket and an unfinished tail, and how many calls one append on it makes.
  private func prepared(tail: Bool) throws -> SimulatedDisk {
    let disk = SimulatedDisk()
    try disk.create([1])
    if tail { disk.bytes += Array("{\"seq\":2,\"prev\"".utf8) }
    return disk
  }

  /// Lets `other` run once, before call `nth` of an append of tickets 2 and 3; false when there are fewer calls.
  private func append(
    _ disk: SimulatedDisk, to journal: Journal, interruptedAt nth: Int, by other: () throws -> Void
  )
    throws -> Bool
  {
    var count = 0
    var failure: (any Error)?
    try withoutActuallyEscaping(other) { other in
      disk.before = { [unowned disk] _ throws(JournalError) in
        count += 1
        guard count == nth else { return }
        let own = disk.before
        disk.before = nil
        do { try other() } catch { failure = error }
        disk.before = own
      }
      defer { disk.before = nil }
      try journal.record(Tickets.batch([2, 3]))
    }
    if let failure { throw failure }
    return count >= nth
  }

  @Test(arguments: [false, true])
  func `a second writer between any two calls of the first waits its turn or goes before`(tail: Bool) throws {
    var cases = Cases("second writer between two calls")
    for nth in 1... {
      let disk = try prepared(tail: tail)
      let (first, second) = (try disk.open(), try disk.open())
      _ = try first.tickets()
      _ = try second.tickets()
      var expected: [Int64] = [1]
      let wasReached = try append(disk, to: first, interruptedAt: nth) {
        do {
          try second.record(Tickets.batch([9]))
          expected.append(9)
        } catch JournalError.busy {}
      }
      expected += [2, 3]
      cases.count(try faultAfterwards(disk, expected), "at call \(nth), tail \(tail)")
      if !wasReached { break }
    }
    #expect(cases.tried > 10)
  }

  private func faultAfterwards(_ disk: SimulatedDisk, _ expected: [Int64]) throws -> String? {
    let journal = try disk.open()
    let shown = try journal.tickets()
    // The second writer may also come after the first has given the lock back.
    let isInOrder = shown == expected || shown.filter { $0 != 9 } == expected.filter { $0 != 9 }
    if !isInOrder || shown.count != expected.count { return "\(shown) instead of \(expected)" }
    let check = try disk.verify()
    return check.ok && journal.notices.damage.isEmpty ? nil : "\(check.damage)"
  }

  @Test(arguments: [false, true])
  func `a reader between any two calls of a writer sees no half record and nothing unconfirmed`(tail: Bool)
    throws
  {
    var cases = Cases("reader between two calls")
    for nth in 1... {
      let disk = try prepared(tail: tail)
      let writer = try disk.open()
      let follower = try disk.open(writing: false)
      _ = try writer.tickets()
      var seen = try follower.tickets()
      var fault: String?
      let wasReached = try append(disk, to: writer, interruptedAt: nth) {
        let fresh = try disk.open(writing: false)
        let shown = try fresh.tickets()
        seen += try follower.tickets()
        let isStored = disk.state?.head.seq ?? 0 > 2
        if !isStored, shown != [1] || seen != [1] {
          fault = "shown \(shown) and \(seen) before they were confirmed"
        }
        let damage = fresh.notices.damage + follower.notices.damage
        if !damage.isEmpty { fault = "called damage: \(damage)" }
      }
      seen += try follower.tickets()
      if seen != [1, 2, 3] { fault = fault ?? "the follower saw \(seen)" }
      cases.count(fault, "at call \(nth), tail \(tail)")
      if !wasReached { break }
    }
    #expect(cases.tried > 10)
  }
}
