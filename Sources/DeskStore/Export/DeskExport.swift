public import Desk
import Journal

/// Gets everything out of a desk into a folder: tables, policies, a manifest and a page that says what each file is.
///
/// Rows are read and written one after the other, so that memory does not grow with the journal. Only the folder under
/// its `.partial` name is seen until all of it is on the disk.
public struct DeskExport {
  /// The words that are not the store's own.
  public struct Sayings {
    /// The line that a history shows for an event.
    let told: (EventBody) -> String
    /// The page beside the files.
    let page: (ExportManifest) -> String

    public init(told: @escaping (EventBody) -> String, page: @escaping (ExportManifest) -> String) {
      self.told = told
      self.page = page
    }
  }

  private let live: LiveDesk
  private let options: ExportOptions
  private let now: Instant
  private let sayings: Sayings
  private let context: RowContext

  /// An export of a desk as it is shown at `now`.
  public init(_ live: LiveDesk, _ options: ExportOptions, now: Instant, _ sayings: Sayings) {
    self.live = live
    self.options = options
    self.now = now
    self.sayings = sayings
    context = RowContext(live.desk, at: now)
  }

  /// Writes all of it to a new folder at `path`.
  ///
  /// Throws `ExportFault`s and what reading throws; then nothing of it is left.
  public func write(to path: String) throws -> ExportManifest {
    guard !GroupRights.covers(path) else {
      throw ExportFault.io(path: path, errno: Errno.accessDenied.rawValue)
    }
    let folder = try ExportFolder(path)
    do {
      let manifest = try fill(folder)
      try folder.publish()
      return manifest
    } catch {
      folder.clear()
      throw error
    }
  }

  private var style: CellStyle {
    CellStyle(options.names, zone: live.desk.zone, isForSpreadsheet: options.isForSpreadsheet)
  }

  private func fill(_ folder: ExportFolder) throws -> ExportManifest {
    let writer: any TableWriter =
      switch options.format {
      case .csv: FilePerTable(folder, CSVForm(style: style))
      case .jsonl: FilePerTable(folder, JSONForm(style: style))
      case .sql: try SQLFile(folder)
      }
    let head = live.head.noted
    var tables = ExportTables(writer, options)
    try tables.begin()
    try matters(&tables)
    try registers(&tables)
    var files: [ExportedFile] = []
    try records(&tables, folder, &files)
    files = try writer.finish() + files
    if options.format == .csv {
      try write(DuckScript(style: style).text(files.flatMap(\.tables)), "load.duckdb.sql", folder, &files)
    }
    func manifest() -> ExportManifest {
      ExportManifest(
        made: WallClock.now, by: options.without.contains(.staff) ? nil : ProcessIdentity.account,
        journal: live.identity.uuid, centre: live.identity.centre, zone: live.identity.zone, head: head,
        moment: live.moment, options: options, files: files)
    }
    try write(sayings.page(manifest()), "README.txt", folder, &files)
    let whole = manifest()
    let file = try folder.file(ExportManifest.name)
    try file.write(whole.json)
    _ = try file.finish()
    return whole
  }

  private func write(
    _ text: String, _ name: String, _ folder: ExportFolder, _ files: inout [ExportedFile]
  ) throws {
    let file = try folder.file(name)
    try file.write(text)
    let sum = try file.finish()
    files.append(ExportedFile(name: name, sha256: sum, bytes: file.bytes, tables: []))
  }

  // MARK: rows

  /// So many tickets are read back at once: numbers that follow one another lie near one another in the journal.
  private static let stride = 256

  private func matters(_ tables: inout ExportTables) throws {
    guard tables.wantsMatters else { return }
    let desk = live.desk
    var waiting: [Ticket] = []
    func take(_ tables: inout ExportTables) throws {
      for row in try rows(of: waiting) { try tables.add(row) }
      waiting.removeAll(keepingCapacity: true)
    }
    for ticket in desk.tickets where options.covers(ticket.received) {
      waiting.append(ticket)
      if waiting.count == Self.stride { try take(&tables) }
    }
    try take(&tables)
  }

  private func rows(of tickets: [Ticket]) throws -> [TicketRow] {
    let wanted = tickets.map { TicketReadBack.seqs(of: $0) }
    var events: [Int64: Event] = [:]
    for event in try live.events(at: Array(Set(wanted.joined()))) { events[event.seq] = event }
    return zip(tickets, wanted).map { ticket, seqs in
      TicketRow(ticket, seqs.compactMap { events[$0] }, context)
    }
  }

  private func registers(_ tables: inout ExportTables) throws {
    let desk = live.desk
    let households = desk.households.values.sorted { $0.unit.code < $1.unit.code }
    for household in households {
      try tables.add(household.unit, of: TableCatalogue.units)
      for contact in household.contacts { try tables.add(contact, of: TableCatalogue.contacts) }
    }
    for person in desk.staffInOrder { try tables.add(person, of: TableCatalogue.staff) }
  }

  /// The records themselves, and what of them are lines of the roster, absences and policies, whose texts are `files`.
  private func records(
    _ tables: inout ExportTables, _ folder: ExportFolder, _ files: inout [ExportedFile]
  ) throws {
    let last = live.head.seq
    var reached: Int64 = -1
    try live.forEachRecord { record, event in
      guard event.seq <= last else { return }
      reached = max(reached, event.seq)
      guard options.covers(event.at) else { return }
      if tables.wants(TableCatalogue.events) {
        let told = tables.tells ? sayings.told(event.entry.body) : ""
        try tables.add(
          EventRow(record, event, told: told, without: options.without), of: TableCatalogue.events)
      }
      if let row = RosterRow(event) { try tables.add(row, of: TableCatalogue.rosters) }
      if let row = AbsenceRow(event) { try tables.add(row, of: TableCatalogue.absences) }
      if let row = PolicyRow(event), tables.wants(TableCatalogue.policies) {
        try tables.add(row, of: TableCatalogue.policies)
        if files.isEmpty { try folder.folder("policies") }
        try write(row.text, row.file, folder, &files)
      }
    }
    guard live.moment != .live || reached == last else { throw ExportFault.changedMeanwhile }
  }
}
