import Desk
import DeskStore
import Glibc

/// From nothing to the first list: reading the bytes, the desk, SQLite scanning them; then the whole program.
struct StartBench {
  let scratch: Scratch
  let passes: Int
  let tickets: Int
  let open: Int

  func run() throws {
    let path = scratch.file("start.journal")
    let events = Int(try SampleCentre(tickets: tickets, open: open).write(to: path))
    let file = try RawFile(path)
    let bytes = try file.readAll()
    print(
      "start: \(tickets) tickets (\(open) open), \(events) events, \(bytes >> 20) MiB in the page cache, "
        + "medians of \(passes) interleaved passes")
    let database = try filled(events: events, bytes: bytes)
    var contest = Contest()
    for _ in 0..<passes {
      try contest.time("reading the bytes", units: events) { _ = try file.readAll() }
      try contest.time("replay to the first list", units: events) { try firstList(path) }
      if let database { contest.time("SQLite scanning the lines", units: events) { _ = database.scan() } }
    }
    if let jq = Program.installed("jq") {
      try contest.time("jq reading the lines", units: events) {
        _ = try Program.run([jq, "-c", ".", path], isQuiet: true)
      }
    }
    contest.report("events/s")
    if database == nil { print("  SQLite: left out, no libsqlite3.so.0 here") }
    try startPrograms(path)
  }

  private func firstList(_ path: String) throws {
    let live = try LiveDesk(path: path, writing: false)
    var book = DueBook()
    let list = book.queue(.open, of: live.desk, now: WallClock.now)
    guard list.count == open else { throw SystemFault("the list has \(list.count) tickets") }
  }

  private func filled(events: Int, bytes: Int) throws -> SQLite? {
    guard let database = SQLite(scratch.file("start.db")) else { return nil }
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: bytes / events)
    database.run("BEGIN")
    for _ in 0..<events { database.insert(line) }
    database.run("COMMIT")
    return database
  }

  /// The program from the shell's point of view, with this journal and with an empty one.
  private func startPrograms(_ path: String) throws {
    guard let program = Program.sibling("dutydesk") else {
      print("  dutydesk list: left out, there is no dutydesk beside this program")
      return
    }
    let empty = scratch.file("empty.journal")
    _ = try LiveDesk.create(path: empty, centre: "x", zone: "Asia/Shanghai", firstManager: "li.na")
    var contest = Contest()
    for _ in 0..<passes {
      try contest.time("/bin/true", units: 1) { _ = try Program.run(["/bin/true"], isQuiet: true) }
      try contest.time("dutydesk list, empty", units: 1) { try list(program, empty) }
      unlink(path + ".snapshot")
      try contest.time("dutydesk list, all replayed", units: 1) { try list(program, path) }
      try contest.time("dutydesk list, from snapshot", units: 1) { try list(program, path) }
    }
    contest.report("starts/s")
  }

  private func list(_ program: String, _ journal: String) throws {
    let status = try Program.run([program, "--journal", journal, "list"], isQuiet: true)
    guard status == 0 else { throw SystemFault("dutydesk list ended with \(status)") }
  }
}
