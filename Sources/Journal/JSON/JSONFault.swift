/// Where a text stops being the strict JSON (RFC 8259) that was asked for, and in which way.
@frozen public struct JSONFault: Error, Equatable, Sendable {
  /// The ways.
  @frozen public enum What: Equatable, Sendable {
    /// The text ends in the middle of a value.
    case ends
    /// This byte cannot stand here.
    case unexpected(UInt8)
    /// A backslash with something behind it that is no escape, or half of a surrogate pair.
    case escape
    /// A control character below U+0020 inside a string.
    case control
    /// Bytes in a string that are not UTF-8 (RFC 3629).
    case utf8
    /// A number where none, or one in another form, may stand.
    case number
    /// A number that 64 bits cannot hold.
    case range
    /// More than 64 arrays and objects inside one another.
    case depth
  }

  /// The position of the fault in bytes from the start of the scanned bytes.
  public let offset: Int
  /// The way in which it is one.
  public let what: What

  @inlinable public init(offset: Int, what: What) {
    self.offset = offset
    self.what = what
  }
}
