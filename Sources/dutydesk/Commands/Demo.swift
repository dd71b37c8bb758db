import Console
import Desk
import DeskStore
import Glibc
import Journal
import Terminal

extension CommandTable {
  private static let seed = OptionDefinition(
    "seed", .number, Phrase("随机种子，同一种子得到同一中心", "the same seed makes the same centre"))
  private static let tickets = OptionDefinition("tickets", .number, Phrase("工单数量", "how many tickets"))
  private static let noConsole = OptionDefinition(
    "no-console", nil, Phrase("只写入 --journal 指定的文件", "only writes the file named by --journal"))

  static let demo = CommandDefinition(
    path: ["demo"], section: .start,
    summary: Phrase("虚构的服务中心，打开控制台试用", "makes up a service centre and opens the console on it"),
    options: [seed, tickets, noConsole],
    examples: [
      "demo", "demo --tickets 20000 --lang en", "demo --seed 7 --journal demo.journal --no-console",
    ],
    formats: [.json],
    work: .other { session, invocation in
      let isShown = !invocation.has(noConsole)
      guard isShown || invocation[.journal] != nil else {
        throw UsageFault.missingOption(.journal, invocation.command)
      }
      guard !isShown || session.out.isTerminal else { throw ScreenError.notATerminal }
      let place = try DemoPlace(named: invocation[.journal])
      defer { place.clear() }
      let progress = Progress(session.err, session.words)
      let live = try DemoCentre.create(
        path: place.path, seed: UInt64(try invocation.number(seed, 0...Int64.max) ?? 1),
        tickets: Int(try invocation.number(tickets, 0...1_000_000) ?? Int64(DemoCentre.usualTickets))
      ) { progress.tell($0) }
      progress.end()
      session.isSaved = !isShown
      guard isShown else { return written(live, session, isJSON: invocation.has(.json)) }
      session.err.line(session.words.demoLies(place.path, isTemporary: place.isTemporary))
      try ConsoleRun(session, invocation).open(live)
    })

  private static func written(_ live: LiveDesk, _ session: Session, isJSON: Bool) {
    guard !isJSON else {
      return session.out.json { writer in
        writer.field("journal", live.path)
        writer.field("tickets", Int64(live.desk.tickets.count))
        writer.field("seq", live.desk.lastSeq)
      }
    }
    session.out.line(session.words.demoWritten(live.path, tickets: live.desk.tickets.count))
  }
}

/// Where a made-up journal lies: in a file that was named, or in a folder of its own that goes away afterwards.
private struct DemoPlace {
  let path: String
  /// The folder to take away; nil where the file was named.
  private let folder: String?

  var isTemporary: Bool { folder != nil }

  init(named path: String?) throws {
    if let path {
      (self.path, folder) = (path, nil)
      return
    }
    let parent = Environment.variable("TMPDIR") ?? "/tmp"
    var template = Array((parent + "/dutydesk-demo-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw UsageFault.unreadable(path: parent, errno: errno) }
    let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    (self.path, folder) = (made + "/demo.journal", made)
  }

  /// Takes a temporary journal away, with what lies beside it.
  func clear() {
    guard let folder else { return }
    if let entries = opendir(folder) {
      while let entry = readdir(entries) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        // The names of the folder and of the one above it are no files, and stay.
        unlink(folder + "/" + name)
      }
      closedir(entries)
    }
    rmdir(folder)
  }
}
