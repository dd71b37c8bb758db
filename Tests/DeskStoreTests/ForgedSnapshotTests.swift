import Desk
import Foundation
import Journal
import TestSupport
import Testing

@testable import DeskStore

/// A snapshot of any bytes at all, even one closed as its account closes them, changes nothing that is allowed, and nothing
/// that is shown for longer than it takes to read the journal.
@Suite struct ForgedSnapshotTests {
  private let centre: Centre
  private let key: KeyedHash.Key

  init() throws {
    centre = try Centre()
    key = try #require(SnapshotKey.own(for: centre.path))
    let live = try centre.open()
    for number in 0..<20 {
      _ = try live.perform(Centre.receive("第\(number)件"), at: centre.pass(.minutes(1)))
    }
  }

  private var file: String { "desk.journal" + Snapshot.suffix }

  /// Keeps a snapshot in which that has happened too.
  private func forge(_ bodies: [EventBody], key: KeyedHash.Key? = nil) throws {
    let live = try centre.open()
    let checkpoint = try #require(live.journal.checkpoint())
    var desk = live.desk
    for body in bodies {
      desk.evolve(Event(seq: 1, at: centre.clock, entry: Entry(by: Centre.manager, body: body)))
    }
    let forged = Snapshot(checkpoint: checkpoint, scanned: WallClock.now, desk: desk)
    try centre.place.write(forged.encoded(key ?? self.key), to: file)
    chmod(centre.place.file(file), 0o600)
  }

  private var promotion: EventBody {
    var edit = StaffEdit(code: Centre.clerk)
    edit.role = .manager
    return .staffEdited(edit)
  }

  private var rename: EventBody { .ticket(TicketNumber(1001), .edited(TicketEdit(summary: "假的"))) }

  @Test func aRoleInItGivesNobodyARight() throws {
    try forge([promotion])
    let before = try centre.bytes()
    let live = try centre.open()
    #expect(live.hasUnreadPart && live.desk.staff[Centre.clerk]?.role == .manager, "it was believed so far")
    let person = Staff(code: StaffCode("x"), name: "x", role: .clerk)
    #expect(throws: StoreError.self) {
      try live.perform(Command(by: Centre.clerk, action: .addStaff(person)), at: centre.clock)
    }
    #expect(live.desk.staff[Centre.clerk]?.role == .clerk && !live.hasUnreadPart)
    #expect(try centre.bytes() == before)
    #expect(!FileManager.default.fileExists(atPath: centre.place.file(file)))
  }

  @Test func anAccountInItIsNobodysAccount() throws {
    var edit = StaffEdit(code: Centre.manager)
    edit.accounts = ["stranger"]
    try forge([.staffEdited(edit)])
    let live = try centre.open()
    try live.proveAuthority()
    #expect(throws: Refusal.strangerAccount("stranger")) { try live.whoAmI(account: "stranger", named: nil) }
  }

  @Test func whatItShowsIsPutRightInTheBackground() throws {
    try forge([rename])
    let live = try centre.open()
    #expect(live.desk.tickets[TicketNumber(1001)]?.summary == "假的")
    while live.hasUnreadPart { try live.readUnreadPart() }
    #expect(live.wasMisled && live.desk.tickets[TicketNumber(1001)]?.summary == "第0件")
    #expect(try centre.open().desk.tickets[TicketNumber(1001)]?.summary == "第0件")
  }

  @Test func oneOfAnotherAccountIsNotBelievedAtAll() throws {
    try forge([promotion, rename], key: KeyedHash.Key(1, 2))
    let live = try centre.open()
    #expect(!live.hasUnreadPart && live.desk.tickets[TicketNumber(1001)]?.summary == "第0件")
    // Nor where a byte was changed and whatever sum an outsider can work out was mended.
    try forge([])
    var bytes = try centre.place.read(file)
    bytes[bytes.count / 2] ^= 1
    let sum = bytes.dropLast(4).withUnsafeBytes { CRC32C.checksum($0) }
    bytes.replaceSubrange((bytes.count - 4)..., with: withUnsafeBytes(of: sum.littleEndian, Array.init))
    try centre.place.write(bytes, to: file)
    #expect(try !centre.open().hasUnreadPart)
  }

  @Test func oneThatStandsForEventsOfANewerVersionGoes() throws {
    let batch = Batch.one(at: centre.clock.milliseconds, by: "li.na", type: "survey.opened")
    let journal = try Journal(path: centre.path, writing: true)
    try journal.locked(patience: 1) { appending in
      try appending.readNew { _ in }
      _ = try appending.append(batch)
    }
    // As a version would leave it that knows the type; this one was built to believe it.
    let live = try centre.open()
    var desk = ServiceDesk(zone: live.desk.zone)
    for event in try live.events(at: Array(0...live.desk.lastSeq)) {
      if case .unrecognised = event.entry.body { continue }
      desk.evolve(event)
    }
    desk.evolve(
      Event(seq: live.desk.lastSeq, at: centre.clock, entry: Entry(by: Centre.manager, body: .healed)))
    let checkpoint = try #require(live.journal.checkpoint())
    try centre.place.write(
      Snapshot(checkpoint: checkpoint, scanned: WallClock.now, desk: desk).encoded(key), to: file)
    chmod(centre.place.file(file), 0o600)
    let misled = try centre.open()
    #expect(misled.hasUnreadPart && misled.desk.unrecognised == 0)
    #expect(throws: StoreError.refused(.writtenByNewerVersion)) {
      try misled.perform(Centre.receive("x"), at: centre.clock)
    }
  }

  @Test func aVersionThatKnowsOneWordMoreOrLessIsAnotherOne() {
    let words = EventType.all.map(\.name) + Codes.all
    #expect(Snapshot.version(ServiceDesk.stateSum, words) == Snapshot.version)
    #expect(Snapshot.version(ServiceDesk.stateSum, words + ["survey.opened"]) != Snapshot.version)
    for place in words.indices {
      var fewer = words
      fewer.remove(at: place)
      #expect(Snapshot.version(ServiceDesk.stateSum, fewer) != Snapshot.version, "\(words[place])")
    }
    #expect(Snapshot.version(ServiceDesk.stateSum &+ 1, words) != Snapshot.version)
  }

  @Test func verifySaysWhatItIs() throws {
    #expect(SnapshotCheck.result(forJournal: centre.path) == .none)
    try forge([])
    #expect(SnapshotCheck.result(forJournal: centre.path) == .agrees)
    try forge([rename])
    #expect(SnapshotCheck.result(forJournal: centre.path) == .differs)
    try forge([], key: KeyedHash.Key(1, 2))
    #expect(SnapshotCheck.result(forJournal: centre.path) == .unproved)
  }
}

extension Batch {
  fileprivate static func one(at: Int64, by: String, type: String) -> Batch {
    var batch = Batch()
    batch.add(at: at, by: by, type: type) { (_: inout JSONWriter) in }
    return batch
  }
}
