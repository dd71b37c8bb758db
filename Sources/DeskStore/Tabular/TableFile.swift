public import TextCoding

/// A file of rows as people have them: its encoding, separator and header are judged once, for the whole file.
///
/// Rows can be gone through as often as is needed, and read one by one in any order, in memory that does not grow with
/// the file: a plain UTF-8 file is read where it lies, anything else is kept as UTF-8 in a temporary file without a name.
public final class TableFile {
  /// What the user says of a file; what is nil is judged.
  public struct Options: Sendable {
    public var encoding: TextEncoding?
    /// A byte of ASCII.
    public var separator: UInt8?
    /// How many lines stand above the one that names the columns.
    public var skip: Int?

    public init(encoding: TextEncoding? = nil, separator: UInt8? = nil, skip: Int? = nil) {
      self.encoding = encoding
      self.separator = separator
      self.skip = skip
    }
  }

  /// The names of the columns, each once, without blanks around them; those at the end that are empty are left out.
  public let header: [String]
  /// The line in which they stand, from 1.
  public let headerLine: Int
  public let encoding: TextEncoding
  public let dialect: CSVDialect
  /// What was assumed and has to be told.
  public let assumptions: [TableAssumption]
  /// Bytes of its text in UTF-8, against which ``CSVReader/bytesRead`` and the offsets of rows are measured.
  public let byteCount: Int64

  private let text: OpenFile
  /// Where the first row below the header begins.
  private let start: (offset: Int64, line: Int)
  /// A part of the text that was read last.
  private var window: [UInt8] = []
  private var windowStart: Int64 = 0
  private static let windowLength = 1 << 14

  /// Reads the file or pipe to its end once; the descriptor stays the caller's.
  ///
  /// Throws ``TableFault``.
  public init(descriptor: Int32, options: Options = Options()) throws(TableFault) {
    let raw = try OpenFile.reading(descriptor)
    let judged = try Self.text(raw, options.encoding)
    text = judged.text
    encoding = judged.reading.encoding
    byteCount = text.byteCount
    let layout: TableLayout
    do {
      layout = try TableLayout(text, mark: judged.mark, options)
    } catch let fault as TableFault {
      throw fault
    } catch {
      throw .noHeader
    }
    header = layout.header
    headerLine = layout.headerLine
    dialect = layout.dialect
    start = layout.start
    assumptions =
      (judged.reading.isCertain ? [] : [.encoding(encoding)]) + layout.assumptions
  }

  /// The rows below the header, from the first one on; can be called again and again.
  public func rows() -> CSVReader { reader(at: start.offset, line: start.line) }

  /// The row that begins at an offset, which a reader of ``rows()`` gave it.
  ///
  /// Throws ``TableFault`` where the file cannot be read any more, ``CSVFault`` where there is no row.
  public func row(at offset: Int64, line: Int) throws -> CSVRow {
    var length = Self.windowLength
    while true {
      let from = Int(offset - windowStart)
      if from >= 0, from <= window.count {
        var row = CSVRow(line: line, offset: offset)
        let isWhole = windowStart + Int64(window.count) >= byteCount
        let scan = window.withUnsafeBufferPointer {
          CSVScan.row(in: UnsafeBufferPointer(rebasing: $0[from...]), dialect, isWhole: isWhole, into: &row)
        }
        switch scan {
        case .row:
          if let fault = row.textFault { throw fault }
          guard row.fit(header.count) else {
            throw CSVFault.wrongCellCount(found: row.count, expected: header.count)
          }
          return row
        case .fault(let fault): throw fault
        case .blank, .end: throw CSVFault.wrongCellCount(found: 0, expected: header.count)
        case .needsMore: if window.count - from > CSVReader.rowLimit { throw CSVFault.tooLong }
        }
        length = max(length, 2 * (window.count - from))
      }
      try look(at: offset, length)
    }
  }

  private func look(at offset: Int64, _ length: Int) throws {
    windowStart = offset
    window = try [UInt8](unsafeUninitializedCapacity: length) { space, count in
      while count < length {
        let rest = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: space[count...]))
        let got = try text.read(rest, at: offset + Int64(count))
        if got == 0 { return }
        count += got
      }
    }
  }

  private func reader(at offset: Int64, line: Int) -> CSVReader {
    let text = text
    var next = offset
    return CSVReader(dialect, width: header.count, line: line, offset: offset) { room in
      let count = try text.read(room, at: next)
      next += Int64(count)
      return count
    }
  }

  /// The file's text in UTF-8, how it was read, and how long its mark is.
  private static func text(_ raw: OpenFile, _ told: TextEncoding?) throws(TableFault) -> (
    text: OpenFile, reading: TextReading, mark: Int64
  ) {
    do {
      if told == nil, let foreign = try TableFault.Foreign(raw) { throw TableFault.notRows(foreign) }
      let reading = try TextReading(raw, told: told)
      if reading.isPlain { return (raw, reading, reading.markLength) }
      let spool = try OpenFile.temporary()
      try reading.decode(raw) { try spool.append(UnsafeRawBufferPointer($0)) }
      return (spool, reading, 0)
    } catch let fault as TableFault {
      throw fault
    } catch let fault as EncodingFault {
      throw .encoding(fault)
    } catch {
      throw .noHeader
    }
  }
}

extension TableFault.Foreign {
  /// What the first bytes of a file show it to be; nil where they may be a text of rows.
  fileprivate init?(_ source: some TextSource) throws {
    var head: [UInt8] = []
    try source.pass { bytes, _ in
      head += bytes.prefix(256 - head.count)
      return head.count < 256
    }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .workbook
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .oldWorkbook
    } else {
      let text = String(decoding: head, as: UTF8.self).trimmedOfBlanks.lowercased()
      guard ["<html", "<!doctype html", "<table", "<?xml"].contains(where: text.hasPrefix) else { return nil }
      self = .page
    }
  }
}
