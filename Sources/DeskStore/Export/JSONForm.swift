import Desk
import Journal

/// Rows as JSON, an object a line.
struct JSONForm: LineForm {
  let style: CellStyle
  let suffix = "jsonl"

  func beginning(_ columns: [ColumnHeading]) -> [UInt8] { [] }

  func line(_ cells: [TableCell], _ columns: [ColumnHeading]) -> [UInt8] {
    var writer = JSONWriter()
    writer.document { writer in
      for (cell, column) in zip(cells, columns) {
        let key = style.title(column)
        switch cell {
        case .empty: writer.field(named: key, raw: "null".utf8)
        case .text, .label, .code, .moment, .day: writer.field(named: key, style.text(cell))
        // Yuan with their two places are a number of JSON, too.
        case .integer, .seconds, .money, .quantity: writer.field(named: key, raw: style.text(cell).utf8)
        case .flag(let isTrue): writer.field(named: key, raw: (isTrue ? "true" : "false").utf8)
        case .list(let items): writer.field(named: key, items)
        case .codes(let codes): writer.field(named: key, codes.map { style.word($0.code, $0.name) })
        case .json(let bytes): writer.field(named: key, raw: bytes)
        }
      }
    }
    return writer.finish() + [0x0A]
  }
}
