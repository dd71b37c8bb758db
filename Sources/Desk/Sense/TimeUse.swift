/// What somebody gives a time for. A form asks while it is typed whether the desk would take it, by the rules by which it
/// is judged when it is saved.
public enum TimeUse: Hashable, Sendable {
  /// When something happened.
  case happened(Instant)
  case promise(by: Instant)
  case wait(until: Instant)
  /// When somebody is to come.
  case visit(Window)
  case absence(Window)
  case roster(ClosedRange<Int>)
}

extension ServiceDesk {
  /// Why the desk would not take a time, whatever ticket or person it is for; nil where it would.
  public func refusal(of use: TimeUse, at now: Instant) -> Refusal? {
    do throws(Refusal) {
      switch use {
      case .happened(let moment): try check(happened: moment, at: now)
      case .promise(let moment): try check(moment, .ticket(.first, .promised(by: moment, text: "")), now)
      case .wait(let moment):
        try check(moment, .ticket(.first, .waiting(.resident, until: moment, text: "")), now)
      case .visit(let window):
        try check(
          window, .ticket(.first, .received(Receipt(kind: .repair, summary: "", window: window))), now)
      case .absence(let window):
        let absence = Absence(staff: StaffCode(""), reason: .rest, window: window, text: "")
        try check(window, .absenceAdded(absence), now)
      case .roster(let days):
        try check(
          .rosterSet(RosterLine(staff: StaffCode(""), days: days, duty: nil, reason: HoursReason(""))), now)
      }
    } catch { return error }
    return nil
  }

  /// Rule 10: not in the future; and not longer ago than the policy lets anybody key late.
  func check(happened on: Instant, at now: Instant) throws(Refusal) {
    guard on <= now else { throw .inTheFuture(on) }
    let limit = policies.policy(at: now).limits.lateEntry
    guard now - on <= limit else { throw .tooLate(on, limit: limit) }
  }

  private func check(_ moment: Instant, _ body: EventBody, _ now: Instant) throws(Refusal) {
    guard moment > now else { throw .momentPassed(moment) }
    try check(body, now)
  }

  private func check(_ window: Window, _ body: EventBody, _ now: Instant) throws(Refusal) {
    guard window.start < window.end else { throw .windowReversed(window) }
    guard window.end > now else { throw .momentPassed(window.end) }
    try check(body, now)
  }

  private func check(_ body: EventBody, _ now: Instant) throws(Refusal) {
    let last = min(now + Sense.ahead, Sense.moments.upperBound)
    if let nonsense = body.nonsense(until: last) { throw .senseless(nonsense) }
  }
}
