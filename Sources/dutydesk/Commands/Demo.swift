import Desk
import DeskStore
import Glibc
import Journal
import Terminal
import Words

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
      let (number, count) = (
        try invocation.number(seed, 0...Int64.max) ?? 1,
        try invocation.number(tickets, 0...1_000_000) ?? Int64(DemoCentre.usualTickets)
      )
      let isNamed = invocation[.asStaff] != nil || Environment.variable("DUTYDESK_AS") != nil
      // Asked before anything lies anywhere.
      let role = isShown && !isNamed ? DemoPerson.ask(session) : nil
      let place = try DemoPlace(named: invocation[.journal])
      defer { place.clear() }
      Interruption.listen()
      let progress = Progress(session.err, session.words)
      let live: LiveDesk
      do {
        live = try DemoCentre.create(path: place.path, seed: UInt64(number), tickets: Int(count)) {
          progress.tell($0)
          if place.isTemporary, Interruption.isWanted { throw DemoPerson.Left() }
        }
      } catch is DemoPerson.Left {
        session.status = .interrupted
        return
      }
      progress.end()
      session.isSaved = !isShown
      guard isShown else { return written(live, session, isJSON: invocation.has(.json)) }
      session.err.line(session.words.demoLies(place.path, isTemporary: place.isTemporary))
      try ConsoleRun(session, invocation).open(live, as: role.flatMap { DemoPerson.first($0, live.desk) })
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

/// Whom somebody wants to be at the made-up centre.
private enum DemoPerson {
  /// Somebody left while the centre was made.
  struct Left: Error {}

  /// What can be tried, the usual one first.
  private static let roles: [StaffRole] = [.clerk, .supervisor, .manager]

  /// Asks at a terminal; Enter, the end of input and a terminal that is none mean a clerk.
  static func ask(_ session: Session) -> StaffRole {
    let words = session.words
    guard isatty(0) == 1 else { return roles[0] }
    session.err.line(words.text("您想当谁？", "Whom do you want to be?"))
    for (place, role) in roles.enumerated() { session.err.line("  \(place + 1)  \(words.name(role))") }
    while true {
      session.err.page(words.text("1–3，直接回车为1：", "1-3, Enter for 1: "))
      session.err.flush()
      guard let line = readLine() else { return roles[0] }
      if let role = role(line) { return role }
      session.err.line(words.text("请写 1、2 或 3。", "1, 2 or 3, please."))
    }
  }

  /// What an answer means: a number in either width, the word of a role, or nothing for the usual one.
  private static func role(_ answer: String) -> StaffRole? {
    let typed = answer.filter { !$0.isWhitespace }
    if typed.isEmpty { return roles[0] }
    if typed.count == 1, let place = typed.first?.wholeNumberValue {
      return roles.indices.contains(place - 1) ? roles[place - 1] : nil
    }
    return StaffRole.matching(typed).flatMap { roles.contains($0) ? $0 : nil }
  }

  /// The first of them who works there, whoever is on duty before the others.
  static func first(_ role: StaffRole, _ desk: ServiceDesk) -> StaffCode? {
    let people = desk.staffInOrder.filter { $0.role == role && $0.isActive }
    return (people.first { desk.availability(of: $0, at: WallClock.now).isThere } ?? people.first)?.code
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
    guard mkdtemp(&template) != nil else { throw UsageFault.unwritable(path: parent, errno: errno) }
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
