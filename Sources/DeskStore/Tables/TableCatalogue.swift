/// The tables of a desk: the one list that makes spreadsheets, lines of JSON, a database and the documentation.
///
/// Nothing here reads or writes: a row is a value, and a column says what of it stands in a cell.
public enum TableCatalogue {
  /// All of them, those of the matters first.
  public static let all: [any TableDescription] = [
    tickets, orders, materials, visits, promises, waits, events, contacts, staff, units, rosters, absences,
    policies,
  ]

  /// The table of that name.
  public static func table(_ name: String) -> (any TableDescription)? { all.first { $0.name == name } }
}
