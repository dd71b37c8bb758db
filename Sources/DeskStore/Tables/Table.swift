public import Desk

/// A table of the desk: its columns, in the order in which they are written.
public struct Table<Row: Sendable>: TableDescription {
  public let name: String
  /// What stands before its rows on the way to a head office.
  public let letter: UInt8
  public let title: Phrase
  public let key: [String]
  public let isKeyUnique: Bool
  public let columns: [Column<Row>]

  public var headings: [ColumnHeading] { columns.map(\.heading) }

  init(
    _ name: StaticString, letter: Character, _ title: Phrase, key: [StaticString], isKeyUnique: Bool = false,
    _ columns: [[Column<Row>]]
  ) {
    self.name = name.description
    self.letter = letter.asciiValue ?? 0
    self.title = title
    self.key = key.map(\.description)
    self.isKeyUnique = isKeyUnique
    self.columns = columns.flatMap { $0 }
  }

  /// Its columns with these names, in that order.
  public func columns(_ names: String...) -> [Column<Row>] {
    names.compactMap { name in columns.first { $0.heading.name == name } }
  }

  /// The columns that say nothing of these classes; none where the rows could not be told apart without the others.
  public func columns(without left: Privacy) -> [Column<Row>] {
    let rest = columns.filter { $0.heading.privacy.isDisjoint(with: left) }
    return key.allSatisfy { name in rest.contains { $0.heading.name == name } } ? rest : []
  }
}

/// What can be said of a table without its rows.
public protocol TableDescription: Sendable {
  /// As in codes, and as its file is called.
  var name: String { get }
  var letter: UInt8 { get }
  var title: Phrase { get }
  /// The columns by which a row is found.
  var key: [String] { get }
  /// No two rows have the same key, whatever stands in a journal.
  var isKeyUnique: Bool { get }
  var headings: [ColumnHeading] { get }
}
