import Journal

/// A whole verification, hash chain included; reading the bytes and the system's own sha256sum are the yardsticks.
struct VerifyBench {
  let scratch: Scratch
  let passes: Int
  let tickets: Int

  func run() throws {
    let path = scratch.file("verify.journal")
    let events = Int(try SampleCentre(tickets: tickets, open: min(tickets, 2_000)).write(to: path))
    let file = try RawFile(path)
    let megabytes = max(1, try file.readAll() >> 20)
    print(
      "verify: \(events) events, \(megabytes) MiB in the page cache, medians of \(passes) interleaved passes")
    var contest = Contest()
    for _ in 0..<passes {
      try contest.time("reading the bytes", units: megabytes) { _ = try file.readAll() }
      if let sum = Program.installed("sha256sum") {
        try contest.time("sha256sum", units: megabytes) { _ = try Program.run([sum, path], isQuiet: true) }
      }
      try contest.time("verify, with the hash chain", units: megabytes) {
        let found = try Journal.verify(path: path)
        guard found.ok, found.records == events else { throw SystemFault("verify: \(found)") }
      }
    }
    contest.report("MiB/s")
  }
}
