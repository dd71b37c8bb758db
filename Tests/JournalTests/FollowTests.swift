import Foundation
import Glibc
import TestSupport
import Testing

@testable import Journal

struct FollowTests {
  @Test func `a follower sees what another writes, in order and once`() throws {
    let sample = try Sample(1)
    let (writer, _) = try sample.load()
    let (follower, _) = try sample.load(writing: false)
    var seen: [Int64] = []
    for number in 2..<40 {
      try writer.record(number..<(number + 1))
      seen += try follower.readAll().tickets
    }
    #expect(seen == Array(2..<40))
    #expect(follower.head == writer.head)
  }

  @Test func `a record is held back until its writer has confirmed it`() throws {
    let sample = try Sample(1)
    let (writer, _) = try sample.load()
    let (follower, _) = try sample.load(writing: false)
    let line = try Sample.lines(2..<3, after: writer.head)
    try writer.locked(patience: 0) { _ in
      try sample.appendRaw(Array(line[..<50]))
      var report = try follower.readNew { _ in Issue.record("half a line") }
      #expect(report == ReadReport(records: 0, heldBack: 50))
      try sample.appendRaw(Array(line[50...]))
      report = try follower.readNew { _ in Issue.record("not confirmed") }
      #expect(report == ReadReport(records: 0, heldBack: Int64(line.count)))
      #expect(follower.notices == Notices())
    }
    // Its writer is gone: the record is whole and continues the chain, so it counts.
    #expect(try follower.readAll().tickets == [2])
    #expect(try writer.record(3..<4) == 3...3)
    #expect(try follower.readAll().tickets == [3])
  }

  @Test func `half a line whose writer is gone is an unfinished tail and no record`() throws {
    let sample = try Sample(1)
    let (follower, _) = try sample.load(writing: false)
    let line = try Sample.lines(2..<4, after: follower.head)
    try sample.appendRaw(Array(line.dropLast(7)))
    #expect(try follower.readAll().tickets == [2])
    let start = follower.head.offset
    let size = Int64(try sample.bytes.count)
    #expect(follower.notices.unfinishedTail == UnfinishedTail(bytes: start..<size, entries: 1))
    #expect(follower.notices.damage.isEmpty)
    #expect(try follower.readAll().isEmpty)
    let (writer, _) = try sample.load()
    try writer.record(4..<5)
    #expect(try follower.readAll().tickets == [4])
    #expect(follower.notices.unfinishedTail == nil && follower.notices.healed.count == 1)
  }

  @Test func `a replaced file is noticed by readers and writers`() throws {
    let sample = try Sample(2)
    let (journal, _) = try sample.load()
    let bytes = try sample.bytes
    try FileManager.default.removeItem(atPath: sample.path)
    #expect(throws: JournalError.replaced) { try journal.readAll() }
    try sample.directory.write(bytes, to: "desk.journal")
    #expect(throws: JournalError.replaced) { try journal.readAll() }
    #expect(throws: JournalError.replaced) { try journal.record(3..<4) }
    #expect(try sample.bytes == bytes)
  }

  @Test func `a file that became shorter is noticed by readers and writers`() throws {
    let sample = try Sample(2)
    let (journal, _) = try sample.load()
    let bytes = try sample.bytes
    try sample.overwrite(Array(bytes.dropLast(10)))
    let expected = JournalError.shrunk(known: Int64(bytes.count), found: Int64(bytes.count - 10))
    #expect(throws: expected) { try journal.readAll() }
    #expect(throws: expected) { try journal.record(3..<4) }
  }

  @Test func `an append wakes the follower`() throws {
    let sample = try Sample(1)
    let (writer, _) = try sample.load()
    let (follower, _) = try sample.load(writing: false)
    let descriptor = try #require(follower.wakeFileDescriptor)
    follower.drainWakeups()
    #expect(!isReadable(descriptor, within: 0))
    try writer.record(2..<3)
    #expect(isReadable(descriptor, within: 5000))
    follower.drainWakeups()
    #expect(!isReadable(descriptor, within: 0))
    #expect(try follower.readAll().tickets == [2])
    try FileManager.default.moveItem(atPath: sample.path, toPath: sample.directory.file("moved"))
    #expect(isReadable(descriptor, within: 5000))
  }

  private func isReadable(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, milliseconds) == 1
  }

  @Test func `a held lock means busy, after waiting with the caller alive`() throws {
    let sample = try Sample(1)
    let (holder, _) = try sample.load()
    let disk = FaultyFileSystem()
    let other = try Journal(path: sample.path, writing: true, on: disk)
    var waits = 0
    try holder.locked(patience: 0) { _ in
      #expect(throws: JournalError.busy) {
        try other.locked(patience: 1, waiting: { waits += 1 }) { _ in Issue.record("two holders") }
      }
      // One second of patience in steps of five milliseconds, on the clock of the test.
      #expect(waits == 200 && disk.pauses == 200)
      #expect(throws: JournalError.busy) { try other.locked(patience: 0) { _ in } }
    }
    _ = try other.readAll()
    #expect(try other.record(2..<3) == 2...2)
  }

  @Test func `signals wait while the lock is held`() throws {
    let sample = try Sample(1)
    let (journal, _) = try sample.load()
    let blocked = {
      var signals = sigset_t()
      pthread_sigmask(SIG_BLOCK, nil, &signals)
      return [SIGTSTP, SIGINT, SIGTERM, SIGHUP].map { sigismember(&signals, $0) == 1 }
    }
    let before = blocked()
    try journal.locked(patience: 0) { _ in #expect(blocked() == [true, true, true, true]) }
    #expect(blocked() == before)
  }

  @Test func `eight writers and two followers agree on one unbroken journal`() throws {
    let sample = try Sample()
    let each = 25
    let followed = Results<[Int64]>()
    let failures = Results<String>()
    DispatchQueue.concurrentPerform(iterations: 10) { worker in
      do {
        let journal = try sample.open(writing: worker < 8)
        if worker < 8 {
          for number in 0..<each {
            try journal.record((worker * 1000 + number)..<(worker * 1000 + number + 1))
          }
        } else {
          var seen: [Entry] = []
          while seen.count < 8 * each + 1 {
            seen += try journal.readAll()
            if !journal.notices.damage.isEmpty { throw JournalError.damaged(journal.notices.damage) }
          }
          followed.add(seen.tickets)
          if seen.seqs != Array(0...Int64(8 * each)) { failures.add("\(seen.seqs)") }
        }
      } catch {
        failures.add("\(error)")
      }
    }
    #expect(failures.all.isEmpty)
    let (journal, entries) = try sample.load()
    #expect(
      journal.notices.damage.isEmpty && journal.notices.healed.isEmpty
        && journal.notices.unfinishedTail == nil)
    #expect(entries.seqs == Array(0...Int64(8 * each)))
    #expect(followed.all == [entries.tickets, entries.tickets])
    for worker in 0..<8 {
      let own = entries.tickets.filter { $0 / 1000 == Int64(worker) }
      #expect(own == (0..<each).map { Int64(worker * 1000 + $0) })
    }
    #expect(try Journal.verify(path: sample.path).ok)
  }
}

/// What several threads hand in.
private final class Results<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Value] = []

  func add(_ value: Value) { lock.withLock { values.append(value) } }
  var all: [Value] { lock.withLock { values } }
}
