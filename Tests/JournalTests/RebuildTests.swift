import Foundation
import TestSupport
import Testing

@testable import Journal

/// A journal made anew of records that were kept apart.
struct RebuildTests {
  /// The records of a journal as they are handed out.
  private func loose(_ path: String) throws -> [LooseRecord] {
    let journal = try Journal(path: path, writing: false)
    var records: [LooseRecord] = []
    try journal.readNew { record in
      var writer = JSONWriter()
      try writer.document { writer throws(any Error) in
        try record.members { key, value in writer.field(named: key.string, raw: value) }
      }
      records.append(
        LooseRecord(
          seq: record.seq, at: record.at, on: record.on, by: record.by, actor: record.actor,
          type: record.type, members: writer.finish()))
    }
    return records
  }

  private func rebuild(
    _ records: [LooseRecord], _ path: String, from origin: NotedHead,
    on disk: any FileSystem = LinuxFileSystem()
  ) throws -> RebuiltJournal {
    try Journal.rebuild(path: path, from: ("old-uuid", origin), on: disk) { _, visit in
      for record in records { try visit(record) }
    }
  }

  @Test func `all its records make the same journal`() throws {
    let sample = try Sample(40)
    let head = try Journal.verify(path: sample.path).head.noted
    let path = sample.directory.file("back")
    let done = try rebuild(loose(sample.path), path, from: head)
    #expect(done.isSame && done.uuid == Sample.identity.uuid && done.head.noted == head)
    #expect(try sample.directory.read("back") == sample.bytes)
    #expect(try Journal.verify(path: path, against: head).ok)
    #expect(try Journal(path: path, writing: true).access == .readWrite)
  }

  @Test func `what was changed is a journal of its own that names the old one`() throws {
    let sample = try Sample(8)
    let head = try Journal.verify(path: sample.path).head.noted
    var records = try loose(sample.path)
    records[3].by = "somebody"
    let path = sample.directory.file("back")
    let done = try rebuild(records, path, from: head)
    #expect(!done.isSame && done.uuid != Sample.identity.uuid)
    let first = String(decoding: try sample.directory.read("back").prefix { $0 != 10 }, as: UTF8.self)
    #expect(first.contains("\"from\":{\"uuid\":\"old-uuid\",\"head\":\"\(head.text)\"}"))
    #expect(try Journal(path: path, writing: false).identity.uuid == done.uuid)
    // A second time nothing is said twice.
    let again = try rebuild(loose(path), sample.directory.file("again"), from: head)
    let line = String(decoding: try sample.directory.read("again").prefix { $0 != 10 }, as: UTF8.self)
    #expect(!again.isSame && line.components(separatedBy: "\"from\"").count == 2)
  }

  @Test func `what makes no journal is refused and leaves nothing`() throws {
    let sample = try Sample(8)
    let head = try Journal.verify(path: sample.path).head.noted
    let good = try loose(sample.path)
    var brace = good
    brace[4].members = Array("{\"a\":1".utf8)
    var envelope = good
    envelope[4].members = Array("{\"seq\":1}".utf8)
    var feed = good
    feed[4].members = Array("{\"a\":\n1}".utf8)
    var long = good
    long[4].members = Array("{\"a\":\"\(String(repeating: "x", count: 1 << 20))\"}".utf8)
    let cases: [([LooseRecord], any Error)] = [
      ([], RebuildFault.noBeginning), (Array(good.dropFirst()), RebuildFault.noBeginning),
      (good.filter { $0.seq != 3 && $0.seq != 4 }, RebuildFault.hole(3...4)),
      (good + [good[2]], RebuildFault.outOfOrder(2)), (brace, RebuildFault.malformed(4)),
      (envelope, RebuildFault.malformed(4)), (feed, RebuildFault.malformed(4)),
    ]
    let path = sample.directory.file("back")
    for (records, fault) in cases {
      do {
        _ = try rebuild(records, path, from: head)
        Issue.record("\(fault) was not met")
      } catch {
        #expect("\(error)" == "\(fault)")
      }
    }
    #expect(throws: JournalError.self) { try rebuild(long, path, from: head) }
    #expect(throws: JournalError.exists(path: sample.path)) { try rebuild(good, sample.path, from: head) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: sample.directory.path).count == 2)
  }

  @Test func `a disk that fails at any write leaves nothing`() throws {
    let sample = try Sample(30)
    let head = try Journal.verify(path: sample.path).head.noted
    let records = try loose(sample.path)
    var fails = 0
    for failing in 0..<4 {
      let disk = FaultyFileSystem()
      var writes = 0
      disk.onWrite = { _ throws(JournalError) in
        writes += 1
        if writes > failing { throw .io(.write, .noSpace) }
        return nil
      }
      do {
        _ = try rebuild(records, sample.directory.file("back"), from: head, on: disk)
        break
      } catch {
        fails += 1
        #expect(try FileManager.default.contentsOfDirectory(atPath: sample.directory.path).count == 2)
      }
    }
    #expect(fails == 2)
  }
}
