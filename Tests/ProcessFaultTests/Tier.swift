import Foundation

/// How much is tried: little in an ordinary run, all of it with `DUTYDESK_LONG_TESTS=1` in the environment.
enum Tier {
  static let isLong = ProcessInfo.processInfo.environment["DUTYDESK_LONG_TESTS"] == "1"

  /// A number of cases.
  static func cases(_ ordinary: Int, long: Int) -> Int { isLong ? long : ordinary }
}

/// What the long tier prints.
enum Summary {
  /// One line for the summary: `fault | cases | lost`.
  static func tell(_ fault: String, cases: Int, lost: Int) {
    print("\(fault) | \(cases) | \(lost)")
  }
}
