/// Tells which `journal.healed` records count: one that says what its writer can have seen (JOURNAL, recovery).
///
/// Whoever heals has accepted all that chains on and numbers the healing behind it. So a healing that names bytes in
/// which a record with a smaller seq was accepted is a lie, whoever sealed it, and hides nothing. Reader, follower, walk,
/// check and recovery all ask here.
struct HealingJudge {
  private typealias Accepted = (offset: Int64, seq: Int64)

  /// Records accepted so far that a healing may still take back, in the order of the file.
  private var accepted: [Accepted] = []
  /// The healings that count so far, and what each took back: a later one that sets an earlier one aside was written by
  /// somebody who had judged the same bytes anew, and gives back what that one took.
  private var admitted: [(offset: Int64, took: [Accepted])] = []
  /// Nothing before is taken back any more.
  private var floor: Int64
  /// The seq of the next record.
  private var expected: Int64 { (accepted.last?.seq ?? before) + 1 }
  /// The seq of the last record before all that may be taken back.
  private var before: Int64

  /// A judge who begins behind what was read and handed over.
  init(from floor: Int64, expecting seq: Int64) {
    self.floor = floor
    before = seq - 1
  }

  /// Takes in a good record, in the order of the file; one that does not come next, or comes again, says nothing.
  mutating func accept(_ offset: Int64, seq: Int64) {
    guard seq >= expected else { return }
    accepted.append((offset, seq))
  }

  /// Whether `healing`, with the seq it carries, can be one. If so, what it sets aside is taken back and it is accepted.
  mutating func admits(_ healing: Healing, seq: Int64) -> Bool {
    let start = healing.bytes.lowerBound
    guard start >= floor, start > 0 else { return false }
    // A record that it would hide was accepted before it was written. Healings do not count for that: one whose bytes turned
    // out to be others is judged anew by the next writer.
    let hidden = accepted.first { entry in
      entry.offset >= start && !admitted.contains { $0.offset == entry.offset }
    }
    if let hidden, hidden.seq < seq { return false }
    var known = self
    while let last = known.admitted.last, last.offset >= start {
      known.admitted.removeLast()
      known.accepted.removeAll { $0.offset >= last.offset }
      known.accepted += last.took
    }
    let place = known.accepted.firstIndex { $0.offset >= start } ?? known.accepted.endIndex
    if place < known.accepted.endIndex, known.accepted[place].seq < seq { return false }
    guard seq > (place > 0 ? known.accepted[place - 1].seq : before) else { return false }
    let took = Array(known.accepted[place...])
    known.accepted.removeSubrange(place...)
    known.accepted.append((healing.bytes.upperBound, seq))
    known.admitted.append((healing.bytes.upperBound, took))
    self = known
    return true
  }

  /// What lies before `offset` has been handed over: nothing takes it back.
  mutating func handedOver(before offset: Int64) {
    floor = max(floor, offset)
    let place = accepted.firstIndex { $0.offset >= offset } ?? accepted.endIndex
    if place > 0 { before = accepted[place - 1].seq }
    accepted.removeSubrange(..<place)
    admitted.removeAll { $0.offset < offset }
  }
}
