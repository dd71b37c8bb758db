import Foundation
import Journal
import TestSupport
import Testing

extension ProcessFaults {
  /// A journal as no centre fills one in years: everything works, damage costs one record, and memory does not grow
  /// with it. A gibibyte in the long tier, four mebibytes otherwise.
  @Suite(.enabled(if: Machine.hasRoom, "less than 4 GB are free where temporary files go"))
  struct LargeJournalTests {
    private static let size = Tier.cases(4 << 20, long: 1 << 30)
    /// What the program may take besides its window on the file and the desk's own state, in KiB.
    private static let mostMemory = 96 << 10

    @Test func aLargeJournalIsReadWrittenFollowedAndBackedUp() throws {
      let large = try LargeJournal(LargeJournalTests.size)
      let desk = large.desk
      // A replay without a snapshot, one with it, and every byte checked.
      try measured(desk, "list")
      try measured(desk, "list", "--queue", "all")
      #expect(try measured(desk, "verify", "--json").object()["records"] as? Int == large.records)

      let follower = try Follower(desk, from: large.records)
      let start = try desk.size()
      try measured(desk, "note", "1001", "a 1")
      let backup = desk.directory.file("backup")
      try FileManager.default.createDirectory(atPath: backup, withIntermediateDirectories: false)
      try measured(desk, "journal", "backup", backup)
      let before = try desk.size()
      try measured(desk, "note", "1001", "a 2")
      let tail = try desk.size() - before
      let lines = try desk.bytes(from: start, count: before - start + tail)
      #expect(try follower.finish(after: lines.count) == lines)
      let answer = try measured(desk, "journal", "backup", backup, "--json").object()
      #expect(answer["bytes"] as? Int == tail && answer["behind_before"] as? Int == 1)
      let found = try measured(desk, "verify", "--json").object()["records"] as? Int ?? 0
      #expect(found == large.records + 2)
      Summary.tell(
        "a journal of \(LargeJournalTests.size >> 20) MiB, sound (records)", cases: found,
        lost: large.records + 2 - found)
    }

    @Test func damageInTheMiddleOfALargeJournalIsNamedAndCostsOneRecord() throws {
      let large = try LargeJournal(LargeJournalTests.size)
      let desk = large.desk
      var lost = 0
      // A bit in the longest line, in a short one, and in the line feed between two of the longest.
      for (place, cost) in [(large.middle, 1), (large.middleShort, 1), (large.middleLineFeed, 0)] {
        try desk.flip(place)
        let found = try measured(desk, "verify", "--json", status: 3).object()
        let damage = try #require(found["damage"] as? [[String: Any]])
        let range = damage.first.map { ($0["offset"] as? Int ?? 0, $0["bytes"] as? Int ?? 0) } ?? (0, 0)
        #expect(damage.count == 1 && (range.0..<(range.0 + range.1)).contains(place), "\(damage)")
        #expect((damage.first?["missing"] as? [Int])?.count == cost)
        #expect(found["records"] as? Int == large.records - cost)
        lost += large.records - cost - (found["records"] as? Int ?? 0)
        let list = try measured(desk, "list", "--queue", "all")
        #expect(list.err.contains("bytes"), "\(list.err)")
        try measured(desk, "note", "1001", "a 1", status: 3)
        try desk.flip(place)
      }
      try measured(desk, "verify")
      Summary.tell(
        "a bit flips in a journal of \(LargeJournalTests.size >> 20) MiB", cases: 3, lost: lost)
    }

    /// Runs dutydesk and looks at its peak memory.
    @discardableResult
    private func measured(_ desk: FaultDesk, _ arguments: String..., status: Int32 = 0) throws -> Answer {
      let (answer, peak) = try desk.measured(arguments)
      #expect(answer.status == status, "\(answer)")
      if let peak {
        #expect(peak < LargeJournalTests.mostMemory, "\(arguments): \(peak) KiB")
        if Tier.isLong { print("peak memory of \(arguments.joined(separator: " ")): \(peak) KiB") }
      }
      return answer
    }
  }
}

/// A journal of so many bytes, half of them in notes of almost a mebibyte each.
private struct LargeJournal {
  let desk: FaultDesk
  /// How many records it has.
  private(set) var records = 0
  /// Places in a longest line, in a short one and of a line feed between two longest ones, all in the middle.
  private(set) var (middle, middleShort, middleLineFeed) = (0, 0, 0)

  init(_ size: Int) throws {
    desk = try FaultDesk()
    let journal = try Journal(path: desk.journal, writing: true)
    try journal.readNew { _ in }
    let long = String(repeating: "x", count: (1 << 20) - 400)
    while Int(journal.head.offset) < size {
      let isMiddle = middle == 0 && Int(journal.head.offset) > size / 2
      let start = Int(journal.head.offset)
      try add([long], to: journal)
      if isMiddle { middle = (start + Int(journal.head.offset)) / 2 }
      if isMiddle { middleLineFeed = Int(journal.head.offset) - 1 }
      if isMiddle { try add([long], to: journal) }
      if isMiddle { middleShort = Int(journal.head.offset) + 200_000 }
      // Short ones are few to a ticket in life; here a thousand lie between two of the longest.
      try add((0..<1000).map { "note \($0) " + String(repeating: "短", count: 300) }, to: journal)
    }
  }

  private mutating func add(_ texts: [String], to journal: Journal) throws {
    var batch = Batch()
    for text in texts {
      batch.add(at: 1_795_321_055_123, by: "li.na", type: "ticket.noted") { writer in
        writer.field("ticket", Int64(1001))
        writer.field("text", text)
      }
    }
    try journal.locked(patience: 5) { appending in
      try appending.readNew { _ in }
      _ = try appending.append(batch)
    }
    records = Int(journal.head.seq) + 1
  }
}

extension FaultDesk {
  func size() throws -> Int {
    try FileManager.default.attributesOfItem(atPath: journal)[.size] as? Int ?? 0
  }

  /// A piece of the journal.
  fileprivate func bytes(from start: Int, count: Int) throws -> [UInt8] {
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: journal))
    defer { try? handle.close() }
    try handle.seek(toOffset: UInt64(start))
    return [UInt8](try handle.read(upToCount: count) ?? Data())
  }

  /// Flips a bit of the journal, in place.
  fileprivate func flip(_ place: Int) throws {
    let byte = try bytes(from: place, count: 1)
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: journal))
    try handle.seek(toOffset: UInt64(place))
    try handle.write(contentsOf: Data([byte[0] ^ 4]))
    try handle.close()
  }

  /// Runs dutydesk to its end; gives its answer and its peak resident memory in KiB, nil where nothing can tell.
  fileprivate func measured(_ arguments: [String]) throws -> (Answer, Int?) {
    guard Machine.hasPython else { return (try start(try Program.dutydesk(), arguments), nil) }
    // Asked of a small parent: a process that this one starts begins with the peak of its own.
    let script = """
      import resource, subprocess, sys
      status = subprocess.call(sys.argv[2:])
      open(sys.argv[1], "w").write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
      sys.exit(status)
      """
    let words = ["python3", "-c", script, directory.file("peak"), try Program.dutydesk()]
    let answer = try start("/usr/bin/env", words + arguments)
    return (answer, Int(String(decoding: try directory.read("peak"), as: UTF8.self)))
  }
}
