import Desk

/// What targets can be, clock by clock.
enum TargetRules {
  /// The clocks that have targets; a promise is due when it was promised for.
  static let clocks: [ClockName] = [.act, .respond, .arrive, .resolve, .reply, .visit]

  /// Ten years: longer is a slip of the pen.
  static let longest = 3660 * 86_400

  /// From where a clock can be counted: never from what comes after it. Again, act, answer and result are counted from when
  /// it is asked for again, and arrival from then or by a time promised anew.
  static func starts(_ clock: ClockName, isAgain: Bool) -> [Target.Start] {
    if isAgain, clock == .respond || clock == .resolve || clock == .act { return [.receipt] }
    return switch clock {
    case .act, .respond, .arrive, .resolve, .promise: [.receipt, .window]
    case .reply: [.receipt, .window, .result]
    case .visit: [.receipt, .window, .result, .reply]
    }
  }
}
