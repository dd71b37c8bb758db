/// Something that can be done to records, declared once: the command with its help, the form, the menus and the answer why
/// not read it here.
public struct RecordMove: Sendable {
  /// What comes after the word of its kind on the command line: `set`.
  public let name: String
  /// What menus call it.
  public let label: Phrase
  /// A sentence for help.
  public let help: Phrase
  public let verb: Verb
  /// What it needs to know, the code of the entry first where it is about one.
  public let fields: [MoveField]
  /// What may be typed after `dutydesk`.
  public let examples: [String]
  /// What is asked of the desk with these values.
  public let make: @Sendable (MoveValues) throws(Refusal) -> any RecordRequest

  init(
    _ name: String, _ label: Phrase, help: Phrase, _ verb: Verb, fields: [MoveField], examples: [String],
    make: @escaping @Sendable (MoveValues) throws(Refusal) -> any RecordRequest
  ) {
    self.name = name
    self.label = label
    self.help = help
    self.verb = verb
    self.fields = fields
    self.examples = examples
    self.make = make
  }
}

/// A value that a move asks for.
public struct MoveField: Sendable {
  /// The name of its option.
  public let name: String
  public let label: Phrase
  /// What it is for.
  public let help: Phrase
  public let form: Form
  /// Whether it stands first, without a name.
  public let isSubject: Bool
  /// Whether nothing can be done without it.
  public let isNeeded: Bool

  /// What may be written.
  public enum Form: Sendable {
    /// The code of an entry, new or known.
    case code
    case text
    case phone
    /// One of a closed list.
    case choice([Choice])
    /// A length of time, such as `7d`.
    case span
    /// A moment to come.
    case moment
  }

  /// A code of a closed list and what it is called.
  public struct Choice: Hashable, Sendable {
    public let code: String
    public let name: Phrase
  }

  init(
    _ name: String, _ label: Phrase, help: Phrase, _ form: Form, isSubject: Bool = false,
    isNeeded: Bool = false
  ) {
    (self.name, self.label, self.help, self.form) = (name, label, help, form)
    (self.isSubject, self.isNeeded) = (isSubject, isNeeded)
  }

  /// The code of the entry that it is about.
  static func subject(_ label: Phrase, help: Phrase) -> MoveField {
    MoveField("code", label, help: help, .code, isSubject: true, isNeeded: true)
  }
}

extension MoveField.Form {
  /// One of the codes of a type.
  static func code<Value: Named>(_: Value.Type) -> MoveField.Form {
    .choice(
      Value.allCases.map {
        MoveField.Choice(code: $0.rawValue, name: $0.phrase)
      })
  }
}

/// A value that was given, or is there.
public enum MoveValue: Hashable, Sendable {
  case text(String)
  case span(Seconds)
  case moment(Instant)
}

/// The values of a move by the names of its fields; what was left out is not there.
public struct MoveValues: Hashable, Sendable {
  private var values: [String: MoveValue] = [:]

  public init() {}

  public subscript(name: String) -> MoveValue? {
    get { values[name] }
    set { values[name] = newValue }
  }

  func text(_ name: String) -> String? {
    if case .text(let text)? = values[name] { text } else { nil }
  }

  func code(_ name: String = "code") -> RecordCode { RecordCode(text(name) ?? "") }

  func code<Value: Code>(_ name: String, _: Value.Type = Value.self) -> Value? {
    text(name).flatMap { Value(rawValue: $0) }
  }

  func span(_ name: String) -> Seconds? {
    if case .span(let span)? = values[name] { span } else { nil }
  }
}
