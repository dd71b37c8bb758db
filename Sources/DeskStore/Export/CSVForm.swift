/// Rows as comma-separated values (RFC 4180), UTF-8.
struct CSVForm: LineForm {
  let style: CellStyle
  let suffix = "csv"

  func beginning(_ columns: [ColumnHeading]) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(columns.map { style.title($0) })
    return (style.isForSpreadsheet ? CellStyle.mark : []) + writer.bytes
  }

  func line(_ cells: [TableCell], _ columns: [ColumnHeading]) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(cells.map { style.csv($0) })
    return writer.bytes
  }
}
