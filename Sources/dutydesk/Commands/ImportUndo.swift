import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  private static let number = ArgumentDefinition(
    placeholder: "NUMBER",
    help: Phrase(
      "导入时给出的编号；缺省列出可撤回的导入",
      "the number that the import told; without one, the imports that can be taken back"))
  private static let anyway = OptionDefinition(
    "anyway", nil, Phrase("导入后动过的工单保留，其余照撤", "keeps the tickets touched since and takes the rest back"))

  static let importUndo = CommandDefinition(
    path: ["import", "undo"], section: .intake,
    summary: Phrase("撤回整次导入", "takes a whole import back"), arguments: [number.optional], options: [anyway],
    examples: ["import undo", "import undo 1042"], formats: [.json],
    work: .other { session, invocation in
      guard let text = invocation.argument(0) else { return try listImports(session, invocation) }
      guard let began = Int64(text) else { throw UsageFault.badImport(text) }
      let live = try session.openForChange(invocation)
      let author = try session.author(invocation, on: live)
      let report: ImportUndo.Report
      do {
        report = try ImportUndo(by: author, keepsTouched: invocation.has(anyway)).run(began, on: live)
      } catch let error as ImportError {
        throw ImportFailure(error: error, path: "import undo")
      }
      session.isSaved = !report.isStopped
      if report.isStopped { session.status = .refused }
      if invocation.has(.json) {
        session.out.json { $0.report(report) }
      } else {
        for line in session.words.lines(for: report) { session.out.line(line) }
      }
    })

  private static func listImports(_ session: Session, _ invocation: Invocation) throws {
    let live = try session.open(invocation)
    let imports = live.desk.imports.filter { !$0.isUndone }
    if invocation.has(.json) {
      return session.out.json(imports) { writer, record in
        writer.field("began", record.seq)
        writer.moment("at", record.at)
        writer.field("by", record.by.value)
        writer.field("kind", record.note.kind)
        writer.field("file", record.note.file)
        writer.field("rows", Int64(record.note.rows))
      }
    }
    let words = session.words
    guard !imports.isEmpty else {
      return session.out.line(words.text("没有可撤回的导入。", "There is no import to take back."))
    }
    for record in imports {
      session.out.line(
        words.text(
          "\(record.seq)  \(words.fullTime(record.at, session.zone))  \(record.by.value)  \(record.note.kind)  "
            + "\(record.note.file)  \(record.note.rows)行",
          "\(record.seq)  \(words.fullTime(record.at, session.zone))  \(record.by.value)  \(record.note.kind)  "
            + "\(record.note.file)  \(record.note.rows) rows"))
    }
  }
}

extension JSONWriter {
  fileprivate mutating func report(_ report: ImportUndo.Report) {
    field("stopped", report.isStopped)
    field("withdrawn", Int64(report.withdrawn))
    field("put_back", Int64(report.putBack))
    field("kept", report.kept.map { Int64($0.value) })
    field("units", Int64(report.units))
    field("contacts", Int64(report.contacts))
    field("staff", Int64(report.staff))
  }
}

extension Words {
  /// What came of taking an import back.
  fileprivate func lines(for report: ImportUndo.Report) -> [String] {
    var lines: [String] = []
    if !report.kept.isEmpty {
      let some = list(report.kept.prefix(10).map(\.description)) + (report.kept.count > 10 ? "…" : "")
      lines.append(
        text(
          "导入后动过的工单\(report.kept.count)张：\(some)",
          "Tickets touched since the import: \(report.kept.count), \(some)"))
    }
    if report.isStopped {
      return lines + [
        text(
          "什么都没有撤回。要保留这些、撤回其余，加 --anyway。",
          "Nothing was taken back. Add --anyway to keep these and take the rest back.")
      ]
    }
    func many(_ count: Int, _ one: String) -> String { "\(count) \(one)\(count == 1 ? "" : "s")" }
    func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }
    lines.append(
      text(
        "已撤回：工单\(report.withdrawn)张，恢复到导入前\(report.putBack)张；房屋\(report.units)，联系人\(report.contacts)，人员\(report.staff)。",
        "Taken back: \(many(report.withdrawn, "ticket")); put back as before the import: \(report.putBack); "
          + "\(many(report.units, "room")), \(many(report.contacts, "contact")), \(people(report.staff))."))
    return lines
  }
}
