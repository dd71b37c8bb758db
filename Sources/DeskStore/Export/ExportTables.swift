import Desk

/// The tables that were asked for, with the columns that nothing speaks against, on their way to a writer.
struct ExportTables {
  private let writer: any TableWriter
  private let options: ExportOptions
  /// Of each table that is wanted the places of the columns that are.
  private var wanted: [String: [Int]] = [:]

  init(_ writer: any TableWriter, _ options: ExportOptions) {
    self.writer = writer
    self.options = options
  }

  /// Begins every table, so that one without rows is there as well.
  mutating func begin() throws {
    try begin(TableCatalogue.tickets)
    try begin(TableCatalogue.orders)
    try begin(TableCatalogue.materials)
    try begin(TableCatalogue.visits)
    try begin(TableCatalogue.promises)
    try begin(TableCatalogue.waits)
    try begin(TableCatalogue.events)
    try begin(TableCatalogue.contacts)
    try begin(TableCatalogue.staff)
    try begin(TableCatalogue.units)
    try begin(TableCatalogue.rosters)
    try begin(TableCatalogue.absences)
    try begin(TableCatalogue.policies)
    guard !wanted.isEmpty else { throw ExportFault.nothingLeft }
  }

  private mutating func begin(_ table: Table<some Any>) throws {
    guard options.tables?.contains(table.name) ?? true else { return }
    let columns = table.columns(without: options.without)
    guard !columns.isEmpty else { return }
    let headings = columns.map(\.heading)
    wanted[table.name] = table.columns.indices.filter { headings.contains(table.columns[$0].heading) }
    try writer.begin(table, headings)
  }

  /// Whether rows of a table are wanted.
  func wants(_ table: any TableDescription) -> Bool { wanted[table.name] != nil }

  /// Whether events come with the line that a history shows.
  var tells: Bool { options.without.isEmpty }

  /// Whether anything that is made of tickets is wanted.
  var wantsMatters: Bool {
    let names = [
      TableCatalogue.tickets.name, TableCatalogue.orders.name, TableCatalogue.materials.name,
      TableCatalogue.visits.name, TableCatalogue.promises.name, TableCatalogue.waits.name,
    ]
    return names.contains { wanted[$0] != nil }
  }

  /// Writes a row, where its table is wanted.
  func add<Row>(_ row: Row, of table: Table<Row>) throws {
    guard let places = wanted[table.name] else { return }
    try writer.row(table.name, places.map { table.columns[$0].value(row) })
  }

  /// Writes a ticket with all that hangs on it.
  func add(_ row: TicketRow) throws {
    try add(row, of: TableCatalogue.tickets)
    if wants(TableCatalogue.orders) { for order in row.orders { try add(order, of: TableCatalogue.orders) } }
    if wants(TableCatalogue.materials) {
      for material in row.materials { try add(material, of: TableCatalogue.materials) }
    }
    if wants(TableCatalogue.visits) { for visit in row.visits { try add(visit, of: TableCatalogue.visits) } }
    if wants(TableCatalogue.promises) {
      for promise in row.promises { try add(promise, of: TableCatalogue.promises) }
    }
    if wants(TableCatalogue.waits) { for wait in row.waits { try add(wait, of: TableCatalogue.waits) } }
  }
}
