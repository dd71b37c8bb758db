import TextCoding

/// Where in a text of rows the header stands, and how its cells are kept apart.
struct TableLayout {
  private(set) var dialect: CSVDialect
  private(set) var header: [String] = []
  private(set) var headerLine = 1
  private(set) var start: (offset: Int64, line: Int) = (0, 1)
  private(set) var assumptions: [TableAssumption] = []

  /// What is looked at: more than the longest row there can be.
  private static let headLength = CSVReader.rowLimit + (1 << 16)

  /// Judges the beginning of a text whose mark is so long.
  init(_ text: some TextSource, mark: Int64, _ options: TableFile.Options) throws {
    var head: [UInt8] = []
    try text.pass(from: mark) { bytes, _ in
      head += bytes.prefix(Self.headLength - head.count)
      return head.count < Self.headLength
    }
    let sample = TableSample(head, isWhole: mark + Int64(head.count) == text.byteCount, mark: mark)
    dialect = CSVDialect()
    dialect.isTolerant = true
    if sample.hasOnlyReturns {
      dialect.newline = UInt8(ascii: "\r")
      assumptions.append(.carriageReturns)
    }
    let named = sample.separatorLine(dialect.newline)
    let trials = Self.separators(options.separator, named?.separator).map { separator in
      var dialect = dialect
      dialect.separator = separator
      return TableTrial(sample, dialect, below: named?.length ?? 0, skip: options.skip)
    }
    guard var best = trials.first else { throw TableFault.noHeader }
    for trial in trials.dropFirst() where trial.isBetter(than: best) { best = trial }
    if let fault = best.fault { throw fault }
    dialect = best.dialect
    if let named {
      assumptions.append(.separatorLine(named.separator))
    } else if options.separator == nil, dialect.separator != UInt8(ascii: ",") {
      assumptions.append(.separator(dialect.separator))
    }
    take(best, options)
  }

  private static func separators(_ told: UInt8?, _ named: UInt8?) -> [UInt8] {
    if let told { return [told] }
    if let named { return [named] }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
  }

  private mutating func take(_ trial: TableTrial, _ options: TableFile.Options) {
    headerLine = trial.header.line
    start = trial.start
    if options.skip == nil, let above = trial.above {
      assumptions.append(.header(line: headerLine, below: above))
    }
    let names = ColumnNames(trial.header.cells, isFilled: trial.isFilled)
    header = names.names
    if names.dropped > 0 { assumptions.append(.emptyColumns(names.dropped)) }
    if !names.unnamed.isEmpty { assumptions.append(.unnamed(names.unnamed)) }
    if !names.repeated.isEmpty { assumptions.append(.repeated(names.repeated)) }
  }
}

/// The beginning of a text of rows.
struct TableSample {
  let bytes: [UInt8]
  /// Whether it is all of it.
  let isWhole: Bool
  /// Bytes before it.
  let mark: Int64

  init(_ bytes: [UInt8], isWhole: Bool, mark: Int64) {
    self.bytes = bytes
    self.isWhole = isWhole
    self.mark = mark
  }

  /// Whether rows end in CR alone: there are some, and no LF outside quotes.
  var hasOnlyReturns: Bool {
    var isQuoted = false
    var returns = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\r") where !isQuoted: returns += 1
      case UInt8(ascii: "\n") where !isQuoted: return false
      default: break
      }
    }
    return returns > 0 && (!isQuoted || !bytes.contains(UInt8(ascii: "\n")))
  }

  /// What `sep=;` in the first line says, and how long that line is.
  func separatorLine(_ newline: UInt8) -> (separator: UInt8, length: Int)? {
    let end = bytes.firstIndex(of: newline) ?? bytes.count
    var line = bytes[..<end]
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    if line.count > 1, line.first == UInt8(ascii: "\""), line.last == UInt8(ascii: "\"") {
      line = line.dropFirst().dropLast()
    }
    // The tab after `sep=` may be the separator itself; commas that a program added after it are none.
    guard line.count >= 5, line.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8) else { return nil }
    let separator = line[line.startIndex + 4]
    guard separator < 0x80, separator != UInt8(ascii: "\""),
      line.dropFirst(5).allSatisfy({ $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") })
    else { return nil }
    return (separator, min(end + 1, bytes.count))
  }
}
