public import TextCoding

/// One thing wrong in a settings file, with its place.
public struct SettingsFault: Error, Equatable, Hashable, Sendable {
  /// The file's name as its reader was given it.
  public let name: String
  /// Line, from 1.
  public let line: Int
  /// Column in characters (Unicode scalars), from 1.
  public let column: Int
  /// What is wrong.
  public let kind: Kind

  /// A fault at a place.
  public init(name: String, line: Int, column: Int, kind: Kind) {
    self.name = name
    self.line = line
    self.column = column
    self.kind = kind
  }

  /// A fault at the place of a value, a key or a section.
  public init(name: String, at place: SettingsPlace, kind: Kind) {
    self.init(name: name, line: place.line, column: place.column, kind: kind)
  }

  /// What can be wrong in a settings file.
  public enum Kind: Equatable, Hashable, Sendable {
    /// Bytes that are not UTF-8.
    case invalidUTF8
    /// The file as a whole is no text with certainty.
    case encoding(EncodingFault)
    /// Something else than the grammar has at this place; `found` is empty at the end of the file.
    case unexpected(found: String, expected: Expected)
    /// The key stands twice in its section.
    case duplicateKey(String, firstLine: Int)
    /// The section stands twice in the file.
    case duplicateSection(String, firstLine: Int)
    /// The line ends before the string does.
    case unterminatedString
    /// `\` and a character that is no escape.
    case badEscape(String)
    /// A control character in a string; its code.
    case controlCharacter(UInt8)
    /// No whole number, or one beyond 64 bits.
    case badNumber(String)
    /// No duration, or units not from large to small.
    case badDuration(String)
    /// The file ends inside a list.
    case unterminatedList
    /// The line ends inside an inline table.
    case unterminatedTable
    /// Values in more than 32 brackets.
    case tooDeep

    /// A key its reader does not know.
    case unknownKey(String, allowed: [String])
    /// A section its reader does not know.
    case unknownSection(String, allowed: [String])
    /// A section its reader needs; placed at the beginning of the file.
    case missingSection(String)
    /// A key its reader needs; placed at its section.
    case missingKey(String, section: String)
    /// A value of another type than its reader needs.
    case wrongType(found: SettingsType, expected: SettingsType)
    /// A value that is not among those allowed.
    case notAllowed(String, allowed: [String])
    /// A number or a duration (seconds) out of its limits.
    case outOfRange(Int, lowest: Int, highest: Int)
    /// No colour `#rrggbb`, number 0 to 255, name of the palette or `default`.
    case badColour(String)
    /// No key of the keyboard is called so.
    case badKeyName(String)
    /// A key that does something else in the same place already.
    case keyTaken(String, by: String, place: String)
    /// Nothing that an input method lets through would do this any more.
    case unreachable(String)
  }

  /// What the grammar has at a place.
  public enum Expected: Equatable, Hashable, Sendable {
    case key, equals, value, endOfLine, sectionName, closingBracket, commaOrClosingBracket
    case commaOrClosingBrace
  }
}

/// Everything wrong in a settings file, in the order of the lines. Never empty when thrown.
public struct SettingsFaults: Error, Equatable, Hashable, Sendable {
  /// The faults.
  public let faults: [SettingsFault]

  /// Faults in the order of their places.
  public init(_ faults: [SettingsFault]) {
    self.faults = faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}
