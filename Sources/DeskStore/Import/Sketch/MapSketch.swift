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
    Self.settle(&columns)
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
    let moments = columns.filter { ($0.meaning?.isMoment ?? false) && $0.moments.readsSome }
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

  /// What the values tell that the names do not: a sort of matter that is none of ours is a topic, and a column of moments
  /// of no known name is when it came in where nothing else is.
  private static func settle(_ columns: inout [ColumnCensus]) {
    func has(_ meaning: ColumnMeaning) -> Bool { columns.contains { $0.meaning == meaning } }
    if !has(.ours(.topic)), let place = columns.firstIndex(where: { $0.meaning == .ours(.kind) }),
      let values = columns[place].values, !values.isEmpty,
      values.allSatisfy({ TicketKind.matching($0.text) == nil }),
      has(.ours(.received)) || has(.ours(.summary))
    {
      columns[place].meaning = .ours(.topic)
    }
    if !has(.ours(.received)), has(.ours(.summary)),
      let place = columns.firstIndex(where: { $0.meaning == nil && $0.moments.isMoments })
    {
      columns[place].meaning = .ours(.received)
    }
  }

  /// Texts that say nothing, wherever they stand.
  public var missing: [String] { columns.reduce(into: Set<String>()) { $0.formUnion($1.missing) }.sorted() }

  /// Every meaning goes to one column: to the one with the most telling name, one that is called exactly so before one
  /// that is nearly.
  private static func meanings(_ header: [String]) -> [ColumnCensus] {
    var taken: Set<ColumnMeaning> = []
    var found: [ColumnMeaning?] = header.map { _ in nil }
    for guess in [ColumnMeaning.exactly, ColumnMeaning.roughly] {
      let guesses = header.indices.compactMap { place in
        found[place] == nil ? guess(header[place]).map { (place: place, guess: $0) } : nil
      }
      for (place, guess) in guesses.sorted(by: { ($0.guess.rank, $0.place) < ($1.guess.rank, $1.place) })
      where taken.insert(guess.meaning).inserted {
        found[place] = guess.meaning
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
