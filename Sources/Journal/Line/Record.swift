/// One event as it lies in the journal: a view of a line in a buffer, valid only inside the call that hands it over.
@frozen public struct Record {
  @usableFromInline let base: UnsafeRawPointer
  @usableFromInline let envelope: Envelope
  /// Where its line begins in the journal, in bytes.
  public let offset: Int64
  /// The length of its line in bytes, line feed included.
  public let length: Int

  @inlinable init(base: UnsafeRawPointer, envelope: Envelope, offset: Int64, length: Int) {
    self.base = base
    self.envelope = envelope
    self.offset = offset
    self.length = length
  }

  /// The bytes that close every line: `,"crc":"xxxxxxxx"}` and the line feed.
  @usableFromInline static let tailLength = 19

  /// Its place in the journal, from 0.
  @inlinable public var seq: Int64 { envelope.seq }
  /// When it was recorded, in milliseconds since 1970.
  @inlinable public var at: Int64 { envelope.at }
  /// When it happened, in milliseconds since 1970, where that was earlier than it was recorded.
  @inlinable public var on: Int64? { envelope.on == Envelope.absent ? nil : envelope.on }
  /// The code of the staff member who keyed it.
  @inlinable public var by: String { byText.string }
  /// The code of the one who did it, where that was somebody else.
  @inlinable public var actor: String? { actorText?.string }
  /// What kind of event it is.
  @inlinable public var type: String { typeText.string }
  /// `by`, where it lies.
  @inlinable public var byText: JSONText { text(envelope.by) }
  /// `actor`, where it lies.
  @inlinable public var actorText: JSONText? { envelope.actor.start == 0 ? nil : text(envelope.actor) }
  /// `type`, where it lies.
  @inlinable public var typeText: JSONText { text(envelope.type) }
  /// Whether it is an event of type `name`.
  @inlinable public func typeIs(_ name: StaticString) -> Bool { typeText.equals(name) }

  /// The members that are not of the envelope: `nextKey` yields each of them and then nil.
  @inlinable public var payload: JSONCursor {
    let start = Int(envelope.payloadStart)
    let members = UnsafeRawBufferPointer(start: base + start, count: length - Record.tailLength - start)
    return JSONCursor(
      members: members, afterMember: !envelope.isGeneral, skipsEnvelope: envelope.isGeneral)
  }

  /// The whole line, line feed included.
  @inlinable public var line: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base, count: length)
  }

  /// What it says the line before it hashes to.
  public var prev: Digest {
    Digest(hexBytes: text(envelope.prev).bytes) ?? .zero
  }

  @inlinable func text(_ span: Envelope.Span) -> JSONText {
    JSONText(
      checked: UnsafeRawBufferPointer(start: base + Int(span.start), count: Int(span.count)),
      isEscaped: span.isEscaped)
  }
}
