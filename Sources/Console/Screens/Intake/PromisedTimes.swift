import Desk

/// What would be promised if a receipt were recorded now: shown before it is.
struct PromisedTimes {
  let receipt: Receipt
  /// When it reached the desk.
  let received: Instant
  let policy: Policy

  /// Each promise and the moment it is due by; nil where that depends on what comes first.
  var promises: [(clock: ClockName, due: Instant?, after: Target)] {
    [ClockName.act, .respond, .arrive, .resolve, .reply].compactMap { clock in
      guard let target = policy.targets.target(clock, receipt.kind, receipt.urgency, receipt.topic) else {
        return nil
      }
      return (clock, due(target), target)
    }
  }

  private func due(_ target: Target) -> Instant? {
    switch target.start {
    case .receipt: received + target.within
    case .window: receipt.window.map { $0.end + target.within }
    case .result, .reply: nil
    }
  }
}
