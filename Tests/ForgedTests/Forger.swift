import Foundation
import TestSupport

@testable import Journal

/// Changes records of a history and closes them again with the right numbers, links and checksums, so that nothing in
/// the file says that anything is wrong.
struct Forger {
  /// The first record, which founds the journal, stays.
  static func forge(_ history: [RecordText], _ random: inout SeededRandom) -> [RecordText] {
    // Often only the beginning of it: the registers, and as much of what happened.
    var records = Array(
      history.prefix(Int.random(in: min(30, history.count)...history.count, using: &random)))
    let known = history.flatMap { record in record.values.filter(\.isText).map { record.text(of: $0) } }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: for _ in 0..<Int.random(in: 1...6, using: &random) { move(&records, &random) }
    case 1: storm(&records, known, &random)
    case 2: crowd(&records, known, &random)
    default: break
    }
    for _ in 0..<Int.random(in: 1...8, using: &random) { change(&records, known, &random) }
    return records
  }

  /// A line that nothing takes for a record is damage, and another test's matter: such a change is left out.
  private static func isRecord(_ record: RecordText) -> Bool {
    var sealer = LineSealer(after: .none)
    guard (try? sealer.seal(record.bytes[...])) != nil else { return false }
    return sealer.bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.flatMap { LineScanner.scan($0, bytes.count) } != nil
    }
  }

  private static func replace(_ value: RecordText.Value, of record: inout RecordText, by literal: String) {
    var changed = record
    changed.replace(value, by: literal)
    if isRecord(changed) { record = changed }
  }

  /// One value of one record becomes an edge.
  private static func change(_ records: inout [RecordText], _ known: [String], _ random: inout SeededRandom) {
    let place = Int.random(in: 1..<records.count, using: &random)
    let values = records[place].values.filter { $0.key != "type" || random.chance(1, of: 20) }
    guard !values.isEmpty else { return }
    let value = values.random(&random)
    let literal = EdgeValues.literal(
      for: value.key, records[place].text(of: value), isText: value.isText, known: known, &random)
    replace(value, of: &records[place], by: literal)
  }

  /// All values of one name become edges, such as the working time of every order.
  private static func storm(_ records: inout [RecordText], _ known: [String], _ random: inout SeededRandom) {
    let keys = Set(records.dropFirst().flatMap { $0.values.map(\.key) }).subtracting(["type"]).sorted()
    let key = keys.random(&random)
    let one = EdgeValues.numbers.random(&random)
    let isSame = random.chance(1, of: 2)
    for place in records.indices.dropFirst() {
      for value in records[place].values.reversed() where value.key == key {
        let literal = EdgeValues.literal(
          for: key, records[place].text(of: value), isText: value.isText, known: known, &random)
        replace(value, of: &records[place], by: isSame && !value.isText ? one : literal)
      }
    }
  }

  /// Records are lost, doubled, or change places.
  private static func move(_ records: inout [RecordText], _ random: inout SeededRandom) {
    let (one, other) = (
      Int.random(in: 1..<records.count, using: &random), Int.random(in: 1..<records.count, using: &random)
    )
    switch Int.random(in: 0..<3, using: &random) {
    case 0: records.swapAt(one, other)
    case 1: records.insert(records[one], at: other)
    default: if records.count > 8 { records.remove(at: one) }
    }
  }

  /// One record comes a few hundred times, each a little different.
  private static func crowd(_ records: inout [RecordText], _ known: [String], _ random: inout SeededRandom) {
    let place = Int.random(in: 1..<records.count, using: &random)
    let copies = Array(repeating: records[place], count: Int.random(in: 50...250, using: &random))
    records.insert(contentsOf: copies, at: place)
    for _ in 0..<40 { change(&records, known, &random) }
  }

  /// A journal file of these records.
  static func write(_ records: [RecordText], to path: String) throws {
    var sealer = LineSealer(after: .none)
    for record in records { try sealer.seal(record.bytes[...]) }
    try Data(sealer.bytes).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o600)
  }
}
