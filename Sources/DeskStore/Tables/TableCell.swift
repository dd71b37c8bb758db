public import Desk

/// What stands in a cell, before anybody has chosen how it is written.
public enum TableCell: Hashable, Sendable {
  /// Nothing is known.
  case empty
  case text(String)
  /// A text of digits and signs that is no number: a phone, a room, a name of an order.
  case label(String)
  /// A code of a closed list, and its name.
  case code(String, Phrase)
  case integer(Int64)
  /// Fen (0.01 yuan).
  case money(Int64)
  /// Thousandths of the unit it is sold by.
  case quantity(Int64)
  case seconds(Int64)
  case moment(Instant)
  /// Days after 1970-01-01.
  case day(Int)
  case flag(Bool)
  case list([String])
  /// Codes of a closed list, and their names.
  case codes([Code])
  /// JSON as it is to be written.
  case json([UInt8])

  /// A code and what it is called.
  public struct Code: Hashable, Sendable {
    public let code: String
    public let name: Phrase

    init(_ value: some Named) {
      code = value.rawValue
      name = value.phrase
    }
  }

  /// The code of a closed list.
  public init(_ value: some Named) {
    let code = Code(value)
    self = .code(code.code, code.name)
  }

  /// The same with what people wrote in it changed.
  public func mapTexts(_ change: (String) -> String) -> TableCell {
    switch self {
    case .text(let text): .text(change(text))
    case .label(let text): .label(change(text))
    case .list(let items): .list(items.map(change))
    case .empty, .code, .integer, .money, .quantity, .seconds, .moment, .day, .flag, .codes, .json: self
    }
  }
}

/// What the cells of a column hold.
public enum ColumnType: String, CaseIterable, Sendable {
  case text, label, code, integer, money, quantity, seconds, moment, day, flag, list, json
}
