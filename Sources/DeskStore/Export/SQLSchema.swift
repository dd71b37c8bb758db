import Desk

/// The tables as a database has them (PostgreSQL 15 and later): the same list once more.
enum SQLSchema {
  /// `create table`, and what its columns are called by people.
  static func creation(_ table: any TableDescription, _ columns: [ColumnHeading]) -> String {
    var parts = columns.map { "  " + name($0.name) + " " + type($0.type) }
    if table.isKeyUnique {
      parts.append("  primary key (" + table.key.map(name).joined(separator: ", ") + ")")
    }
    var text = "create table \(name(table.name)) (\n" + parts.joined(separator: ",\n") + "\n);\n"
    text += "comment on table \(name(table.name)) is \(literal(table.title));\n"
    for column in columns {
      text +=
        "comment on column \(name(table.name)).\(name(column.name)) is \(literal(column.title, unit(column.type)));\n"
    }
    return text
  }

  /// What makes a table quick to look up in, once it is filled.
  static func indexes(_ table: any TableDescription, _ columns: [ColumnHeading]) -> String {
    var lists = table.isKeyUnique ? [] : [table.key]
    // Everything belongs to a matter.
    if columns.contains(where: { $0.name == "ticket" }), table.key.first != "ticket" {
      lists.append(["ticket"])
    }
    return lists.map { "create index on \(name(table.name)) (\($0.map(name).joined(separator: ", ")));\n" }
      .joined()
  }

  /// Names are quoted throughout: `order`, `from`, `to` and `limit` are words of the language.
  static func name(_ name: String) -> String { "\"" + name + "\"" }

  static func type(_ type: ColumnType) -> String {
    switch type {
    case .text, .label, .code: "text"
    case .integer, .money, .quantity, .seconds: "bigint"
    case .moment: "timestamptz"
    case .day: "date"
    case .flag: "boolean"
    case .list: "text[]"
    case .json: "jsonb"
    }
  }

  /// What a number counts, where its name does not say it.
  private static func unit(_ type: ColumnType) -> Phrase? {
    switch type {
    case .money: Phrase("分", "fen")
    case .quantity: Phrase("千分之一", "thousandths")
    case .text, .label, .code, .integer, .seconds, .moment, .day, .flag, .list, .json: nil
    }
  }

  private static func literal(_ title: Phrase, _ unit: Phrase? = nil) -> String {
    let text =
      title.zh + (unit.map { "（" + $0.zh + "）" } ?? "") + " / " + title.en
      + (unit.map { " (" + $0.en + ")" } ?? "")
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
