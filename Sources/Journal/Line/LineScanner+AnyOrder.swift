extension LineScanner {
  /// The envelope of a line whose members stand in any order, as a person or another program may have written it;
  /// nil unless it is strict JSON with each envelope member once and of its kind.
  static func scanAnyOrder(_ bytes: UnsafeRawBufferPointer, _ end: Int) -> Envelope? {
    guard bytes[0] == 0x7b else { return nil }
    let members = UnsafeRawBufferPointer(rebasing: bytes[1..<end])
    var cursor = JSONCursor(members: members, afterMember: false, skipsEnvelope: false)
    var found = EnvelopeMembers(bytes)
    do {
      while let key = try cursor.nextKey() {
        guard try found.take(key, from: &cursor) else { return nil }
      }
    } catch {
      return nil
    }
    return found.envelope
  }

  /// The envelope members met so far.
  private struct EnvelopeMembers {
    private let line: UnsafeRawBufferPointer
    private var seq: Int64?
    private var at: Int64?
    private var on: Int64?
    private var prev: Envelope.Span?
    private var by: Envelope.Span?
    private var actor: Envelope.Span?
    private var type: Envelope.Span?

    init(_ line: UnsafeRawBufferPointer) {
      self.line = line
    }

    /// Reads the value of `key`; false for one that is there twice or is not of its kind.
    mutating func take(_ key: JSONText, from cursor: inout JSONCursor) throws(JSONFault) -> Bool {
      switch key {
      case "seq":
        let number = try cursor.readInt64()
        return (0...LineScanner.highestSeq).contains(number) && Self.set(&seq, number)
      case "prev":
        let text = try cursor.readText()
        return Digest(hexBytes: text.bytes) != nil && Self.set(&prev, span(text))
      case "at": return Self.set(&at, moment(try cursor.readText()))
      case "on": return Self.set(&on, moment(try cursor.readText()))
      case "by": return Self.set(&by, span(try cursor.readText()))
      case "actor": return Self.set(&actor, span(try cursor.readText()))
      case "type": return Self.set(&type, span(try cursor.readText()))
      default:
        try cursor.skipValue()
        return true
      }
    }

    /// The envelope, once all its required members have been met.
    var envelope: Envelope? {
      guard let seq, let at, let prev, let by, let type else { return nil }
      return Envelope(
        seq: seq, at: at, on: on ?? Envelope.absent, prev: prev, by: by, actor: actor ?? .none, type: type,
        payloadStart: 1, isGeneral: true)
    }

    private static func set<Value>(_ place: inout Value?, _ value: Value?) -> Bool {
      guard place == nil, let value else { return false }
      place = value
      return true
    }

    private func moment(_ text: JSONText) -> Int64? {
      text.bytes.count == Timestamp.length ? Timestamp.parse(text.bytes, at: 0) : nil
    }

    private func span(_ text: JSONText) -> Envelope.Span? {
      guard let base = line.baseAddress, let start = text.bytes.baseAddress else { return nil }
      return Envelope.Span(start - base, text.bytes.count, isEscaped: text.isEscaped)
    }
  }
}
