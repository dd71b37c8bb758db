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

  @Test func itEndsWhenNobodyReadsAnyMore() throws {
    let centre = try Centre()
    let watcher = try Watcher(centre, ["--from", "0"])
    _ = try watcher.line()
    #expect(watcher.closeReader() == 0)
  }
}
