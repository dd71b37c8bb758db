/// What a `journal.archived` record says: the file ends here and is the sealed copy of a period.
struct Seal: Equatable {
  static let type: StaticString = "journal.archived"

  /// The period, in milliseconds since 1970, its end not included.
  let period: Range<Int64>
  /// The UUID of the journal it was copied from.
  let uuid: String
  /// The seqs recorded in the period.
  let seqs: ClosedRange<Int64>
  /// The last line before the seal, byte for byte where it lies in the journal.
  let end: Head

  func write(to writer: inout JSONWriter) {
    writer.field("uuid", uuid)
    writer.moment("from", period.lowerBound)
    writer.moment("to", period.upperBound)
    writer.field("first", seqs.lowerBound)
    writer.field("last", seqs.upperBound)
    writer.field("bytes", end.offset)
    writer.field("digest", end.digest.hex)
  }
}
