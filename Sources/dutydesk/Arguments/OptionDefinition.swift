import Desk
import TextCoding

/// An option of a command: what it is called, what value it takes, what it is for.
struct OptionDefinition: Sendable {
  /// The name without its dashes.
  let name: String
  /// The value it takes; nil for one that stands alone.
  let value: ValueForm?
  let help: Phrase
  var isRequired = false
  var isRepeated = false
  /// Whether it may stand without its value.
  var isValueOptional = false

  init(_ name: String, _ value: ValueForm?, _ help: Phrase) {
    self.name = name
    self.value = value
    self.help = help
  }

  /// The same, but the command does nothing without it.
  var required: Self {
    var copy = self
    copy.isRequired = true
    return copy
  }

  /// The same, but it may be given several times.
  var repeated: Self {
    var copy = self
    copy.isRepeated = true
    return copy
  }

  /// The same, but its value may be left out.
  var withOptionalValue: Self {
    var copy = self
    copy.isValueOptional = true
    return copy
  }

  /// The same, with other words about what it is for.
  func about(_ zh: String, _ en: String) -> Self {
    var copy = Self(name, value, Phrase(zh, en))
    copy.isRequired = isRequired
    copy.isRepeated = isRepeated
    copy.isValueOptional = isValueOptional
    return copy
  }

  /// What was typed for it, without what nobody sees; a path stays as it is.
  func taken(_ typed: String) -> String {
    if case .file? = value { return typed }
    return UnseenCharacters.taken(typed)
  }

  /// `--to STAFF`, as it is typed.
  var spelling: String {
    guard let value else { return "--" + name }
    return "--" + name + (isValueOptional ? " [" + value.placeholder + "]" : " " + value.placeholder)
  }
}

/// Something that stands in a command line without a name.
struct ArgumentDefinition: Sendable {
  let placeholder: String
  let help: Phrase
  var isOptional = false
  /// Whether it names a file or a folder.
  var isPath: Bool { placeholder.hasPrefix("FILE") || placeholder == "DIR" }

  /// The same, but the command does without it.
  var optional: Self {
    var copy = self
    copy.isOptional = true
    return copy
  }

  static let ticket = Self(placeholder: "N", help: Phrase("工单编号", "number of the ticket"))
  static let order = Self(
    placeholder: "ORDER", help: Phrase("派工单编号，如 1042.1", "name of the work order, such as 1042.1"))
  static let text = Self(
    placeholder: "TEXT", help: Phrase("要记下的话，可代替同名选项", "the text, instead of its option"))
}
