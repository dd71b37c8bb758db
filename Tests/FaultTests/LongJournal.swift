@testable import Journal

/// A journal of 20 KB as years of use leave it: short and long records, several in one write, one tail set aside.
struct LongJournal {
  let disk = SimulatedDisk()
  let good: [UInt8]
  let seqs: [Int64]
  private let healed: Range<Int>
  /// Where each physical line begins, and the end.
  private let starts: [Int]

  init() throws {
    try disk.create([1, 2, 3])
    let journal = try disk.open()
    _ = try journal.tickets()
    var ticket: Int64 = 4
    while disk.bytes.count < 20_000 {
      try journal.record(Tickets.batch([ticket, ticket + 1], length: Int(ticket * 37 % 500)))
      ticket += 2
      if ticket == 24 { disk.bytes += try Tickets.lines(Tickets.batch([99]), after: .none).dropLast(9) }
    }
    let bytes = disk.bytes
    good = bytes
    seqs = try disk.open(writing: false).seqs()
    let range = journal.notices.healed.first?.bytes ?? 0..<0
    healed = Int(range.lowerBound)..<Int(range.upperBound)
    starts = [0] + bytes.indices.filter { bytes[$0] == 0x0a }.map { $0 + 1 }
  }

  /// Where each line ends.
  var ends: [Int] { Array(starts.dropFirst()) }

  /// Whether the byte is of a tail that was set aside, or of the record that says so.
  func isSpecial(_ place: Int) -> Bool {
    place < starts[1] || place >= healed.lowerBound && place < line(from: healed.upperBound).upperBound
  }

  func isSetAside(_ place: Int) -> Bool { healed.contains(place) }

  /// Whether `bytes` lie in the line of `place` or in those beside it; a healing's line and what it set aside count as
  /// one, for without it nothing vouches for those bytes.
  func isNear(_ bytes: Range<Int64>, _ place: Int) -> Bool {
    var near = line(from: starts.last { $0 <= place } ?? 0)
    if good[place] == 0x0a { near = near.lowerBound..<line(from: near.upperBound).upperBound }
    if near.lowerBound == healed.upperBound { near = healed.lowerBound..<near.upperBound }
    return near.lowerBound <= Int(bytes.lowerBound) && Int(bytes.upperBound) <= near.upperBound
  }

  private func line(from start: Int) -> Range<Int> {
    start..<(starts.first { $0 > start } ?? good.count)
  }
}
