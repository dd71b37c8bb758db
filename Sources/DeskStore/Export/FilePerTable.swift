import Desk

/// Writes each table to a file of its own, a line for a row: comma-separated values, or JSON.
final class FilePerTable: TableWriter {
  private let folder: ExportFolder
  private let form: any LineForm
  private var files: [String: (file: ExportFile, table: ExportedTable)] = [:]
  private var order: [String] = []

  init(_ folder: ExportFolder, _ form: any LineForm) {
    self.folder = folder
    self.form = form
  }

  func begin(_ table: any TableDescription, _ columns: [ColumnHeading]) throws {
    let file = try folder.file(table.name + "." + form.suffix)
    try file.write(form.beginning(columns))
    files[table.name] = (file, ExportedTable(name: table.name, rows: 0, columns: columns))
    order.append(table.name)
  }

  func row(_ table: String, _ cells: [TableCell]) throws {
    guard let (file, exported) = files[table] else { return }
    try file.write(form.line(cells, exported.columns))
    files[table]?.table.rows += 1
  }

  func finish() throws -> [ExportedFile] {
    try order.compactMap { name in
      guard let (file, table) = files[name] else { return nil }
      let sum = try file.finish()
      return ExportedFile(name: file.name, sha256: sum, bytes: file.bytes, tables: [table])
    }
  }
}

/// How a row becomes a line.
protocol LineForm {
  var suffix: String { get }
  /// What stands before the first row.
  func beginning(_ columns: [ColumnHeading]) -> [UInt8]
  func line(_ cells: [TableCell], _ columns: [ColumnHeading]) -> [UInt8]
}
