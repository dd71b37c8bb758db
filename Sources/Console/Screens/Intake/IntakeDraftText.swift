import Desk
import Settings

/// What is typed into intake, as a text that outlives the console: settings with a key for each field.
struct IntakeDraftText {
  let text: String

  /// One draft is the root of the settings, each other one a section.
  init(_ screens: [IntakeScreen]) {
    text = screens.enumerated().map { place, screen in
      (place == 0 ? "" : "[[\(Self.section)]]\n") + IntakeDraftText(screen).text
    }.joined()
  }

  private static let section = "parked"

  init(_ screen: IntakeScreen) {
    var lines: [String] = []
    if let line = screen.line { lines.append("line = \(SettingsString.text(line.text))") }
    for field in screen.fields.fields {
      let value: String? =
        switch field.entry {
        case .text(let text): text.isEmpty ? nil : text.text
        case .choice(let list): list.highlighted?.code
        }
      if let value { lines.append("\(field.name.rawValue) = \(SettingsString.text(value))") }
    }
    if let focus = screen.fields.focused { lines.append("focus = \"\(focus.name.rawValue)\"") }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// The form that a text means; nil where it is none, and what is unknown in it is left out.
  static func screen(_ bytes: [UInt8], _ context: Context) -> IntakeScreen? { screens(bytes, context).first }

  /// All forms that a text means.
  static func screens(_ bytes: [UInt8], _ context: Context) -> [IntakeScreen] {
    guard let settings = try? Settings(parsing: bytes, name: "draft") else { return [] }
    let tables = [settings.root] + settings.sections.filter { $0.name == section }
    return tables.compactMap { screen($0, context) }
  }

  private static func screen(_ table: SettingsTable, _ context: Context) -> IntakeScreen? {
    var screen = IntakeScreen(context)
    for entry in table.entries {
      guard let value = entry.value.string else { continue }
      guard let name = FieldName(rawValue: entry.key) else { continue }
      if name == .line {
        screen.takeLine(value)
      } else if let choice = screen.fields.choices(name).first(where: { $0.code == value }) {
        screen.fields.choose(name, choice)
      } else if screen.fields.choices(name).isEmpty {
        screen.fields.setText(name, value)
      }
    }
    if let focus = table.value("focus")?.string.flatMap({ FieldName(rawValue: $0) }) {
      screen.fields.focus(on: focus)
    }
    screen.notePicks(context)
    return screen.isBlank(context) ? nil : screen
  }
}

extension Choice {
  /// What it is called in a draft; nil for what no intake has.
  fileprivate var code: String? {
    switch self {
    case .kind(let kind): kind.rawValue
    case .urgency(let urgency): urgency.rawValue
    case .topic(let topic): topic.rawValue
    case .channel(let channel): channel.rawValue
    case .staff(let code): code?.value ?? ""
    case .flag(let value, _): value ? "yes" : "no"
    default: nil
    }
  }
}
