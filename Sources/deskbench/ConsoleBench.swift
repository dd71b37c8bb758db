import Desk
import DeskStore
import Glibc

/// The console as a person meets it, at 100,000 tickets: first frame, cursor moves, idle time, memory. tig on as many
/// commits and htop are the yardsticks, in the same kind of terminal and the same run.
struct ConsoleBench {
  let program: String
  let scratch: Scratch
  let passes: Int
  let tickets: Int
  let open: Int

  func run() throws {
    let journal = try SampleJournal(
      scratch.file("console.journal"), SampleCentre(tickets: tickets, open: open), program)
    let tig = try yardstick("tig", needing: "git") {
      try CommitHistory(scratch.file("history"), commits: tickets).tig
    }
    firstFrames(journal.console, tig)
    for (columns, rows) in [(100, 30), (120, 40)] as [(Int32, Int32)] {
      moves(journal.console, tig, columns: columns, rows: rows)
    }
    try idle(yardstick("htop") { ["htop"] })
    try memory()
  }

  /// What another program is started with; nil, and said so, where it is missing.
  private func yardstick(_ name: String, needing other: String? = nil, _ command: () throws -> [String])
    throws
    -> [String]?
  {
    for name in [name, other].compactMap({ $0 }) where Program.installed(name) == nil {
      print("console: no yardstick, \(name) is not installed here")
      return nil
    }
    return try command()
  }

  private func firstFrames(_ console: [String], _ tig: [String]?) {
    var own: [Double] = []
    var other: [Double] = []
    for _ in 0..<passes {
      own.append((PseudoTerminal.secondsToFirstFrame(console) ?? .nan) * 1000)
      if let tig { other.append((PseudoTerminal.secondsToFirstFrame(tig) ?? .nan) * 1000) }
    }
    print("first frame at \(tickets) tickets, with the snapshot, 120×40, median of \(passes)")
    report("until it is whole, ms", median(own), "tig", median(other))
  }

  private func moves(_ console: [String], _ tig: [String]?, columns: Int32, rows: Int32) {
    let walk = CursorWalk(rows: rows, columns: columns)
    let own = walk.take(console)
    let other = tig.map { walk.take($0) }
    print("\(walk.presses) cursor moves at \(tickets) tickets, \(columns)×\(rows)")
    report(
      "key to first byte, p50, ms", percentile(own.times, 0.5), "tig", other.map { percentile($0.times, 0.5) }
    )
    report(
      "key to first byte, p99, ms", percentile(own.times, 0.99), "tig",
      other.map { percentile($0.times, 0.99) })
    report("bytes per move", own.bytes, "tig", other?.bytes)
  }

  /// A desk whose clocks are days away, one where they tick, and htop.
  private func idle(_ htop: [String]?) throws {
    let watch = IdleWatch(seconds: 65)
    let other = htop.flatMap { watch.take($0) }
    for (name, minutes) in [("clocks that change on the minute", 8000), ("clocks that tick", 1000)] {
      let centre = SampleCentre(tickets: 200, open: 40, start: WallClock.now - .minutes(Int64(minutes)))
      let journal = try SampleJournal(scratch.file("idle-\(minutes).journal"), centre, program)
      guard let own = watch.take(journal.console) else { continue }
      print("idle for \(watch.seconds) s, 120×40, \(name)")
      report("bytes a second", own.bytes, "htop", other?.bytes, decimals: 1)
      print("  written to in \(own.busy) of \(watch.seconds) seconds")
      report("% of a core", own.share, "htop", other?.share, decimals: 3)
    }
  }

  private func memory() throws {
    for (tickets, open) in [(0, 0), (20_000, 500), (20_000, 2000)] {
      let centre = SampleCentre(tickets: tickets, open: open)
      let journal = try SampleJournal(scratch.file("memory-\(tickets)-\(open).journal"), centre, program)
      guard let terminal = PseudoTerminal(journal.console), terminal.firstByte(within: 5000) != nil else {
        continue
      }
      terminal.settle(1500)
      let memory = terminal.memory()
      print(
        "memory of the console at \(tickets) tickets, \(open) open: \(fixed(memory.anonymous, 1)) MiB of its own, "
          + "\(fixed(memory.resident, 1)) MiB resident")
    }
  }

  private func report(_ what: String, _ own: Double, _ name: String, _ other: Double?, decimals: Int = 2) {
    let beside = other.map { "\(name) \(fixed($0, decimals)), ratio \(fixed(own / $0, 2))" } ?? "no \(name)"
    print("  \(what): console \(fixed(own, decimals)), \(beside)")
  }
}

/// A journal written for one measurement, with the snapshot that the first start leaves.
private struct SampleJournal {
  let console: [String]

  init(_ path: String, _ centre: SampleCentre, _ program: String) throws {
    _ = try centre.write(to: path)
    console = [program, "--journal", path]
    guard let terminal = PseudoTerminal(console), terminal.firstByte(within: 60_000) != nil else {
      throw SystemFault("the console showed no frame")
    }
    terminal.settle(1500)
  }
}
