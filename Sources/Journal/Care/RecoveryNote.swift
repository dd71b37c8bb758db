/// What a `journal.recovered` record says: from here on this is a new file, and what of the old one was set aside.
struct RecoveryNote {
  static let name = "journal.recovered"

  /// Why, in the words of whoever did it; empty where the failed sync says it.
  let reason: String
  /// A sync had failed.
  let isPoisoned: Bool
  /// The bytes of the old file that did not come along, and their SHA-256.
  let bytes: Range<Int64>
  let sha256: String
  /// How many lines they are.
  let entries: Int
  /// Where the old file is kept, and where those bytes are; nil where there were none.
  let kept: String
  let setAside: String?

  func write(to writer: inout JSONWriter) {
    writer.field("reason", reason)
    writer.field("cause", isPoisoned ? "failed-sync" : "forced")
    writer.field("from", bytes.lowerBound)
    writer.field("to", bytes.upperBound)
    writer.field("sha256", sha256)
    writer.field("entries", Int64(entries))
    writer.field("kept", RecoveryNote.base(kept))
    if let setAside { writer.field("set_aside", RecoveryNote.base(setAside)) }
  }

  /// The name without its folder: the folder may be another one when this is read.
  private static func base(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
