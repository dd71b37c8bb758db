internal import Glibc

/// Reads, of a stretch of the journal, only the records of chosen types: for what must come from the journal's own lines
/// before anything is believed that lies beside it.
///
/// Of all other lines only the type is looked at, so that a gigabyte takes a fraction of a second.
struct TypeScan {
  private let journal: Journal
  /// What to do with a record of that type.
  enum Interest {
    case pass, hand, stop
  }

  init(_ journal: Journal) { self.journal = journal }

  /// Hands over the records of `range`, which begins and ends with lines, that `interest` chooses by type; false where that
  /// cannot be told by looking at lines one by one: a chosen line that is no good record, one that a healing sets aside, a
  /// repair, or a type that stops the scan. Throws `.io`, `.shrunk`, and what `visit` throws.
  func run(
    over range: Range<Int64>, interest: (JSONText) -> Interest, _ visit: (Record) throws -> Void
  ) throws -> Bool {
    var rest: [UInt8] = []
    var handed: [Int64] = []
    var isTold = true
    var start = range.lowerBound
    try journal.forEachChunk(of: range) { chunk throws(JournalError) in
      guard isTold else { return }
      var piece = chunk
      if !rest.isEmpty {
        guard let end = chunk.firstIndex(of: 0x0a) else {
          rest.append(contentsOf: chunk)
          isTold = rest.count <= LineScanner.longest
          return
        }
        rest.append(contentsOf: chunk[...end])
        isTold = rest.withUnsafeBytes { take($0, at: start, interest, &handed, visit) }
        start += Int64(rest.count)
        rest = []
        piece = UnsafeRawBufferPointer(rebasing: chunk[(end + 1)...])
      }
      while isTold, let base = piece.baseAddress, let feed = memchr(base, 0x0a, piece.count) {
        let length = UnsafeRawPointer(feed) - base + 1
        isTold = take(UnsafeRawBufferPointer(rebasing: piece[..<length]), at: start, interest, &handed, visit)
        start += Int64(length)
        piece = UnsafeRawBufferPointer(rebasing: piece[length...])
      }
      rest = Array(piece)
    }
    return isTold && rest.isEmpty
  }

  /// Looks at one line; false where the scan cannot tell.
  private func take(
    _ line: UnsafeRawBufferPointer, at offset: Int64, _ interest: (JSONText) -> Interest,
    _ handed: inout [Int64],
    _ visit: (Record) throws -> Void
  ) -> Bool {
    guard let type = TypeScan.type(of: line) else { return false }
    let isHealing = type.equals(Healing.type)
    let wanted = interest(type)
    if wanted == .pass, !isHealing { return true }
    guard wanted != .stop || isHealing, let base = line.baseAddress,
      let envelope = LineScanner.scan(base, line.count)
    else { return false }
    let record = Record(base: base, envelope: envelope, offset: offset, length: line.count)
    guard record.typeText.string == type.string else { return false }
    if isHealing {
      guard let healing = Healing(record) else { return false }
      return !handed.contains { healing.bytes.contains($0) }
    }
    handed.append(offset)
    return (try? visit(record)) != nil
  }

  /// The type of a line as this program writes it, behind its envelope; nil for any other line.
  private static func type(of line: UnsafeRawBufferPointer) -> JSONText? {
    let key: StaticString = "\"type\":\""
    let length = key.utf8CodeUnitCount
    var position = 0
    // Names are short, so that the envelope is.
    let end = min(line.count, 1024)
    while position + length < end, let base = line.baseAddress,
      let quote = memchr(base + position, 0x22, end - position)
    {
      position = UnsafeRawPointer(quote) - base
      guard position + length < end else { return nil }
      if memcmp(quote, key.utf8Start, length) == 0 {
        let start = position + length
        guard let close = memchr(base + start, 0x22, end - start) else { return nil }
        let text = UnsafeRawBufferPointer(rebasing: line[start..<(UnsafeRawPointer(close) - base)])
        return JSONText(checked: text, isEscaped: false)
      }
      position += 1
    }
    return nil
  }
}

extension Journal {
  /// Hands over the records before `checkpoint` of the types that `wants` names; false where a type is met that `knows` does
  /// not know, or where lines one by one do not tell. See ``TypeScan``.
  public func records(
    before checkpoint: Checkpoint, wants: (JSONText) -> Bool, knows: (JSONText) -> Bool,
    _ visit: (Record) throws -> Void
  ) throws -> Bool {
    try TypeScan(self).run(
      over: 0..<checkpoint.head.offset,
      interest: { type in
        if wants(type) { return .hand }
        return knows(type) && !type.equals(Decision.type) ? .pass : .stop
      }, visit)
  }
}
