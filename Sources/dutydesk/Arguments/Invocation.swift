import Desk
import Journal

/// A command with the values that were typed for it.
struct Invocation: Sendable {
  let command: CommandDefinition
  private let values: [String: [String]]
  /// What stands in the line without a name.
  let arguments: [String]

  init(command: CommandDefinition, values: [String: [String]], arguments: [String]) {
    self.command = command
    self.values = values
    self.arguments = arguments
  }

  /// The value of an option; nil where it was not given.
  subscript(_ option: OptionDefinition) -> String? { values[option.name]?.last }

  /// All values of a repeated option.
  func all(_ option: OptionDefinition) -> [String] { values[option.name] ?? [] }

  /// Whether the option was given.
  func has(_ option: OptionDefinition) -> Bool { values[option.name] != nil }

  /// The argument at a place; nil where it was left out.
  func argument(_ place: Int) -> String? { arguments.indices.contains(place) ? arguments[place] : nil }

  /// The code that was written for an option.
  func code<Value: Named>(_ option: OptionDefinition, _: Value.Type) throws(UsageFault) -> Value? {
    guard let text = self[option] else { return nil }
    guard let value = Value.matching(text) else { throw .badChoice(option, text) }
    return value
  }

  /// The code of one of the choices that an option takes, by code or by name.
  func choice(_ option: OptionDefinition) throws(UsageFault) -> String? {
    guard let text = self[option] else { return nil }
    let found = option.value?.choices.first { choice in
      [choice.code, choice.name.zh, choice.name.en].contains { $0.lowercased() == text.lowercased() }
    }
    guard let found else { throw .badChoice(option, text) }
    return found.code
  }

  /// One of the words that an option takes.
  func word(_ option: OptionDefinition) throws(UsageFault) -> String? {
    guard let text = self[option] else { return nil }
    guard option.value?.choices.contains(where: { $0.code == text }) ?? false else {
      throw .badChoice(option, text)
    }
    return text
  }

  /// A whole number within bounds.
  func number(_ option: OptionDefinition, _ bounds: ClosedRange<Int64>) throws(UsageFault) -> Int64? {
    guard let text = self[option] else { return nil }
    guard !text.isEmpty, text.utf8.allSatisfy({ 48...57 ~= $0 }), let value = Int64(text), bounds ~= value
    else { throw .badNumber(option, text, bounds) }
    return value
  }

  /// A head that was noted elsewhere.
  func head(_ option: OptionDefinition) throws(UsageFault) -> NotedHead? {
    guard let text = self[option] else { return nil }
    guard let head = NotedHead(text) else { throw .badHead(option, text) }
    return head
  }

  /// A text given by its option or as the argument at a place, not both; empty where it was not given.
  func text(_ option: OptionDefinition, orArgument place: Int) throws(UsageFault) -> String {
    guard let argument = argument(place) else { return self[option] ?? "" }
    guard self[option] == nil else { throw .givenTwice(option) }
    return argument
  }

  /// `yes` or `no`, in either language.
  func answer(_ option: OptionDefinition) throws(UsageFault) -> Bool? {
    guard let text = self[option] else { return nil }
    switch text.lowercased() {
    case "yes", "y", "是", "合格": return true
    case "no", "n", "否", "不合格": return false
    default: throw .badChoice(option, text)
    }
  }

  /// Refuses global options that do not go with the command or with each other.
  func checkGlobals() throws(UsageFault) {
    if has(.now), has(.asOf) { throw .conflicting(.now, .asOf) }
    if has(.json), has(.csv) { throw .conflicting(.json, .csv) }
    for option in [OptionDefinition.now, .asOf] where has(option) && !command.isReading {
      throw .readingOnly(option, command)
    }
    for (option, format) in [(OptionDefinition.json, CommandDefinition.Format.json), (.csv, .csv)]
    where has(option) && !command.allFormats.contains(format) {
      throw .noSuchFormat(option, command)
    }
    if has(.excel), command.allFormats.contains(.csv), !has(.csv) { throw .onlyWith(.excel, "--csv") }
    if has(.lang) { _ = try language() }
  }

  /// The language asked for; nil where none was.
  private func language() throws(UsageFault) -> Language? {
    guard let text = self[.lang] else { return nil }
    guard let language = Language(rawValue: text) else { throw .badChoice(.lang, text) }
    return language
  }
}
