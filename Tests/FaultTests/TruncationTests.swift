import Testing

@testable import Journal

struct TruncationTests {
  private func offsets(_ whole: LongJournal) -> [Int] {
    // In an ordinary run one in many, and every place next to the end of a line.
    let step = Tier.pick(53, long: 1)
    return whole.good.indices.filter { cut in
      cut % step == 0 || whole.ends.prefix(12).contains { abs($0 - cut) < 2 }
    }
  }

  @Test func `cut off anywhere below the head, what is missing is named and the rest is read`() throws {
    let whole = try LongJournal()
    var cases = Cases("cut off below the head")
    for cut in offsets(whole) {
      whole.disk.bytes = Array(whole.good[..<cut])
      cases.count(try faultWithHead(whole, cut), "cut at \(cut)")
    }
    #expect(cases.tried > 300)
  }

  private func faultWithHead(_ whole: LongJournal, _ cut: Int) throws -> String? {
    let size = Int64(whole.good.count)
    guard cut >= whole.ends[0] else { return refusal(whole.disk) }
    let journal = try whole.disk.open()
    let seqs = try journal.seqs()
    if !whole.seqs.starts(with: seqs) || seqs.isEmpty { return "shown: \(seqs)" }
    let expected = whole.ends.filter { $0 <= cut }.count
    if abs(seqs.count - expected) > 1 { return "\(seqs.count) records of \(expected) lines" }
    guard journal.access == .readOnly(.damage) else { return "not found" }
    guard let end = journal.notices.damage.first(where: { $0.kind == .endsEarly }) else {
      return "end not named"
    }
    if end.bytes != Int64(cut)..<size { return "named \(end.bytes)" }
    let missing = whole.seqs.dropFirst(seqs.count)
    if end.missing.map(Array.init) ?? [] != Array(missing) { return "named missing: \(end)" }
    do {
      try journal.record(Tickets.batch([1000]))
      return "written to"
    } catch JournalError.damaged {
      return whole.disk.bytes.count == cut ? nil : "changed"
    }
  }

  /// Nothing that could be a record: no journal, whatever it says.
  private func refusal(_ disk: SimulatedDisk) -> String? {
    do {
      _ = try disk.open()
      return "taken for a journal"
    } catch {
      return error as? JournalError == .notAJournal(path: SimulatedDisk.path) ? nil : "\(error)"
    }
  }

  @Test func `cut off anywhere without a state file, complete lines count and writing goes on`() throws {
    let whole = try LongJournal()
    var cases = Cases("cut off, no state file")
    for cut in offsets(whole) {
      whole.disk.bytes = Array(whole.good[..<cut])
      whole.disk.state = nil
      cases.count(try faultWithoutHead(whole, cut), "cut at \(cut)")
    }
    #expect(cases.tried > 300)
  }

  private func faultWithoutHead(_ whole: LongJournal, _ cut: Int) throws -> String? {
    guard cut >= whole.ends[0] else { return refusal(whole.disk) }
    let journal = try whole.disk.open()
    let seqs = try journal.seqs()
    if !whole.seqs.starts(with: seqs) || seqs.isEmpty { return "shown: \(seqs)" }
    if !journal.notices.damage.isEmpty { return "called damage: \(journal.notices.damage)" }
    let isTorn = !whole.ends.contains(cut) || whole.isSetAside(cut - 1)
    if isTorn != (journal.notices.unfinishedTail != nil) { return "tail: \(journal.notices)" }
    try journal.record(Tickets.batch([1000]))
    if !whole.disk.bytes.starts(with: whole.good[..<cut]) { return "bytes were taken back" }
    let check = try whole.disk.verify()
    return check.ok && check.records == seqs.count + (isTorn ? 2 : 1) ? nil : "verify: \(check)"
  }
}
