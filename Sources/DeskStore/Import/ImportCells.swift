public import Desk
import TextCoding

/// Reads the columns we know out of the rows of one file, as the map says.
///
/// It is one for the whole of an import: what it keeps is only what texts were turned into.
final class ImportCells {
  private let templates: [BoundTemplate?]
  private let map: ImportMap
  private let zone: Zone
  private let notes: [BoundTemplate]
  /// What a ticket's own row tells of its steps, by the map's order.
  let steps: [(verb: Verb, columns: [ImportColumn: BoundTemplate])]
  /// What tells which row of one moment comes first.
  private let order: BoundTemplate?
  private let only: [(cell: Int, texts: [MapPattern])]
  private let not: [(cell: Int, texts: [MapPattern])]
  /// Which of the map's ways of writing moments hold in this file.
  var readings: TimeReadings
  let texts: [ImportMap.Log.Step: BoundTemplate]
  /// What the values of each column were turned into.
  private var replaced: [[String: String]]
  private var kinds = CodeTable<TicketKind>()
  private var urgencies = CodeTable<Urgency>()
  private var topics = CodeTable<Topic>()
  private var channels = CodeTable<Channel>()

  /// Distinct texts of a column that are kept with what they were turned into.
  private static let kept = 10_000

  /// - Parameter header: the names of the file's columns, each once.
  init(_ kind: ImportKind, _ map: ImportMap, header names: [String], zone: Zone) throws(ImportError) {
    self.map = map
    self.zone = zone
    readings = TimeReadings(map.times)
    let places = Dictionary(zip(names, names.indices)) { first, _ in first }
    let wanted = try Self.wanted(kind, map, names)
    var columns = wanted.values.flatMap(\.columns)
    columns += (map.log.map { $0.notes + $0.texts.values } ?? []).flatMap(\.columns)
    columns += map.steps.flatMap { $0.columns.values.flatMap(\.columns) }
    columns += (map.only.columns + map.not.columns).map(\.name) + (map.order?.columns ?? [])
    let missing = columns.filter { places[$0] == nil }
    guard missing.isEmpty else { throw .missingColumns(Set(missing).sorted(), found: names) }
    func bound(_ template: MapTemplate?) -> BoundTemplate? {
      template.flatMap { BoundTemplate($0, header: places) }
    }
    templates = ImportColumn.allCases.map { bound(wanted[$0]) }
    notes = map.log?.notes.compactMap { bound($0) } ?? []
    texts = map.log?.texts.compactMapValues { bound($0) } ?? [:]
    steps = map.steps.map { ($0.verb, $0.columns.compactMapValues { bound($0) }) }
    order = bound(map.order)
    func choice(_ choice: ImportMap.RowChoice) -> [(Int, [MapPattern])] {
      choice.columns.compactMap { column in places[column.name].map { ($0, column.texts) } }
    }
    only = choice(map.only)
    not = choice(map.not)
    replaced = Array(repeating: [:], count: ImportColumn.allCases.count)
  }

  /// The columns that are read, each with what it is made of.
  private static func wanted(_ kind: ImportKind, _ map: ImportMap, _ names: [String]) throws(ImportError)
    -> [ImportColumn: MapTemplate]
  {
    if let columns = map.columns { return columns }
    let allowed = kind.columns.map(\.rawValue)
    let book = kind.headings
    var templates: [ImportColumn: MapTemplate] = [:]
    var unknown: [String] = []
    for name in names {
      // A remark of ours, such as why a row was refused, is no column of the file.
      if name.hasPrefix("#") { continue }
      let own = allowed.contains(name) ? name : book?.column(name)?.name
      guard let own else {
        unknown.append(name)
        continue
      }
      // Our lists have columns besides that nobody can take over, such as what is due.
      if allowed.contains(own), let column = ImportColumn(rawValue: own) {
        templates[column] = MapTemplate(column: name)
      }
    }
    guard unknown.isEmpty else { throw .unknownColumns(unknown, allowed: allowed) }
    let missing = kind.required.filter { templates[$0] == nil }.map(\.rawValue)
    guard missing.isEmpty else { throw .missingColumns(missing, found: names) }
    return templates
  }

  /// What a row says in a column; empty where it says nothing.
  func text(_ column: ImportColumn, _ row: CSVRow) -> String {
    guard let template = templates[column.index] else { return "" }
    return replaced(column, plain(template, row))
  }

  /// What the text of a column is turned into.
  private func replaced(_ column: ImportColumn, _ raw: String) -> String {
    guard let patterns = map.values[column] else { return raw }
    if let known = replaced[column.index][raw] { return known }
    let text = patterns.lazy.compactMap { $0.replaced(raw) }.first ?? raw
    if replaced[column.index].count >= Self.kept { replaced[column.index] = [:] }
    replaced[column.index][raw] = text
    return text
  }

  /// Whether the map has put another text in place of what stands in a column: then it knows what is meant here.
  func isTranslated(_ column: ImportColumn, _ row: CSVRow) -> Bool {
    guard map.values[column] != nil, let template = templates[column.index] else { return false }
    let raw = plain(template, row)
    return !raw.isEmpty && replaced(column, raw) != raw
  }

  func isTranslated(_ column: ImportColumn, ofStep step: Int, _ row: CSVRow) -> Bool {
    guard map.values[column] != nil, let template = steps[step].columns[column] else { return false }
    let raw = plain(template, row)
    return !raw.isEmpty && replaced(column, raw) != raw
  }

  /// What notes of a log look like, one for each.
  var shapes: [NoteShape] {
    // What does not fit into a summary goes on in a note.
    notes.map(\.shape) + (map.truncated.isEmpty ? [] : [NoteShape(head: "…", tail: "")])
  }

  /// What a row says in the texts that a log notes.
  func notes(_ row: CSVRow) -> [String] { notes.map { plain($0, row) } }

  /// What a template makes of a row.
  func plain(_ template: BoundTemplate, _ row: CSVRow) -> String {
    UnseenCharacters.taken(template.text(row, missing: map.missing))
  }

  /// The text of a step of a log.
  func text(_ step: ImportMap.Log.Step, _ row: CSVRow) -> String {
    texts[step].map { plain($0, row) } ?? ""
  }

  func needed(_ column: ImportColumn, _ row: CSVRow) throws(RowReason) -> String {
    let text = text(column, row)
    guard !text.isEmpty else { throw .missing(column) }
    return text
  }

  /// A text that somebody wrote, such as a phone number; one that a spreadsheet has destroyed is none.
  func written(_ column: ImportColumn, _ row: CSVRow) throws(RowReason) -> String {
    let text = text(column, row)
    if let damage = SpreadsheetDamage.of(text) { throw .destroyed(column, text, damage) }
    return text
  }

  /// A text that may be longer than ours where the map allows it, and what does not fit.
  func fitting(_ column: ImportColumn, _ row: CSVRow, limit: Int) throws(RowReason) -> (
    String, rest: String
  ) {
    let text = try written(column, row)
    guard text.utf8.count > limit, map.truncated.contains(column) else { return (text, "") }
    // Between two characters, and with room for the mark that it goes on.
    var end = text.utf8.index(text.startIndex, offsetBy: limit - 3)
    while end.samePosition(in: text) == nil { end = text.utf8.index(before: end) }
    return (text[..<end] + "…", "…" + text[end...])
  }

  /// The moment in a column; nil where it says nothing.
  func time(_ column: ImportColumn, _ row: CSVRow, now: Instant) throws(RowReason) -> Instant? {
    try instant(column, text(column, row), now: now)
  }

  /// The moment that a text means; nil where it says nothing.
  func instant(_ column: ImportColumn, _ text: String, now: Instant) throws(RowReason) -> Instant? {
    if text.isEmpty { return nil }
    let moments = MomentReading(now: now, zone: zone, sense: .past)
    var disputed: (Instant, Instant)?
    do throws(MomentFault) {
      switch try readings.instant(text, moments) {
      case .moment(let instant): return instant
      case .ambiguous(let one, let other): disputed = (one, other)
      case .none: break
      }
      // A file speaks of days, never of a time before or after now.
      if map.times.isEmpty { return try moments.dated(text) }
    } catch .unreadable {
    } catch { throw .refused(.unclearTime(error)) }
    if let disputed { throw .ambiguousTime(column, text, disputed.0, disputed.1) }
    throw .badTime(column, text)
  }

  /// Whether a moment is the beginning of a day, as one is that has no time.
  func isMidnight(_ moment: Instant) -> Bool {
    let civil = zone.civil(moment)
    return civil.hour == 0 && civil.minute == 0 && civil.second == 0
  }

  /// The texts in the columns that hold moments, for judging how they are written.
  func timeTexts(_ row: CSVRow) -> [String] {
    var texts: [String] = []
    for column in [ImportColumn.received, .resolved, .closed, .on] {
      let text = text(column, row)
      if !text.isEmpty { texts.append(text) }
    }
    for step in steps {
      if let template = step.columns[.on] { texts.append(plain(template, row)) }
    }
    return texts.filter { !$0.isEmpty }
  }

  /// The text in a column of a step that a ticket's row tells.
  func text(_ column: ImportColumn, ofStep step: Int, _ row: CSVRow) -> String {
    steps[step].columns[column].map { replaced(column, plain($0, row)) } ?? ""
  }

  /// Whether the map wants a row at all.
  func isWanted(_ row: CSVRow) -> Bool {
    func holds(_ choice: (cell: Int, texts: [MapPattern])) -> Bool {
      let text = CellText.bare(row[choice.cell]).trimmedOfBlanks
      return choice.texts.contains { $0.matches(text) }
    }
    return only.allSatisfy(holds) && !not.contains(where: holds)
  }

  /// The place of a row among those of its moment, as the map has it; nil where it says nothing of it.
  func place(_ row: CSVRow) -> UInt32? { order.flatMap { UInt32(plain($0, row)) } }

  /// The value of a column whose values are a closed list; nil where it says nothing.
  func code<Value: Named>(_ column: ImportColumn, _ row: CSVRow) throws(RowReason) -> Value? {
    let text = text(column, row)
    if text.isEmpty { return nil }
    guard let value = Value.matching(text) else {
      throw .badValue(column, text, allowed: Value.allCases.map(\.rawValue))
    }
    return value
  }

  func kind(_ row: CSVRow) throws(RowReason) -> TicketKind {
    guard let kind = try claimed(kind: row) else { throw .missing(.kind) }
    return kind
  }

  func claimed(kind row: CSVRow) throws(RowReason) -> TicketKind? {
    try kinds.value(text(.kind, row), .kind)
  }

  func claimed(urgency row: CSVRow) throws(RowReason) -> Urgency? {
    try urgencies.value(text(.urgency, row), .urgency)
  }

  func claimed(topic row: CSVRow) throws(RowReason) -> Topic? {
    try topics.value(text(.topic, row), .topic)
  }

  func claimed(channel row: CSVRow) throws(RowReason) -> Channel? {
    try channels.value(text(.channel, row), .channel)
  }
}

extension ImportKind {
  /// The zone that a heading of our own names, of a list whose times have none.
  func zone(in header: [String]) -> String? {
    let headings = headings
    return header.lazy.compactMap { headings?.column($0)?.zone }.first { ZoneReader.isKnown($0) }
  }

  /// The headings of our own list of such records, in codes and in both languages.
  fileprivate var headings: HeaderBook? {
    switch self {
    case .units: HeaderBook(of: TableCatalogue.units)
    case .contacts: HeaderBook(of: TableCatalogue.contacts)
    case .staff: HeaderBook(of: TableCatalogue.staff)
    case .tickets: HeaderBook(of: TableCatalogue.tickets)
    case .events: nil
    }
  }
}

extension ImportColumn {
  /// What our lists head it with, or what a map means by it.
  public var title: Phrase {
    switch self {
    case .on: Phrase("时间", "Time")
    case .by: Phrase("操作人", "By")
    case .to: Phrase("派给谁或改成什么", "To")
    case .reason: Phrase("原因", "Reason")
    case .text: Phrase("文字", "Text")
    case .event: Phrase("步骤", "Step")
    case .state: Phrase("状态", "State")
    case .reopened: Phrase("重开次数", "Reopened")
    default: Self.headed[rawValue] ?? Phrase(rawValue, rawValue)
    }
  }

  private static let headed: [String: Phrase] = {
    let tables: [any TableDescription] = [
      TableCatalogue.tickets, TableCatalogue.units, TableCatalogue.contacts, TableCatalogue.staff,
    ]
    return Dictionary(tables.flatMap(\.headings).map { ($0.name, $0.title) }) { first, _ in first }
  }()
}

/// Values of a closed list by the texts that were met for them; comparing names costs more than the rest of a row.
private struct CodeTable<Value: Named> {
  private var values: [String: Value] = [:]

  /// The value of a text; nil for none.
  mutating func value(_ text: String, _ column: ImportColumn) throws(RowReason) -> Value? {
    if text.isEmpty { return nil }
    if let known = values[text] { return known }
    guard let value = Value.matching(text) else {
      throw .badValue(column, text, allowed: Value.allCases.map(\.rawValue))
    }
    values[text] = value
    return value
  }
}
