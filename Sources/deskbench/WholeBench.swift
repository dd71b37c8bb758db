import Glibc

/// A large journal opened by the whole program: from starting the process to the first list, and to the first frame of
/// the console; without a snapshot and with one.
///
/// SQLite stepping through the same lines, and jq reading them, are the yardsticks in the same run.
struct WholeBench {
  let scratch: Scratch
  let passes: Int
  let tickets: Int
  let open: Int

  func run() throws {
    guard let program = Program.sibling("dutydesk") else {
      print("whole: left out, there is no dutydesk beside this program")
      return
    }
    let path = scratch.file("whole.journal")
    try Program.succeed([Program.own, "fill", path, String(tickets), String(open)])
    let lines = try SQLite(scratch.file("whole.db")).map { database in
      try Self.fill(database, from: path)
      return database
    }
    let rows = lines?.scan() ?? 0
    print(
      "whole: \(tickets) tickets (\(open) open), \(try RawFile(path).readAll() >> 20) MiB in the page cache, "
        + "medians of \(passes) interleaved passes")
    let list = [program, "--journal", path, "list", "--limit", "20"]
    var contest = Contest()
    for pass in 0..<passes {
      if let lines {
        try contest.time("SQLite scanning the lines", units: 1) {
          guard lines.scan() == rows else { throw SystemFault("SQLite lost rows") }
        }
      }
      unlink(path + ".snapshot")
      contest.note("cold: first list", 1 / (try Program.secondsToLastByte(list)))
      // That run has left a snapshot; it has ended.
      contest.note("warm: first list", 1 / (try Program.secondsToLastByte(list)))
      contest.note("warm: first frame", 1 / (try firstFrame(program, path)))
      unlink(path + ".snapshot")
      contest.note("cold: first frame", 1 / (try firstFrame(program, path)))
      if pass == 0, let jq = Program.installed("jq") {
        try contest.time("jq reading the lines, once", units: 1) {
          _ = try Program.run([jq, "-c", ".", path], isQuiet: true)
        }
      }
    }
    contest.reportTimes()
    if lines == nil { print("  SQLite: left out, no libsqlite3.so.0 here") }
    if Program.installed("jq") == nil { print("  jq: left out, it is not installed here") }
  }

  private func firstFrame(_ program: String, _ journal: String) throws -> Double {
    guard let seconds = PseudoTerminal.secondsToFirstFrame([program, "--journal", journal]) else {
      throw SystemFault("the console showed no frame")
    }
    return seconds
  }

  /// Puts each line of the file into a row of its own.
  private static func fill(_ database: SQLite, from path: String) throws {
    database.run("BEGIN")
    try RawFile(path).forEachLine { database.insert(Array($0)) }
    database.run("COMMIT")
  }
}
