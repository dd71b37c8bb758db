import Glibc

/// The measurements by name, and their options.
struct Benchmark {
  private static let usage = """
    usage: deskbench append|record|import|start|whole|verify|writers|follow|memory|clocks|search|dispatch|console|all [--tickets N] [--open N] [--dir FOLDER] [--passes N] [--days N] [--seed N] [--arrivals FILE]

      append   one durable append, beside write+fdatasync and SQLite (WAL, FULL)
      record   a whole centre recorded in one go, beside writing the same bytes and SQLite's bulk insert
      import   the real command taking a log from a CSV file, beside sqlite3's .import of the same file
      start    opening a journal up to the first list, beside reading its bytes and scanning them in SQLite or jq
      whole    the program opening 100,000 tickets: first list, first frame, cold and warm, beside SQLite and jq
      verify   a whole verification, beside sha256sum
      writers  1, 2, 4 and 8 processes appending at once, beside as many with flock, write and fdatasync
      follow   from an append in one process until another sees it, beside a pipe
      memory   the memory of a desk of its own (RssAnon), beside that of an empty one
      clocks   calendars and due moments, beside a walk over days and a plain sort
      search   100,000 tickets searched letter by letter, beside grep -c over the same texts
      dispatch simulated days under the plan, beside first come, earliest due and nearest free; one large plan
      console  the console at 100,000 tickets: first frame, cursor moves, idle time, memory, beside tig and htop

      --dir    where the files are made; a disk, not a tmpfs, or syncing costs nothing
      --days      how many days of each load are simulated
      --seed      that of the first day; each further day has the next one
      --arrivals  a table of real requests (created_date, descriptor) to draw the orders of those days from
    """

  var tickets = 20_000
  var open = 2_000
  var passes = 7
  var days = 200
  /// None of the days by which the planner was made.
  var seed = 5001
  var folder = "/var/tmp"
  var arrivals: String?

  /// Runs what the arguments ask for; the exit status.
  static func run(_ arguments: [String]) -> Int32 {
    for child in [MemoryBench.child, WritersBench.child, FollowBench.child] {
      if let status = child(arguments) { return status }
    }
    guard let name = arguments.first, let benchmark = Benchmark(Array(arguments.dropFirst())) else {
      print(usage)
      return 2
    }
    do {
      let scratch = try Scratch(in: benchmark.folder)
      return try benchmark.measure(name, scratch) ? 0 : 2
    } catch {
      print("deskbench: \(error)")
      return 5
    }
  }

  private init?(_ options: [String]) {
    var rest = options[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      let number = Int(value).flatMap { $0 > 0 ? $0 : nil }
      switch (option, number) {
      case ("--dir", _): folder = value
      case ("--arrivals", _): arrivals = value
      case ("--days", let number?): days = number
      case ("--seed", let number?): seed = number
      case ("--tickets", let number?): tickets = number
      case ("--open", let number?): open = number
      case ("--passes", let number?): passes = number
      default: return nil
      }
    }
  }

  private func measure(_ name: String, _ scratch: Scratch) throws -> Bool {
    switch name {
    case "append": try AppendBench(scratch: scratch, passes: passes).run()
    case "record": try RecordBench(scratch: scratch, passes: min(passes, 5), tickets: tickets).run()
    case "import":
      guard let program = Program.sibling("dutydesk") else {
        print("import: left out, there is no dutydesk beside this program")
        return true
      }
      try ImportBench(program: program, scratch: scratch, passes: min(passes, 5), rows: 10 * tickets).run()
    case "start": try StartBench(scratch: scratch, passes: passes, tickets: tickets, open: open).run()
    case "whole":
      try WholeBench(scratch: scratch, passes: min(passes, 5), tickets: max(tickets, 100_000), open: open)
        .run()
    case "verify": try VerifyBench(scratch: scratch, passes: min(passes, 5), tickets: tickets).run()
    case "writers": try WritersBench(scratch: scratch, passes: min(passes, 5)).run()
    case "follow": try FollowBench(scratch: scratch).run()
    case "memory": try MemoryBench(scratch: scratch, tickets: max(tickets, 100_000), open: open).run()
    case "clocks": try ClocksBench(passes: min(passes, 5), tickets: max(tickets, 100_000)).run()
    case "search": try SearchBench(scratch: scratch, passes: passes, tickets: max(tickets, 100_000)).run()
    case "dispatch": dispatch(days)
    case "console": try console(scratch)
    case "all":
      dispatch(min(days, 5))
      for part in [
        "append", "record", "import", "start", "whole", "verify", "writers", "follow", "memory", "clocks",
        "search",
        "console",
      ] {
        _ = try measure(part, scratch)
      }
    default:
      print(Self.usage)
      return false
    }
    return true
  }

  private func dispatch(_ days: Int) {
    DispatchBench(days: days, arrivals: arrivals, seed: UInt64(seed)).run()
  }

  private func console(_ scratch: Scratch) throws {
    guard let program = Program.sibling("dutydesk") else {
      print("console: left out, there is no dutydesk beside this program")
      return
    }
    try ConsoleBench(
      program: program, scratch: scratch, passes: passes, tickets: max(tickets, 100_000), open: open
    ).run()
  }
}
