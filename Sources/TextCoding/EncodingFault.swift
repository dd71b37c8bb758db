/// Why the bytes of a file cannot be read as a text with certainty.
public enum EncodingFault: Error, Hashable, Sendable {
  /// What begins here is no text in that encoding.
  case invalid(TextEncoding, at: BytePlace)
  /// It is neither; where each goes wrong first.
  case neither(utf8: BytePlace, gb18030: BytePlace)
  /// It could be this as well as that: nothing in it says which.
  case undecided(at: BytePlace)
  /// It is not UTF-8 from here on, and what GB18030 would make of it is hardly Chinese.
  case unlikely(at: BytePlace)
  /// It ends in the middle of a character.
  case cutOff(TextEncoding)
  /// It seems to be this, but has no mark at its beginning that says so.
  case unmarked(TextEncoding)
  /// The user says one thing, the mark at its beginning another.
  case contradicted(told: TextEncoding, mark: TextEncoding)
  /// A character has no counterpart, or not only one.
  case irreversible(TextEncoding)
  /// This system cannot convert from it.
  case unavailable(TextEncoding)

  /// Where it goes wrong; nil where that is the file as a whole.
  public var place: BytePlace? {
    switch self {
    case .invalid(_, let place), .neither(let place, _), .undecided(let place), .unlikely(let place): place
    case .cutOff, .unmarked, .contradicted, .irreversible, .unavailable: nil
    }
  }
}

/// Where in a file something is.
public struct BytePlace: Hashable, Sendable {
  /// From 1.
  public var line: Int
  /// From 1, in bytes.
  public var column: Int
  /// The byte that stands there.
  public var byte: UInt8

  public init(line: Int, column: Int, byte: UInt8) {
    self.line = line
    self.column = column
    self.byte = byte
  }
}
