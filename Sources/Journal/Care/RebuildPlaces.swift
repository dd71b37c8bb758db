/// Rebuilds a journal under a UUID of its own: records that speak of places in the file speak of the new ones.
final class RebuildPlaces {
  private let file: RebuildFile
  private let origin: (uuid: String, head: NotedHead)
  private let uuid: String
  /// Records that are not there, the place where they would stand, and what the line before hashes to.
  private var holes: [Hole] = []
  /// The seal of an archive is no part of what goes on, unless something follows it.
  private var seal: LooseRecord?

  private struct Hole {
    let missing: ClosedRange<Int64>
    let offset: Int64
    let before: Digest
    var isDecided = false
  }

  init(_ file: RebuildFile, origin: (uuid: String, head: NotedHead), uuid: String) {
    self.file = file
    self.origin = origin
    self.uuid = uuid
  }

  var head: Head { file.head }

  /// Adds the next record.
  func add(_ record: LooseRecord) throws {
    if let seal {
      self.seal = nil
      try file.add(seal)
    }
    if head.seq < 0 { return try begin(record) }
    guard record.seq > head.seq else { throw RebuildFault.outOfOrder(record.seq) }
    let end = (offset: head.offset, digest: head.digest)
    if record.type == "journal.healed" { try file.addVoid([0x20, 0x0a]) }
    if record.seq > head.seq + 1 {
      holes.append(
        Hole(missing: (head.seq + 1)...(record.seq - 1), offset: head.offset, before: head.digest))
    }
    switch record.type {
    case "journal.healed": try heal(record, behind: end)
    case "journal.repaired": try decide(record)
    case "journal.archived": seal = record
    default: try file.add(record)
    }
  }

  /// Throws where something is missing that nobody has decided on, and brings everything to the disk.
  func finish() throws {
    guard head.seq >= 0 else { throw RebuildFault.noBeginning }
    if let hole = holes.first(where: { !$0.isDecided }) { throw RebuildFault.hole(hole.missing) }
    try file.finish()
  }

  private func begin(_ record: LooseRecord) throws {
    guard record.seq == 0, record.type == "journal.created" else { throw RebuildFault.noBeginning }
    var record = record
    var writer = JSONWriter()
    try writer.document { writer in
      writer = try members(of: record, writer)
      writer.object("from") { from in
        from.field("uuid", origin.uuid)
        from.field("head", origin.head.text)
      }
    }
    record.members = writer.finish()
    try file.add(record)
  }

  /// The members of the first record, under the new UUID.
  private func members(of record: LooseRecord, _ writer: JSONWriter) throws -> JSONWriter {
    var writer = writer
    try record.members.withUnsafeBytes { bytes in
      do {
        var cursor = JSONCursor(bytes)
        try cursor.beginObject()
        while let key = try cursor.nextKey() {
          let value = try cursor.readRaw()
          switch key {
          case "uuid": writer.field("uuid", uuid)
          case "from": break
          default: writer.field(named: key.string, raw: value)
          }
        }
      } catch {
        throw RebuildFault.malformed(record.seq)
      }
    }
    return writer
  }

  /// What was once set aside is not here; two bytes are, so that the record says something true.
  private func heal(_ record: LooseRecord, behind end: (offset: Int64, digest: Digest)) throws {
    var record = record
    let void = end.offset..<head.offset
    let healing = Healing(bytes: void, sha256: try file.sha256(of: void), before: end.digest)
    record.members = Self.object(healing.write)
    try file.add(record)
  }

  /// A decision is about the holes that it says something of; copies of lost lines are in their places.
  private func decide(_ record: LooseRecord) throws {
    guard let old = Self.lost(by: record) else { throw RebuildFault.malformed(record.seq) }
    var record = record
    var covered: [Hole] = []
    for place in holes.indices {
      let hole = holes[place].missing
      guard let missing = old.missing, missing.lowerBound <= hole.lowerBound,
        hole.upperBound <= missing.upperBound
      else { continue }
      holes[place].isDecided = true
      covered.append(holes[place])
    }
    let start = covered.first?.offset ?? head.offset
    let bytes = start..<max(start, covered.last?.offset ?? start)
    let decision = Decision(
      bytes: bytes, sha256: try file.sha256(of: bytes), before: covered.first?.before ?? head.digest,
      missing: old.missing, reason: old.reason)
    record.members = Self.object(decision.write)
    try file.add(record)
  }

  private static func lost(by record: LooseRecord) -> (missing: ClosedRange<Int64>?, reason: String)? {
    record.members.withUnsafeBytes { bytes in
      var (first, last): (Int64?, Int64?)
      var reason = ""
      do {
        var cursor = JSONCursor(bytes)
        try cursor.beginObject()
        while let key = try cursor.nextKey() {
          switch key {
          case "missing_from": first = try cursor.readInt64()
          case "missing_to": last = try cursor.readInt64()
          case "reason": reason = try cursor.readString()
          default: try cursor.skipValue()
          }
        }
      } catch {
        return nil
      }
      guard let first, let last, 0 <= first, first <= last else { return (nil, reason) }
      return (first...last, reason)
    }
  }

  private static func object(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.document { members(&$0) }
    return writer.finish()
  }
}
