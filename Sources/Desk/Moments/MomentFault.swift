/// Why a time as somebody wrote it cannot be taken.
public enum MomentFault: Error, Hashable, Sendable {
  /// It is none of the ways of writing a time, or no such day exists.
  case unreadable
  /// Summer time leaves it out: the last minute before, and the first moment after.
  case leftOut(before: Instant, after: Instant)
  /// The end of summer time shows it twice, and nothing says which is meant.
  case twice(Instant, Instant)
  /// It is over, where something to come is asked for.
  case passed(Instant)
  /// It is still to come, where something that has happened is asked for.
  case notYet(Instant)
  /// It would end before it begins.
  case reversed(Window)
}
