import Desk
import DeskStore
import Words

/// A list as comma-separated values (RFC 4180) with its heading: for scripts, or with `--excel` for a spreadsheet.
struct CSV {
  private let out: Output
  private let style: CellStyle

  init(_ call: Call, _ columns: [ColumnHeading]) {
    out = call.session.out
    let isForSpreadsheet = call.invocation.has(.excel)
    style = CellStyle(
      isForSpreadsheet ? .words(call.session.words.language) : .codes, zone: call.zone,
      isForSpreadsheet: isForSpreadsheet)
    if isForSpreadsheet { out.mark() }
    out.record(columns.map { .text(style.title($0)) }, style)
  }

  /// Prints one record.
  func row(_ cells: [TableCell]) { out.record(cells, style) }
}
