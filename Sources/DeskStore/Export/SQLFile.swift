import Desk
import Journal

/// Writes all tables to one file for `psql -f`: what makes them, then their rows in COPY blocks, all in one transaction.
final class SQLFile: TableWriter {
  private let file: ExportFile
  private var tables: [String: (description: any TableDescription, table: ExportedTable)] = [:]
  private var order: [String] = []
  /// Rows that wait for a block of their own.
  private var pending: [String: [UInt8]] = [:]

  private static let block = 1 << 18

  init(_ folder: ExportFolder) throws {
    file = try folder.file("desk.sql")
    try file.write(
      "\\set ON_ERROR_STOP on\nset client_encoding = 'UTF8';\nset standard_conforming_strings = on;\nbegin;\n"
    )
  }

  func begin(_ table: any TableDescription, _ columns: [ColumnHeading]) throws {
    try file.write(SQLSchema.creation(table, columns))
    tables[table.name] = (table, ExportedTable(name: table.name, rows: 0, columns: columns))
    order.append(table.name)
  }

  func row(_ table: String, _ cells: [TableCell]) throws {
    var line: [UInt8] = []
    for (place, cell) in cells.enumerated() {
      if place > 0 { line.append(0x09) }
      Self.append(cell, to: &line)
    }
    line.append(0x0A)
    pending[table, default: []] += line
    tables[table]?.table.rows += 1
    if let waiting = pending[table], waiting.count > Self.block { try copy(table) }
  }

  func finish() throws -> [ExportedFile] {
    for name in order { try copy(name) }
    for name in order {
      guard let (table, exported) = tables[name] else { continue }
      try file.write(SQLSchema.indexes(table, exported.columns))
    }
    try file.write("commit;\n")
    let sum = try file.finish()
    return [
      ExportedFile(
        name: file.name, sha256: sum, bytes: file.bytes, tables: order.compactMap { tables[$0]?.table })
    ]
  }

  private func copy(_ table: String) throws {
    guard let rows = pending.removeValue(forKey: table), let columns = tables[table]?.table.columns else {
      return
    }
    let names = columns.map { SQLSchema.name($0.name) }.joined(separator: ", ")
    try file.write("copy \(SQLSchema.name(table)) (\(names)) from stdin;\n")
    try file.write(rows)
    try file.write("\\.\n")
  }

  // MARK: cells in COPY's text form

  private static let style = CellStyle(.codes, zone: .utc)

  private static func append(_ cell: TableCell, to line: inout [UInt8]) {
    switch cell {
    case .empty: line += [0x5C, 0x4E]
    case .list(let items): escape(array(items), to: &line)
    case .codes(let codes): escape(array(codes.map(\.code)), to: &line)
    case .moment(let moment): line += beforeChrist(style.text(cell), moment).utf8
    case .json(let bytes): escape(String(decoding: withoutNull(bytes), as: UTF8.self), to: &line)
    case .text, .label, .code, .integer, .money, .quantity, .seconds, .day, .flag:
      escape(style.text(cell), to: &line)
    }
  }

  /// The year 0 of ISO 8601 is 1 BC.
  private static func beforeChrist(_ text: String, _ moment: Instant) -> String {
    text.hasPrefix("0000-") ? "0001-" + text.dropFirst(5) + " BC" : text
  }

  private static func escape(_ text: String, to line: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case 0x5C: line += [0x5C, 0x5C]
      case 0x09: line += [0x5C, 0x74]
      case 0x0A: line += [0x5C, 0x6E]
      case 0x0D: line += [0x5C, 0x72]
      // No text of the database can hold it.
      case 0x00: line += "\u{FFFD}".utf8
      default: line.append(byte)
      }
    }
  }

  private static func array(_ items: [String]) -> String {
    let quoted = items.map { item in
      var text = "\""
      for scalar in item.unicodeScalars {
        if scalar == "\"" || scalar == "\\" { text.unicodeScalars.append("\\") }
        text.unicodeScalars.append(scalar)
      }
      return text + "\""
    }
    return "{" + quoted.joined(separator: ",") + "}"
  }

  /// `\u0000` in JSON, which the database does not take, as U+FFFD.
  private static func withoutNull(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x5C) else { return bytes }
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      guard bytes[place] == 0x5C, place + 1 < bytes.count else {
        clean.append(bytes[place])
        place += 1
        continue
      }
      let isNull = bytes[place...].starts(with: "\\u0000".utf8)
      clean += isNull ? Array("\\ufffd".utf8) : [bytes[place], bytes[place + 1]]
      place += isNull ? 6 : 2
    }
    return clean
  }
}
