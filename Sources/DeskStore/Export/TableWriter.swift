import Desk

/// Writes the rows of tables in one form.
protocol TableWriter: AnyObject {
  /// Begins a table with those of its columns that are written.
  func begin(_ table: any TableDescription, _ columns: [ColumnHeading]) throws
  /// A row of a table that was begun.
  func row(_ table: String, _ cells: [TableCell]) throws
  /// Brings everything to the disk, and tells what was written.
  func finish() throws -> [ExportedFile]
}

/// A file of an export, as its manifest lists it.
public struct ExportedFile: Equatable, Sendable {
  public let name: String
  public let sha256: String
  public let bytes: Int64
  /// The tables in it; none where it is no table.
  public let tables: [ExportedTable]
}

/// A table of an export.
public struct ExportedTable: Equatable, Sendable {
  public let name: String
  public var rows: Int64
  public let columns: [ColumnHeading]
}
