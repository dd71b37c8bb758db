import Foundation
import TestSupport

/// One run under strace, which spoils chosen system calls and writes down what was called.
struct Trace {
  /// The calls that touch files on the way from a command to its acknowledgement.
  static let fileCalls = [
    "write", "fdatasync", "pwrite64", "flock", "fsync", "link", "rename", "unlink", "fchmod",
  ]
  /// Those that only look, besides.
  static let lookingCalls = ["openat", "pread64", "newfstatat", "close", "rt_sigprocmask", "readlink"]

  let answer: Answer
  /// The calls, one a line, with the names of files behind their numbers.
  let calls: [String]
  /// Whether a call was spoilt; not once a run has fewer calls than that.
  let wasInjected: Bool

  /// Runs dutydesk with the calls named `call` traced, and spoilt as `injection` says (`signal=KILL:when=3`).
  init(_ desk: FaultDesk, _ call: String, injecting injection: String? = nil, _ arguments: [String]) throws {
    let name = UUID().uuidString + ".trace"
    defer { unlink(desk.directory.file(name)) }
    answer = try desk.start(
      "/usr/bin/env",
      Trace.prefix(call, injection, log: desk.directory.file(name)) + [try Program.dutydesk()] + arguments)
    let text = String(decoding: try desk.directory.read(name), as: UTF8.self)
    calls = text.split(separator: "\n").map(String.init)
    // A killed process leaves its last call without an end.
    wasInjected =
      text.contains("(INJECTED)") || text.contains("+++ killed by SIGKILL") || answer.status == 137
  }

  /// What stands before the command line of a traced program.
  static func prefix(_ call: String, _ injection: String?, log: String) -> [String] {
    ["strace", "-f", "-y", "-o", log, "-e", "trace=" + call]
      + (injection.map { ["-e", "inject=\(call):\($0)"] } ?? [])
  }

  /// Runs with the first, second, … of the calls spoilt, until a run has fewer of them; returns how many were.
  static func sweep(
    _ desk: FaultDesk, _ call: String, _ injection: String, _ arguments: (Int) -> [String],
    _ check: (Int, Trace) throws -> Void
  ) throws -> Int {
    var place = 1
    while true {
      let trace = try Trace(desk, call, injecting: "\(injection):when=\(place)", arguments(place))
      try check(place, trace)
      guard trace.wasInjected else { return place - 1 }
      place += 1
    }
  }
}
