import Desk
import Journal

/// What a check of the snapshot beside a journal found.
public enum SnapshotCheck: String, Sendable {
  /// There is none.
  case none
  /// It is what the journal's own lines make of it.
  case agrees
  /// It is not known to be one that this account left for itself, so that nothing is believed of it.
  case unproved
  /// It is closed as this account closes them, and not what the journal says.
  case differs

  /// Folds the journal at `path` anew as far as its snapshot reaches and compares.
  public static func result(forJournal path: String) -> SnapshotCheck {
    guard let live = try? LiveDesk(path: path, writing: false, isProven: true),
      let bytes = SnapshotFile(beside: live.path).read()
    else { return .none }
    guard let key = SnapshotKey.own(for: live.path),
      let snapshot = Snapshot(bytes, key, into: ServiceDesk(zone: live.desk.zone))
    else { return .unproved }
    var desk = ServiceDesk(zone: live.desk.zone)
    let end = snapshot.checkpoint.head
    guard (try? live.events(upTo: end.seq) { desk.evolve($0) }) != nil,
      (try? live.holds(end)) == true
    else { return .differs }
    let own = Snapshot(checkpoint: snapshot.checkpoint, scanned: snapshot.scanned, desk: desk)
    return own.encoded(key) == bytes ? .agrees : .differs
  }
}

extension LiveDesk {
  /// Hands over the events up to `seq`, read again from the file.
  fileprivate func events(upTo seq: Int64, _ visit: (Event) -> Void) throws {
    let again = try Journal(path: path, writing: false)
    _ = try again.readNew { record in
      if record.seq <= seq { visit(EventReader.event(from: record)) }
    }
  }

  /// Whether the journal holds that record as it was.
  fileprivate func holds(_ head: Head) throws -> Bool { try journal.holds(head) }
}
