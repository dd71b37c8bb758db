import Desk
import Glibc
import Journal

extension LiveDesk {
  /// A replay that takes longer than this is worth a snapshot, in milliseconds.
  static let patience: Int64 = 100

  /// What a desk has on trust, because it began with a snapshot.
  struct Trust {
    /// Where the snapshot was taken.
    let checkpoint: Checkpoint
    let scanned: Instant
    /// The sum it was closed with.
    let sum: [UInt8]
    let key: KeyedHash.Key
    /// Who is here and what they may, as it says; nil once the journal's own records have said the same.
    var authority: [UInt8]?
    /// The desk as the journal's own lines make it, so far; nil until the background pass begins.
    var second: SecondReading?
  }

  /// Stands the desk where a snapshot left it, if there is one that the journal proves.
  func takeSnapshot(now: Instant) {
    guard moment == .live, let bytes = SnapshotFile(beside: path).read(),
      let key = SnapshotKey.own(for: path),
      let snapshot = Snapshot(bytes, key, into: desk), snapshot.isFresh(at: now),
      journal.resume(from: snapshot.checkpoint)
    else { return }
    desk = snapshot.desk
    trust = Trust(
      checkpoint: snapshot.checkpoint, scanned: snapshot.scanned,
      sum: bytes.suffix(Snapshot.sumLength).map { $0 },
      key: key, authority: snapshot.desk.authority)
    scanned = snapshot.scanned
  }

  /// Makes sure that who is here, and what they may do, is what the journal's own records say, before anything hangs on
  /// it. Where they say something else, or the snapshot stands for events that this version does not know, the whole
  /// journal is read and the snapshot goes. Throws what reading throws.
  public func proveAuthority() throws(StoreError) {
    guard let trust, let said = trust.authority else { return }
    var own = ServiceDesk(zone: desk.zone)
    let isTold = try StoreError.journal { () throws in
      try journal.records(
        before: trust.checkpoint, wants: Self.decidesAuthority,
        knows: { EventType.byName.value(of: $0) != nil }
      ) { own.evolve(EventReader.event(from: $0)) }
    }
    guard isTold, own.unrecognised == 0, own.authority == said else {
      wasMisled = isTold && own.unrecognised == 0
      return try distrust()
    }
    self.trust?.authority = nil
  }

  private static func decidesAuthority(_ type: JSONText) -> Bool {
    switch EventType.byName.value(of: type) {
    case .staffAdded, .staffEdited, .staffLeft, .policyAdopted, .importUndone: true
    default: false
    }
  }

  /// The snapshot is not what the journal says, or cannot be shown to be: everything is read anew.
  private func distrust() throws(StoreError) {
    SnapshotFile(beside: path).remove()
    try reload(isProven: true)
  }

  /// Keeps the desk for the next start if this one took long; to be called when everything else is done. Failing is
  /// silent.
  public func saveSnapshot() {
    guard replayTime > Self.patience else { return }
    keepSnapshot()
  }

  /// Keeps the desk for the next start.
  func keepSnapshot() {
    guard moment == .live, desk.unrecognised == 0, desk.lastSeq == journal.head.seq, let scanned,
      let key = SnapshotKey.own(for: path), let checkpoint = journal.checkpoint()
    else { return }
    replayTime = 0
    SnapshotFile(beside: path).write(
      Snapshot(checkpoint: checkpoint, scanned: scanned, desk: desk).encoded(key))
  }

  /// Whether a part of the journal has been taken on trust and not been read since.
  public var hasUnreadPart: Bool { trust != nil }

  /// Reads the next piece of that part, a mebibyte, and folds it; when it is over, damage found there is among the
  /// notices, and a snapshot that is not what its own journal makes of it is thrown away and the desk made anew.
  ///
  /// Throws what reading throws; nothing more is read then.
  public func readUnreadPart() throws(StoreError) {
    guard let trust else { return }
    do {
      if trust.second == nil {
        self.trust?.second = SecondReading(
          try CoveredScan(journal, before: trust.checkpoint), ServiceDesk(zone: desk.zone))
      }
      try self.trust?.second?.step()
    } catch {
      self.trust = nil
      throw (error as? JournalError).map { .journal($0) } ?? .unexpected(String(describing: error))
    }
    guard let second = self.trust?.second, second.isOver else { return }
    guard journal.notices.damage.isEmpty else {
      self.trust = nil
      return
    }
    let own = Snapshot(checkpoint: trust.checkpoint, scanned: trust.scanned, desk: second.desk)
    guard own.encoded(trust.key).suffix(Snapshot.sumLength).elementsEqual(trust.sum) else {
      wasMisled = true
      return try distrust()
    }
    self.trust = nil
    scanned = WallClock.now
    keepSnapshot()
  }
}

extension ServiceDesk {
  /// Who is here and what they may, as bytes to be compared.
  var authority: [UInt8] {
    var writer = StateWriter()
    writeAuthority(to: &writer)
    return writer.bytes
  }
}

/// A reading of the journal's own lines that goes on while the desk is used; it has one owner.
final class SecondReading {
  private var scan: CoveredScan
  /// What they make of the desk so far.
  private(set) var desk: ServiceDesk
  /// Everything has been read.
  var isOver: Bool { scan.isOver }

  init(_ scan: consuming CoveredScan, _ desk: ServiceDesk) {
    self.scan = scan
    self.desk = desk
  }

  func step() throws {
    var desk = ServiceDesk()
    swap(&desk, &self.desk)
    defer { swap(&desk, &self.desk) }
    try scan.step { desk.evolve(EventReader.event(from: $0)) }
  }
}
