public import Desk
import Journal

/// The moment at which the desk is shown.
public enum Moment: Hashable, Sendable {
  /// As it is, and as it goes on.
  case live
  /// At that moment by what is known today: events that happened later are left out.
  case now(Instant)
  /// As it was known at that moment: what was recorded by then. A record made while the clock was wrong counts as made with
  /// the one before it (see `ClockOrder`), here as in a replay and in an archive.
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
  /// How many of the records that are still to come had been made by the moment; beyond them each is asked for itself.
  private var known = 0
  /// One was not, and so none behind it.
  private var isOver = false

  /// A filter of the records of a journal; `times` are those at which they say that they were made.
  init(_ moment: Moment, of times: () throws(StoreError) -> [Int64]) throws(StoreError) {
    self.moment = moment
    guard case .asOf(let instant) = moment else { return }
    let times = try times()
    known = ClockOrder.count(ClockOrder.reached(times), by: instant.milliseconds)
    isOver = known < times.count
  }

  mutating func admits(_ event: Event) -> Bool {
    switch moment {
    case .live: return true
    case .now(let instant):
      // Which centre it is does not depend on the moment.
      if case .created = event.entry.body { return true }
      return event.happened <= instant
    case .asOf(let instant):
      if known > 0 {
        known -= 1
        return true
      }
      isOver = isOver || event.at > instant
      return !isOver
    }
  }
}
