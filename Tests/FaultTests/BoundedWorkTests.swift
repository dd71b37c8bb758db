import Foundation
import TestSupport
import Testing

@testable import Journal

/// Whatever bytes lie at the end or in the middle, reading, walking and healing come to an end and say one thing of it.
struct BoundedWorkTests {
  private static let mebibyte = 1 << 20

  /// A journal on the real disk: a gigabyte of holes takes no room there.
  private final class Place {
    let directory: TemporaryDirectory
    let path: String

    init(_ tickets: [Int64]) throws {
      directory = try TemporaryDirectory()
      path = directory.file("desk.journal")
      try Journal.create(
        path: path, identity: Tickets.identity, at: History.moment, by: "li.na", first: Tickets.batch(tickets)
      )
    }

    func open() throws -> Journal { try Journal(path: path, writing: true) }

    /// Makes the file so many bytes longer, all of them zeros that lie nowhere.
    func stretch(by count: Int) throws {
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.truncate(atOffset: try handle.seekToEnd() + UInt64(count))
      try handle.close()
    }

    func append(_ bytes: [UInt8]) throws {
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
    }
  }

  private func expectGoingOn(_ place: Place, healed: Int = 1) throws {
    try place.open().record(Tickets.batch([4]))
    let journal = try place.open()
    #expect(try journal.tickets() == [1, 2, 3, 4])
    // The walk to single records, on both sides of what lies between.
    for seq in [1, 3, journal.head.seq] {
      var found: [Int64] = []
      try journal.lines(at: [seq]) { found.append($0.seq) }
      #expect(found == [seq])
    }
    #expect(journal.notices.damage.isEmpty && journal.notices.healed.count == healed)
  }

  @Test(arguments: [7, 8, 9, 17, 40])
  func `a hole at the end is one entry, and the journal goes on behind it`(mebibytes: Int) throws {
    let place = try Place([1, 2, 3])
    try place.stretch(by: mebibytes * Self.mebibyte + 5)
    let journal = try place.open()
    #expect(try journal.tickets() == [1, 2, 3])
    #expect(journal.notices.unfinishedTail?.entries == 1)
    try expectGoingOn(place)
  }

  @Test func `a gigabyte that lies nowhere is one entry too`() throws {
    // In an ordinary run a part of it: an unoptimised build hashes slowly.
    let place = try Place([1, 2, 3])
    try place.stretch(by: Tier.pick(64, long: 1024) * Self.mebibyte)
    #expect(try place.open().tickets() == [1, 2, 3])
    try expectGoingOn(place)
  }

  @Test func `junk of every kind at the end is set aside`() throws {
    var random = SeededRandom()
    let record = try Tickets.lines(Tickets.batch([9]), after: .none)
    let kinds: [(String, [UInt8])] = [
      ("line feeds", [UInt8](repeating: 0x0a, count: 60_000)),
      ("openings", [UInt8](repeatElement(Array("{\"seq\":".utf8), count: 40_000).joined())),
      ("closings", [UInt8](repeatElement(Array(",\"crc\":\"00000000\"}".utf8), count: 40_000).joined())),
      ("records without line feeds", [UInt8](repeatElement(Array(record.dropLast()), count: 9_000).joined())),
      ("random bytes", (0..<(9 << 20)).map { _ in UInt8.random(in: 0...255, using: &random) }),
    ]
    for (name, junk) in kinds {
      let place = try Place([1, 2, 3])
      try place.append(junk)
      let journal = try place.open()
      #expect(try journal.tickets() == [1, 2, 3], "\(name), seed \(random.seed)")
      try expectGoingOn(place)
    }
  }

  @Test func `a hole in the middle is one damaged place, and what lies behind it is found`() throws {
    let place = try Place([1, 2, 3])
    let good = try place.directory.read("desk.journal")
    let ends = good.indices.filter { good[$0] == 0x0a }
    let hole = [UInt8](repeating: 0, count: 9 * Self.mebibyte)
    let handle = try #require(FileHandle(forWritingAtPath: place.path))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(good[...ends[1]] + hole + good[(ends[1] + 1)...]))
    try handle.close()
    let journal = try place.open()
    #expect(try journal.tickets() == [1, 2, 3])
    #expect(journal.access == .readOnly(.damage))
    var found: [Int64] = []
    try journal.lines(at: [1, 3]) { found.append($0.seq) }
    #expect(found == [1, 3])
  }
}
