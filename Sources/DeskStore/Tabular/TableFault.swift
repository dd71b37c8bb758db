public import TextCoding

/// Why no table can be read out of a file.
public enum TableFault: Error, Hashable, Sendable {
  /// The system cannot read it; its error number.
  case unreadable(Int32)
  /// It came through a pipe or in another encoding, and there is no room to keep it meanwhile; the error number.
  case noRoom(Int32)
  /// It is no text with certainty.
  case encoding(EncodingFault)
  /// It is a workbook or a page of another program, not a text of rows.
  case notRows(Foreign)
  /// There is no row at all, or none below the lines to be skipped.
  case noHeader
  /// The line with the names of the columns cannot be read.
  case badHeader(line: Int, CSVFault)

  /// What people take for a file of rows.
  public enum Foreign: String, Hashable, Sendable {
    case workbook = "xlsx"
    case oldWorkbook = "xls"
    case page = "html"
  }
}

/// What was assumed about a file of rows and should be told.
public enum TableAssumption: Hashable, Sendable {
  /// It is in this encoding, which nothing in it states.
  case encoding(TextEncoding)
  case separator(UInt8)
  /// Its first line names the separator.
  case separatorLine(UInt8)
  case carriageReturns
  /// The names of the columns stand in that line; what is above them begins so.
  case header(line: Int, below: String)
  /// So many columns without name or content at the end.
  case emptyColumns(Int)
  /// Columns without a name, as they can be called.
  case unnamed([String])
  /// Columns whose name stood there before, as they can be called.
  case repeated([String])
}
