import Foundation
import TestSupport
import Testing

/// Following the journal from another process.
@Suite struct WatchTests {
  /// A running `watch` whose lines are read as they come.
  private final class Watcher {
    private let child: Child
    private let channel = Channel()
    private var pending: [UInt8] = []

    init(_ centre: Centre, _ arguments: [String]) throws {
      let null = open("/dev/null", O_RDWR | O_CLOEXEC)
      defer { close(null) }
      child = try Child(
        try Program.dutydesk(), ["watch"] + arguments, environment: centre.environment, input: null,
        output: channel.writing, error: null)
      channel.closeWriting()
    }

    /// The next line; waits for it as long as the process lives.
    func line() throws -> [String: Any] {
      while true {
        if let end = pending.firstIndex(of: 10) {
          let line = Data(pending[..<end])
          pending.removeFirst(end + 1)
          return try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
        }
        let more = channel.read()
        try #require(!more.isEmpty, "watch ended")
        pending += more
      }
    }

    func interrupt() -> Int32 {
      child.signal(SIGINT)
      return child.wait()
    }

    func wait() -> Int32 { child.wait() }

    func closeReader() -> Int32 {
      channel.closeReading()
      return child.wait()
    }
  }

  @Test func everyEventComesAsOneLineWhileOthersWrite() throws {
    let centre = try Centre()
    let watcher = try Watcher(centre, ["--from", "0"])
    #expect(try watcher.line()["type"] as? String == "journal.created")
    let known = centre.bytes.split(separator: 10).count
    for seq in 1..<known { #expect(try watcher.line()["seq"] as? Int == seq) }
    _ = try centre.ticket("repair", "--summary", "厨房漏水")
    let event = try watcher.line()
    #expect(event["type"] as? String == "ticket.received")
    #expect(event["summary"] as? String == "厨房漏水")
    try centre.done("note", "1001", "x")
    #expect(try watcher.line()["type"] as? String == "ticket.noted")
    #expect(watcher.interrupt() == 0)
  }

  @Test func itBeginsAtTheEventAskedFor() throws {
    let centre = try Centre()
    let watcher = try Watcher(centre, ["--from", "8"])
    #expect(try watcher.line()["seq"] as? Int == 8)
    #expect(watcher.interrupt() == 0)
  }

  @Test func itEndsAtTheEventAskedFor() throws {
    let centre = try Centre()
    let known = centre.bytes.split(separator: 10).count
    func seqs(_ options: String...) throws -> [Int] {
      try centre.run(["watch"] + options).lines.map { line in
        let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return try #require(event?["seq"] as? Int)
      }
    }
    #expect(try seqs("--from", "2", "--to", "4") == [2, 3, 4])
    #expect(try seqs("--to", "3") == [0, 1, 2, 3])
    #expect(try seqs("--no-follow") == Array(0..<known))
    #expect(try seqs("--no-follow", "--from", "\(known - 1)") == [known - 1])
    #expect(try seqs("--no-follow", "--from", "\(known + 5)", "--to", "\(known + 9)") == [])
    let reversed = try centre.run("watch", "--from", "5", "--to", "4")
    #expect(reversed.status == 2 && reversed.err.contains("from 5"), "\(reversed)")
  }

  @Test func itWaitsForTheLastEventAskedFor() throws {
    let centre = try Centre()
    let known = centre.bytes.split(separator: 10).count
    let watcher = try Watcher(centre, ["--to", "\(known)"])
    for seq in 0..<known { #expect(try watcher.line()["seq"] as? Int == seq) }
    _ = try centre.ticket("repair", "--summary", "x")
    #expect(try watcher.line()["seq"] as? Int == known)
    #expect(watcher.wait() == 0)
  }

  @Test func itEndsWhenNobodyReadsAnyMore() throws {
    let centre = try Centre()
    let watcher = try Watcher(centre, ["--from", "0"])
    _ = try watcher.line()
    #expect(watcher.closeReader() == 0)
  }
}
