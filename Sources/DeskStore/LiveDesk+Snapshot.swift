import Desk
import Glibc
import Journal

extension LiveDesk {
  /// A replay that takes longer than this is worth a snapshot, in milliseconds.
  static let patience: Int64 = 100

  /// Stands the desk where a snapshot left it, if there is one that the journal proves.
  func takeSnapshot(now: Instant) {
    guard moment == .live, let bytes = SnapshotFile(beside: path).read(),
      let snapshot = Snapshot(bytes, into: desk), snapshot.isFresh(at: now),
      journal.resume(from: snapshot.checkpoint)
    else { return }
    desk = snapshot.desk
    covered = snapshot.checkpoint
    scanned = snapshot.scanned
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
      let checkpoint = journal.checkpoint()
    else { return }
    replayTime = 0
    SnapshotFile(beside: path).write(
      Snapshot(checkpoint: checkpoint, scanned: scanned, desk: desk).encoded)
  }

  /// Whether a part of the journal has been taken on trust and not been looked at since.
  public var hasUnreadPart: Bool { covered != nil }

  /// Looks at the next piece of that part, a mebibyte; damage found there is among the notices when it is over.
  ///
  /// Throws what reading throws; nothing more is looked at then.
  public func readUnreadPart() throws(StoreError) {
    guard let covered else { return }
    if coveredScan == nil { coveredScan = CoveredScanBox(CoveredScan(journal, before: covered)) }
    do throws(JournalError) {
      try coveredScan?.scan.step()
    } catch {
      forgetUnreadPart()
      throw .journal(error)
    }
    guard coveredScan?.scan.isOver ?? true else { return }
    forgetUnreadPart()
    if journal.notices.damage.isEmpty {
      scanned = WallClock.now
      keepSnapshot()
    }
  }

  func forgetUnreadPart() {
    covered = nil
    coveredScan = nil
  }
}

/// A scan that is still going on has one owner.
final class CoveredScanBox {
  var scan: CoveredScan

  init(_ scan: consuming CoveredScan) { self.scan = scan }
}
