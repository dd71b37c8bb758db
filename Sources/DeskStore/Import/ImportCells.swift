import Desk

/// Reads the columns we know out of the rows of one file, as the map says.
struct ImportCells {
  private let templates: [BoundTemplate?]
  private let map: ImportMap
  private let zone: Zone
  let notes: [BoundTemplate]
  let texts: [ImportMap.Log.Step: BoundTemplate]
  /// What the values of each column were turned into.
  private var replaced: [[String: String]]
  private var kinds = CodeTable<TicketKind>()
  private var urgencies = CodeTable<Urgency>()
  private var topics = CodeTable<Topic>()
  private var channels = CodeTable<Channel>()

  /// Distinct texts of a column that are kept with what they were turned into.
  private static let kept = 10_000

  init(_ kind: ImportKind, _ map: ImportMap, header: CSVRow, zone: Zone) throws(ImportError) {
    self.map = map
    self.zone = zone
    var places: [String: Int] = [:]
    let names = header.cells.map(\.trimmedOfBlanks)
    for (place, name) in names.enumerated() {
      guard places.updateValue(place, forKey: name) == nil else { throw .repeatedColumn(name) }
    }
    let wanted = try Self.wanted(kind, map, names)
    let extra = map.log.map { $0.notes + $0.texts.values } ?? []
    let missing = (wanted.values.flatMap(\.columns) + extra.flatMap(\.columns)).filter { places[$0] == nil }
    guard missing.isEmpty else { throw .missingColumns(Set(missing).sorted(), found: names) }
    templates = ImportColumn.allCases.map { column in
      wanted[column].flatMap { BoundTemplate($0, header: places) }
    }
    notes = map.log?.notes.compactMap { BoundTemplate($0, header: places) } ?? []
    texts = map.log?.texts.compactMapValues { BoundTemplate($0, header: places) } ?? [:]
    replaced = Array(repeating: [:], count: ImportColumn.allCases.count)
  }

  /// The columns that are read, each with what it is made of.
  private static func wanted(_ kind: ImportKind, _ map: ImportMap, _ names: [String]) throws(ImportError)
    -> [ImportColumn: MapTemplate]
  {
    if let columns = map.columns { return columns }
    let allowed = kind.columns.map(\.rawValue)
    let unknown = names.filter { !allowed.contains($0) }
    guard unknown.isEmpty else { throw .unknownColumns(unknown, allowed: allowed) }
    let missing = kind.required.map(\.rawValue).filter { !names.contains($0) }
    guard missing.isEmpty else { throw .missingColumns(missing, found: names) }
    return Dictionary(
      uniqueKeysWithValues: kind.columns.filter { names.contains($0.rawValue) }.map {
        ($0, MapTemplate(column: $0.rawValue))
      })
  }

  /// What a row says in a column; empty where it says nothing.
  mutating func text(_ column: ImportColumn, _ row: CSVRow) -> String {
    guard let template = templates[column.index] else { return "" }
    let raw = plain(template, row)
    guard let patterns = map.values[column] else { return raw }
    if let known = replaced[column.index][raw] { return known }
    let text = patterns.lazy.compactMap { $0.replaced(raw) }.first ?? raw
    if replaced[column.index].count >= Self.kept { replaced[column.index] = [:] }
    replaced[column.index][raw] = text
    return text
  }

  /// What a template makes of a row.
  func plain(_ template: BoundTemplate, _ row: CSVRow) -> String {
    template.text(row) { map.missing.contains($0) }
  }

  /// The text of a step of a log.
  func text(_ step: ImportMap.Log.Step, _ row: CSVRow) -> String {
    texts[step].map { plain($0, row) } ?? ""
  }

  mutating func needed(_ column: ImportColumn, _ row: CSVRow) throws(RowReason) -> String {
    let text = text(column, row)
    guard !text.isEmpty else { throw .missing(column) }
    return text
  }

  /// The moment in a column; nil where it says nothing.
  mutating func time(_ column: ImportColumn, _ row: CSVRow, now: Instant) throws(RowReason) -> Instant? {
    let text = text(column, row)
    if text.isEmpty { return nil }
    let moments = MomentReading(now: now, zone: zone, sense: .past)
    do throws(MomentFault) {
      for format in map.times {
        if let instant = try format.instant(text, moments) { return instant }
      }
      // A file speaks of days, never of a time before or after now.
      if map.times.isEmpty { return try moments.dated(text) }
    } catch .unreadable {
    } catch { throw .refused(.unclearTime(error)) }
    throw .badTime(column, text)
  }

  /// The value of a column whose values are a closed list; nil where it says nothing.
  mutating func code<Value: Named>(_ column: ImportColumn, _ row: CSVRow) throws(RowReason) -> Value? {
    let text = text(column, row)
    if text.isEmpty { return nil }
    guard let value = Value.matching(text) else {
      throw .badValue(column, text, allowed: Value.allCases.map(\.rawValue))
    }
    return value
  }

  mutating func kind(_ row: CSVRow) throws(RowReason) -> TicketKind {
    try kinds.value(try needed(.kind, row), .kind)
  }

  mutating func urgency(_ row: CSVRow) throws(RowReason) -> Urgency {
    try urgencies.value(text(.urgency, row), .urgency, orElse: .normal)
  }

  mutating func topic(_ row: CSVRow) throws(RowReason) -> Topic {
    try topics.value(text(.topic, row), .topic, orElse: .other)
  }

  mutating func channel(_ row: CSVRow) throws(RowReason) -> Channel {
    try channels.value(text(.channel, row), .channel, orElse: .phone)
  }
}

/// Values of a closed list by the texts that were met for them; comparing names costs more than the rest of a row.
private struct CodeTable<Value: Named> {
  private var values: [String: Value] = [:]

  mutating func value(_ text: String, _ column: ImportColumn, orElse fallback: Value? = nil) throws(RowReason)
    -> Value
  {
    if text.isEmpty, let fallback { return fallback }
    if let known = values[text] { return known }
    guard let value = Value.matching(text) else {
      throw .badValue(column, text, allowed: Value.allCases.map(\.rawValue))
    }
    values[text] = value
    return value
  }
}
