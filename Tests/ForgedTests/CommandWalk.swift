import Foundation
import TestSupport

/// Runs every reading command of the real binary on a forged journal, each with two seconds of the processor.
struct CommandWalk {
  let folder: TemporaryDirectory
  let path: String
  let name: String

  private static let commands: [[String]] = [
    ["list", "--queue", "all"], ["list", "--queue", "open", "--json"], ["list", "--queue", "late", "--csv"],
    ["list", "--search", "lou shui"], ["due"], ["due", "--within", "2h", "--json"], ["board"],
    ["board", "--json"],
    ["plan"], ["plan", "--json"], ["recommend", "1001"], ["overview"], ["wall"], ["wall", "--json"],
    ["show", "1001"], ["show", "1001", "--json", "--history"], ["show", "1003", "--explain", "resolve"],
    ["show", "2147483647"], ["slip", "1001.1"], ["slip", "1001.3"], ["escalations"], ["roster", "show"],
    ["roster", "show", "--json"], ["staff", "list"], ["unit", "list"], ["contact", "list"],
    ["policy", "list"],
    ["policy", "try", "default"], ["journal", "info"], ["journal", "info", "--json"], ["verify"],
    ["export", "csv", "--excel"], ["export", "jsonl", "--format", "jsonl"],
    ["export", "sql", "--format", "sql"],
  ]

  /// What went wrong: a command that was ended by a signal, or whose status no reading has.
  func faults() throws -> [String] {
    let program = try Program.dutydesk()
    var faults: [String] = []
    for (place, command) in Self.commands.enumerated() {
      let viewpoints = [
        ["--now", "2026-11-25T12:00:00Z"], ["--as-of", "2026-11-25T09:00:00Z"], [], ["--now", "9999-12-31"],
      ]
      let isOfAMoment = !["journal", "verify"].contains(command[0])
      // A new folder every time.
      let command =
        command.first == "export" ? ["export", folder.file("\(UUID())")] + command.dropFirst(2) : command
      let words = command + (isOfAMoment ? viewpoints[place % viewpoints.count] : [])
      let (status, err) = try run(program, words + ["--lang", place % 2 == 0 ? "zh" : "en"])
      // What is not there is refused, and a journal that a newer version wrote is said to be one.
      if ![0, 1].contains(status) {
        faults.append("\(name): dutydesk \(words.joined(separator: " ")) → \(status) \(err)")
      }
    }
    return faults
  }

  private func run(_ program: String, _ words: [String]) throws -> (status: Int32, err: String) {
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    let err = open(folder.file("err"), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    defer {
      close(null)
      close(err)
    }
    let child = try Child(
      "/usr/bin/timeout",
      ["-s", "KILL", "30", "/bin/sh", "-c", "ulimit -t 2; exec \"$0\" \"$@\"", program] + words,
      environment: [
        "PATH": "/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8", "DUTYDESK_JOURNAL": path,
        "TMPDIR": folder.path,
      ], input: null, output: null, error: err)
    let status = child.wait()
    return (status, String(decoding: (try? folder.read("err")) ?? [], as: UTF8.self))
  }
}
