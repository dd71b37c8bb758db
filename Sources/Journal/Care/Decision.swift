/// What a `journal.repaired` record says: a person knows of this damage and lets the journal go on.
struct Decision: Equatable {
  static let type: StaticString = "journal.repaired"

  /// The damaged bytes; empty where nothing is left of them.
  let bytes: Range<Int64>
  /// The SHA-256 of them, 64 digits.
  let sha256: String
  /// What the line before them hashes to, where they begin behind one.
  let before: Digest?
  /// The seqs lost by the damage; nil when none was.
  let missing: ClosedRange<Int64>?
  /// Why, in that person's words.
  let reason: String
  /// Good copies of lost lines, without their line feeds, in rising order.
  var lines: [String] = []

  /// Whether it is about `damage`: no bytes of it, and no lost seq, lie elsewhere.
  func covers(_ damage: Damage) -> Bool {
    // Bytes that changed once more are another matter: see `ChainCheck`.
    guard damage.kind != .repairedDiffers else { return false }
    guard bytes.lowerBound <= damage.bytes.lowerBound, damage.bytes.upperBound <= bytes.upperBound else {
      return false
    }
    guard let lost = damage.missing else { return true }
    return missing.map { $0.lowerBound <= lost.lowerBound && lost.upperBound <= $0.upperBound } ?? false
  }

  func write(to writer: inout JSONWriter) {
    writer.field("from", bytes.lowerBound)
    writer.field("to", bytes.upperBound)
    writer.field("sha256", sha256)
    if let before { writer.field("before", before.hex) }
    if let missing {
      writer.field("missing_from", missing.lowerBound)
      writer.field("missing_to", missing.upperBound)
    }
    writer.field("reason", reason)
    if !lines.isEmpty { writer.field("lines", lines) }
  }
}

extension Decision {
  /// The same as several records, so that each stays below the length of a line.
  var split: [Decision] {
    var parts: [Decision] = []
    var room = 0
    for line in lines {
      if parts.isEmpty || line.utf8.count > room {
        parts.append(self)
        parts[parts.count - 1].lines = []
        room = Decision.room
      }
      parts[parts.count - 1].lines.append(line)
      room -= line.utf8.count
    }
    return parts.isEmpty ? [self] : parts
  }

  /// Bytes of lines in one record; quoted, they hardly double.
  private static let room = 256 << 10

  /// What `record` says; nil for any other record, and for one that names bytes behind itself.
  init?(_ record: Record) {
    guard record.typeIs(Decision.type), let read = try? Decision(reading: record.payload),
      read.bytes.upperBound <= record.offset
    else { return nil }
    self = read
  }

  private init?(reading payload: JSONCursor) throws(JSONFault) {
    var payload = payload
    var (from, to, first, last): (Int64?, Int64?, Int64?, Int64?)
    var (sha256, reason) = ("", "")
    var before: Digest?
    var lines: [String] = []
    while let key = try payload.nextKey() {
      switch key {
      case "from": from = try payload.readInt64()
      case "to": to = try payload.readInt64()
      case "sha256": sha256 = try payload.readString()
      case "before": before = Digest(hex: try payload.readString())
      case "missing_from": first = try payload.readInt64()
      case "missing_to": last = try payload.readInt64()
      case "reason": reason = try payload.readString()
      case "lines": lines = try payload.readStrings()
      default: try payload.skipValue()
      }
    }
    guard let from, let to, from >= 0, from <= to else { return nil }
    var missing: ClosedRange<Int64>?
    if let first, let last, first >= 0, first <= last { missing = first...last }
    self.init(
      bytes: from..<to, sha256: sha256, before: before, missing: missing, reason: reason, lines: lines)
  }
}
