import Desk
import Terminal

/// One clock of a ticket in one line, and how it was reckoned in several.
struct ClockLines {
  let track: ClockTrack
  let context: Context
  let width: Int

  private var clock: Clock { track.clock(at: context.now) }
  private var face: ClockFace { ClockFace(clock, policy: context.desk.policy) }

  /// Mark, name, what is left on its meter, when it is due or was met.
  var line: Line {
    let face = face
    let words = context.words
    let name = words.name(clock.name) + (clock.cycle > 1 ? " \(clock.cycle)" : "")
    var spans = [Span(face.mark + " ", face.role), Span(name, face.role, width: 10)]
    switch clock.state {
    case .running, .paused:
      let text = face.countdown?.text(words) ?? words.name(clock.state)
      spans.append(
        Span(
          text + " ", face.role, width: 14, align: .right, meter: face.meter,
          changesAt: face.changesAt(context.now)))
      spans.append(Span("  " + ending, .muted))
    case .met, .void, .pending:
      spans.append(Span(words.name(clock.state), clock.state == .met ? .met : .muted, width: 7))
      spans.append(Span(ending, clock.isLate ? .late : .muted))
    }
    return Line(spans)
  }

  /// When it is due, why it rests, or when and how late it was met.
  private var ending: String {
    switch clock.state {
    case .running: return clock.due.map { context.time($0) } ?? ""
    case .paused:
      let reason = track.pauses.last.map { context.words.name($0.reason) } ?? ""
      return context.words.name(clock.state) + " " + reason
    case .met:
      let when = clock.met.map { context.time($0) } ?? ""
      if clock.isLate {
        return when + context.say(" 超时", " late by ") + context.words.duration(clock.late)
      }
      return when + (clock.isLateEntered ? " " + context.words.lateEntered : "")
    case .void: return clock.isLate ? context.say("曾超时", "was late") : ""
    case .pending: return ""
    }
  }

  /// The stretches it ran and rested, and what they add up to.
  var explanation: [Line] {
    let words = context.words
    var lines: [Line] = []
    if let target = clock.target, let started = clock.started {
      lines.append(
        muted(
          context.say(
            "目标\(words.duration(target))，自\(context.time(started))起算",
            "\(words.duration(target)) from \(context.time(started))")))
    } else {
      lines.append(muted(context.say("还没有开始", "has not begun")))
    }
    for stretch in track.intervals(at: context.now) {
      let reason = stretch.reason.map { " " + words.name($0) } ?? ""
      let state = stretch.state == .running ? context.say("计时", "ran") : context.say("暂停", "rested")
      lines.append(
        muted(
          "\(context.time(stretch.from)) - \(context.time(stretch.to))  \(state) \(words.duration(stretch.to - stretch.from))\(reason)  [\(stretch.seq)]"
        ))
    }
    return lines
  }

  private func muted(_ text: String) -> Line { Line([Span("    "), Span(text, .muted)]) }
}
