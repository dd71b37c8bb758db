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

  private static let opening = Array("dutydesk snapshot 1\n".utf8)

  /// Where in the journal it was taken.
  let checkpoint: Checkpoint
  /// When everything before that was last read and checked.
  let scanned: Instant
  /// The desk there, its zone apart.
  let desk: ServiceDesk

  /// Whether the part it covers was read lately enough; a clock that went backwards makes it old.
  func isFresh(at now: Instant) -> Bool { scanned <= now && now - scanned < Snapshot.trust }

  /// The bytes of its file: an opening line, the fields, the state, and the CRC-32C of all before it.
  var encoded: [UInt8] {
    var writer = StateWriter(after: Snapshot.opening)
    writer.number(ServiceDesk.stateVersion)
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
    writer.number(writer.bytes.withUnsafeBytes { CRC32C.checksum($0) })
    return writer.bytes
  }

  /// Reads a snapshot into `desk`, which keeps its zone; nil for bytes that are none, or not of this version.
  init?(_ bytes: [UInt8], into desk: ServiceDesk) {
    let read = bytes.withUnsafeBytes { Snapshot.read($0, desk) }
    guard let read else { return nil }
    self = read
  }

  init(checkpoint: Checkpoint, scanned: Instant, desk: ServiceDesk) {
    (self.checkpoint, self.scanned, self.desk) = (checkpoint, scanned, desk)
  }

  private static func read(_ bytes: UnsafeRawBufferPointer, _ desk: ServiceDesk) -> Snapshot? {
    guard bytes.count >= opening.count + 4, bytes.starts(with: opening) else { return nil }
    let body = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - 4)])
    let sum = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self))
    guard CRC32C.checksum(body) == sum else { return nil }
    var reader = StateReader(UnsafeRawBufferPointer(rebasing: body[opening.count...]))
    return try? read(&reader, desk)
  }

  /// The fields behind the opening line; throws on any that is none.
  static func read(_ reader: inout StateReader, _ desk: ServiceDesk) throws(StateFault) -> Snapshot {
    guard try reader.number(UInt32.self) == ServiceDesk.stateVersion else { throw StateFault() }
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
