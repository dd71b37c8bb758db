import TestSupport
import Testing

@testable import Journal

struct BitTests {
  @Test func `every single bit of a 20 KB journal is found, named, and costs one record at most`() throws {
    let whole = try LongJournal()
    let disk = whole.disk
    let good = disk.bytes
    #expect(good.count > 20_000)
    var cases = Cases("one bit flipped")
    // In an ordinary run one in many, and more of the first record, of a healing and of what it set aside.
    let step = Tier.pick(211, long: 1)
    for bit in 0..<(good.count * 8) {
      let isSpecial = Tier.isLong || (bit % 23 == 0 && whole.isSpecial(bit / 8))
      guard bit % step == 0 || isSpecial else { continue }
      var bytes = good
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      disk.bytes = bytes
      cases.count(try fault(whole, flipped: bit / 8), "byte \(bit / 8) bit \(bit % 8)")
    }
    #expect(cases.tried > 500)
  }

  private func fault(_ whole: LongJournal, flipped place: Int) throws -> String? {
    let journal = try whole.disk.open()
    let seqs = try journal.seqs()
    let check = try whole.disk.verify()
    // Bytes that were set aside hold no record: only their hash tells, and only to a whole check.
    guard !whole.isSetAside(place) else {
      if seqs != whole.seqs { return "a bit in bytes set aside costs \(Set(whole.seqs).subtracting(seqs))" }
      return check.damage.contains { $0.kind == .healedDiffers && $0.bytes.contains(Int64(place)) }
        ? nil : "not found: \(check.damage)"
    }
    if journal.access != .readOnly(.damage) { return "not found on reading" }
    if check.ok { return "not found by verify" }
    for damage in [journal.notices.damage, check.damage] {
      guard damage.contains(where: { $0.bytes.contains(Int64(place)) }) else { return "not named: \(damage)" }
      if let far = damage.first(where: { !whole.isNear($0.bytes, place) }) { return "named besides: \(far)" }
    }
    let lost = Set(whole.seqs).subtracting(seqs)
    if lost.count > 1 { return "costs \(lost.sorted())" }
    let named = Set(check.damage.compactMap(\.missing).flatMap(Array.init))
    if named != lost { return "lost \(lost.sorted()), named \(named.sorted())" }
    return whole.good[place] == 0x0a && !lost.isEmpty ? "a line feed costs a record" : nil
  }
}
