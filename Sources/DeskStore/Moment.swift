public import Desk

/// The moment at which the desk is shown.
public enum Moment: Hashable, Sendable {
  /// As it is, and as it goes on.
  case live
  /// At that moment by what is known today: events that happened later are left out.
  case now(Instant)
  /// As it was known at that moment: what was recorded by then. One whose clock was wrong is taken by what it says.
  case asOf(Instant)

  /// The moment at which its clocks stand; nil for now.
  public var instant: Instant? {
    switch self {
    case .live: nil
    case .now(let instant), .asOf(let instant): instant
    }
  }

  /// The same, not beyond a moment.
  func limited(to end: Instant) -> Moment {
    switch self {
    case .live: .asOf(end)
    case .now(let instant): .now(min(instant, end))
    case .asOf(let instant): .asOf(min(instant, end))
    }
  }
}

/// Sorts the events of a journal, in their order, into those that a moment shows and those that it does not.
struct MomentFilter {
  private let moment: Moment

  init(_ moment: Moment) { self.moment = moment }

  func admits(_ event: Event) -> Bool {
    switch moment {
    case .live: return true
    case .now(let instant):
      // Which centre it is does not depend on the moment.
      if case .created = event.entry.body { return true }
      return event.happened <= instant
    case .asOf(let instant): return event.at <= instant
    }
  }
}
