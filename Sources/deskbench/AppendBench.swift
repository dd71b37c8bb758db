import Desk
import DeskStore
import Glibc
import Journal

/// One durable append after another: a bare write+fdatasync, the journal alone, a whole command, and SQLite.
struct AppendBench {
  let scratch: Scratch
  let passes: Int
  private let appends = 300

  func run() throws {
    print("append: \(appends) durable appends, medians of \(passes) interleaved passes, in \(scratch.path)")
    let raw = try RawFile(scratch.file("raw"))
    _ = try SampleCentre(tickets: 100, open: 100).write(to: scratch.file("desk.journal"))
    let live = try LiveDesk(path: scratch.file("desk.journal"), writing: true)
    let journal = try BareJournal(creating: scratch.file("bare.journal")).open()
    let database = SQLite(scratch.file("rows.db"))
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 300)
    var contest = Contest()
    for _ in 0..<passes {
      try contest.time("write + fdatasync", units: appends) {
        for _ in 0..<appends {
          try raw.append(line)
          try raw.sync()
        }
      }
      try contest.time("journal append", units: appends) {
        for _ in 0..<appends { try BareJournal.append(to: journal) }
      }
      try contest.time("command, decided and recorded", units: appends) {
        for _ in 0..<appends { _ = try live.perform(command) }
      }
      if let database {
        contest.time("SQLite, WAL, FULL", units: appends) {
          for _ in 0..<appends { database.insert(line) }
        }
      }
    }
    contest.report("appends/s")
    if database == nil { print("  SQLite: left out, no libsqlite3.so.0 here") }
  }

  private var command: Command {
    Command(
      by: StaffCode("li.na"),
      action: .receive(
        Receipt(
          kind: .repair, unit: UnitCode("1-1-101"), topic: .plumbing, summary: "厨房水龙头漏水，关不上",
          caller: "张磊", phone: "13800001234")))
  }
}
