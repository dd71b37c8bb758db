import Desk
import DeskStore
import Glibc

/// The memory of its own that a process needs for a desk; measured in fresh processes, whose heap nothing else
/// has used.
struct MemoryBench {
  let scratch: Scratch
  let tickets: Int
  let open: Int

  func run() throws {
    let path = scratch.file("memory.journal")
    let empty = scratch.file("memory-empty.journal")
    print("memory: RssAnon after opening, with the list of open tickets")
    try Program.succeed([Program.own, "fill", path, String(tickets), String(open)])
    try Program.succeed([Program.own, "fill", empty, "0", "0"])
    try Program.succeed([Program.own, "rss", empty])
    try Program.succeed([Program.own, "rss", path])
  }

  /// Does the part of a child process; nil where the arguments are not such.
  static func child(_ arguments: [String]) -> Int32? {
    do {
      switch (arguments.first, arguments.count) {
      case ("fill", 4):
        let centre = SampleCentre(tickets: Int(arguments[2]) ?? 0, open: Int(arguments[3]) ?? 0)
        _ = try centre.write(to: arguments[1])
      case ("rss", 2): try measure(arguments[1])
      default: return nil
      }
      return 0
    } catch {
      print("deskbench: \(error)")
      return 5
    }
  }

  private static func measure(_ path: String) throws {
    let before = anonymous()
    let live = try LiveDesk(path: path, writing: false)
    var book = DueBook()
    let list = book.queue(.open, of: live.desk, now: WallClock.now)
    let after = anonymous()
    print(
      "  \(live.desk.tickets.count) tickets, \(list.count) open, \(live.desk.lastSeq + 1) events: "
        + "\(fixed(Double(after) / 1024, 1)) MiB (\(fixed(Double(before) / 1024, 1)) before opening)")
  }

  /// Anonymous memory of this process in KiB (proc(5), status).
  private static func anonymous() -> Int {
    let lines = (readText("/proc/self/status") ?? "").split(separator: "\n")
    let line = lines.first { $0.hasPrefix("RssAnon:") }
    return line.flatMap { Int($0.filter { "0"..."9" ~= $0 }) } ?? 0
  }
}
