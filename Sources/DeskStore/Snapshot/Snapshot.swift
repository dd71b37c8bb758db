import Desk
import Journal

/// A desk as it stood at a place of its journal, kept so that the next start need not read everything again.
///
/// It can be deleted at any time and costs only speed (JOURNAL). It is used only where every field fits and the
/// journal's own line proves the place; otherwise the journal is replayed.
struct Snapshot {
  /// What its file's name has behind that of the journal.
  static let suffix = ".snapshot"
  /// For how long the part it covers may go unread: a day.
  static let trust = Seconds.days(1)

  static let opening = Array("dutydesk snapshot 2\n".utf8)
  /// The bytes of the sum at its end.
  static let sumLength = 16

  /// What a state means: the sum of a known state as this version writes it, and all words that events and states may
  /// hold. A version that knows one more, or lacks one, does not believe it.
  static let version = version(ServiceDesk.stateSum, EventType.all.map(\.name) + Codes.all)

  static func version(_ stateSum: UInt64, _ words: [String]) -> UInt32 {
    let text = String(stateSum) + "\n" + words.joined(separator: "\n")
    return Array(text.utf8).withUnsafeBytes { CRC32C.checksum($0) }
  }

  /// Where in the journal it was taken.
  let checkpoint: Checkpoint
  /// When everything before that was last read and checked.
  let scanned: Instant
  /// The desk there, its zone apart.
  let desk: ServiceDesk

  /// Whether the part it covers was read lately enough; a clock that went backwards makes it old.
  func isFresh(at now: Instant) -> Bool { scanned <= now && now - scanned < Snapshot.trust }

  /// The bytes of its file: an opening line, the fields, the state, and a sum of all before it that nobody can make who
  /// has not the key.
  func encoded(_ key: KeyedHash.Key) -> [UInt8] {
    var writer = StateWriter(after: Snapshot.opening)
    writer.number(Snapshot.version)
    writer.text(checkpoint.uuid)
    writer.head(checkpoint.head)
    writer.number(checkpoint.line)
    writer.list(checkpoint.healed) { writer, range in
      writer.number(range.bytes.lowerBound)
      writer.number(range.bytes.upperBound)
      writer.number(range.seq)
    }
    writer.list(checkpoint.index.seqs) { $0.number($1) }
    writer.list(checkpoint.index.offsets) { $0.number($1) }
    writer.number(scanned.milliseconds)
    desk.writeState(to: &writer)
    let sum = writer.bytes.withUnsafeBytes { KeyedHash($0, key) }
    writer.number(sum.low)
    writer.number(sum.high)
    return writer.bytes
  }

  /// Reads a snapshot into `desk`, which keeps its zone; nil for bytes that are none, not of this version, or not closed
  /// with the key.
  init?(_ bytes: [UInt8], _ key: KeyedHash.Key, into desk: ServiceDesk) {
    let read = bytes.withUnsafeBytes { Snapshot.read($0, key, desk) }
    guard let read else { return nil }
    self = read
  }

  init(checkpoint: Checkpoint, scanned: Instant, desk: ServiceDesk) {
    (self.checkpoint, self.scanned, self.desk) = (checkpoint, scanned, desk)
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer, _ key: KeyedHash.Key, _ desk: ServiceDesk
  ) -> Snapshot? {
    let end = bytes.count - sumLength
    guard end >= opening.count, bytes.starts(with: opening) else { return nil }
    let body = UnsafeRawBufferPointer(rebasing: bytes[..<end])
    let low = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self))
    let high = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: end + 8, as: UInt64.self))
    guard KeyedHash(body, key) == KeyedHash(low: low, high: high) else { return nil }
    var reader = StateReader(UnsafeRawBufferPointer(rebasing: body[opening.count...]))
    return try? read(&reader, desk)
  }

  /// The fields behind the opening line; throws on any that is none.
  static func read(_ reader: inout StateReader, _ desk: ServiceDesk) throws(StateFault) -> Snapshot {
    guard try reader.number(UInt32.self) == Snapshot.version else { throw StateFault() }
    let uuid = try reader.text()
    let head = try reader.head()
    let line = try reader.number(Int64.self)
    let healed = try reader.list(smallest: 24) { reader throws(StateFault) in
      let (from, to) = (try reader.number(Int64.self), try reader.number(Int64.self))
      guard 0 <= from, from <= to else { throw StateFault() }
      return HealedRange(bytes: from..<to, seq: try reader.number())
    }
    let seqs = try reader.list(smallest: 8) { reader throws(StateFault) in try reader.number(Int64.self) }
    let offsets = try reader.list(smallest: 8) { reader throws(StateFault) in try reader.number(Int64.self) }
    guard let index = SparseIndex(seqs: seqs, offsets: offsets) else { throw StateFault() }
    let scanned = Instant(milliseconds: try reader.number())
    var desk = desk
    try desk.restoreState(from: &reader) { try? PolicyReader.read($0, name: "") }
    guard reader.isAtEnd, desk.lastSeq == head.seq else { throw StateFault() }
    return Snapshot(
      checkpoint: Checkpoint(uuid: uuid, head: head, line: line, healed: healed, index: index),
      scanned: scanned, desk: desk)
  }
}

extension StateWriter {
  fileprivate mutating func head(_ head: Head) {
    number(head.seq)
    number(head.offset)
    number(head.digest.high)
    number(head.digest.low)
  }
}

extension StateReader {
  fileprivate mutating func head() throws(StateFault) -> Head {
    let (seq, offset) = (try number(Int64.self), try number(Int64.self))
    let digest = Digest(high: try number(), low: try number())
    return Head(seq: seq, offset: offset, digest: digest)
  }
}
