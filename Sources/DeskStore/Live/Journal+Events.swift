import Desk
import Journal

extension Journal {
  /// The events with these numbers; numbers that the journal does not have are left out.
  func events(at seqs: [Int64]) throws(StoreError) -> [Event] {
    try StoreError.journal { () throws in
      var events: [Event] = []
      events.reserveCapacity(seqs.count)
      try lines(at: seqs) { record in events.append(EventReader.event(from: record)) }
      return events
    }
  }
}
