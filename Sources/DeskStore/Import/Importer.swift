public import Desk

/// Brings records from elsewhere into a desk: registers, tickets, and the events of tickets (CLI, import).
///
/// What an import does to a ticket follows from how the desk has it and from the rows in the order of their own moments. So a
/// file taken whole, cut anywhere and taken piece by piece, shuffled, or taken twice leads to the same desk. One import runs at a
/// time; every file is decided on a copy of the desk first, and where more than a tenth of its rows would be refused nothing is
/// written.
public struct Importer {
  let kind: ImportKind
  let map: ImportMap
  let author: StaffCode
  let options: Options

  /// How an import is run.
  public struct Options {
    /// Decides everything on a copy of the desk and writes nothing.
    public var isRehearsal = false
    /// Writes what can be taken, however much is refused.
    public var takesAnyway = false
    /// Takes the machine's clock for right though it is far from the last event's time.
    public var isForced = false
    /// The name of the file, for the record of the import.
    public var fileName = ""
    /// Told of each refused row, in the order in which they are taken; nil for what is no row.
    public var refused: (CSVRow?, RowFault) throws -> Void = { _, _ in }
    /// Told that the rows are gone through from the beginning, and all that are refused told anew.
    public var begins: () throws -> Void = {}
    /// How far it has come.
    public var progress: (ImportProgress) -> Void = { _ in }
    /// Asked between the chunks: whether somebody wants it to end.
    public var isInterrupted: () -> Bool = { false }

    public init() {}
  }

  /// Rows recorded under one lock; between two of them others have their turn.
  static let chunkLength = 1000
  /// One row of so many may be refused.
  private static let tolerated = 10

  /// An import of one kind of records; the role of `author` has to allow it.
  public init(
    _ kind: ImportKind, map: ImportMap = .plain, by author: StaffCode, _ options: Options = Options()
  ) {
    self.kind = kind
    self.map = map
    self.author = author
    self.options = options
  }

  /// Takes the rows of a file and says what came of them.
  ///
  /// Throws ``ImportError`` where the file as a whole cannot be taken, `StoreError.refused` where the author may not import and
  /// other ``StoreError``s where the journal cannot be written; the rows recorded until then are kept.
  public func run(_ file: TableFile, into desk: LiveDesk) throws -> ImportReport {
    if let other = map.kind, other != kind { throw ImportError.otherKind(other) }
    var zone = desk.desk.zone
    // Our own lists say in their headings which zone their times are of.
    if let name = map.zone ?? (map.columns == nil ? kind.zone(in: file.header) : nil) {
      zone = try ZoneReader.zone(named: name)
    }
    let cells = try ImportCells(kind, map, header: file.header, zone: zone)
    let lock = options.isRehearsal ? nil : try lock(desk)
    try prepare(desk)
    if cells.readings.needsEvidence { try judgeTimes(file, cells, zone) }
    let plan = try RowPlan(file, kind, cells, map, now: WallClock.now)
    let work = Work(file: file, plan: plan, cells: cells, desk: desk, lock: lock)
    defer { withExtendedLifetime(work) {} }
    var decided = try decide(work)
    var report = decided.report
    let isTooMuch = report.counts.refused * Self.tolerated > report.counts.rows && !options.takesAnyway
    report.isStopped = isTooMuch && report.counts.rows > 0
    if !options.isRehearsal, !report.isStopped, !report.isInterrupted, report.counts.events > 0 {
      lock?.say(began: decided.began)
      report = try write(&decided, work)
    }
    report.assumptions = file.assumptions
    report.arrange()
    return report
  }

  private func lock(_ desk: LiveDesk) throws -> ImportLock {
    if let lock = try ImportLock(on: desk.path) { return lock }
    throw try ImportError.running(on: desk)
  }

  /// Sees to it that the desk is at its newest, and that the author may do all that the rows can ask for.
  private func prepare(_ desk: LiveDesk) throws {
    if desk.moment == .live { _ = try desk.follow() }
    try StoreError.journal { () throws in
      if !options.isForced { try desk.desk.askAboutClock(WallClock.now) }
      for verb in kind.verbs(map) { try desk.desk.requireRight(author, to: verb, now: WallClock.now) }
    }
  }

  /// Looks at every moment in the file before one of them is read.
  private func judgeTimes(_ file: TableFile, _ cells: ImportCells, _ zone: Zone) throws {
    let now = WallClock.now
    var rows = file.rows()
    while let finding = try rows.next() {
      guard case .row(let row) = finding else { continue }
      for text in cells.timeTexts(row) { cells.readings.note(text, zone: zone, now: now) }
    }
  }
}

extension ImportError {
  /// Another import holds the lock: by whom and since when, as far as it has said.
  static func running(on desk: LiveDesk) throws -> ImportError {
    _ = try desk.follow()
    guard let began = ImportLock.began(on: desk.path),
      let running = desk.desk.imports.last(where: { $0.seq == began })
    else { return .running(by: nil, since: nil) }
    return .running(by: running.by, since: running.at)
  }
}

extension ImportKind {
  /// The rights that an import of that kind needs besides those to what its rows say.
  fileprivate func verbs(_ map: ImportMap) -> [Verb] {
    let own: Verb =
      switch self {
      case .units, .contacts: .registers
      case .staff: .staff
      case .tickets, .events: .importRecords
      }
    var verbs = [own]
    if case .add = map.unknown.staff { verbs.append(.staff) }
    if map.unknown.unit == .add { verbs.append(.registers) }
    return verbs
  }
}
