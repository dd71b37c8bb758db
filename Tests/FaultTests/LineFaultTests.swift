import Testing

@testable import Journal

struct LineFaultTests {
  private func prepared() throws -> (SimulatedDisk, lines: [[UInt8]]) {
    let disk = SimulatedDisk()
    try disk.create([1, 2, 3, 4])
    return (disk, ForeignLine.lines(disk.bytes))
  }

  @Test(arguments: [0, 1, 2, 3])
  func `two records fused by a lost line feed both count, and the place is named`(first: Int) throws {
    for replacement in [0x20, 0x00, 0x0b, 0x7b] as [UInt8] {
      var (disk, lines) = try prepared()
      lines[first][lines[first].count - 1] = replacement
      disk.bytes = Array(lines.joined())
      let journal = try disk.open()
      let end = Int64(lines[...first].map(\.count).reduce(0, +))
      #expect(try journal.seqs() == [0, 1, 2, 3, 4])
      #expect(journal.notices.damage == [Damage(kind: .lineFeed, bytes: (end - 1)..<end)])
      #expect(try disk.verify().damage == journal.notices.damage)
      #expect(journal.access == .readOnly(.damage))
      FaultTable.count("fused lines")
    }
  }

  @Test(arguments: [1, 2, 3])
  func `a line feed taken out loses no record either`(first: Int) throws {
    var (disk, lines) = try prepared()
    lines[first].removeLast()
    disk.bytes = Array(lines.joined())
    let journal = try disk.open()
    let seqs = try journal.seqs()
    #expect(Set([0, 1, 2, 3, 4]).subtracting(seqs).count <= 1)
    #expect(journal.access == .readOnly(.damage))
    FaultTable.count("fused lines")
  }

  @Test func `the same seq twice with different bytes is shown twice and not written to`() throws {
    var (disk, lines) = try prepared()
    let other = String(decoding: lines[2], as: UTF8.self).replacing("li.na", with: "li.nu")
    lines.insert(ForeignLine.sealed(Array(other.utf8)), at: 4)
    disk.bytes = Array(lines.joined())
    disk.state = nil
    let journal = try disk.open()
    #expect(try journal.seqs() == [0, 1, 2, 3, 2, 4])
    let start = Int64(lines[..<4].map(\.count).reduce(0, +))
    let named = Damage(kind: .repeated, bytes: start..<(start + Int64(lines[4].count)))
    #expect(journal.notices.damage == [named])
    #expect(throws: JournalError.damaged([named])) { try journal.record(Tickets.batch([5])) }
    #expect(try disk.verify().damage.contains(named))
    FaultTable.count("same seq twice")
  }

  @Test func `a line copied whole is shown once`() throws {
    var (disk, lines) = try prepared()
    lines.insert(lines[2], at: 4)
    disk.bytes = Array(lines.joined())
    disk.state = nil
    let journal = try disk.open()
    #expect(try journal.seqs() == [0, 1, 2, 3, 4])
    #expect(journal.notices.damage.map(\.kind) == [.repeated])
    FaultTable.count("same seq twice")
  }
}
