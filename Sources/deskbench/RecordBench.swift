import Desk
import DeskStore

/// Recording a whole centre in one go, beside its bytes written and synced as they are, and SQLite's inserts.
struct RecordBench {
  let scratch: Scratch
  let passes: Int
  let tickets: Int

  func run() throws {
    let path = scratch.file("record.journal")
    let events = Int(try SampleCentre(tickets: tickets, open: 0).write(to: path))
    let bytes = try RawFile(path).readAll()
    print("record: \(events) events, \(bytes >> 20) MiB, medians of \(passes) interleaved passes")
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: bytes / events)
    var contest = Contest()
    var hasSQLite = true
    for _ in 0..<passes {
      scratch.remove("raw")
      try contest.time("the same bytes, synced each MiB", units: events) { try writeRaw(bytes) }
      scratch.remove("record.journal")
      try contest.time("decided, recorded, folded in", units: events) {
        _ = try SampleCentre(tickets: tickets, open: 0).write(to: path)
      }
      scratch.remove("rows.db")
      guard let database = SQLite(scratch.file("rows.db")) else {
        hasSQLite = false
        continue
      }
      contest.time("SQLite, 1,000 rows a transaction", units: events) { insert(line, events, database) }
    }
    contest.report("events/s")
    if !hasSQLite { print("  SQLite: left out, no libsqlite3.so.0 here") }
  }

  private func writeRaw(_ bytes: Int) throws {
    let chunk = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    let file = try RawFile(scratch.file("raw"))
    for _ in 0...(bytes >> 20) {
      try file.append(chunk)
      try file.sync()
    }
  }

  private func insert(_ line: [UInt8], _ count: Int, _ database: SQLite) {
    for start in stride(from: 0, to: count, by: 1_000) {
      database.run("BEGIN")
      for _ in start..<min(start + 1_000, count) { database.insert(line) }
      database.run("COMMIT")
    }
  }
}
