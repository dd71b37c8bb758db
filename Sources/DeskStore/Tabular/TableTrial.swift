/// The beginning of a text read with one separator: which row would be the header, and how well the rows below fit it.
struct TableTrial {
  let dialect: CSVDialect
  private(set) var header = CSVRow(line: 1)
  /// Where the row below the header begins.
  private(set) var start: (offset: Int64, line: Int) = (0, 1)
  /// What the first row above the header says; nil where there is none.
  private(set) var above: String?
  /// Why there is no header.
  private(set) var fault: TableFault?
  private var rows: [CSVRow] = []
  private var place = 0

  /// Rows that are looked at.
  private static let depth = 100

  /// - Parameters:
  ///   - length: bytes at the beginning that are no row.
  ///   - skip: lines above the header, where the user says so.
  init(_ sample: TableSample, _ dialect: CSVDialect, below length: Int, skip: Int?) {
    self.dialect = dialect
    var rest = sample.bytes[length...]
    var reader = CSVReader(
      dialect, isRagged: true, line: length == 0 ? 1 : 2, offset: sample.mark + Int64(length)
    ) { room in
      let part = rest.prefix(room.count)
      room.copyBytes(from: part)
      rest = rest.dropFirst(part.count)
      return part.count
    }
    var starts: [(offset: Int64, line: Int)] = []
    var faults: [(line: Int, fault: CSVFault)] = []
    while rows.count < Self.depth, let finding = try? reader.next() {
      switch finding {
      case .row(let row):
        rows.append(row)
        starts.append(reader.nextPlace)
      case .fault(let line, let fault): faults.append((line, fault))
      }
    }
    // The last row may go on behind what is looked at.
    if !sample.isWhole, rows.count > 1, rows.count < Self.depth {
      rows.removeLast()
      starts.removeLast()
    }
    place = skip.map { skip in rows.firstIndex { $0.line > skip } ?? rows.count } ?? Self.headerPlace(rows)
    guard place < rows.count else {
      fault = faults.first.map { .badHeader(line: $0.line, $0.fault) } ?? .noHeader
      return
    }
    if let wrong = faults.first(where: { $0.line > (skip ?? 0) && $0.line < rows[place].line }),
      skip != nil || place == 0
    {
      fault = .badHeader(line: wrong.line, wrong.fault)
      return
    }
    header = rows[place]
    start = starts[place]
    above = place > 0 ? rows[0].cells.first { !$0.trimmedOfBlanks.isEmpty } : nil
  }

  /// Whether a column, from 0, says anything in one of the rows below the header.
  func isFilled(_ column: Int) -> Bool {
    rows.dropFirst(place + 1).contains { column < $0.count && !$0[column].trimmedOfBlanks.isEmpty }
  }

  /// Whether the rows keep together better with this separator; the first one tried is the usual one.
  func isBetter(than other: TableTrial) -> Bool { score > 1.1 * other.score }

  /// How many of the rows below have as many cells as the header; nothing where that is one.
  private var score: Double {
    let width = header.used
    guard fault == nil, width > 1 else { return 0 }
    let below = rows.dropFirst(place + 1)
    guard !below.isEmpty else { return 1 + Double(width) / 100 }
    let fit = below.reduce(0.0) {
      $0 + ($1.used == width || $1.count == header.count ? 1 : $1.used > 1 && $1.used < width ? 0.7 : 0)
    }
    return fit / Double(below.count) * (1 + Double(width) / 100)
  }

  /// The row that names the columns: the first that is about as full as the rows below it, and not followed by one
  /// that looks still more like names.
  private static func headerPlace(_ rows: [CSVRow]) -> Int {
    let filled = rows.map(\.filled)
    let sorted = filled.sorted()
    guard let most = sorted.last, most > 1 else { return 0 }
    let usual = sorted[(sorted.count - 1) * 3 / 4]
    let needed = max(usual > 1 ? 2 : 1, (usual * 3 + 4) / 5)
    guard let first = filled.firstIndex(where: { $0 >= needed }) else { return 0 }
    let later = (first + 1..<min(first + 10, rows.count)).first {
      filled[$0] >= 2 * filled[first] && filled[$0] >= usual && rows[$0].looksLikeNames
    }
    return later ?? first
  }
}

extension CSVRow {
  /// How many cells say something.
  fileprivate var filled: Int { cells.reduce(0) { $0 + ($1.trimmedOfBlanks.isEmpty ? 0 : 1) } }

  /// How many cells there are without the empty ones at the end.
  fileprivate var used: Int { (cells.lastIndex { !$0.trimmedOfBlanks.isEmpty } ?? -1) + 1 }

  /// Whether its cells are different, nearly all filled, and no numbers or dates.
  fileprivate var looksLikeNames: Bool {
    let names = cells.prefix(used).filter { !$0.trimmedOfBlanks.isEmpty }
    guard names.count * 5 >= used * 4, Set(names).count == names.count else { return false }
    return names.allSatisfy { $0.utf8.count <= 60 && $0.utf8.count { 48...57 ~= $0 } * 2 < $0.utf8.count }
  }
}
