/// The file that a rebuilt journal is written to before it has its name.
final class RebuildFile {
  private let file: OwnedFile
  private let fileSystem: any FileSystem
  private var sealer = LineSealer(after: .none)

  /// The last line that was added.
  var head: Head { sealer.head }

  init(_ path: String, _ fileSystem: any FileSystem) throws(JournalError) {
    file = OwnedFile(try fileSystem.open(path, .createNew), fileSystem)
    self.fileSystem = fileSystem
    try fileSystem.setMode(file.number, 0o600)
  }

  /// Adds a record as it is, whatever seq it has.
  func add(_ record: LooseRecord) throws {
    if record.seq != head.seq + 1 {
      try flush()
      sealer = LineSealer(after: Head(seq: record.seq - 1, offset: head.offset, digest: head.digest))
    }
    var writer = JSONWriter()
    writer.moment("at", record.at)
    writer.field("by", record.by)
    if let actor = record.actor { writer.field("actor", actor) }
    if let on = record.on { writer.moment("on", on) }
    writer.field("type", record.type)
    var members = writer.finish()
    let own = try Self.ownMembers(of: record)
    if !own.isEmpty { members += [0x2c] + own }
    try sealer.seal(members[...])
    if sealer.bytes.count > 1 << 18 { try flush() }
  }

  /// Adds a line that is no record: what a healing sets aside.
  func addVoid(_ bytes: [UInt8]) throws(JournalError) {
    try flush()
    try bytes.withBytes { buffer throws(JournalError) in try fileSystem.writeFully(file.number, buffer) }
    let digest = bytes.withUnsafeBytes { SHA256.digest($0) }
    sealer = LineSealer(
      after: Head(seq: head.seq, offset: head.offset + Int64(bytes.count), digest: digest))
  }

  /// The SHA-256 of a part of what was written, 64 digits.
  func sha256(of range: Range<Int64>) throws(JournalError) -> String {
    try flush()
    var hash = SHA256()
    var space = [UInt8](repeating: 0, count: Int(min(range.upperBound - range.lowerBound, 1 << 18)))
    var position = range.lowerBound
    while position < range.upperBound {
      let wanted = Int(min(range.upperBound - position, Int64(space.count)))
      try space.withSpace { room throws(JournalError) in
        let piece = UnsafeMutableRawBufferPointer(rebasing: room[..<wanted])
        let count = try fileSystem.readFully(file.number, into: piece, at: position)
        guard count == wanted else {
          throw .shrunk(known: range.upperBound, found: position + Int64(count))
        }
        hash.update(UnsafeRawBufferPointer(piece))
      }
      position += Int64(wanted)
    }
    return hash.finalHex()
  }

  /// Brings everything to the disk.
  func finish() throws(JournalError) {
    try flush()
    try fileSystem.sync(file.number)
  }

  private func flush() throws(JournalError) {
    guard !sealer.bytes.isEmpty else { return }
    try sealer.bytes.withBytes { buffer throws(JournalError) in
      try fileSystem.writeFully(file.number, buffer)
    }
    sealer.clear()
  }

  /// What stands between the braces; throws where it is no object, or names a member of the envelope.
  private static func ownMembers(of record: LooseRecord) throws -> [UInt8] {
    try record.members.withUnsafeBytes { bytes in
      do {
        var cursor = JSONCursor(bytes)
        try cursor.beginObject()
        while let key = try cursor.nextKey() {
          guard !Envelope.isKey(key), !key.equals("crc") else { throw RebuildFault.malformed(record.seq) }
          try cursor.skipValue()
        }
        try cursor.finish()
      } catch {
        throw RebuildFault.malformed(record.seq)
      }
      // Whatever stood around the braces is no part of a line.
      guard let first = bytes.firstIndex(of: 0x7b), let last = bytes.lastIndex(of: 0x7d),
        !bytes.contains(0x0a), !bytes.contains(0x0d)
      else { throw RebuildFault.malformed(record.seq) }
      return Array(bytes[(first + 1)..<last])
    }
  }
}
