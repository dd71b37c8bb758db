public import Desk
import Journal

/// A journal file as the source of a replay; it holds no lock and never writes.
public final class JournalReplay: ReplaySource {
  public let zone: Zone
  private let journal: Journal

  /// Opens the journal at `path` for reading; a zone unknown on this machine counts as UTC.
  public init(path: String) throws(StoreError) {
    journal = try StoreError.journal { () throws in try Journal(path: path, writing: false) }
    zone = (try? ZoneReader.zone(named: journal.identity.zone)) ?? .utc
  }

  public func newRecords() throws(StoreError) -> [(seq: Int64, at: Instant)] {
    try StoreError.journal { () throws in
      var records: [(seq: Int64, at: Instant)] = []
      _ = try journal.readNew { records.append(($0.seq, Instant(milliseconds: $0.at))) }
      return records
    }
  }

  public func events(at seqs: [Int64]) throws(StoreError) -> [Event] {
    try journal.events(at: seqs)
  }
}
