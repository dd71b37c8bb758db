public import Desk
public import Journal

/// What can go wrong between the desk and its journal.
public enum StoreError: Error, Equatable, Sendable {
  /// A rule says no; nothing was written.
  case refused(Refusal)
  /// The file says no; see `JournalError` for what was saved.
  case journal(JournalError)
  /// Under the journal's name another journal has appeared.
  case anotherJournal(path: String)
  /// Under the journal's name an older copy of it has appeared, which lacks these events.
  case earlierJournal(path: String, missing: ClosedRange<Int64>)
  /// Under the journal's name a copy of it has appeared in which this event is another one.
  case divergedJournal(path: String, seq: Int64)
  /// This machine has no time zone of that name.
  case unknownZone(String)
  /// A desk shown at another moment cannot be changed.
  case anotherMoment
  /// A replay has nowhere to go that way.
  case replay(ReplayFault)
  /// The journal has no place to go: neither `HOME` nor the account's entry names a home directory.
  case noHome
  /// A folder for the journal cannot be made.
  case folder(path: String, errno: Int32)
  /// Something else stopped the journal; the words are for whoever mends the program.
  case unexpected(String)
  /// The journal numbered an append otherwise than foreseen.
  case outOfStep(expected: Int64, found: Int64)
}
