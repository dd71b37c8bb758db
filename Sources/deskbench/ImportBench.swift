import Glibc

/// The real command taking a log from a CSV file, from its start to its end, beside sqlite3's `.import` of the same file.
struct ImportBench {
  let program: String
  let scratch: Scratch
  let passes: Int
  /// Rows of the file; six of each ticket.
  let rows: Int

  private static let map = """
    kind = "events"
    times = ["%Y-%m-%d %H:%M:%S"]
    zone = "UTC"
    [columns]
    ref = "{number}"
    on = "{updated}"
    state = "{state}"
    owner = "{owner}"
    by = "{owner}"
    kind = "repair"
    urgency = "{urgency}"
    summary = "{summary}"
    caller = "{caller}"
    [unknown]
    staff = "add"
    [log]
    [log.states]
    "New" = "open"
    "Active" = "open"
    "Vendor" = "waiting provider"
    "Resolved" = "resolved"
    "Closed" = "closed"

    """

  func run() throws {
    let (file, map, journal) = (
      scratch.file("log.csv"), scratch.file("log.map"), scratch.file("import.journal")
    )
    try write(Self.map, to: map)
    try writeLog(to: file)
    let sqlite = Program.installed("sqlite3")
    var contest = Contest()
    var (events, peak, again) = (0, 0, 0.0)
    for _ in 0..<passes {
      if let sqlite {
        scratch.remove("log.db")
        let used = try Program.measured([sqlite, scratch.file("log.db"), ".mode csv", ".import \(file) log"])
        contest.note("sqlite3 .import, rows", Double(rows) / used.seconds)
      }
      scratch.remove("import.journal")
      _ = try Program.run([program, "init", "--journal", journal, "--zone", "UTC"], isQuiet: true)
      let arguments = [program, "import", "events", file, "--map", map, "--journal", journal]
      let used = try Program.measured(arguments)
      peak = max(peak, used.peak)
      events = try lines(of: journal) - 2
      contest.note("dutydesk import events, rows", Double(rows) / used.seconds)
      contest.note("the same, events", Double(events) / used.seconds)
      again = try Program.measured(arguments).seconds
    }
    print(
      "import: \(rows) rows, \(events) events, a second of processor time, medians of \(passes) interleaved passes"
    )
    contest.report("a second")
    print("  peak memory \(peak >> 10) MiB; the same file once more, nothing new: \(fixed(again, 2)) s")
    if sqlite == nil { print("  sqlite3: left out, it is not installed") }
    try watchKeys(file, map, journal)
  }

  /// A console on the same journal with some open work, a key every twentieth of a second: alone, and while the import runs.
  private func watchKeys(_ file: String, _ map: String, _ journal: String) throws {
    scratch.remove("import.journal")
    _ = try Program.run([program, "init", "--journal", journal, "--zone", "UTC"], isQuiet: true)
    for number in 0..<20 {
      let matter = ["new", "repair", "--summary", "x\(number)", "--journal", journal]
      _ = try Program.run([program] + matter, isQuiet: true)
    }
    guard let console = PseudoTerminal([program, "console", "--journal", journal]),
      console.firstByte(within: 5000) != nil
    else { return print("  no console to watch") }
    console.settle(1000)
    var isDown = false
    func key() -> Double {
      _ = console.drain(quiet: 50)
      isDown.toggle()
      let start = now()
      console.type(isDown ? "j" : "k")
      return ((console.firstByte(within: 5000) ?? now()) - start) * 1000
    }
    let alone = (0..<100).map { _ in key() }
    let null = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { close(null) }
    let child = try Program.spawn(
      [program, "import", "events", file, "--map", map, "--journal", journal], output: null)
    var (meanwhile, status): ([Double], Int32) = ([], 0)
    while waitpid(child, &status, WNOHANG) == 0 { meanwhile.append(key()) }
    func told(_ times: [Double]) -> String {
      "p50 \(fixed(percentile(times, 0.5), 1)), p99 \(fixed(percentile(times, 0.99), 1)), "
        + "longest \(fixed(times.max() ?? 0, 1)) ms of \(times.count)"
    }
    print("  a key of a console on the same journal: alone \(told(alone)); meanwhile \(told(meanwhile))")
  }

  private func lines(of path: String) throws -> Int {
    guard let file = fopen(path, "r") else { throw SystemFault("fopen \(path)") }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var count = 0
    while case let length = fread(&buffer, 1, buffer.count, file), length > 0 {
      count += buffer.prefix(length).reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    }
    return count
  }

  /// A log in the order of time: matters that come in every quarter of an hour, each with six rows over two days.
  private func writeLog(to path: String) throws {
    guard let file = fopen(path, "w") else { throw SystemFault("fopen \(path)") }
    defer { fclose(file) }
    fputs("number,updated,state,owner,urgency,summary,caller\n", file)
    let states = ["New", "Active", "Vendor", "Active", "Resolved", "Closed"]
    let delays = [0, 900, 7200, 43_200, 90_000, 172_800]
    var ticket = 0
    // Whatever is due before the next matter comes in is written first.
    var due: [Int: [(ticket: Int, step: Int)]] = [:]
    var written = 0
    var quarter = 0
    while written < rows {
      due[quarter, default: []].append((ticket, 0))
      for (ticket, step) in due.removeValue(forKey: quarter) ?? [] where written < rows {
        var moment = time_t(1_500_000_000 + quarter * 900)
        var wall = tm()
        gmtime_r(&moment, &wall)
        var text = [CChar](repeating: 0, count: 32)
        strftime(&text, 32, "%Y-%m-%d %H:%M:%S", &wall)
        let stamp = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        fputs(
          "INC\(ticket),\(stamp),\(states[step]),Person \((ticket + step / 3) % 90),\(ticket % 7 == 0 ? "urgent" : "normal"),"
            + "\"Water, kitchen, case \(ticket % 1000)\",Caller \(ticket % 4000)\n", file)
        written += 1
        if step + 1 < states.count {
          due[quarter + max(1, (delays[step + 1] - delays[step]) / 900), default: []].append(
            (ticket, step + 1))
        }
      }
      ticket += 1
      quarter += 1
    }
  }

  private func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw SystemFault("fopen \(path)") }
    defer { fclose(file) }
    fputs(text, file)
  }
}

extension Program {
  /// The processor time and the largest memory (KiB) of a program that must end well.
  static func measured(_ arguments: [String]) throws -> (seconds: Double, peak: Int) {
    let null = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { close(null) }
    let child = try spawn(arguments, output: null)
    var (status, usage): (Int32, rusage) = (0, rusage())
    try SystemFault.check(wait4(child, &status, 0, &usage), "wait4")
    guard status == 0 else {
      throw SystemFault("\(arguments.joined(separator: " ")) ended with \(status >> 8 & 0xff)")
    }
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return (seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss)
  }
}
