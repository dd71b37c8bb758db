/// Where the fixed members of one record lie in its line, relative to the line's first byte.
@frozen public struct Envelope: Sendable {
  @usableFromInline let seq: Int64
  @usableFromInline let at: Int64
  @usableFromInline let on: Int64
  @usableFromInline let prev: Span
  @usableFromInline let by: Span
  @usableFromInline let actor: Span
  @usableFromInline let type: Span
  /// Where the members after `type` begin (fixed order), or 1, just behind the brace (any order).
  @usableFromInline let payloadStart: Int32
  @usableFromInline let isGeneral: Bool

  /// What `on` is when the line has none.
  @usableFromInline static let absent = Int64.min

  /// A stretch of bytes in a line; `start` 0 means there is none.
  @frozen @usableFromInline struct Span: Sendable {
    @usableFromInline let start: Int32
    @usableFromInline let count: Int32
    @usableFromInline let isEscaped: Bool

    @inlinable init(_ start: Int, _ count: Int, isEscaped: Bool = false) {
      self.start = Int32(truncatingIfNeeded: start)
      self.count = Int32(truncatingIfNeeded: count)
      self.isEscaped = isEscaped
    }

    @usableFromInline static let none = Span(0, 0)
  }

  /// Whether `key` belongs to the envelope rather than to the payload.
  @usableFromInline static func isKey(_ key: JSONText) -> Bool {
    switch key {
    case "seq", "prev", "at", "by", "actor", "on", "type": true
    default: false
    }
  }
}
