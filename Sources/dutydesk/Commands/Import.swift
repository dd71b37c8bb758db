import Desk
import DeskStore
import Glibc
import Journal
import Settings
import Words

extension CommandTable {
  private static let file = ArgumentDefinition(
    placeholder: "FILE.csv", help: Phrase("CSV 文件；- 为标准输入", "the CSV file; - reads standard input"))
  private static let map = OptionDefinition(
    "map", .file, Phrase("对照文件：外来的列名、值、时间格式", "a map of foreign columns, values and time formats"))
  private static let rehearsal = OptionDefinition(
    "dry-run", nil, Phrase("只检查，不写入", "checks everything and writes nothing"))
  private static let force = OptionDefinition.force.about(
    "本机时钟与上一条记录相差很远时照样导入", "also by a clock that is far from the last event")
  private static let anyway = OptionDefinition(
    "anyway", nil, Phrase("拒绝的超过一成也写入其余各行", "writes the other rows though more than a tenth are refused"))
  private static let refusedRows = OptionDefinition(
    "refused", .file,
    Phrase("把被拒绝的行写入此文件，改好后可再导入", "writes the refused rows there, to be mended and taken again"))

  static let importUnits = importing(.units, "导入房屋", "takes rooms over")
  static let importContacts = importing(.contacts, "导入联系人", "takes owners and tenants over")
  static let importStaff = importing(.staff, "导入人员", "takes the staff over")
  static let importTickets = importing(.tickets, "导入工单", "takes tickets over")
  static let importEvents = importing(.events, "导入工单经过", "takes what happened to tickets over")

  private static func importing(_ kind: ImportKind, _ zh: String, _ en: String) -> CommandDefinition {
    CommandDefinition(
      path: ["import", kind.rawValue], section: .intake, summary: Phrase(zh, en), arguments: [file],
      options: [map, .encoding, rehearsal, anyway, refusedRows, force],
      examples: [
        "import \(kind.rawValue) \(kind.rawValue).csv --dry-run", "import \(kind.rawValue) - --map old.map",
      ],
      formats: [.json],
      work: .other { session, invocation in try take(kind, session, invocation) })
  }

  private static func take(_ kind: ImportKind, _ session: Session, _ invocation: Invocation) throws {
    let plan = try invocation[map].map { try importMap($0) } ?? .plain
    let path = invocation.argument(0) ?? "-"
    var file = plan.file
    if let encoding = try invocation.encoding() { file.encoding = encoding }
    let table = try TableFile.opening(path, file)
    var options = Importer.Options()
    options.isRehearsal = invocation.has(rehearsal)
    options.takesAnyway = invocation.has(anyway)
    options.isForced = invocation.has(force)
    options.fileName = path == "-" ? "" : String(path.split(separator: "/").last ?? "")
    let live = try options.isRehearsal ? session.open(invocation) : session.openForChange(invocation)
    let author = try session.author(invocation, on: live)
    let progress = Progress(session.err, session.words)
    options.progress = { progress.tell($0.rows) }
    let refused = try invocation[refusedRows].map { try RefusedRows($0, table.header, session) }
    if let refused {
      options.refused = { try refused.add($0, $1) }
      options.begins = { try refused.begin() }
    }
    Interruption.listen()
    options.isInterrupted = { Interruption.isWanted }
    let report: ImportReport
    do {
      defer { progress.end() }
      report = try Importer(kind, map: plan, by: author, options).run(table, into: live)
    } catch let error as ImportError {
      throw ImportFailure(error: error, path: path)
    }
    try refused?.close()
    session.isSaved = report.began != nil
    tell(report, refused, session, invocation)
  }

  private static func importMap(_ path: String) throws -> ImportMap {
    try ImportMap(Settings(parsing: try FileBytes.settings(path), name: path))
  }

  private static func tell(
    _ report: ImportReport, _ refused: RefusedRows?, _ session: Session, _ invocation: Invocation
  ) {
    let words = session.words
    let isRehearsal = invocation.has(rehearsal)
    for assumption in report.assumptions { session.err.line(words.sentence(for: assumption)) }
    for likeness in report.likenesses.prefix(ImportReport.shownLikenesses) {
      session.err.line(words.sentence(for: likeness))
    }
    if let more = words.more(report.likenesses.count - ImportReport.shownLikenesses) {
      session.err.line(more)
    }
    for group in report.groups {
      for line in words.lines(for: group, session.zone) { session.err.line(line) }
    }
    if let refused, refused.count > 0 { session.err.line(words.written(refused.count, to: refused.path)) }
    if invocation.has(.json) {
      session.out.json { writer in writer.report(report, isRehearsal: isRehearsal, words, session.zone) }
    } else {
      for line in words.lines(for: report, isRehearsal: isRehearsal) { session.out.line(line) }
    }
    let counts = report.counts
    let isNothing = counts.refused > 0 && counts.taken + counts.unchanged + counts.known == 0
    if report.isStopped || isNothing { session.status = .refused }
    if report.isInterrupted { session.status = .interrupted }
  }
}

extension ImportReport {
  /// So many likenesses are told.
  fileprivate static let shownLikenesses = 20
}

extension JSONWriter {
  fileprivate mutating func report(_ report: ImportReport, isRehearsal: Bool, _ words: Words, _ zone: Zone) {
    let counts = report.counts
    field("dry_run", isRehearsal)
    field("stopped", report.isStopped)
    field("interrupted", report.isInterrupted)
    if let began = report.began { field("began", began) }
    field("rows", Int64(counts.rows))
    field("taken", Int64(counts.taken))
    field("unchanged", Int64(counts.unchanged))
    field("known", Int64(counts.known))
    field("refused", Int64(counts.refused))
    field("passed_over", Int64(counts.passedOver))
    field("events", Int64(counts.events))
    field("added_units", Int64(counts.addedUnits))
    field("added_staff", Int64(counts.addedStaff))
    field("cancelled_open", Int64(report.cancelledOpen))
    field("closed_open", Int64(report.closedOpen))
    objects("faults", report.faults) { writer, fault in
      writer.field("line", Int64(fault.line))
      if !fault.ref.isEmpty { writer.field("ref", fault.ref) }
      writer.field("reason", words.sentence(for: fault.reason, zone))
    }
    objects("alike", report.likenesses) { writer, likeness in
      writer.field("name", likeness.name)
      writer.field("code", likeness.code.value)
      writer.field("like", likeness.like.map(\.code.value))
    }
  }
}

/// Whether somebody pressed ^C: the rows under way are recorded to their end, and what was kept is told.
enum Interruption {
  nonisolated(unsafe) private static var flag: sig_atomic_t = 0

  static var isWanted: Bool { flag != 0 }

  static func listen() {
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in Interruption.flag = 1 }
      action.sa_flags = Int32(SA_RESTART)
      sigaction(signal, &action, nil)
    }
  }
}

/// The rows that were refused, written as they were read, each with the reason in a column that an import passes over.
///
/// They are written beside the file and take its place at the end: what is being read may be that very file.
final class RefusedRows {
  let path: String
  private(set) var count = 0
  private let file: UnsafeMutablePointer<FILE>
  /// Where they are until then; empty afterwards.
  private var draft: String
  private let header: [String]
  private let words: Words
  private let zone: Zone
  private var writer = CSVWriter()

  private static let remarks = ["#line", "#refused"]

  /// Begins the file; one that exists is written over only where it holds such rows.
  init(_ path: String, _ header: [String], _ session: Session) throws {
    try Self.requireOurs(path)
    var template = Array((path + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0, fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else {
      throw UsageFault.unwritable(path: path, errno: errno)
    }
    draft = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    fchmod(descriptor, 0o600)
    guard let file = fdopen(descriptor, "w") else {
      let number = errno
      Glibc.close(descriptor)
      throw UsageFault.unwritable(path: path, errno: number)
    }
    self.path = path
    self.file = file
    words = session.words
    zone = session.zone
    // What a run of before has remarked is no column of the file.
    self.header = header
  }

  deinit {
    guard !draft.isEmpty else { return }
    fclose(file)
    unlink(draft)
  }

  /// Throws where something else is called so.
  private static func requireOurs(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return }
      throw UsageFault.unwritable(path: path, errno: errno)
    }
    defer { Glibc.close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &bytes, bytes.count)
    let head = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    let mark = remarks.joined(separator: ",")
    guard
      head.unicodeScalars.split(whereSeparator: { $0 == "\r" || $0 == "\n" }).contains(where: {
        String($0).hasSuffix(mark)
      })
    else { throw UsageFault.existsAlready(path: path) }
  }

  /// Begins from the start: what was refused is told anew.
  func begin() throws {
    rewind(file)
    guard ftruncate(fileno(file), 0) == 0 else { throw UsageFault.unwritable(path: path, errno: errno) }
    writer = CSVWriter()
    count = 0
    writer.row(kept(header) + Self.remarks)
  }

  func add(_ row: CSVRow?, _ fault: RowFault) throws {
    count += 1
    var cells = row?.cells ?? []
    cells += Array(repeating: "", count: max(0, header.count - cells.count))
    writer.row(kept(cells) + [String(fault.line), words.sentence(for: fault.reason, zone)])
    if writer.bytes.count > 1 << 16 { try flush() }
  }

  /// What stands in the columns of the file itself: what a run of before remarked is left out.
  private func kept(_ cells: [String]) -> [String] {
    cells.indices.filter { $0 >= header.count || !Self.remarks.contains(header[$0]) }.map { cells[$0] }
  }

  private func flush() throws {
    let isWritten = writer.bytes.withUnsafeBufferPointer {
      fwrite($0.baseAddress, 1, $0.count, file) == $0.count
    }
    guard isWritten else { throw UsageFault.unwritable(path: path, errno: errno) }
    writer = CSVWriter()
  }

  /// Puts them in their place; where none was refused, there is no such file. What was there otherwise, and may have been
  /// mended since, is kept under a free name beside it: `bad.csv~`, `bad.csv~2`.
  func close() throws {
    try flush()
    let draft = draft
    self.draft = ""
    var isDone = fclose(file) == 0 && keep(beside: draft)
    if isDone { isDone = count == 0 ? unlink(draft) == 0 : rename(draft, path) == 0 }
    guard isDone else {
      let number = errno
      unlink(draft)
      throw UsageFault.unwritable(path: path, errno: number)
    }
  }

  /// Gives the file that is there a free name, unless it says the same; false, with `errno`, where that cannot be.
  private func keep(beside draft: String) -> Bool {
    guard let old = try? FileBytes.read(path, limit: .max) else { return access(path, F_OK) != 0 }
    if count > 0, let new = try? FileBytes.read(draft, limit: .max), old == new { return true }
    for number in 1...999 {
      let name = path + "~" + (number == 1 ? "" : "\(number)")
      if access(name, F_OK) != 0 { return rename(path, name) == 0 }
    }
    return false
  }
}

/// A file that could not be taken as a whole.
struct ImportFailure: Error {
  let error: ImportError
  let path: String
}
