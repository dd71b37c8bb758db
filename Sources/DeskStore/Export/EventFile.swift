import Desk
import Glibc
import Journal

/// The events of an export, read back one after the other, in whichever names they were written.
final class EventFile {
  private let path: String
  private let descriptor: Int32
  /// The zone of times that say none of their own; nil where all of them do.
  private let zone: Zone?
  private let book = HeaderBook(of: TableCatalogue.events)
  private var lines: any EventLines
  init(_ path: String, _ format: ExportOptions.Format) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DeskImportFault.unreadable(path: path, errno: errno) }
    let name = String(path.split(separator: "/").last ?? "")
    switch format {
    case .csv, .sql: lines = EventRows(CSVReader(descriptor: descriptor), file: name)
    case .jsonl: lines = EventObjects(descriptor, file: name)
    }
    zone = try lines.begin(book).map { try ZoneReader.zone(named: $0) }
  }

  deinit { close(descriptor) }

  /// The next event and its line; nil at the end.
  func next() throws -> (line: Int, record: LooseRecord)? {
    guard let row = try lines.next() else { return nil }
    let seq = try needed("seq", row) { Int64($0).flatMap { $0 >= 0 && String($0) == row["seq"] ? $0 : nil } }
    let at = try needed("at", row) { MomentCell.read($0, zone) }
    let on = try row["on"].map { text in try value("on", text, row) { MomentCell.read($0, zone) } }
    let type = try needed("type", row) { $0.isEmpty ? nil : $0 }
    let by = try needed("by", row) { $0 }
    let data = try needed("data", row) { $0 }
    let record = LooseRecord(
      seq: seq, at: at.milliseconds, on: on?.milliseconds, by: by, actor: row["actor"], type: type,
      members: Array(data.utf8))
    try compare(record, row)
    return (row.line, record)
  }

  private func needed<Value>(_ column: String, _ row: EventLine, _ read: (String) -> Value?) throws -> Value {
    try value(column, row[column] ?? "", row, read)
  }

  private func value<Value>(
    _ column: String, _ text: String, _ row: EventLine, _ read: (String) -> Value?
  ) throws -> Value {
    guard let value = read(text) else {
      throw DeskImportFault.badValue(line: row.line, column: column, value: text)
    }
    return value
  }

  /// The ticket and the order stand in the data as well; whoever changed one of the two meant something.
  private func compare(_ record: LooseRecord, _ row: EventLine) throws {
    var said: [String: String] = [:]
    try record.members.withUnsafeBytes { bytes in
      do {
        var cursor = JSONCursor(bytes)
        try cursor.beginObject()
        while let key = try cursor.nextKey() {
          switch key {
          case "ticket": said["ticket"] = String(try cursor.readInt64())
          case "order": said["order"] = try cursor.readString()
          default: try cursor.skipValue()
          }
        }
      } catch {
        throw DeskImportFault.badValue(
          line: row.line, column: "data", value: String(decoding: bytes.prefix(80), as: UTF8.self))
      }
    }
    // An order names its ticket.
    if let order = said["order"], said["ticket"] == nil {
      said["ticket"] = order.split(separator: ".").first.map(String.init)
    }
    for column in ["ticket", "order"] {
      guard let text = row[column], let own = said[column], text != own else { continue }
      throw DeskImportFault.contradiction(line: row.line, column: column, value: text)
    }
  }
}

/// A line of a file of events: what stands in our columns, without what a spreadsheet was kept from.
struct EventLine {
  let line: Int
  var cells: [String: String] = [:]

  /// nil where it is empty, or where there is no such column.
  subscript(column: String) -> String? { cells[column] }
}

/// The lines of a file of events in one form.
protocol EventLines {
  /// Reads the heading, if there is one; the name of the zone that it says its times are in.
  mutating func begin(_ book: HeaderBook) throws -> String?
  mutating func next() throws -> EventLine?
}

/// Those of comma-separated values.
struct EventRows: EventLines {
  private var reader: CSVReader
  private let file: String
  private var columns: [String?] = []

  init(_ reader: CSVReader, file: String) {
    self.reader = reader
    self.file = file
  }

  mutating func begin(_ book: HeaderBook) throws -> String? {
    guard case .row(let header)? = try reader.next() else {
      throw DeskImportFault.unreadableLine(1, file: file)
    }
    let found = header.cells.map { book.column(SheetCell.bare($0)) }
    columns = found.map { $0?.name }
    for name in ["seq", "at", "by", "type", "data"] where !columns.contains(name) {
      throw DeskImportFault.missingColumn(name, file: file)
    }
    return found.lazy.compactMap { $0?.zone }.first
  }

  mutating func next() throws -> EventLine? {
    switch try reader.next() {
    case nil: return nil
    case .fault(let line, _): throw DeskImportFault.unreadableLine(line, file: file)
    case .row(let row):
      var line = EventLine(line: row.line)
      for (place, name) in columns.enumerated() {
        guard let name else { continue }
        let text = SheetCell.bare(row[place])
        if !text.isEmpty { line.cells[name] = text }
      }
      return line
    }
  }
}

/// Those of JSON, an object a line.
struct EventObjects: EventLines {
  private let descriptor: Int32
  private let file: String
  private var book: HeaderBook?
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var line = 0

  /// A record of the journal, escaped once more for what is told of it.
  private static let longest = 4 << 20

  init(_ descriptor: Int32, file: String) {
    self.descriptor = descriptor
    self.file = file
  }

  mutating func begin(_ book: HeaderBook) -> String? {
    self.book = book
    return nil
  }

  mutating func next() throws -> EventLine? {
    while true {
      if let end = buffer[start...].firstIndex(of: 0x0A) {
        line += 1
        defer { start = end + 1 }
        if end == start { continue }
        return try object(buffer[start..<end])
      }
      guard !isAtEnd else {
        guard start < buffer.count else { return nil }
        line += 1
        defer { start = buffer.count }
        return try object(buffer[start...])
      }
      guard buffer.count - start < Self.longest else {
        throw DeskImportFault.unreadableLine(line + 1, file: file)
      }
      try fill()
    }
  }

  private mutating func fill() throws {
    buffer.removeFirst(start)
    start = 0
    var room = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &room, room.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw DeskImportFault.unreadable(path: file, errno: errno) }
      isAtEnd = count == 0
      buffer += room.prefix(count)
      return
    }
  }

  private func object(_ bytes: ArraySlice<UInt8>) throws -> EventLine {
    var found = EventLine(line: line)
    do {
      try bytes.withUnsafeBytes { bytes in
        var cursor = JSONCursor(bytes)
        try cursor.beginObject()
        while let key = try cursor.nextKey() {
          let name = book?.column(key.string)?.name
          let raw = try cursor.readRaw()
          if let name, let text = try Self.text(raw), !text.isEmpty { found.cells[name] = text }
        }
        try cursor.finish()
      }
    } catch is JSONFault {
      throw DeskImportFault.unreadableLine(line, file: file)
    }
    return found
  }

  /// A value as a text: strings without their quotes, all else as it is written; nil for null.
  private static func text(_ raw: UnsafeRawBufferPointer) throws -> String? {
    switch raw.first {
    case 0x22:
      var cursor = JSONCursor(raw)
      return try cursor.readString()
    case 0x6E: return nil
    default: return String(decoding: raw, as: UTF8.self)
    }
  }
}
