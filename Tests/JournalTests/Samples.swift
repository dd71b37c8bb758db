import Foundation
import TestSupport

@testable import Journal

/// A journal in a directory of its own, and what a test wants of it in a word.
struct Sample {
  let directory: TemporaryDirectory
  var path: String { directory.file("desk.journal") }
  var statePath: String { path + StateBlock.suffix }

  static let identity = Identity(
    centre: "翠湖花园", zone: "Asia/Shanghai", uuid: "0b0e7a52-6d0c-4c54-9d5e-0a5a4a0f7c11")
  /// 2026-11-22T04:17:35.123Z.
  static let moment: Int64 = 1_795_321_055_123

  /// A journal with `count` tickets behind its first record.
  init(_ count: Int = 0) throws {
    directory = try TemporaryDirectory()
    try Journal.create(
      path: path, identity: Sample.identity, at: Sample.moment, by: "li.na",
      first: Sample.batch(1..<(1 + count)))
  }

  /// One ticket a number.
  static func batch(_ numbers: Range<Int>) -> Batch {
    var batch = Batch()
    for number in numbers {
      batch.add(at: moment + Int64(number) * 1000, by: "li.na", type: "ticket.received") { writer in
        writer.field("ticket", Int64(number))
        writer.field("text", "三栋\(number)号 \"漏水\"\n请速来")
      }
    }
    return batch
  }

  /// The lines of tickets `numbers` as they continue the journal behind `head`.
  static func lines(_ numbers: Range<Int>, after head: Head) throws -> [UInt8] {
    let batch = batch(numbers)
    var sealer = LineSealer(after: head)
    for index in 0..<batch.count { try sealer.seal(batch.members(index)) }
    return sealer.bytes
  }

  func open(writing: Bool = true) throws -> Journal {
    try Journal(path: path, writing: writing)
  }

  /// A journal opened and read, and what it held.
  func load(writing: Bool = true) throws -> (Journal, [Entry]) {
    let journal = try open(writing: writing)
    let entries = try journal.readAll()
    return (journal, entries)
  }

  var bytes: [UInt8] { get throws { try directory.read("desk.journal") } }

  func overwrite(_ bytes: [UInt8]) throws {
    // In place: the file stays the same one.
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }

  func appendRaw(_ bytes: [UInt8]) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }

  func removeState() throws {
    try FileManager.default.removeItem(atPath: statePath)
  }
}

/// What a test remembers of a record.
struct Entry: Equatable, Hashable {
  let seq: Int64
  let type: String
  let ticket: Int64?
  let text: String?

  init(_ record: Record) throws {
    seq = record.seq
    type = record.type
    var payload = record.payload
    var ticket: Int64?
    var text: String?
    while let key = try payload.nextKey() {
      switch key {
      case "ticket": ticket = try payload.readInt64()
      case "text": text = try payload.readString()
      default: try payload.skipValue()
      }
    }
    self.ticket = ticket
    self.text = text
  }
}

extension Journal {
  /// All records that are new.
  func readAll() throws -> [Entry] {
    var entries: [Entry] = []
    try readNew { entries.append(try Entry($0)) }
    return entries
  }

  /// Catches up and appends, as every command does; returns the seqs.
  @discardableResult
  func record(_ numbers: Range<Int>) throws -> ClosedRange<Int64> {
    try locked(patience: 10) { appending in
      try appending.readNew { _ in }
      return try appending.append(Sample.batch(numbers))
    }
  }
}

extension [Entry] {
  var seqs: [Int64] { map(\.seq) }
  var tickets: [Int64] { compactMap(\.ticket) }
}
