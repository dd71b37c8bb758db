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

extension Journal {
  /// The last moment that a sealed archive knows of, in milliseconds since 1970; nil for a journal that is none.
  ///
  /// It is the end of its period, or the moment of sealing where that came first. Looks at the last line only.
  public func sealedEnd() throws(JournalError) -> Int64? {
    guard let last = try line(endingAt: try fileSystem.status(file.number).size), last.isClosed,
      last.bytes.count <= LineScanner.longest
    else { return nil }
    var bytes: [UInt8] = []
    try forEachChunk(of: last.bytes) { bytes.append(contentsOf: $0) }
    return GoodCopy(bytes)?.visit(at: last.bytes.lowerBound) { record -> Int64? in
      guard record.typeIs(Seal.type) else { return nil }
      var payload = record.payload
      while let key = try? payload.nextKey() {
        guard key.equals("to") else {
          try? payload.skipValue()
          continue
        }
        let end = (try? payload.readText()).flatMap { text in
          text.bytes.count == Timestamp.length ? Timestamp.parse(text.bytes, at: 0) : nil
        }
        return end.map { min($0 - 1, record.at) }
      }
      return nil
    } ?? nil
  }
}
