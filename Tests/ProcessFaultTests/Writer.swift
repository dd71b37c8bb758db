import Foundation
import TestSupport

/// A long-lived writer in a process of its own, whose acknowledgements come through a pipe that outlives it.
final class Writer {
  private let child: Child
  private let channel = Channel()
  private let author: String
  private let first: Int
  private let batch: Int

  /// What it is to write, and how it is started: `prefix` stands before its command line.
  init(
    _ desk: FaultDesk, _ author: String, from first: Int, count: Int, batch: Int = 1, reopens: Bool = false,
    prefix: [String] = []
  ) throws {
    (self.author, self.first, self.batch) = (author, first, batch)
    let program = try Writer.program()
    let words =
      prefix + [program, desk.journal, author, String(first), String(count), String(batch)]
      + (reopens ? ["reopen"] : [])
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(null) }
    child = try Child(
      "/usr/bin/env", words, environment: desk.environment, input: null, output: channel.writing, error: null)
    channel.closeWriting()
  }

  static func program() throws -> String {
    URL(fileURLWithPath: try Program.dutydesk()).deletingLastPathComponent()
      .appendingPathComponent("faultwriter").path
  }

  func kill() { child.signal(SIGKILL) }

  /// Waits for its end and adds to `ledger` what it was told; returns its exit status.
  func finish(_ ledger: inout Ledger) throws -> (status: Int32, lines: [[String]]) {
    var bytes: [UInt8] = []
    while case let more = channel.read(), !more.isEmpty { bytes += more }
    let status = child.wait()
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: " ").map(String.init) }
    var next = first
    var wasRefused = false
    for line in lines {
      guard line.count >= 3, let from = Int(line[1]), let to = Int(line[2]) else { continue }
      for number in from...to {
        if line[0] == "ack" {
          ledger.acknowledge(Note(author, number))
        } else {
          ledger.refuse(Note(author, number))
        }
      }
      wasRefused = line[0] == "not"
      next = to + 1
    }
    // It was told nothing of the batch it was at when it died.
    if status != 0, !wasRefused { for number in next..<next + batch { ledger.attempt(Note(author, number)) } }
    return (status, lines)
  }
}

/// Does `body` on as many threads as there are parts, and gives back what each returned.
func inParallel<Part: Sendable, Result: Sendable>(
  _ parts: [Part], _ body: @escaping @Sendable (Part) throws -> Result
) throws -> [Result] {
  let results = Results<Result>()
  let done = DispatchSemaphore(value: 0)
  for part in parts {
    Thread {
      results.add(Swift.Result { try body(part) })
      done.signal()
    }.start()
  }
  for _ in parts { done.wait() }
  return try results.all.map { try $0.get() }
}

/// What the threads returned.
private final class Results<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Result<Value, any Error>] = []

  func add(_ value: Result<Value, any Error>) { lock.withLock { values.append(value) } }
  var all: [Result<Value, any Error>] { lock.withLock { values } }
}
