/// A note as its author numbered it.
struct Note: Hashable, CustomStringConvertible {
  let author: String
  let number: Int

  init(_ author: String, _ number: Int) {
    (self.author, self.number) = (author, number)
  }

  /// The note whose text is `author number`; nil for any other text.
  init?(text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, let number = Int(words[1]) else { return nil }
    self.init(String(words[0]), number)
  }

  var text: String { "\(author) \(number)" }
  var description: String { text }
}

/// What authors tried to save and what they were told, kept by somebody who survives them all.
struct Ledger: Sendable {
  /// Handed to a writer: it may be in the journal or not.
  private(set) var attempted: Set<Note> = []
  /// Its author was told that it is saved.
  private(set) var acknowledged: Set<Note> = []
  /// Its author was told that it is not.
  private(set) var refused: Set<Note> = []

  mutating func attempt(_ note: Note) { attempted.insert(note) }

  mutating func acknowledge(_ note: Note) {
    attempted.insert(note)
    acknowledged.insert(note)
  }

  mutating func refuse(_ note: Note) {
    attempted.insert(note)
    refused.insert(note)
  }

  mutating func add(_ other: Ledger) {
    attempted.formUnion(other.attempted)
    acknowledged.formUnion(other.acknowledged)
    refused.formUnion(other.refused)
  }

  /// What a note's author is told by the exit status of a command: nothing when it was killed.
  mutating func note(_ note: Note, status: Int32) {
    switch status {
    case 0: acknowledge(note)
    case 137: attempt(note)
    default: refuse(note)
    }
  }

  /// The acknowledged notes that `found` lacks.
  func lost(from found: [Note]) -> Set<Note> { acknowledged.subtracting(found) }

  /// All that is wrong with a journal that holds `found`, in this order.
  func faults(of found: [Note]) -> [String] {
    var faults = lost(from: found).map { "lost: \($0)" }
    var last: [String: Int] = [:]
    var seen: Set<Note> = []
    for note in found {
      if !seen.insert(note).inserted { faults.append("doubled: \(note)") }
      if !attempted.contains(note) { faults.append("nobody wrote: \(note)") }
      if refused.contains(note) { faults.append("told NOT saved, but shown: \(note)") }
      if note.number <= last[note.author] ?? .min { faults.append("out of order: \(note)") }
      last[note.author] = note.number
    }
    return faults.sorted()
  }
}
