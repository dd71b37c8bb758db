/// Takes typed values out of settings and collects what is wrong with them, so that a user sees every fault
/// at once.
///
///     var reader = SettingsReader(settings)
///     reader.allow(sections: ["palette", "roles"])
///     let width = reader.integer("ambiguous-width", in: settings.root, from: 1, through: 2)
///     try reader.finish()
public struct SettingsReader: Sendable {
  /// What was wrong so far.
  public private(set) var faults: [SettingsFault] = []
  private let settings: Settings

  /// A reader of one file.
  public init(_ settings: Settings) { self.settings = settings }

  /// Throws what was collected, if anything.
  public func finish() throws(SettingsFaults) {
    if !faults.isEmpty { throw SettingsFaults(faults) }
  }

  /// Notes a fault at a place.
  public mutating func note(_ kind: SettingsFault.Kind, at place: SettingsPlace) {
    faults.append(SettingsFault(name: settings.name, at: place, kind: kind))
  }

  /// Notes every section that is not among these; `queue.*` allows every section directly below `queue`.
  public mutating func allow(sections allowed: [String]) {
    for section in settings.sections {
      let below = (section.path.dropLast() + ["*"]).joined(separator: ".")
      if !allowed.contains(section.name), section.path.count < 2 || !allowed.contains(below) {
        note(.unknownSection(section.name, allowed: allowed), at: section.place)
      }
    }
  }

  /// Notes every key of a section or inline table that is not among these.
  public mutating func allow(keys allowed: [String], in table: SettingsTable) {
    for entry in table.entries where !allowed.contains(entry.key) {
      note(.unknownKey(entry.key, allowed: allowed), at: entry.place)
    }
  }

  /// The section of that name; notes it when it is missing.
  public mutating func required(section name: String) -> SettingsTable? {
    let section = settings.section(name)
    if section == nil { note(.missingSection(name), at: SettingsPlace(line: 1, column: 1)) }
    return section
  }

  /// The value of a key; notes it when it is missing.
  public mutating func required(_ key: String, in table: SettingsTable) -> SettingsValue? {
    let value = table.value(key)
    if value == nil { note(.missingKey(key, section: table.name), at: table.place) }
    return value
  }

  /// The text of a key; nil when it is not there or noted as another type.
  public mutating func string(_ key: String, in table: SettingsTable) -> String? {
    table.value(key).flatMap { string($0) }
  }

  /// The text of a value; notes another type.
  public mutating func string(_ value: SettingsValue) -> String? {
    typed(value, .string, value.string)
  }

  /// The text of a key when it is among these; notes any other.
  public mutating func choice(_ key: String, in table: SettingsTable, of allowed: [String]) -> String? {
    guard let value = table.value(key), let text = string(value) else { return nil }
    if allowed.contains(text) { return text }
    note(.notAllowed(text, allowed: allowed), at: value.place)
    return nil
  }

  /// The whole number of a key within its limits; notes any other.
  public mutating func integer(
    _ key: String, in table: SettingsTable, from lowest: Int = .min, through highest: Int = .max
  ) -> Int? {
    guard let value = table.value(key), let number = typed(value, .integer, value.integer) else {
      return nil
    }
    return within(number, value, lowest, highest)
  }

  /// The truth value of a key.
  public mutating func boolean(_ key: String, in table: SettingsTable) -> Bool? {
    table.value(key).flatMap { typed($0, .boolean, $0.boolean) }
  }

  /// The duration of a key in seconds, within its limits.
  public mutating func duration(
    _ key: String, in table: SettingsTable, from lowest: Int = 0, through highest: Int = .max
  ) -> Int? {
    guard let value = table.value(key), let seconds = typed(value, .duration, value.duration) else {
      return nil
    }
    return within(seconds, value, lowest, highest)
  }

  /// The list of a key.
  public mutating func list(_ key: String, in table: SettingsTable) -> [SettingsValue]? {
    table.value(key).flatMap { typed($0, .list, $0.list) }
  }

  /// The texts of a list; notes every value of another type.
  public mutating func strings(_ key: String, in table: SettingsTable) -> [String]? {
    guard let values = list(key, in: table) else { return nil }
    var texts: [String] = []
    for value in values {
      if let text = string(value) { texts.append(text) }
    }
    return texts
  }

  /// The inline table of a key.
  public mutating func table(_ key: String, in table: SettingsTable) -> SettingsTable? {
    table.value(key).flatMap { typed($0, .table, $0.table) }
  }

  private mutating func typed<T>(_ value: SettingsValue, _ expected: SettingsType, _ content: T?) -> T? {
    if content == nil { note(.wrongType(found: value.type, expected: expected), at: value.place) }
    return content
  }

  private mutating func within(_ number: Int, _ value: SettingsValue, _ lowest: Int, _ highest: Int) -> Int? {
    if number >= lowest, number <= highest { return number }
    note(.outOfRange(number, lowest: lowest, highest: highest), at: value.place)
    return nil
  }
}
