/// Where something stands in its file.
public struct SettingsPlace: Equatable, Hashable, Sendable {
  /// Line, from 1.
  public let line: Int
  /// Column in characters (Unicode scalars), from 1.
  public let column: Int

  /// A place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The types of values.
public enum SettingsType: String, CaseIterable, Hashable, Sendable {
  case string, integer, boolean, duration, list, table
}

/// A value and its place.
public struct SettingsValue: Equatable, Hashable, Sendable {
  /// The value itself.
  public let content: Content
  /// Where it begins.
  public let place: SettingsPlace

  /// What a value can be.
  public indirect enum Content: Equatable, Hashable, Sendable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    /// Seconds.
    case duration(Int)
    case list([SettingsValue])
    case table(SettingsTable)
  }

  /// A value at a place.
  public init(_ content: Content, at place: SettingsPlace) {
    self.content = content
    self.place = place
  }

  /// Line, from 1.
  public var line: Int { place.line }

  /// Column in characters, from 1.
  public var column: Int { place.column }

  /// Its type.
  public var type: SettingsType {
    switch content {
    case .string: .string
    case .integer: .integer
    case .boolean: .boolean
    case .duration: .duration
    case .list: .list
    case .table: .table
    }
  }

  /// The text, if it is one.
  public var string: String? {
    if case .string(let text) = content { text } else { nil }
  }

  /// The whole number, if it is one.
  public var integer: Int? {
    if case .integer(let number) = content { number } else { nil }
  }

  /// The truth value, if it is one.
  public var boolean: Bool? {
    if case .boolean(let truth) = content { truth } else { nil }
  }

  /// The duration in seconds, if it is one.
  public var duration: Int? {
    if case .duration(let seconds) = content { seconds } else { nil }
  }

  /// The list's values, if it is one.
  public var list: [SettingsValue]? {
    if case .list(let values) = content { values } else { nil }
  }

  /// The inline table, if it is one.
  public var table: SettingsTable? {
    if case .table(let table) = content { table } else { nil }
  }
}

/// A key, its value and the place of the key.
public struct SettingsEntry: Equatable, Hashable, Sendable {
  /// The key.
  public let key: String
  /// Where the key stands.
  public let place: SettingsPlace
  /// The value.
  public let value: SettingsValue

  /// A key with its value.
  public init(key: String, place: SettingsPlace, value: SettingsValue) {
    self.key = key
    self.place = place
    self.value = value
  }
}

/// A section or an inline table: keys in the order they stand in.
public struct SettingsTable: Equatable, Hashable, Sendable {
  /// The parts of the section's name: `[queue.night]` has two. Empty for the keys before the first section
  /// and for inline tables.
  public let path: [String]
  /// Whether it is one of several sections of that name, `[[name]]`.
  public let isRepeated: Bool
  /// Where its header or opening brace stands.
  public let place: SettingsPlace
  /// The keys in order.
  public internal(set) var entries: [SettingsEntry]

  /// A section or an inline table.
  public init(path: [String], isRepeated: Bool, place: SettingsPlace, entries: [SettingsEntry]) {
    self.path = path
    self.isRepeated = isRepeated
    self.place = place
    self.entries = entries
  }

  /// The section's name, parts joined by dots.
  public var name: String { path.joined(separator: ".") }

  /// The keys in order.
  public var keys: [String] { entries.map(\.key) }

  /// The value of a key; nil when the key is not there.
  public func value(_ key: String) -> SettingsValue? {
    entries.first { $0.key == key }?.value
  }
}
