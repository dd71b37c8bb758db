import Desk
import Terminal
import Words

/// The time left on a clock, as short as it can be read at a glance: `12分07秒`, `3时12分`, `6天23时`; with a minus
/// sign when it is late.
struct Countdown: Equatable {
  let remaining: Seconds

  /// The most columns it takes in either language.
  static let width = 9

  func text(_ words: Words) -> String {
    let seconds = remaining.whole.magnitude
    let sign = remaining.whole < 0 ? "-" : ""
    let (first, second) = parts(seconds, words)
    return sign + first + (first.isEmpty || second.isEmpty ? "" : words.text("", " ")) + second
  }

  private func parts(_ seconds: UInt64, _ words: Words) -> (String, String) {
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
    if days > 999 { return (words.text("\(days)天", "\(days)d"), "") }
    if days > 0 { return (words.text("\(days)天", "\(days)d"), Self.two(hours) + words.text("时", "h")) }
    if hours > 0 {
      return (words.text("\(hours)时", "\(hours)h"), Self.two(minutes) + words.text("分", "m"))
    }
    if minutes == 0 { return ("", words.text("\(seconds)秒", "\(seconds)s")) }
    return (words.text("\(minutes)分", "\(minutes)m"), Self.two(seconds % 60) + words.text("秒", "s"))
  }

  /// The time left as the text says it, the rest of an hour or a minute left out.
  var shown: Seconds {
    let whole = remaining.whole
    return Seconds(whole - whole % step)
  }

  private var step: Int64 {
    let seconds = remaining.whole.magnitude
    return seconds >= 86_400 ? 3600 : seconds >= 3600 ? 60 : 1
  }

  /// After how long the text changes, counted from a full second.
  var changesAfter: Seconds {
    let whole = remaining.whole
    let into = ((whole % step) + step) % step
    // What is left falls: above zero a step is over one second after it reads full, below zero when it does.
    guard whole < 0 else { return Seconds(into + 1) }
    return Seconds(into == 0 ? step : into)
  }

  static func two(_ n: UInt64) -> String { n < 10 ? "0\(n)" : "\(n)" }
}
