import Desk
import Foundation
import Journal
import TestSupport
import Testing

@testable import DeskStore

/// The file beside the journal that makes the next start fast, and is never trusted without proof.
@Suite struct SnapshotTests {
  private let centre: Centre
  private let key: KeyedHash.Key

  init() throws {
    centre = try Centre()
    key = try #require(SnapshotKey.own(for: centre.path))
    let live = try centre.open()
    for number in 0..<40 {
      _ = try live.perform(Centre.receive("第\(number)件"), at: centre.pass(.minutes(1)))
      _ = try live.perform(Centre.on(Int32(1001 + number), .note(text: "x")), at: centre.pass(.minutes(1)))
    }
  }

  private var file: String { "desk.journal" + Snapshot.suffix }

  private func keep() throws -> LiveDesk {
    let live = try centre.open()
    live.keepSnapshot()
    return live
  }

  private func state(_ live: LiveDesk) -> [UInt8] {
    var writer = StateWriter()
    live.desk.writeState(to: &writer)
    return writer.bytes
  }

  private func replayed() throws -> LiveDesk {
    let kept = try? centre.place.read(file)
    try? FileManager.default.removeItem(atPath: centre.place.file(file))
    defer { if let kept { _ = try? centre.place.write(kept, to: file) } }
    return try centre.open()
  }

  @Test func aDeskFromItsSnapshotIsTheDeskOfAReplay() throws {
    _ = try keep()
    let other = try centre.open()
    _ = try other.perform(Centre.receive("后来的"), at: centre.pass(.minutes(1)))
    let warm = try centre.open()
    #expect(warm.hasUnreadPart, "the snapshot was used")
    #expect(state(warm) == state(try replayed()))
    #expect(warm.head == other.head)
  }

  @Test func aHistoryBeforeTheSnapshotIsReadFromTheJournal() throws {
    _ = try keep()
    let warm = try centre.open()
    for number in [1001, 1017, 1040] as [Int32] {
      let events = try warm.history(of: TicketNumber(number))
      #expect(
        events.count == 2 && events.map(\.entry.body.ticket) == [TicketNumber(number), TicketNumber(number)])
    }
  }

  @Test func whatIsRecordedAfterASnapshotContinuesTheChain() throws {
    _ = try keep()
    let warm = try centre.open()
    _ = try warm.perform(Centre.receive("接着写"), at: centre.pass(.minutes(1)))
    let found = try Journal.verify(path: centre.path)
    #expect(found.ok && found.records == Int(warm.desk.lastSeq) + 1)
  }

  @Test func itBelongsToThoseWhoMayReadTheJournalOnly() throws {
    _ = try keep()
    let mode = try FileManager.default.attributesOfItem(atPath: centre.place.file(file))[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: centre.place.path).count == 3,
      "nothing is left over")
  }

  @Test func oneThatAnybodyMayHaveWrittenIsNotUsed() throws {
    _ = try keep()
    let path = centre.place.file(file)
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
    #expect(try !centre.open().hasUnreadPart)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(try centre.open().hasUnreadPart)
    try FileManager.default.moveItem(atPath: path, toPath: path + "-elsewhere")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path + "-elsewhere")
    #expect(try !centre.open().hasUnreadPart)
  }

  @Test func oneOfAnotherJournalOrAnotherHistoryIsNotUsed() throws {
    _ = try keep()
    let other = try Centre()
    try other.place.write(try centre.place.read(file), to: file)
    #expect(try !other.open().hasUnreadPart)

    // The same journal, put back from a copy and gone on differently.
    let copy = try centre.bytes()
    let live = try centre.open()
    _ = try live.perform(Centre.receive("甲"), at: centre.pass(.minutes(1)))
    live.keepSnapshot()
    try centre.place.write(copy, to: "desk.journal")
    try FileManager.default.removeItem(atPath: centre.path + ".state")
    let again = try centre.open()
    #expect(!again.hasUnreadPart)
    _ = try again.perform(Centre.receive("乙"), at: centre.pass(.minutes(1)))
    let last = try centre.open()
    #expect(!last.hasUnreadPart && last.desk.tickets.last?.summary == "乙")
  }

  @Test func everyCutAndEveryFlippedBitOfItIsNoticed() throws {
    let whole = state(try keep())
    let good = try centre.place.read(file)
    for count in stride(from: 0, to: good.count, by: 97) {
      #expect(Snapshot(Array(good[..<count]), key, into: ServiceDesk()) == nil)
    }
    for place in stride(from: 0, to: good.count, by: 13) {
      var bad = good
      bad[place] ^= UInt8(1 << (place % 8))
      #expect(Snapshot(bad, key, into: ServiceDesk()) == nil, "byte \(place)")
    }
    var bad = good
    bad[good.count / 2] ^= 4
    try centre.place.write(bad, to: file)
    let live = try centre.open()
    #expect(!live.hasUnreadPart && state(live) == whole)
  }

  private func closed(_ body: [UInt8]) -> [UInt8] {
    var writer = StateWriter(after: body)
    let sum = body.withUnsafeBytes { KeyedHash($0, key) }
    writer.number(sum.low)
    writer.number(sum.high)
    return writer.bytes
  }

  /// A sum that fits proves nothing about the fields behind it.
  @Test func wildFieldsUnderAGoodSumEndInNothingOrInAProof() throws {
    var random = SeededRandom()
    let whole = state(try keep())
    let good = Array(try centre.place.read(file).dropLast(Snapshot.sumLength))
    for _ in 0..<400 {
      var bad = good
      bad[Int.random(in: 19..<bad.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      _ = Snapshot(closed(bad), key, into: ServiceDesk())
    }
    for place in 19..<160 {
      var bad = good
      bad[place] ^= 0x41
      try centre.place.write(closed(bad), to: file)
      let live = try centre.open()
      if live.hasUnreadPart { continue }
      #expect(state(live) == whole, "a place that is not proved is not used: byte \(place)")
    }
  }

  @Test func anOldOneOrOneFromTheFutureMakesAWholeReading() throws {
    let live = try keep()
    let checkpoint = try #require(live.journal.checkpoint())
    func write(_ scanned: Instant) throws {
      let bytes = Snapshot(checkpoint: checkpoint, scanned: scanned, desk: live.desk).encoded(key)
      try centre.place.write(bytes, to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: centre.place.file(file))
    }
    try write(WallClock.now - .hours(23))
    #expect(try centre.open().hasUnreadPart)
    try write(WallClock.now - .hours(25))
    #expect(try !centre.open().hasUnreadPart)
    try write(WallClock.now + .hours(1))
    #expect(try !centre.open().hasUnreadPart)
  }

  @Test func rotBeforeASnapshotIsFoundInTheBackground() throws {
    _ = try keep()
    var bytes = try centre.bytes()
    bytes[bytes.count / 3] ^= 1
    try centre.place.write(bytes, to: "desk.journal")
    let warm = try centre.open()
    #expect(warm.hasUnreadPart && warm.access == .readWrite, "not looked at yet")
    while warm.hasUnreadPart { try warm.readUnreadPart() }
    #expect(warm.access == .readOnly(.damage))
    #expect(warm.notices.damage.count == 1)
    #expect(warm.notices.damage == (try replayed()).notices.damage)
  }

  @Test func aSoundPartIsLookedAtOnceAndTheSnapshotIsFreshAgain() throws {
    let live = try keep()
    let checkpoint = try #require(live.journal.checkpoint())
    let old = WallClock.now - .hours(20)
    try centre.place.write(
      Snapshot(checkpoint: checkpoint, scanned: old, desk: live.desk).encoded(key), to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: centre.place.file(file))
    let warm = try centre.open()
    while warm.hasUnreadPart { try warm.readUnreadPart() }
    #expect(warm.access == .readWrite && warm.notices.damage.isEmpty)
    let kept = try #require(Snapshot(try centre.place.read(file), key, into: ServiceDesk()))
    #expect(kept.scanned > old)
  }

  @Test func damageAndOtherMomentsLeaveNoSnapshot() throws {
    var bytes = try centre.bytes()
    bytes[bytes.count / 2] ^= 1
    try centre.place.write(bytes, to: "desk.journal")
    try centre.open().keepSnapshot()
    try centre.open(moment: .now(centre.clock)).keepSnapshot()
    #expect(!FileManager.default.fileExists(atPath: centre.place.file(file)))
  }

  @Test func aHealedTailBeforeItIsRemembered() throws {
    let handle = try #require(FileHandle(forWritingAtPath: centre.path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("{\"seq\":85,\"half".utf8))
    try handle.close()
    let live = try centre.open()
    _ = try live.perform(Centre.receive("补上"), at: centre.pass(.minutes(1)))
    live.keepSnapshot()
    let warm = try centre.open()
    #expect(
      warm.hasUnreadPart && warm.notices.healed == live.notices.healed && warm.notices.healed.count == 1)
    while warm.hasUnreadPart { try warm.readUnreadPart() }
    #expect(warm.notices.damage.isEmpty)
  }
}
