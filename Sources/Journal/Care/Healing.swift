/// What a `journal.healed` record says: these bytes, which end where it begins, were never confirmed to anybody.
struct Healing: Equatable {
  static let type: StaticString = "journal.healed"

  /// The bytes set aside.
  let bytes: Range<Int64>
  /// The SHA-256 of them, 64 digits.
  let sha256: String
  /// What the line before them hashes to: no `prev` behind them says it. Nil in records of older versions.
  let before: Digest?

  init(bytes: Range<Int64>, sha256: String, before: Digest?) {
    self.bytes = bytes
    self.sha256 = sha256
    self.before = before
  }

  /// What `record` says; nil for any other record, and for one that names other bytes than those before it.
  init?(_ record: Record) {
    guard record.typeIs(Healing.type), let read = try? Healing(reading: record.payload),
      read.bytes.upperBound == record.offset, !read.bytes.isEmpty
    else { return nil }
    self = read
  }

  func write(to writer: inout JSONWriter) {
    writer.field("from", bytes.lowerBound)
    writer.field("to", bytes.upperBound)
    writer.field("sha256", sha256)
    if let before { writer.field("before", before.hex) }
  }

  private init?(reading payload: JSONCursor) throws(JSONFault) {
    var payload = payload
    var from: Int64?
    var to: Int64?
    var sha256 = ""
    var before: Digest?
    while let key = try payload.nextKey() {
      switch key {
      case "from": from = try payload.readInt64()
      case "to": to = try payload.readInt64()
      case "sha256": sha256 = try payload.readString()
      case "before": before = Digest(hex: try payload.readString())
      default: try payload.skipValue()
      }
    }
    guard let from, let to, from >= 0, from <= to else { return nil }
    self.init(bytes: from..<to, sha256: sha256, before: before)
  }
}
