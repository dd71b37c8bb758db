import Foundation

/// How many cases of each kind of fault this run has tried, and in how many a promise was broken; printed when the
/// run ends, as lines `fault | cases | lost`.
enum FaultTable {
  private struct Row {
    var cases = 0
    var lost = 0
  }

  private final class Rows: @unchecked Sendable {
    private let lock = NSLock()
    private var rows: [String: Row] = [:]

    init() {
      atexit { FaultTable.show() }
    }

    func count(_ fault: String, _ cases: Int, _ lost: Int) {
      lock.withLock {
        rows[fault, default: Row()].cases += cases
        rows[fault, default: Row()].lost += lost
      }
    }

    var lines: [String] {
      let sorted = lock.withLock { rows }.sorted { $0.key < $1.key }
      return sorted.map { "\($0.key) | \($0.value.cases) | \($0.value.lost)" }
    }
  }

  private static let rows = Rows()

  /// Counts cases of one kind.
  static func count(_ fault: String, cases: Int = 1, lost: Int = 0) {
    rows.count(fault, cases, lost)
  }

  private static func show() {
    for line in ["fault | cases | lost"] + rows.lines { print(line) }
    fflush(nil)
  }
}

/// How much of each fault is tried: in an ordinary run a part that takes seconds, in the long one everything.
enum Tier {
  /// `DUTYDESK_LONG_TESTS=1` is in the environment.
  static let isLong = ProcessInfo.processInfo.environment["DUTYDESK_LONG_TESTS"] == "1"

  /// `ordinary` or `long`.
  static func pick<Value>(_ ordinary: Value, long: Value) -> Value {
    isLong ? long : ordinary
  }
}
