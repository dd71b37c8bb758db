public import Desk

/// A column of a table: declared once, for every form in which a table is written.
public struct Column<Row: Sendable>: Sendable {
  public let heading: ColumnHeading
  /// What it says of a row.
  public let value: @Sendable (Row) -> TableCell

  private init(
    _ name: StaticString, _ title: Phrase, _ type: ColumnType, _ privacy: Privacy,
    _ value: @escaping @Sendable (Row) -> TableCell
  ) {
    heading = ColumnHeading(name: name.description, title: title, type: type, privacy: privacy)
    self.value = value
  }
}

/// What a column is called and what it holds.
public struct ColumnHeading: Hashable, Sendable {
  /// As in codes: lower-case letters and underscores.
  public let name: String
  public let title: Phrase
  public let type: ColumnType
  public let privacy: Privacy

  public init(name: String, title: Phrase, type: ColumnType, privacy: Privacy) {
    self.name = name
    self.title = title
    self.type = type
    self.privacy = privacy
  }
}

extension Column {
  static func text(
    _ name: StaticString, _ title: Phrase, _ privacy: Privacy, _ value: @escaping @Sendable (Row) -> String?
  ) -> Self {
    Self(name, title, .text, privacy) { row in
      value(row).flatMap { $0.isEmpty ? nil : TableCell.text($0) } ?? .empty
    }
  }

  static func label(
    _ name: StaticString, _ title: Phrase, _ privacy: Privacy, _ value: @escaping @Sendable (Row) -> String?
  ) -> Self {
    Self(name, title, .label, privacy) { row in
      value(row).flatMap { $0.isEmpty ? nil : TableCell.label($0) } ?? .empty
    }
  }

  static func code<Value: Named>(
    _ name: StaticString, _ title: Phrase, _ privacy: Privacy, _ value: @escaping @Sendable (Row) -> Value?
  ) -> Self {
    Self(name, title, .code, privacy) { value($0).map { TableCell($0) } ?? .empty }
  }

  static func integer(
    _ name: StaticString, _ title: Phrase, _ privacy: Privacy, _ value: @escaping @Sendable (Row) -> Int64?
  ) -> Self {
    Self(name, title, .integer, privacy) { value($0).map { .integer($0) } ?? .empty }
  }

  static func money(
    _ name: StaticString, _ title: Phrase, _ privacy: Privacy, _ value: @escaping @Sendable (Row) -> Int64?
  ) -> Self {
    Self(name, title, .money, privacy) { value($0).map { .money($0) } ?? .empty }
  }

  static func quantity(
    _ name: StaticString, _ title: Phrase, _ privacy: Privacy, _ value: @escaping @Sendable (Row) -> Int64?
  ) -> Self {
    Self(name, title, .quantity, privacy) { value($0).map { .quantity($0) } ?? .empty }
  }

  static func seconds(
    _ name: StaticString, _ title: Phrase, _ privacy: Privacy, _ value: @escaping @Sendable (Row) -> Seconds?
  ) -> Self {
    Self(name, title, .seconds, privacy) { value($0).map { .seconds($0.whole) } ?? .empty }
  }

  static func moment(
    _ name: StaticString, _ title: Phrase, _ privacy: Privacy, _ value: @escaping @Sendable (Row) -> Instant?
  ) -> Self {
    Self(name, title, .moment, privacy) { value($0).map { .moment($0) } ?? .empty }
  }

  static func day(
    _ name: StaticString, _ title: Phrase, _ privacy: Privacy, _ value: @escaping @Sendable (Row) -> Int?
  ) -> Self {
    Self(name, title, .day, privacy) { value($0).map { .day($0) } ?? .empty }
  }

  static func flag(
    _ name: StaticString, _ title: Phrase, _ privacy: Privacy, _ value: @escaping @Sendable (Row) -> Bool?
  ) -> Self {
    Self(name, title, .flag, privacy) { value($0).map { .flag($0) } ?? .empty }
  }

  static func list(
    _ name: StaticString, _ title: Phrase, _ privacy: Privacy, _ value: @escaping @Sendable (Row) -> [String]
  ) -> Self {
    Self(name, title, .list, privacy) { .list(value($0)) }
  }

  static func codes<Value: Named>(
    _ name: StaticString, _ title: Phrase, _ privacy: Privacy, _ value: @escaping @Sendable (Row) -> [Value]
  ) -> Self {
    Self(name, title, .list, privacy) { .codes(value($0).map { TableCell.Code($0) }) }
  }

  static func json(
    _ name: StaticString, _ title: Phrase, _ privacy: Privacy, _ value: @escaping @Sendable (Row) -> [UInt8]
  ) -> Self {
    Self(name, title, .json, privacy) { .json(value($0)) }
  }
}
