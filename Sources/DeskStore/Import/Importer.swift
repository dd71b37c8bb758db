public import Desk

/// Brings records from elsewhere into a desk: registers, tickets, and the events of tickets (CLI, import).
///
/// Nothing valid is lost: rows that are refused are reported with line and reason, the others are kept. Doing it
/// again adds nothing: tickets are known by their reference, events by ticket, step and moment, the registers by
/// their keys.
public struct Importer {
  private let kind: ImportKind
  private let map: ImportMap
  private let author: StaffCode
  private let isRehearsal: Bool
  private let isForced: Bool

  /// Rows recorded under one lock; between two of them others have their turn.
  private static let chunkLength = 2000

  /// An import of one kind of records.
  ///
  /// - Parameters:
  ///   - author: whoever runs it; their role has to allow it.
  ///   - isRehearsal: decides everything on a copy of the desk and writes nothing.
  ///   - isForced: records by the machine's clock even where that is far from the last event.
  public init(
    _ kind: ImportKind, map: ImportMap = .plain, by author: StaffCode, isRehearsal: Bool = false,
    isForced: Bool = false
  ) {
    self.kind = kind
    self.map = map
    self.author = author
    self.isRehearsal = isRehearsal
    self.isForced = isForced
  }

  /// Takes the rows of a file one after the other and says what came of each.
  ///
  /// Throws ``ImportError`` where the file as a whole cannot be taken and ``StoreError`` where the journal cannot
  /// be written; the rows recorded until then are kept.
  public func run(
    _ reader: CSVReader, into desk: LiveDesk, progress: (ImportProgress) -> Void = { _ in }
  ) throws -> ImportReport {
    if let other = map.kind, other != kind { throw ImportError.otherKind(other) }
    var reader = reader
    var zone = desk.desk.zone
    if let name = map.zone { zone = try ZoneReader.zone(named: name) }
    let cells = try ImportCells(kind, map, header: try Self.header(&reader), zone: zone)
    var run = ImportRun(kind, map, author, cells, desk)
    if isRehearsal {
      try desk.rehearsing(asksAboutClock: !isForced) { recorder in
        while let findings = try Self.rows(&reader) {
          try run.take(findings, recorder)
          run.report.counts.bytes = reader.bytesRead
          progress(run.report.counts)
        }
      }
      return run.report
    }
    while let findings = try Self.rows(&reader) {
      try desk.recording(asksAboutClock: !isForced) { recorder in try run.take(findings, recorder) }
      run.report.counts.bytes = reader.bytesRead
      progress(run.report.counts)
    }
    return run.report
  }

  /// The next rows, read before anything is locked; nil at the end of the file.
  private static func rows(_ reader: inout CSVReader) throws -> [CSVFinding]? {
    var findings: [CSVFinding] = []
    while findings.count < chunkLength, let finding = try reader.next() { findings.append(finding) }
    return findings.isEmpty ? nil : findings
  }

  private static func header(_ reader: inout CSVReader) throws -> CSVRow {
    switch try reader.next() {
    case nil: throw ImportError.noHeader
    case .fault(_, let fault): throw ImportError.badHeader(fault)
    case .row(let row): return row
    }
  }
}
