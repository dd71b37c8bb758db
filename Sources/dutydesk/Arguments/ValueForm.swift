import Desk

/// What kind of value an option takes.
enum ValueForm: Sendable {
  case text, name, staff, unit, time, duration, number, file, window, shift, material, phone, zone, group,
    seq, head, date, duty, order, price, body
  /// One of a closed list of codes; their names in both languages are taken as well.
  case choice(String, @Sendable () -> [Choice])

  /// A code and what it is called.
  struct Choice: Sendable {
    let code: String
    let name: Phrase
  }

  /// One of the codes of a type.
  static func code<Value: Named>(_ placeholder: String, _: Value.Type) -> Self {
    .choice(placeholder) {
      Value.allCases.map { Choice(code: $0.rawValue, name: $0.phrase) }
    }
  }

  /// One of these words, which need no translation.
  static func words(_ placeholder: String, _ words: [String]) -> Self {
    .choice(placeholder) { words.map { Choice(code: $0, name: Phrase($0, $0)) } }
  }

  /// What stands for it in help.
  var placeholder: String {
    switch self {
    case .text: "TEXT"
    case .name: "NAME"
    case .staff: "STAFF"
    case .unit: "U"
    case .time: "TIME"
    case .duration: "DURATION"
    case .number: "N"
    case .file: "FILE"
    case .window: "A..B"
    case .shift: "08:00-17:00"
    case .material: "'NAME xQTY @PRICE'"
    case .phone: "P"
    case .zone: "ZONE"
    case .group: "GROUP"
    case .seq: "SEQ"
    case .date: "DATE"
    case .duty: "DUTY"
    case .order: "ORDER"
    case .price: "PRICE"
    case .body: "BODY"
    case .head: "SEQ:DIGEST"
    case .choice(let placeholder, _): placeholder
    }
  }

  /// The codes to choose from; empty where anything may be written.
  var choices: [Choice] {
    switch self {
    case .choice(_, let list): list()
    default: []
    }
  }
}
