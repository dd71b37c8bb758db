import Desk

/// What targets can be, clock by clock.
enum TargetRules {
  /// The clocks that have targets; a promise is due when it was promised for.
  static let clocks: [ClockName] = [.act, .respond, .arrive, .resolve, .reply, .visit]
  /// Those that can be owed again: after a reopening, or when the resident asks once more.
  static let clocksAgain: [ClockName] = [.respond, .resolve]

  /// Ten years: longer is a slip of the pen.
  static let longest = 3660 * 86_400

  /// From where a clock can be counted: never from what comes after it.
  static func starts(_ clock: ClockName) -> [Target.Start] {
    switch clock {
    case .act, .respond, .arrive, .resolve, .promise: [.receipt, .window]
    case .reply: [.receipt, .window, .result]
    case .visit: [.receipt, .window, .result, .reply]
    }
  }
}
