import Desk
import Settings
import TextCoding

/// Turns the settings of a map file into a map, collecting what is wrong with them.
struct MapReading {
  private let settings: Settings
  private var reader: SettingsReader
  private var map = ImportMap()

  init(_ settings: Settings) {
    self.settings = settings
    reader = SettingsReader(settings)
  }

  mutating func read() throws(SettingsFaults) -> ImportMap {
    reader.allow(sections: [
      "columns", "values.*", "unknown", "log", "log.states", "log.texts", "only", "not", "steps.*", "history",
    ])
    root()
    if let table = settings.section("columns") { map.columns = templates(table) }
    for table in settings.sections(below: "values") { values(table) }
    if let table = settings.section("unknown") { unknown(table) }
    map.only = choice("only")
    map.not = choice("not")
    for table in settings.sections(below: "steps") { step(table) }
    history()
    log()
    try reader.finish()
    return map
  }

  private mutating func root() {
    reader.allow(
      keys: ["kind", "missing", "times", "zone", "encoding", "separator", "skip", "order", "truncate"],
      in: settings.root)
    file()
    let kinds = ImportKind.allCases.map(\.rawValue)
    map.kind = reader.choice("kind", in: settings.root, of: kinds).flatMap(ImportKind.init)
    map.missing = Set(reader.strings("missing", in: settings.root) ?? [])
    map.zone = reader.string("zone", in: settings.root)
    if let zone = settings.root.value("zone"), let name = zone.string, !ZoneReader.isKnown(name) {
      reader.note(.notAllowed(name, allowed: ["Asia/Shanghai", "UTC"]), at: zone.place)
    }
    for value in reader.list("times", in: settings.root) ?? [] {
      guard let text = reader.string(value) else { continue }
      if let format = MomentFormat(text) {
        map.times.append(format)
      } else {
        reader.note(.notAllowed(text, allowed: MomentFormat.allowed), at: value.place)
      }
    }
  }

  /// What the file is, and how its rows are to be taken.
  private mutating func file() {
    let root = settings.root
    if let value = root.value("encoding"), let name = reader.string("encoding", in: root) {
      map.file.encoding = TextEncoding(named: name)
      if map.file.encoding == nil {
        reader.note(.notAllowed(name, allowed: TextEncoding.examples), at: value.place)
      }
    }
    if let value = root.value("separator"), let text = reader.string("separator", in: root) {
      let byte = text == "tab" ? 9 : text.utf8.count == 1 ? text.utf8.first : nil
      if let byte, byte < 0x80, byte != UInt8(ascii: "\""), byte >= 32 || byte == 9 {
        map.file.separator = byte
      } else {
        reader.note(.notAllowed(text, allowed: [",", ";", "tab", "|"]), at: value.place)
      }
    }
    map.file.skip = reader.integer("skip", in: root, from: 0, through: 1000)
    if let value = root.value("order") { map.order = template(value) }
    let texts: [ImportColumn] = [.summary]
    for value in reader.list("truncate", in: root) ?? [] {
      guard let name = reader.string(value) else { continue }
      if let column = texts.first(where: { $0.rawValue == name }) {
        map.truncated.insert(column)
      } else {
        reader.note(.notAllowed(name, allowed: texts.map(\.rawValue)), at: value.place)
      }
    }
  }

  /// Columns of the file and the texts in them.
  private mutating func choice(_ name: String) -> ImportMap.RowChoice {
    var choice = ImportMap.RowChoice()
    guard let table = settings.section(name) else { return choice }
    for entry in table.entries {
      let texts = entry.value.string.map { [$0] } ?? (reader.strings(entry.key, in: table) ?? [])
      choice.columns.append((entry.key, texts.compactMap { MapPattern($0, "") }))
    }
    return choice
  }

  /// `[steps.arrive]`, or `[steps.note-2]` for a second one of its sort.
  private mutating func step(_ table: SettingsTable) {
    let name = table.path.last ?? ""
    let verbs = Verb.allCases.filter { TicketStep(toldAs: $0) != nil }
    let stem = name.split(separator: "-").dropLast().joined(separator: "-")
    let isNumbered = name.split(separator: "-").last.map { Int($0) != nil } ?? false
    guard let verb = verbs.first(where: { $0.rawValue == name || isNumbered && $0.rawValue == stem }),
      map.kind ?? .tickets == .tickets
    else {
      let allowed =
        map.kind ?? .tickets == .tickets ? verbs.map { "steps.\($0.rawValue)" } : ["kind = \"tickets\""]
      reader.note(.unknownSection(table.name, allowed: allowed), at: table.place)
      return
    }
    let columns: [ImportColumn] = [.on, .by, .to, .reason, .text]
    reader.allow(keys: columns.map(\.rawValue), in: table)
    _ = reader.required(ImportColumn.on.rawValue, in: table)
    var step = ImportMap.RowStep(verb: verb, columns: [:])
    for column in columns {
      if let value = table.value(column.rawValue) { step.columns[column] = template(value) }
    }
    map.steps.append(step)
  }

  private mutating func history() {
    guard let table = settings.section("history") else { return }
    reader.allow(keys: ["close-open", "why"], in: table)
    if let why = reader.string("why", in: table), !why.isEmpty { map.history.why = why }
    guard let value = table.value("close-open"), let text = reader.string("close-open", in: table) else {
      return
    }
    switch text {
    case "never": map.history.closing = .never
    case "all": map.history.closing = .all
    case let text:
      if let day = CivilTime.day(text) {
        map.history.closing = .before(day: day)
      } else {
        reader.note(.notAllowed(text, allowed: ["never", "all", "2024-12-31"]), at: value.place)
      }
    }
  }

  /// Columns that this kind of file can have, as a map sees it.
  private var known: [ImportColumn] {
    guard let kind = map.kind else { return ImportColumn.allCases }
    guard settings.section("log") != nil else { return kind.columns }
    let receipt = ImportKind.tickets.columns.filter { ![.resolved, .closed, .result].contains($0) }
    return receipt + [.on, .by, .state, .reopened]
  }

  private mutating func templates(_ table: SettingsTable) -> [ImportColumn: MapTemplate] {
    reader.allow(keys: known.map(\.rawValue), in: table)
    var templates: [ImportColumn: MapTemplate] = [:]
    for entry in table.entries {
      guard let column = ImportColumn(rawValue: entry.key), let template = template(entry.value) else {
        continue
      }
      templates[column] = template
    }
    return templates
  }

  private mutating func template(_ value: SettingsValue) -> MapTemplate? {
    guard let text = reader.string(value) else { return nil }
    let template = MapTemplate(text)
    if template == nil {
      reader.note(
        .notAllowed(text, allowed: ["{column}", "{column|other}", "[optional {column}]"]), at: value.place)
    }
    return template
  }

  private mutating func values(_ table: SettingsTable) {
    // A ticket's row can tell its steps besides, which have texts of their own.
    let steps: [ImportColumn] = map.kind == .tickets ? [.by, .to, .reason, .text] : []
    let known = known + steps
    guard let name = table.path.last, let column = ImportColumn(rawValue: name), known.contains(column) else {
      let allowed = known.map { "values.\($0.rawValue)" }
      reader.note(.unknownSection(table.name, allowed: allowed), at: table.place)
      return
    }
    for entry in table.entries {
      guard let text = reader.string(entry.value) else { continue }
      if let pattern = MapPattern(entry.key, text) {
        map.values[column, default: []].append(pattern)
      } else {
        let stars = entry.key.utf8.count { $0 == UInt8(ascii: "*") }
        let allowed = stars == 0 ? ["no $1 without *"] : (1...stars).map { "$\($0)" }
        reader.note(.notAllowed(text, allowed: allowed), at: entry.value.place)
      }
    }
  }

  private mutating func unknown(_ table: SettingsTable) {
    reader.allow(keys: ["unit", "unit-kind", "staff", "staff-role", "staff-here"], in: table)
    switch reader.choice("unit", in: table, of: ["refuse", "none", "add"]) {
    case "add": map.unknown.unit = .add
    case "none": map.unknown.unit = .none
    default: map.unknown.unit = .refuse
    }
    map.unknown.unitKind = code("unit-kind", in: table) ?? .home
    let role: StaffRole = code("staff-role", in: table) ?? .technician
    let isHere = reader.boolean("staff-here", in: table) ?? true
    switch reader.choice("staff", in: table, of: ["refuse", "none", "me", "add"]) {
    case "add": map.unknown.staff = .add(role: role, isHere: isHere)
    case "me": map.unknown.staff = .me
    case "none": map.unknown.staff = .none
    default: map.unknown.staff = .refuse
    }
  }

  private mutating func code<Value: Code>(_ key: String, in table: SettingsTable) -> Value? {
    reader.choice(key, in: table, of: Value.allCases.map(\.rawValue)).flatMap(Value.init)
  }

  private mutating func log() {
    guard let table = settings.section("log") else {
      for name in ["log.states", "log.texts"] where settings.section(name) != nil {
        reader.note(.missingSection("log"), at: settings.section(name)?.place ?? settings.root.place)
      }
      return
    }
    var log = ImportMap.Log()
    reader.allow(keys: ["notes"], in: table)
    for value in reader.list("notes", in: table) ?? [] {
      if let template = template(value) { log.notes.append(template) }
    }
    if let states = reader.required(section: "log.states") { log.states = self.states(states) }
    if let texts = settings.section("log.texts") {
      reader.allow(keys: ImportMap.Log.Step.allCases.map(\.rawValue), in: texts)
      for entry in texts.entries {
        guard let step = ImportMap.Log.Step(rawValue: entry.key), let template = template(entry.value) else {
          continue
        }
        log.texts[step] = template
      }
    }
    needsColumns()
    map.log = log
  }

  /// A log says at least which ticket, when and in which state.
  private mutating func needsColumns() {
    guard let table = reader.required(section: "columns") else { return }
    for column in [ImportColumn.ref, .on, .state] { _ = reader.required(column.rawValue, in: table) }
  }

  private mutating func states(_ table: SettingsTable) -> ImportMap.Log.States {
    var states = ImportMap.Log.States()
    for entry in table.entries {
      guard let text = reader.choice(entry.key, in: table, of: Self.meanings.map(\.name)),
        let state = Self.meanings.first(where: { $0.name == text })?.state
      else { continue }
      states.add(entry.key, state)
    }
    return states
  }

  /// What a state of theirs can mean.
  private static let meanings: [(name: String, state: ImportMap.Log.State)] =
    [
      ("open", .condition(.open)), ("resolved", .condition(.resolved)), ("closed", .condition(.closed)),
      ("cancelled", .condition(.cancelled)), ("ignore", .ignore), ("refuse", .refuse),
    ] + WaitingReason.allCases.map { ("waiting " + $0.rawValue, .condition(.waiting($0))) }
}
