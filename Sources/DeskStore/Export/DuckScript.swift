import Desk

/// What reads the files of a csv export into DuckDB with the type of every column named, for guessing makes numbers of
/// phones, and turns all of it into Parquet.
struct DuckScript {
  let style: CellStyle

  func text(_ tables: [ExportedTable]) -> String {
    var lines = [
      "-- duckdb -c \".read load.duckdb.sql\", started in this folder: every table as it is, then all of them as Parquet.",
      "set timezone = 'UTC';",
    ]
    for table in tables {
      let columns = table.columns.map { column in
        "\(literal(style.title(column))): \(literal(type(column.type)))"
      }
      lines.append(
        "create table \(SQLSchema.name(table.name)) as select * from read_csv('\(table.name).csv', header = true, "
          + "delim = ',', quote = '\"', escape = '\"', nullstr = '', columns = {\(columns.joined(separator: ", "))});"
      )
    }
    lines += tables.map { "copy \(SQLSchema.name($0.name)) to '\($0.name).parquet' (format parquet);" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func type(_ type: ColumnType) -> String {
    switch type {
    case .text, .label, .code, .list: "VARCHAR"
    case .integer, .seconds: "BIGINT"
    case .money: style.isInCodes ? "BIGINT" : "DECIMAL(18,2)"
    case .quantity: style.isInCodes ? "BIGINT" : "DECIMAL(18,3)"
    case .moment: style.isForSpreadsheet ? "TIMESTAMP" : "TIMESTAMPTZ"
    case .day: "DATE"
    // 是 and 否 are no truth values.
    case .flag: style.isInCodes ? "BOOLEAN" : "VARCHAR"
    case .json: "JSON"
    }
  }

  private func literal(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
