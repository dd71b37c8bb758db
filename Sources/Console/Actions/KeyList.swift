public import Desk
import Terminal
import Words

/// The keys of the console as a list to read: the action table with what a person changed.
public struct KeyList {
  /// One action.
  public struct Entry: Sendable {
    /// Its name in settings.
    public let action: String
    /// Its keys, the most handy one first, blanks between them.
    public let keys: String
    public let label: String
    public let help: String
    /// The places where it exists, `-` between them.
    public let places: String
  }

  /// All actions, in the order of help.
  public let entries: [Entry]

  /// The list in one language.
  public init(_ preferences: Preferences, language: Language) {
    entries = ActionTable.all.map { entry in
      Entry(
        action: entry.name.rawValue,
        keys: preferences.keys.keys(of: entry.name).compactMap { KeyName($0)?.text }.joined(separator: " "),
        label: entry.label(in: language), help: entry.help(in: language),
        places: Self.places(entry.scopes, language))
    }
  }

  private static func places(_ scopes: Set<Scope>, _ language: Language) -> String {
    guard scopes.count < Scope.allCases.count - 2 else { return Words(language).text("各处", "everywhere") }
    return Scope.allCases.filter(scopes.contains).map { $0.name(in: language) }.joined(separator: " ")
  }

  /// One line each, in columns.
  public var lines: [String] {
    let columns = [entries.map(\.action), entries.map(\.keys), entries.map(\.label)].map { texts in
      texts.map { TextWidth.width(of: $0) }.max() ?? 0
    }
    return entries.map { entry in
      zip([entry.action, entry.keys, entry.label], columns).map { text, width in
        text + String(repeating: " ", count: width - TextWidth.width(of: text) + 2)
      }.joined() + entry.help
    }
  }

  /// A table for a page.
  public var markdown: [String] {
    ["| | | | |", "|---|---|---|---|"]
      + entries.map { entry in
        let keys = entry.keys.split(separator: " ").map { Self.code(String($0)) }.joined(separator: " ")
        return "| `\(entry.action)` | \(keys) | \(entry.label) | \(entry.help) |"
      }
  }

  /// A key in a cell of a table.
  private static func code(_ key: String) -> String {
    key == "|" ? "`\\|`" : key == "`" ? "`` ` ``" : "`\(key)`"
  }
}
