import Desk

/// What a ledger seems to hold: the beginning of a map for it.
public struct MapSketch: Sendable {
  /// What its rows are.
  public let kind: ImportKind
  /// Whether every row repeats the whole ticket.
  public let isLog: Bool
  public let columns: [ColumnCensus]
  /// The ways in which its moments are written.
  public let times: [MomentFormat]
  /// A column whose dates could be read with the month first as well; nil where that is certain.
  public let ambiguous: String?
  public let rows: Int
  /// Rows that cannot be read.
  public let faults: Int

  /// Goes through all rows once.
  public init(_ file: TableFile) throws {
    var columns = Self.meanings(file.header)
    var rows = 0
    var faults = 0
    var references = ReferenceRepeats(columns.firstIndex { $0.meaning == .ours(.ref) })
    var reader = file.rows()
    while let finding = try reader.next() {
      guard case .row(let row) = finding else {
        faults += 1
        continue
      }
      rows += 1
      for place in columns.indices { columns[place].take(CellText.bare(row[place]).trimmedOfBlanks) }
      references.take(row)
    }
    func has(_ meanings: ColumnMeaning...) -> Bool {
      meanings.allSatisfy { meaning in columns.contains { $0.meaning == meaning } }
    }
    isLog = has(.ours(.ref), .ours(.state), .ours(.on)) && references.areRepeated
    kind =
      if isLog {
        .events
      } else if has(.ours(.received)) || has(.ours(.summary)) {
        .tickets
      } else if has(.ours(.code), .ours(.name)) || has(.ours(.name), .ours(.trades)) {
        .staff
      } else if has(.ours(.unit)), has(.ours(.name)) || has(.ours(.caller)) || has(.ours(.phone)) {
        .contacts
      } else if has(.ours(.unit)) {
        .units
      } else {
        .tickets
      }
    self.columns = columns
    self.rows = rows
    self.faults = faults
    let moments = columns.filter { ($0.meaning?.isMoment ?? false) && $0.moments.isMoments }
    let proven = moments.lazy.compactMap(\.moments.proven).first
    ambiguous = proven == nil ? moments.first { $0.moments.isAmbiguous }?.name : nil
    var times: [MomentFormat] = []
    for format in moments.flatMap({ $0.moments.formats(preferring: proven ?? .dayFirst) })
    where !times.contains(format) {
      times.append(format)
    }
    self.times = times
  }

  /// The column that is for something; nil where none is.
  public func column(_ meaning: ColumnMeaning) -> ColumnCensus? { columns.first { $0.meaning == meaning } }

  /// Every meaning goes to one column: to the first that is called exactly so, else to the first that is nearly.
  private static func meanings(_ header: [String]) -> [ColumnCensus] {
    var taken: Set<ColumnMeaning> = []
    var found: [ColumnMeaning?] = header.map { _ in nil }
    for guess in [ColumnMeaning.exactly, ColumnMeaning.roughly] {
      for (place, name) in header.enumerated() where found[place] == nil {
        if let meaning = guess(name), taken.insert(meaning).inserted { found[place] = meaning }
      }
    }
    return zip(header, found).map { ColumnCensus($0, $1) }
  }
}

/// Whether references come again: looks at some thousand rows.
private struct ReferenceRepeats {
  private let column: Int?
  private var seen: Set<String> = []
  private(set) var areRepeated = false

  init(_ column: Int?) { self.column = column }

  mutating func take(_ row: CSVRow) {
    guard let column, !areRepeated, seen.count < 10_000 else { return }
    let text = row[column]
    if !text.isEmpty, !seen.insert(text).inserted { areRepeated = true }
  }
}
