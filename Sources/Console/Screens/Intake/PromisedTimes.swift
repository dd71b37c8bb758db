import Desk

/// What would be promised if a receipt were recorded now: shown before it is.
struct PromisedTimes {
  let receipt: Receipt
  /// When it reached the desk.
  let received: Instant
  let policies: PolicyBook

  /// Each promise and the moment it is due by; nil where that depends on what comes first.
  var promises: [(clock: ClockName, due: Instant?, after: Target)] {
    let version = policies.version(at: received)
    return [ClockName.act, .respond, .arrive, .resolve, .reply].compactMap { clock in
      guard let target = version.policy.targets.target(clock, receipt.kind, receipt.urgency, receipt.topic)
      else {
        return nil
      }
      return (
        clock, version.due(clock, target, received: received, window: receipt.window), target
      )
    }
  }
}
