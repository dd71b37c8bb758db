import Desk

/// The order in which the rows of a file are taken: that of the moments they speak of (RECORDS I8).
///
/// Files come sorted, newest first, grouped by ticket or as they fell out of a database; what they say is the same. Rows of one
/// moment stand as the map's `order` says. Without one, those of a log of states stand by their place in the life of a ticket,
/// then by their texts, so that no shuffling or cutting changes what comes of them; steps, and states told by the day only,
/// stand as the file has them, turned where it is newest first, and in a file without any order by the same places and texts.
struct RowPlan {
  /// Where a row stands; 24 bytes, of which a file without order needs one for each row.
  struct Place {
    var moment: Int64
    var offset: Int64
    var line: UInt32
    var tie: UInt32
  }

  /// The rows in order; nil where they stand so in the file.
  private(set) var places: [Place]?
  /// What is no row, where the rows are not taken as they stand.
  private(set) var faults: [(line: Int, fault: CSVFault)] = []
  /// How the rows of a file follow each other.
  private(set) var arrangement = Arrangement.sorted
  /// Whether what a row says, not where it stands, decides which of one moment is the first.
  private(set) var isByContent = false
  /// How many rows there are, and what is no row.
  private(set) var count = 0

  enum Arrangement { case sorted, newestFirst, unsorted }

  /// Looks through the file once, and once more where it is not in order.
  init(_ file: TableFile, _ kind: ImportKind, _ cells: ImportCells, _ map: ImportMap, now: Instant)
    throws
  {
    guard let column = kind.moment else {
      let faults = try Self.each(file) { _ in count += 1 }
      count += faults.count
      return
    }
    var look = Look(column: column, now: now, isUngrouped: kind == .tickets)
    let isLog = map.log != nil && map.order == nil
    let torn = try Self.each(file) { row in
      count += 1
      look.take(row, cells, tie: isLog ? Self.tie(row, cells, map) : 0)
    }
    count += torn.count
    arrangement = look.arrangement
    isByContent = map.order == nil && (arrangement == .unsorted || (isLog && !look.isByDay))
    let needsPlaces =
      !look.isInOrder || map.order != nil || (isByContent && look.hasTiesTurned)
    guard needsPlaces else { return }
    var places: [Place] = []
    faults = try Self.each(file) { row in
      let moment = (try? cells.time(column, row, now: now))?.milliseconds
      var tie: UInt32 = 0
      if moment != nil {
        tie = cells.place(row) ?? (isByContent ? Self.tie(row, cells, map) : 0)
      }
      places.append(
        Place(moment: moment ?? .min, offset: row.offset, line: UInt32(clamping: row.line), tie: tie))
    }
    let isTurned = arrangement == .newestFirst
    places.sort { one, other in
      if one.moment != other.moment { return one.moment < other.moment }
      if one.tie != other.tie { return one.tie < other.tie }
      return isTurned ? one.offset > other.offset : one.offset < other.offset
    }
    self.places = places
  }

  private static func each(_ file: TableFile, _ body: (CSVRow) throws -> Void) throws -> [(
    line: Int, fault: CSVFault
  )] {
    var faults: [(line: Int, fault: CSVFault)] = []
    var rows = file.rows()
    while let finding = try rows.next() {
      switch finding {
      case .row(let row): try body(row)
      case .fault(let line, let fault): faults.append((line, fault))
      }
    }
    return faults
  }

  /// Where a row belongs among those of its moment when the file does not say: the step of a ticket's life, then what it says.
  private static func tie(_ row: CSVRow, _ cells: ImportCells, _ map: ImportMap) -> UInt32 {
    var rank: UInt32 = 0
    if let states = map.log?.states {
      if case .condition(let condition)? = states[cells.text(.state, row)] { rank = condition.rank }
    } else if let verb = Verb(rawValue: cells.text(.event, row)) {
      rank = verb.rank
    }
    return rank << 26 | row.fingerprint >> 6
  }

  /// What a first look at the rows tells of their order.
  private struct Look {
    let column: ImportColumn
    let now: Instant
    /// Whether each row is a ticket of its own.
    let isUngrouped: Bool
    private var last: (ref: String, moment: Int64)?
    private(set) var isInOrder = true
    /// Whether no row has a time of day.
    private(set) var isByDay = true
    /// Whether rows of one ticket and moment that follow each other stand otherwise than by what they say.
    private(set) var hasTiesTurned = false
    /// The last row of each ticket at the present moment.
    private var ties: [String: UInt32] = [:]
    private var ups = 0
    private var downs = 0
    private var ownUps = 0
    private var ownDowns = 0

    init(column: ImportColumn, now: Instant, isUngrouped: Bool) {
      self.column = column
      self.now = now
      self.isUngrouped = isUngrouped
    }

    mutating func take(_ row: CSVRow, _ cells: ImportCells, tie: UInt32) {
      guard let instant = try? cells.time(column, row, now: now) else { return }
      let moment = instant.milliseconds
      if isByDay { isByDay = cells.isMidnight(instant) }
      let ref = isUngrouped ? "" : cells.text(.ref, row)
      defer { last = (ref, moment) }
      if tie > 0, !hasTiesTurned {
        if last?.moment != moment { ties.removeAll(keepingCapacity: true) }
        if let earlier = ties.updateValue(tie, forKey: ref), earlier > tie { hasTiesTurned = true }
      }
      guard let last else { return }
      if moment > last.moment { ups += 1 }
      if moment < last.moment {
        downs += 1
        isInOrder = false
      }
      guard last.ref == ref else { return }
      if moment > last.moment { ownUps += 1 }
      if moment < last.moment { ownDowns += 1 }
    }

    /// The rows of one ticket that stand together say more than those of different ones. A few that do not fit, such as
    /// clocks that were set back, make no other file of it.
    var arrangement: Arrangement {
      let (ups, downs) = ownUps + ownDowns > 0 ? (ownUps, ownDowns) : (ups, downs)
      if downs * 10 <= ups + downs { return .sorted }
      return ups * 10 <= ups + downs ? .newestFirst : .unsorted
    }
  }
}

extension CSVRow {
  /// FNV-1a over its cells, and over where each ends: the same text in another column is another row.
  fileprivate var fingerprint: UInt32 {
    func mix(_ hash: UInt32, _ value: UInt32) -> UInt32 { (hash ^ value) &* 16_777_619 }
    let text = bytes.reduce(UInt32(2_166_136_261)) { mix($0, UInt32($1)) }
    return ends.reduce(text) { mix($0, UInt32(truncatingIfNeeded: $1)) }
  }
}

extension ImportKind {
  /// The column whose moments put the rows in order; nil where their order does not matter.
  var moment: ImportColumn? {
    switch self {
    case .units, .contacts, .staff: nil
    case .tickets: .received
    case .events: .on
    }
  }
}

extension Verb {
  /// Its place in the life of a ticket.
  var rank: UInt32 {
    switch self {
    case .receive: 0
    case .edit, .classify: 1
    case .assign: 2
    case .dispatch, .send: 4
    case .accept, .decline, .rebook: 5
    case .travel: 6
    case .arrive: 7
    case .check, .wait, .pause: 8
    case .resume, .continue: 9
    case .complete, .withdraw, .transfer, .price, .call, .rework: 10
    case .signoff: 11
    case .resolve, .refuse: 12
    case .reply: 13
    case .close, .cancel, .merge, .unmerge: 14
    case .visit, .inspect: 15
    case .reopen: 16
    case .staff, .registers, .undo, .policy, .roster, .away, .rush, .importRecords, .repair, .care,
      .propose, .catalogue:
      17
    // What is said about it in between.
    default: 3
    }
  }
}

/// The rows of a file in the order of its plan, from the first to the last; what is no row comes first or where it stands.
struct RowStream {
  private let file: TableFile
  private let plan: RowPlan
  private var reader: CSVReader
  private var next = 0

  init(_ file: TableFile, _ plan: RowPlan) {
    self.file = file
    self.plan = plan
    reader = file.rows()
  }

  /// The next so many rows at most; nil at the end.
  mutating func chunk(_ most: Int) throws -> [CSVFinding]? {
    var findings: [CSVFinding] = []
    while findings.count < most, let finding = try step() { findings.append(finding) }
    return findings.isEmpty ? nil : findings
  }

  private mutating func step() throws -> CSVFinding? {
    guard let places = plan.places else { return try reader.next() }
    guard next < plan.faults.count + places.count else { return nil }
    defer { next += 1 }
    if next < plan.faults.count { return .fault(line: plan.faults[next].line, plan.faults[next].fault) }
    let place = places[next - plan.faults.count]
    do {
      return .row(try file.row(at: place.offset, line: Int(place.line)))
    } catch let fault as CSVFault {
      // Somebody is writing to the file.
      return .fault(line: Int(place.line), fault)
    }
  }
}
