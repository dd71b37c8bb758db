public import Desk

/// What a file of records holds (CLI, CSV columns).
public enum ImportKind: String, Code {
  case units, contacts, staff, tickets, events

  /// The columns there can be.
  public var columns: [ImportColumn] {
    switch self {
    case .units: [.unit, .kind, .note]
    case .contacts: [.unit, .name, .role, .phone]
    case .staff: [.code, .name, .role, .trades, .licences, .osUser, .phone, .shift, .limit]
    case .tickets:
      [
        .ref, .kind, .urgency, .unit, .summary, .caller, .phone, .channel, .topic, .received, .owner,
        .resolved, .closed, .result,
      ]
    case .events: [.ref, .event, .on, .by, .to, .reason, .text]
    }
  }

  /// The columns that every row has to say something in.
  public var required: [ImportColumn] {
    switch self {
    case .units: [.unit]
    case .contacts: [.unit, .name]
    case .staff: [.code, .name, .role]
    case .tickets: [.kind, .summary, .received]
    case .events: [.ref, .event, .on]
    }
  }
}

/// A column of a file of records, as this desk calls it.
public enum ImportColumn: String, Code {
  case ref, kind, urgency, unit, summary, caller, phone, channel, topic, received, owner, resolved, closed,
    result, event, on, by, to, reason, text, name, role, code, trades, licences
  case osUser = "os_user"
  case shift, limit, note
  /// In a log that repeats the whole ticket on every row: the state, and how often it was reopened.
  case state, reopened

  /// Place among all columns.
  var index: Int { Self.places[self] ?? 0 }
  private static let places = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })
}
