/// A step that its author may take back for a while (DOMAIN, undo).
public struct UndoStep: Hashable, Sendable {
  /// What was done.
  public enum Deed: Hashable, Sendable {
    case dispatched(OrderID)
    case transferred(OrderID, to: OrderID)
    /// A reserved order went out.
    case sent(OrderID)
    case merged
    case cancelled
    /// What it was before.
    case classified(Classification)
  }
  public let ticket: TicketNumber
  public let deed: Deed
  public let seq: Int64
  public let at: Instant

  var isHandingOn: Bool {
    if case .transferred = deed { return true }
    return false
  }
}

/// The latest steps of each author that can be taken back.
struct UndoBook: Hashable, Sendable {
  /// At least so many of each author are kept: more than anybody does in the time that a policy allows.
  static let depth = 64
  private(set) var steps: [StaffCode: [UndoStep]] = [:]

  mutating func add(_ step: UndoStep, by author: StaffCode) {
    steps[author, default: []].append(step)
    if steps[author, default: []].count == 2 * Self.depth { steps[author]?.removeFirst(Self.depth) }
  }

  /// A step was taken back, or can no longer be.
  mutating func remove(_ seq: Int64, of author: StaffCode) { steps[author]?.removeAll { $0.seq == seq } }

  /// What the author did at the same moment as their last step, on a ticket or on any: a bulk action is one step.
  func last(of author: StaffCode, on ticket: TicketNumber?) -> [UndoStep] {
    let own = (steps[author] ?? []).filter { ticket == nil || $0.ticket == ticket }
    guard let last = own.last else { return [] }
    let same = own.filter { $0.at == last.at }
    // Who changed places with somebody changes back with them.
    guard same.contains(where: \.isHandingOn) else { return same }
    return (steps[author] ?? []).filter { $0.at == last.at }
  }
}
