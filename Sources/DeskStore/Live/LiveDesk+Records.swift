public import Desk
public import Journal

extension LiveDesk {
  /// Hands over every record that the moment shows, from the first on, with the event that it is; read once more from the
  /// file, whatever the desk itself began with.
  ///
  /// Throws `StoreError.journal`, what `visit` throws, and where another journal has come there, the same as `follow`.
  public func forEachRecord(_ visit: (Record, Event) throws -> Void) throws {
    let fresh = try StoreError.journal { () throws in try Journal(path: path, writing: false) }
    guard fresh.identity.uuid == identity.uuid else { throw StoreError.anotherJournal(path: path) }
    // An archive shown as it ends shows all that it has.
    let end = try StoreError.journal { () throws in try fresh.sealedEnd() }.map { Instant(milliseconds: $0) }
    let isWhole = moment == .live || end.map { moment == Moment.live.limited(to: $0) } ?? false
    var filter = try MomentFilter(isWhole ? .live : moment) { () throws(StoreError) in
      try JournalReplay(path: path).newRecords().map(\.at.milliseconds)
    }
    try fresh.readNew { record in
      let event = EventReader.event(from: record)
      if filter.admits(event) { try visit(record, event) }
    }
    let isSame = try StoreError.journal { () throws in try fresh.holds(head) }
    if head.seq >= 0, !isSame { throw StoreError.divergedJournal(path: path, seq: head.seq) }
  }
}
