public import Desk

/// How a clock came to where it stands, and who a matter waited for.
extension Words {
  /// What a clock did in a stretch of time.
  public func name(_ state: ClockInterval.State) -> String {
    switch state {
    case .running: text("计时", "ran")
    case .paused: text("暂停", "rested")
    case .closed: text("非工作时间", "closed")
    }
  }

  /// How long a matter waited for each cause, the longest first: `服务中心 2小时，维修 40分`; empty where it did not.
  public func waited(_ intervals: [CauseInterval]) -> String {
    var sums: [Cause: Seconds] = [:]
    for interval in intervals { sums[interval.cause] = (sums[interval.cause] ?? .zero) + interval.length }
    let longest = sums.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    return list(longest.map { "\(name($0.key)) \(duration($0.value))" })
  }
}
