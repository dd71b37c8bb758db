import Desk
public import Settings
import Terminal

extension Preferences {
  /// Reads a person's `console.conf`: how the console is to be in `[console]`, and which keys do what in `[keys]`.
  ///
  ///     [console]
  ///     theme = "day"
  ///     ambiguous-width = 2
  ///     [keys]
  ///     respond = ["r", "^R"]
  ///     quit = "^Q"
  ///
  /// The keys of an action stand for all it had. Throws every fault with line and column under the file's name: the
  /// grammar's, unknown settings, actions and keys, a key that two actions of one place want, and an action that could
  /// not be reached any more.
  public init(parsing bytes: [UInt8], file: String) throws(SettingsFaults) {
    let (preferences, faults) = Self.salvaging(bytes, file: file)
    if !faults.isEmpty { throw SettingsFaults(faults) }
    self = preferences
  }

  /// What of a file can be used, and what is wrong with the rest: who needs a screen reader's lines needs them all the
  /// more while something is wrong. Keys are taken all or none.
  public static func salvaging(_ bytes: [UInt8], file: String) -> (
    preferences: Preferences, faults: [SettingsFault]
  ) {
    var preferences = Preferences()
    do throws(SettingsFaults) {
      let settings = try Settings(parsing: bytes, name: file)
      var reader = SettingsReader(settings)
      reader.allow(keys: [], in: settings.root)
      reader.allow(sections: ["console", "keys"])
      if let section = settings.section("console") { preferences.read(section, &reader) }
      if let section = settings.section("keys") { preferences.keys = KeyMapReader(section).read(&reader) }
      return (preferences, SettingsFaults(reader.faults).faults)
    } catch {
      return (preferences, error.faults)
    }
  }

  private static let names = [
    "theme", "language", "borders", "ambiguous-width", "screen-reader", "countdowns", "mouse", "bell",
    "start",
  ]

  private mutating func read(_ section: SettingsTable, _ reader: inout SettingsReader) {
    reader.allow(keys: Self.names, in: section)
    theme = reader.string("theme", in: section)
    language = reader.choice("language", in: section, of: Language.allCases.map(\.rawValue)).flatMap {
      Language(rawValue: $0)
    }
    borders = reader.choice("borders", in: section, of: Borders.named.map(\.name)).flatMap { name in
      Borders.named.first { $0.name == name }?.borders
    }
    ambiguousWidth = reader.integer("ambiguous-width", in: section, from: 1, through: 2) ?? 1
    isForScreenReader = reader.boolean("screen-reader", in: section) ?? false
    ticks = reader.boolean("countdowns", in: section)
    let screens = Start.allCases.map(\.rawValue)
    start = reader.choice("start", in: section, of: screens).flatMap { Start(rawValue: $0) } ?? .queue
    takesMouse = reader.boolean("mouse", in: section) ?? true
    rings = reader.boolean("bell", in: section) ?? true
  }
}

/// Reads `[keys]`.
struct KeyMapReader {
  private let section: SettingsTable
  private var changes: [ActionName: [Key]] = [:]
  private var places: [ActionName: SettingsPlace] = [:]

  init(_ section: SettingsTable) { self.section = section }

  /// The keys that hold then; the table's where something was noted.
  consuming func read(_ reader: inout SettingsReader) -> KeyMap {
    let before = reader.faults.count
    for entry in section.entries { take(entry, &reader) }
    let map = KeyMap(changes)
    var told: Set<[String]> = []
    for clash in map.clashes
    where told.insert([KeyName(clash.key)?.text ?? "", clash.first.rawValue, clash.second.rawValue]).inserted
    {
      note(clash, &reader)
    }
    for name in ActionName.neverWithout
    where !map.keys(of: name).contains(where: { $0.passesInputMethods && KeyName($0) != nil }) {
      if let place = places[name] { reader.note(.unreachable(name.rawValue), at: place) }
    }
    return reader.faults.count == before ? map : .standard
  }

  private mutating func take(_ entry: SettingsEntry, _ reader: inout SettingsReader) {
    guard let action = ActionName(rawValue: entry.key) else {
      let near = ActionName.allCases.map(\.rawValue).filter { $0.hasPrefix(entry.key.prefix(2)) }
      let some = near.isEmpty ? ActionName.allCases.map(\.rawValue) : near
      reader.note(.unknownKey(entry.key, allowed: some), at: entry.place)
      return
    }
    places[action] = entry.place
    let values = entry.value.list ?? [entry.value]
    changes[action] = values.compactMap { value in
      guard let text = reader.string(value) else { return nil }
      guard let name = KeyName(parsing: text) else {
        reader.note(.badKeyName(text), at: value.place)
        return nil
      }
      return name.key
    }
  }

  /// A clash is told at the line that brought it about.
  private func note(_ clash: KeyMap.Clash, _ reader: inout SettingsReader) {
    let name = KeyName(clash.key)?.text ?? ""
    if let place = places[clash.second] {
      reader.note(.keyTaken(name, by: clash.first.rawValue, place: clash.scope.rawValue), at: place)
    } else if let place = places[clash.first] {
      reader.note(.keyTaken(name, by: clash.second.rawValue, place: clash.scope.rawValue), at: place)
    }
  }
}

extension ActionName {
  /// Without a key that an input method lets through, nobody would find anything or get out again.
  static let neverWithout: [ActionName] = [.help, .palette, .back, .save, .quit, .open, .up, .down]
}

extension Borders {
  /// Their names in files.
  static let named: [(name: String, borders: Borders)] = [
    ("line", .line), ("ascii", .ascii), ("none", .none),
  ]
}
