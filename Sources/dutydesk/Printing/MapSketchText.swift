import Desk
import DeskStore
import Settings
import TextCoding
import Words

/// A map file written for a ledger: what is certain as settings, what has to be decided by people as comments.
struct MapSketchText {
  let sketch: MapSketch
  private let table: TableFile
  private let told: TableFile.Options
  let words: Words
  private(set) var lines: [String] = []

  init(_ sketch: MapSketch, of table: TableFile, told: TableFile.Options, _ words: Words) {
    self.sketch = sketch
    self.table = table
    self.told = told
    self.words = words
  }

  /// The file's text.
  static func text(
    _ sketch: MapSketch, of table: TableFile, told: TableFile.Options, path: String, _ words: Words
  ) -> String {
    var text = MapSketchText(sketch, of: table, told: told, words)
    text.head(path)
    text.file()
    text.times()
    text.columns()
    text.stepSections()
    text.values()
    text.unknown()
    text.log()
    return text.lines.joined(separator: "\n") + "\n"
  }

  /// How many rows, in words.
  func rows(_ count: Int) -> String { words.text("\(count)行", count == 1 ? "1 row" : "\(count) rows") }

  mutating func say(_ zh: String, _ en: String) { lines.append("# " + words.text(zh, en)) }

  mutating func set(_ key: String, _ value: String, active: Bool = true, _ remark: String = "") {
    lines.append((active ? "" : "# ") + key + " = " + value + (remark.isEmpty ? "" : "  # " + remark))
  }

  mutating func section(_ name: String, active: Bool = true) {
    lines += ["", (active ? "" : "# ") + "[\(name)]"]
  }

  private mutating func head(_ path: String) {
    let file = Self.plain(path.split(separator: "/").last.map(String.init) ?? path)
    say(
      "对照文件草稿，按\(file)生成：共\(sketch.rows)行。请逐项核对，然后试导入：",
      "A map made for \(file): \(rows(sketch.rows)). Check each line, then try:")
    lines.append("#   dutydesk import \(sketch.kind.rawValue) FILE.csv --map FILE.map --dry-run")
    if sketch.faults > 0 {
      say("有\(sketch.faults)行读不懂，导入时会逐行说明。", "\(rows(sketch.faults)) cannot be read; the import says which.")
    }
    for assumption in table.assumptions {
      lines.append("# " + Self.plain(words.sentence(for: assumption), most: .max))
    }
    lines.append("")
    set("kind", "\"\(sketch.kind.rawValue)\"")
  }

  private mutating func file() {
    set("encoding", "\"\(table.encoding.name)\"", active: told.encoding != nil)
    let separator = words.symbol(table.dialect.separator)
    set("separator", SettingsString.text(separator), active: told.separator != nil)
    set("skip", String(table.headerLine - 1), active: told.skip != nil)
  }

  private mutating func times() {
    if let name = sketch.ambiguous {
      say(
        "“\(Self.plain(name))”的日期月和日看不出先后，这里当作日在前；如月在前，请把 %d 和 %m 对调。",
        "The dates of “\(Self.plain(name))” do not tell whether day or month comes first; here the day does. "
          + "Exchange %d and %m if it is the month.")
    }
    let formats = sketch.times.map { SettingsString.text($0.text) }.joined(separator: ", ")
    let missing = sketch.missing.map(SettingsString.text).joined(separator: ", ")
    if !missing.isEmpty { set("missing", "[\(missing)]", words.text("这些内容等于没写", "texts that say nothing")) }
    set("times", "[\(formats)]", active: !sketch.times.isEmpty)
    for column in sketch.columns where column.meaning?.isMoment ?? false {
      guard let odd = column.oddMoment else { continue }
      say(
        "“\(Self.plain(column.name))”里有读不懂的时间，如“\(Self.plain(odd))”：请在 times 里补上写法。",
        "“\(Self.plain(column.name))” holds times that cannot be read, such as “\(Self.plain(odd))”: add the way to times."
      )
    }
  }

  // MARK: Columns

  private mutating func columns() {
    section("columns")
    for column in Self.ours(sketch) {
      let theirs = sketch.column(.ours(column))
      switch column {
      case .kind where theirs == nil && needed.contains(.kind):
        set("kind", "\"repair\"", words.text("没有这一列：都作报修", "no such column: all are repairs"))
      case .owner where theirs == nil:
        if let technician = sketch.column(.technician) { entry("owner", technician) }
      case .name where sketch.kind == .contacts && theirs == nil:
        if let caller = sketch.column(.ours(.caller)) { entry("name", caller) } else { gap("name") }
      default:
        if let theirs {
          entry(column.rawValue, theirs)
        } else if needed.contains(column) {
          gap(column.rawValue)
        }
      }
    }
    let used = Set(Self.ours(sketch).map { ColumnMeaning.ours($0) })
    let left = sketch.columns.filter { column in
      column.meaning.map { !used.contains($0) && !(steps.contains($0)) } ?? true
    }
    guard !left.isEmpty else { return }
    say("没有用上的列：", "Columns not used:")
    for column in left {
      let values = column.values.map { Self.listing($0.prefix(5)) } ?? ""
      lines.append("#   {\(Self.plain(column.name))}" + (values.isEmpty ? "" : "  " + values))
    }
  }

  private var needed: [ImportColumn] {
    sketch.isLog ? [.ref, .on, .state, .kind, .summary] : sketch.kind.required
  }

  static func ours(_ sketch: MapSketch) -> [ImportColumn] {
    guard sketch.isLog else { return sketch.kind.columns }
    return ImportKind.tickets.columns.filter { ![.resolved, .closed, .result].contains($0) } + [
      .on, .by, .state, .reopened,
    ]
  }

  private mutating func entry(_ key: String, _ column: ColumnCensus) {
    var remark = ""
    if column.damaged > 0 {
      remark = words.text(
        "有\(column.damaged)个值已被表格软件改坏，如 1.38E+10",
        "destroyed by a spreadsheet in \(rows(column.damaged)), as 1.38E+10")
    } else if column.filled < sketch.rows {
      remark = words.text(
        "\(sketch.rows)行中\(column.filled)行有值", "filled in \(column.filled) of \(rows(sketch.rows))")
    }
    set(key, Self.template(column.name), remark)
  }

  private mutating func gap(_ key: String) {
    set(
      key, "\"\"", active: false,
      words.text("必须有：请填上列名，如 \"{列名}\"", "needed: name the column, such as \"{Column}\""))
  }

  // MARK: Steps

  private static let told: [Verb] = [.dispatch, .arrive, .complete, .visit]

  /// What the sections of steps use.
  var steps: Set<ColumnMeaning> {
    guard sketch.kind == .tickets else { return [] }
    var used = Set(Self.told.map { ColumnMeaning.step($0) })
    used.formUnion([.technician, .cost])
    if sketch.column(.step(.visit)) != nil { used.insert(.satisfaction) }
    return used
  }

  private mutating func step(_ verb: Verb, _ column: ColumnCensus) {
    let technician = sketch.column(.technician).map { Self.template($0.name) }
    // Nobody is sent where no column says who, and nobody arrives who was not sent.
    let isSent = technician != nil && sketch.column(.step(.dispatch)) != nil
    let isActive = verb == .visit || isSent
    func set(_ key: String, _ value: String) { self.set(key, value, active: isActive) }
    section("steps.\(verb.rawValue)", active: isActive)
    set("on", Self.template(column.name))
    switch verb {
    case .dispatch:
      if let technician { set("to", technician) } else { gap("to") }
    case .arrive:
      if let technician { set("by", technician) }
    case .complete:
      if let technician { set("by", technician) }
      let cost = sketch.column(.cost).flatMap { Self.braces($0.name) }
      let done = words.text("完工", "Done")
      let paid = cost.map { words.text("[，材料\($0)元]", "[, material \($0)]") } ?? ""
      set("text", SettingsString.text(done + paid))
    case .visit:
      if let satisfaction = sketch.column(.satisfaction) { set("reason", Self.template(satisfaction.name)) }
    default: break
    }
  }

  mutating func stepSections() {
    guard sketch.kind == .tickets else { return }
    for verb in Self.told {
      if let column = sketch.column(.step(verb)) {
        step(verb, column)
      } else if verb == .complete, sketch.column(.step(.dispatch)) != nil,
        let done = sketch.column(.ours(.resolved))
      {
        step(verb, done)
      }
    }
  }

  // MARK: Texts

  /// The name of a column in braces; nil where a map cannot say it.
  private static func braces(_ name: String) -> String? {
    name.unicodeScalars.contains { $0 == "}" || $0 == "|" } ? nil : "{\(name)}"
  }

  private static func template(_ name: String) -> String { SettingsString.text(braces(name) ?? "") }

  private static func listing(_ values: some Sequence<(text: String, count: Int)>) -> String {
    values.map { "\(plain($0.text)) ×\($0.count)" }.joined(separator: " · ")
  }

  /// A text in one line of a comment.
  static func plain(_ text: String, most: Int = 40) -> String {
    let line = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.properties.isWhitespace || $0.value < 0x20 || $0.value == 0x7F ? " " : $0
        }))
    return line.count > most ? line.prefix(most) + "…" : line
  }
}
