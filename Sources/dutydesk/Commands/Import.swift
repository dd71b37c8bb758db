import Console
import Desk
import DeskStore
import Glibc
import Journal
import Settings

extension CommandTable {
  private static let file = ArgumentDefinition(
    placeholder: "FILE.csv", help: Phrase("CSV 文件；- 为标准输入", "the CSV file; - reads standard input"))
  private static let map = OptionDefinition(
    "map", .file, Phrase("对照文件：外来的列名、值、时间格式", "a map of foreign columns, values and time formats"))
  private static let rehearsal = OptionDefinition(
    "dry-run", nil, Phrase("只检查，不写入", "checks everything and writes nothing"))
  private static let force = OptionDefinition.force.about(
    "本机时钟与上一条记录相差很远时照样导入", "also by a clock that is far from the last event")

  static let importUnits = importing(.units, "导入房屋", "takes rooms over")
  static let importContacts = importing(.contacts, "导入联系人", "takes owners and tenants over")
  static let importStaff = importing(.staff, "导入人员", "takes the staff over")
  static let importTickets = importing(.tickets, "导入工单", "takes tickets over")
  static let importEvents = importing(.events, "导入工单经过", "takes what happened to tickets over")

  private static func importing(_ kind: ImportKind, _ zh: String, _ en: String) -> CommandDefinition {
    CommandDefinition(
      path: ["import", kind.rawValue], section: .intake, summary: Phrase(zh, en), arguments: [file],
      options: [map, rehearsal, force],
      examples: [
        "import \(kind.rawValue) \(kind.rawValue).csv --dry-run", "import \(kind.rawValue) - --map old.map",
      ],
      formats: [.json],
      work: .other { session, invocation in try take(kind, session, invocation) })
  }

  private static func take(_ kind: ImportKind, _ session: Session, _ invocation: Invocation) throws {
    let isRehearsal = invocation.has(rehearsal)
    let plan = try invocation[map].map { try importMap($0) } ?? .plain
    let name = invocation.argument(0) ?? "-"
    let descriptor = name == "-" ? 0 : open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw UsageFault.unreadable(path: name, errno: errno) }
    defer { if name != "-" { Glibc.close(descriptor) } }
    let live = try isRehearsal ? session.open(invocation) : session.openForChange(invocation)
    let author = try session.author(invocation, on: live)
    let progress = Progress(session.err, session.words)
    let importer = Importer(
      kind, map: plan, by: author, isRehearsal: isRehearsal,
      isForced: invocation.has(force))
    let report: ImportReport
    do {
      report = try importer.run(CSVReader(descriptor: descriptor), into: live) { progress.tell($0.rows) }
    } catch let error as ImportError {
      progress.end()
      throw ImportFailure(error: error, path: name)
    }
    progress.end()
    session.isSaved = !isRehearsal && report.counts.events > 0
    tell(report, session, invocation)
  }

  private static func importMap(_ path: String) throws -> ImportMap {
    try ImportMap(Settings(parsing: try FileBytes.read(path), name: path))
  }

  private static func tell(_ report: ImportReport, _ session: Session, _ invocation: Invocation) {
    let (words, counts) = (session.words, report.counts)
    for fault in report.faults { session.err.line(words.line(for: fault, session.zone)) }
    if invocation.has(.json) {
      session.out.json { writer in
        writer.field("dry_run", invocation.has(rehearsal))
        writer.counts(counts)
        writer.objects("faults", report.faults) { writer, fault in
          writer.field("line", Int64(fault.line))
          writer.field("reason", words.sentence(for: fault.reason, session.zone))
        }
      }
    } else {
      session.out.line(words.counted(counts, isRehearsal: invocation.has(rehearsal)))
    }
    if counts.refused > 0, counts.taken + counts.unchanged + counts.known == 0 { session.status = .refused }
  }
}

extension JSONWriter {
  fileprivate mutating func counts(_ counts: ImportProgress) {
    field("rows", Int64(counts.rows))
    field("taken", Int64(counts.taken))
    field("unchanged", Int64(counts.unchanged))
    field("known", Int64(counts.known))
    field("refused", Int64(counts.refused))
    field("events", Int64(counts.events))
    field("added_units", Int64(counts.addedUnits))
    field("added_staff", Int64(counts.addedStaff))
  }
}

/// A file that could not be taken as a whole.
struct ImportFailure: Error {
  let error: ImportError
  let path: String
}
