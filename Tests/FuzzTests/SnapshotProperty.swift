import Desk
import Glibc

@testable import DeskStore
@testable import Journal

/// A snapshot is refused, or it is whole: it is kept again as a state that is read as the same state, no part of it
/// is one, nothing may stand behind it, and a flipped bit is found.
enum SnapshotProperty {
  private static let opening = Snapshot.opening
  /// The key that the snapshots here are closed with: a fuzzer guesses none.
  static let key = KeyedHash.Key(1, 2)

  static func fault(of body: [UInt8]) -> String? {
    guard let taken = Snapshot(closed(body), key, into: ServiceDesk()) else { return nil }
    let again = taken.encoded(key)
    guard let second = Snapshot(again, key, into: ServiceDesk()) else {
      return "what it is kept as is refused"
    }
    if second.encoded(key) != again { return "kept once more it is another" }
    if let fault = difference(taken.desk, second.desk) { return fault }
    let cut = body.count * Int(body.last ?? 0) / 256
    if Snapshot(closed(Array(body[..<cut])), key, into: ServiceDesk()) != nil {
      return "\(cut) bytes of it are one"
    }
    if Snapshot(closed(body + [0]), key, into: ServiceDesk()) != nil { return "a byte behind it is let pass" }
    var spoilt = again
    spoilt[spoilt.count / 2] ^= 0x10
    if Snapshot(spoilt, key, into: ServiceDesk()) != nil { return "a flipped bit is let pass" }
    _ = taken.isFresh(at: WallClock.now)
    use(taken.desk, at: Instant(seconds: 1_795_305_600))
    return faultOfProof(taken)
  }

  /// A journal does not go on from a place that its own line does not prove.
  private static func faultOfProof(_ snapshot: Snapshot) -> String? {
    guard let path = journal, let journal = try? Journal(path: path, writing: false) else { return nil }
    let place = snapshot.checkpoint
    guard journal.resume(from: place) else { return nil }
    let size = (try? journal.currentSize()) ?? 0
    return place.uuid == journal.identity.uuid && (1...size).contains(place.head.offset)
      ? nil : "a journal goes on from \(place)"
  }

  /// A journal of this process to hold places against, as long as it runs.
  private static let journal: String? = {
    var name = Array("/tmp/dutydesk-fuzz-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { return nil }
    folder = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    atexit {
      for name in ["/desk.journal", "/desk.journal.state", ""] { remove(SnapshotProperty.folder + name) }
    }
    let identity = Identity(centre: "翠湖", zone: "UTC", uuid: "0b0e7a52-6d0c-4c54-9d5e-0a5a4a0f7c11")
    let path = folder + "/desk.journal"
    try? Journal.create(path: path, identity: identity, at: 1_795_321_055_123, by: "li.na")
    return path
  }()

  /// Where it lies; set once, by whoever asks for it first.
  nonisolated(unsafe) private static var folder = ""

  // MARK: Desks

  /// The bytes of a snapshot of `desk`.
  static func kept(_ desk: ServiceDesk) -> [UInt8] {
    let head = Head(seq: desk.lastSeq, offset: 1000, digest: .zero)
    let checkpoint = Checkpoint(uuid: "u", head: head, line: 900, healed: [], index: SparseIndex())
    return Snapshot(checkpoint: checkpoint, scanned: Instant(seconds: 0), desk: desk).encoded(key)
  }

  /// Where two desks differ; nil where they are the same.
  static func difference(_ one: ServiceDesk, _ other: ServiceDesk) -> String? {
    if kept(one) != kept(other) { return "the states differ" }
    if one.open != other.open { return "open: \(one.open) and \(other.open)" }
    if one.visitsOwed != other.visitsOwed { return "visits: \(one.visitsOwed) and \(other.visitsOwed)" }
    return one.references == other.references ? nil : "references differ"
  }

  /// Asks for all that a screen shows: no value that was read may stop it.
  static func use(_ desk: ServiceDesk, at now: Instant) {
    var book = DueBook()
    for name in [QueueName.open, .late, .visit, .closed] { _ = book.queue(name, of: desk, now: now) }
    _ = desk.board(now: now, book: &book)
    for ticket in desk.tickets.prefix(8) {
      _ = desk.candidates(for: ticket, now: now)
      for clock in ticket.clocks(desk.policies, at: now) { _ = clock.isAtRisk }
      for track in ticket.tracks(desk.policies) { _ = track.intervals(at: now) }
    }
  }

  /// What stands between the opening line and the checksum of a snapshot of `desk`.
  static func body(_ desk: ServiceDesk) -> [UInt8] {
    Array(kept(desk).dropFirst(opening.count).dropLast(Snapshot.sumLength))
  }

  /// `body` between its opening line and its checksum.
  static func closed(_ body: [UInt8]) -> [UInt8] {
    var writer = StateWriter(after: opening + body)
    let sum = writer.bytes.withUnsafeBytes { KeyedHash($0, key) }
    writer.number(sum.low)
    writer.number(sum.high)
    return writer.bytes
  }
}
