import Desk
import Terminal
import Words

/// One clock of a ticket in a line, and how it was reckoned in several.
struct ClockLines {
  let track: ClockTrack
  let ticket: Ticket
  let context: Context
  let width: Int
  /// Columns of the names of all clocks beneath each other.
  let nameWidth: Int

  /// What a clock is called; from its second time on with the count.
  static func name(_ track: ClockTrack, _ words: Words) -> String {
    words.name(track.name) + (track.cycle > 1 ? " \(track.cycle)" : "")
  }

  private var clock: Clock { track.clock(at: context.now) }
  private var face: ClockFace { ClockFace(clock) }

  /// Mark, name, what is left on its meter, when it is due or was met; a time that no longer fits stands beneath it.
  var lines: [Line] {
    let face = face
    let words = context.words
    var spans = [
      Span(face.mood.mark(context) + " ", face.role),
      Span(Self.name(track, words), face.role, width: nameWidth),
    ]
    switch clock.state {
    case .running, .paused:
      spans.append(
        Span(
          face.countdown == nil ? words.name(clock.state) : face.left(context), face.role,
          width: max(ClockFace.leftWidth(context), TextWidth.width(of: face.left(context))) + 1,
          align: .right, meter: face.meter,
          changesAt: face.changesAt(context.now)))
    case .met, .void, .pending:
      spans.append(
        Span(
          " " + words.name(clock.state), clock.state == .met ? .met : .muted, width: Countdown.width + 1))
    }
    let role: Role = clock.state == .met && clock.isLate ? .late : .muted
    return Line.flow([spans] + endings.map { [Span($0, role)] }, width: width, gap: 1, indent: 4)
  }

  /// When it is due, why it rests, or when and how late it was met.
  private var endings: [String] {
    switch clock.state {
    case .running:
      // Where nothing counts down, when it is due stands before this already.
      let due = context.preferences.showsCountdowns ? clock.due.map { context.time($0) } ?? "" : ""
      return [due, pastBreach, tries]
    case .paused:
      return [
        context.words.name(clock.state), track.pauses.last.map { context.words.name($0.reason) } ?? "",
        pastBreach,
      ]
    case .met:
      let late =
        clock.late > .zero
        ? context.words.lateness(clock.late)
        : clock.isLate ? pastBreach : clock.isLateEntered ? context.words.lateEntered : ""
      return [clock.met.map { context.time($0) } ?? "", late]
    case .void: return [clock.isLate ? context.say("曾超时", "was late") : "", tries]
    case .pending: return []
    }
  }

  private var tries: String { context.words.tries(clock, of: ticket) }
  private var pastBreach: String { context.words.pastBreach(clock) { context.time($0) } ?? "" }

  /// The stretches it ran and rested, and what they add up to, to the second.
  var explanation: [Line] {
    let words = context.words
    let reckoning = ClockReckoning(track, at: context.now)
    var lines: [Line] = []
    if let target = clock.target, let started = clock.started {
      let policy = words.policy(context.desk.policies.versions[clock.version].policy.name)
      lines += muted(
        [
          context.say(
            "目标\(words.exact(target))，自\(context.time(started))起算",
            "\(words.exact(target)) from \(context.time(started))"),
          words.pair(words.policy, policy), words.pair(words.elapsed, words.exact(reckoning.elapsed)),
          reckoning.paused > .zero ? words.pair(words.paused, words.exact(reckoning.paused)) : "",
        ])
    } else {
      lines += muted([context.say("还没有开始", "has not begun")])
    }
    for stretch in reckoning.stretches {
      let reason =
        stretch.reason.map { " " + words.name($0) } ?? (stretch.isReturn ? " " + words.holdIsOver : "")
      let state = words.name(stretch.state)
      lines += muted([
        "\(words.exactTime(stretch.from, context.desk.zone)) - "
          + words.exactTime(stretch.to, context.desk.zone),
        "\(state) \(words.exact(stretch.length))\(reason)", "[\(stretch.seq)]",
      ])
    }
    for hold in context.desk.holds(on: track, of: ticket, at: context.now) {
      lines += muted([words.hold(hold) { context.time($0) }])
    }
    for move in context.desk.moves(on: track, of: ticket) {
      lines += muted([words.move(move) { context.time($0) }, "[\(move.seq)]"])
    }
    for days in context.desk.holidays(on: track, at: context.now) { lines += muted([words.holidays(days)]) }
    if !tries.isEmpty { lines += muted([tries]) }
    return lines
  }

  private func muted(_ texts: [String]) -> [Line] {
    // The stretch that lasts grows with every second, and so does the sum.
    let changesAt = track.isActive && clock.started != nil ? context.now + Seconds(1) : nil
    return Line.flow(texts.map { [Span($0, .muted, changesAt: changesAt)] }, width: width - 4, indent: 2).map
    {
      Line([Span("    ")] + $0.spans)
    }
  }
}
