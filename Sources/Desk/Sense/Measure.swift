/// A number, a moment or a list that somebody gives, as refusals and histories name it.
public enum Measure: String, Code {
  case labour, quantity, unitPrice, labourPrice, total, charge, price
  case rings, orderLimit, skillLevel
  case happened, window, absence, promise, waiting, effective, moment
  case rosterDay, swapDay, licenceDay, shiftDay
  case ticket, order
  case materials, trades, licences, accounts, technicians, assignments, rosterDays, policies
}

/// Something said that makes no sense, and what would.
public struct Nonsense: Hashable, Sendable {
  /// What was said.
  public let measure: Measure
  /// What of that kind makes sense.
  public let limit: Limit

  /// What makes sense.
  public enum Limit: Hashable, Sendable {
    /// Whole numbers of the measure's own unit: minutes, fen, thousandths, pieces.
    case numbers(ClosedRange<Int64>)
    /// Moments, both ends among them.
    case moments(ClosedRange<Instant>)
    /// No longer than that.
    case length(Seconds)
    /// The end after the start.
    case inOrder
  }

  public init(_ measure: Measure, _ limit: Limit) {
    self.measure = measure
    self.limit = limit
  }
}
