public import Desk

/// Why a time as somebody wrote it cannot be taken, and what can be written instead.
extension Words {
  public func sentence(for fault: MomentFault, zone: Zone) -> String {
    switch fault {
    case .unreadable:
      text("看不懂这个时间。", "It is no time.")
    case .leftOut(let before, let after):
      text(
        "夏令时跳过了这一刻：\(fullTime(before, zone)) 的下一分钟是 \(fullTime(after, zone))。请写其中一个。",
        "Summer time leaves that time out: the minute after \(fullTime(before, zone)) is \(fullTime(after, zone)). "
          + "Write one of these.")
    case .twice(let first, let second):
      text(
        "这一刻有两次（夏令时结束）。请写明哪一次：\(timeWithOffset(first, zone)) 或 \(timeWithOffset(second, zone))",
        "That time comes twice, at the end of summer time. Say which: \(timeWithOffset(first, zone)) or "
          + timeWithOffset(second, zone))
    case .passed(let moment):
      text("\(fullTime(moment, zone)) 已经过去。", "\(fullTime(moment, zone)) is over.")
    case .notYet(let moment): notYet(moment, zone)
    case .reversed(let window):
      text(
        "结束（\(fullTime(window.end, zone))）不晚于开始（\(fullTime(window.start, zone))）。",
        "The end, \(fullTime(window.end, zone)), is no later than the start, \(fullTime(window.start, zone))."
      )
    }
  }

  func notYet(_ moment: Instant, _ zone: Zone) -> String {
    text("\(fullTime(moment, zone)) 还没有到。", "\(fullTime(moment, zone)) is still to come.")
  }

  /// When something really happened, as it was read.
  public func happened(_ moment: String) -> String { text("发生时间：\(moment)", "happened: \(moment)") }
}
