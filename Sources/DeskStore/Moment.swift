public import Desk

/// The moment at which the desk is shown.
public enum Moment: Hashable, Sendable {
  /// As it is, and as it goes on.
  case live
  /// At that moment by what is known today: events that happened later are left out.
  case now(Instant)
  /// As it was known at that moment: the longest beginning of the journal that was recorded by then.
  case asOf(Instant)

  /// The moment at which its clocks stand; nil for now.
  public var instant: Instant? {
    switch self {
    case .live: nil
    case .now(let instant), .asOf(let instant): instant
    }
  }
}

/// Sorts the events of a journal, in their order, into those that a moment shows and those that it does not.
struct MomentFilter {
  private let moment: Moment
  private var isOver = false

  init(_ moment: Moment) { self.moment = moment }

  mutating func admits(_ event: Event) -> Bool {
    switch moment {
    case .live: return true
    case .now(let instant):
      // Which centre it is does not depend on the moment.
      if case .created = event.entry.body { return true }
      return event.happened <= instant
    case .asOf(let instant):
      // A clock that went backwards does not let later records in again.
      isOver = isOver || event.at > instant
      return !isOver
    }
  }
}
