import Desk
import DeskStore
import Journal
import Terminal
import TextCoding
import Words

extension CommandTable {
  private static let format = OptionDefinition(
    "format", .words("csv|jsonl|sql", ExportOptions.Format.allCases.map(\.rawValue)),
    Phrase("格式，缺省 csv", "the form; csv unless said"))
  private static let names = OptionDefinition(
    "names", .words("zh|en|codes", ["zh", "en", "codes"]),
    Phrase(
      "列名和取值用哪种语言，或用代码；csv 缺省为界面语言，jsonl 和 sql 为代码",
      "titles and words of a language, or codes; a csv has the language unless said, jsonl and sql have codes"
    ))
  private static let sheet = OptionDefinition.excel.about(
    "csv 供电子表格打开：电话、房号、单号不变成数字，时间不带时区",
    "the csv for a spreadsheet: phones, rooms and orders stay as they are, times without their zone")
  private static let tables = OptionDefinition(
    "tables",
    .choice("T,…") {
      TableCatalogue.all.map { ValueForm.Choice(code: $0.name, name: $0.title) }
    }, Phrase("只要这些表，用逗号分隔", "only these tables, with commas between"))
  private static let without = OptionDefinition(
    "without",
    .choice("W,…") { parts.map { ValueForm.Choice(code: $0.code, name: $0.name) } },
    Phrase("不含这些内容，用逗号分隔", "leaves these out, with commas between"))
  private static let from = OptionDefinition(
    "from", .date, Phrase("只要这天起登记的工单和记录的事件", "only tickets received and events recorded from that day on"))
  private static let to = OptionDefinition(
    "to", .date, Phrase("只要这天（含）以前的", "only those up to that day, it included"))

  /// What can be left out, and which columns that is about.
  private static let parts: [(code: String, name: Phrase, privacy: Privacy)] = [
    ("persons", Phrase("住户", "residents"), .person), ("texts", Phrase("文字内容", "what was written"), .text),
    ("rooms", Phrase("房号", "rooms"), .room), ("staff", Phrase("人员", "staff"), .staff),
    ("money", Phrase("金额", "money"), .money),
  ]

  static let export = CommandDefinition(
    path: ["export"], section: .overview,
    summary: Phrase("把全部数据导出为表格，或带到另一台服务台", "gets everything out: as tables, or for another desk"),
    arguments: [
      ArgumentDefinition(placeholder: "DIR", help: Phrase("新目录，须不存在", "a new folder"))
    ],
    options: [format, names, sheet, tables, without, from, to],
    examples: [
      "export 2026-11", "export for-excel --excel", "export numbers --without persons,texts,rooms,staff",
      "export october --tables tickets,orders --from 2026-10-01 --to 2026-10-31", "export db --format sql",
    ],
    formats: [.json],
    work: .read { call in
      let options = try exportOptions(call)
      let path = call.invocation.argument(0) ?? ""
      guard !path.isEmpty else { throw UsageFault.unreadable(path: path, errno: 2) }
      let page = TicketPage(call)
      let words = call.session.words
      let done = try DeskExport(
        call.live, options, now: call.now,
        .init(told: { page.told($0) }, page: { UnseenCharacters.page(words.exportPage($0)) })
      ).write(to: path)
      call.session.isSaved = true
      if call.invocation.has(.json) {
        call.session.out.json { $0.export(done, path) }
      } else {
        for line in words.exported(done, path) { call.session.out.line(line) }
      }
    })

  private static func exportOptions(_ call: Call) throws -> ExportOptions {
    let invocation = call.invocation
    let language = call.session.words.language
    let kind = try invocation.word(format).flatMap(ExportOptions.Format.init(rawValue:)) ?? .csv
    if invocation.has(sheet), kind != .csv { throw UsageFault.onlyWith(sheet, "--format csv") }
    let named = try invocation.word(names)
    if kind == .sql, let named, named != "codes" { throw UsageFault.onlyWith(names, "--format csv|jsonl") }
    var options = ExportOptions(
      format: kind,
      names: named.map { Language(rawValue: $0).map(CellStyle.Names.words) ?? .codes }
        ?? (kind == .csv ? .words(language) : .codes),
      isForSpreadsheet: invocation.has(sheet))
    if let text = invocation[tables] { options.tables = try Set(pieces(text).map { try table($0) }) }
    if let text = invocation[without] {
      for piece in pieces(text) { options.without.formUnion(try privacy(piece)) }
    }
    options.from = try call.day(from, .past)
    options.to = try call.day(to, .past).map { call.zone.dayAfter($0) }
    if let from = options.from, let to = options.to, to <= from { throw UsageFault.periodReversed }
    return options
  }

  /// What stands between commas, in either language.
  private static func pieces(_ text: String) -> [String] {
    text.split { ",，、;；".contains($0) }.map { $0.trimmed }.filter { !$0.isEmpty }
  }

  private static func table(_ text: String) throws -> String {
    let wanted = text.lowercased()
    let found = TableCatalogue.all.first {
      [$0.name, $0.title.zh, $0.title.en.lowercased()].contains(wanted)
    }
    guard let found else { throw UsageFault.badChoice(tables, text) }
    return found.name
  }

  private static func privacy(_ text: String) throws -> Privacy {
    let wanted = text.lowercased()
    guard let part = parts.first(where: { [$0.code, $0.name.zh, $0.name.en].contains(wanted) }) else {
      throw UsageFault.badChoice(without, text)
    }
    // Whoever wants no rooms wants no buildings either.
    return part.privacy == .room ? [.room, .place] : part.privacy
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension JSONWriter {
  fileprivate mutating func export(_ done: ExportManifest, _ path: String) {
    field("export", path)
    field("journal", done.journal)
    field("head", done.head.text)
    objects("files", done.files) { writer, file in
      writer.field("name", file.name)
      writer.field("bytes", file.bytes)
      writer.field("sha256", file.sha256)
      writer.objects("tables", file.tables) { writer, table in
        writer.field("table", table.name)
        writer.field("rows", table.rows)
      }
    }
  }
}
