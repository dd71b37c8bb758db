/// A settings file as read: policy, theme, keys or import map. See <doc:Grammar> for what it may hold.
public struct Settings: Equatable, Sendable {
  /// The file's name, for faults.
  public let name: String
  /// The keys before the first section.
  public let root: SettingsTable
  /// The sections in the order they stand in.
  public let sections: [SettingsTable]

  /// Reads a file's bytes. Throws every fault found, not only the first.
  public init(parsing bytes: [UInt8], name: String) throws(SettingsFaults) {
    var parser = SettingsParser(bytes: bytes, name: name)
    parser.parse()
    guard parser.faults.isEmpty else { throw SettingsFaults(parser.faults) }
    self.name = name
    self.root = parser.root
    self.sections = parser.sections
  }

  /// Reads what can be read of a file's bytes, and says what is wrong with the rest: lines with a fault are left out.
  ///
  /// Nil where nothing can be made of the rest: bytes that are no text, or a section whose header cannot be read.
  public static func salvaged(
    from bytes: [UInt8], name: String
  ) -> (settings: Settings?, faults: [SettingsFault]) {
    var parser = SettingsParser(bytes: bytes, name: name)
    parser.parse()
    return (parser.isAdrift ? nil : Settings(parser, name: name), parser.faults)
  }

  private init(_ parser: SettingsParser, name: String) {
    self.name = name
    root = parser.root
    sections = parser.sections
  }

  /// Reads a text.
  public init(parsing text: String, name: String) throws(SettingsFaults) {
    try self.init(parsing: Array(text.utf8), name: name)
  }

  /// The section of that name, `section("queue.night")`; the first of repeated ones; nil when not there.
  public func section(_ name: String) -> SettingsTable? {
    sections.first { $0.name == name }
  }

  /// All sections of that name: those written `[[name]]`.
  public func sections(_ name: String) -> [SettingsTable] {
    sections.filter { $0.name == name }
  }

  /// The sections directly below a name: `[queue.day]` and `[queue.night]` for `queue`.
  public func sections(below name: String) -> [SettingsTable] {
    sections.filter { $0.path.count > 1 && $0.path.dropLast().joined(separator: ".") == name }
  }
}
