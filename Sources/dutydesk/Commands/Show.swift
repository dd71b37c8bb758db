import Desk
import DeskStore
import Journal
import Terminal
import Words

extension CommandTable {
  private static let history = OptionDefinition(
    "history", nil, Phrase("JSON 中也列出经过", "what happened as well, in JSON; text always tells it"))
  private static let explain = OptionDefinition(
    "explain", .code("CLOCK", ClockName.self), Phrase("逐段说明一个时限", "how a clock came to where it stands"))

  private static let resident = OptionDefinition(
    "resident", nil,
    Phrase(
      "给住户看的一页：承诺了什么，何时兑现，怎么算的",
      "one page for the resident: what was promised, when it was kept, how it is reckoned"))

  static let show = CommandDefinition(
    path: ["show"], section: .overview,
    summary: Phrase("查看工单：时限、派工单、经过", "one ticket: clocks, orders, history"),
    arguments: [.ticket], options: [history, explain, resident],
    examples: ["show 1042", "show 1042 --explain resolve", "show 1042 --resident"],
    formats: [.json],
    work: .read { call in
      let clock = try call.invocation.code(explain, ClockName.self)
      let ticket = try call.desk.known(try call.ticket())
      for option in [history, explain, .json]
      where call.invocation.has(option) && call.invocation.has(resident) {
        throw UsageFault.conflicting(resident, option)
      }
      if call.invocation.has(resident) { return ResidentPage(call).show(ticket) }
      if let clock { return ClockExplanation(call).show(clock, of: ticket) }
      guard call.invocation.has(.json) else {
        return TicketPage(call).show(ticket, try call.live.history(of: ticket.number))
      }
      let events = call.invocation.has(history) ? try call.live.history(of: ticket.number) : nil
      let page = TicketPage(call)
      call.session.out.json { writer in
        writer.ticket(ticket, of: call.desk, at: call.now)
        guard let events else { return }
        writer.objects("history", events) { $0.event($1, text: page.line($1.entry.body)) }
      }
    })
}

/// How a clock came to where it stands, stretch by stretch (DOMAIN, clock rule 1).
private struct ClockExplanation {
  let call: Call
  init(_ call: Call) { self.call = call }

  /// What scripts are told of a stretch after a hold that is over by itself.
  private static let isOver = "hold_over"

  private struct Stretch {
    let cycle: Int
    let from: Instant
    let to: Instant
    let state: String
    let stateName: String
    let why: String
    let seq: Int64
    let policy: String
  }

  func show(_ clock: ClockName, of ticket: Ticket) {
    let tracks = ticket.tracks(call.desk.policies).filter { $0.name == clock }
    guard !call.invocation.has(.json) else {
      let stretches = tracks.flatMap { self.stretches($0, $0.intervals(at: call.now)) }
      return call.session.out.json(stretches) { writer, stretch in
        writer.field("cycle", Int64(stretch.cycle))
        writer.moment("from", stretch.from)
        writer.moment("to", stretch.to)
        writer.field("state", stretch.state)
        writer.field("why", stretch.why)
        writer.field("seq", stretch.seq)
        writer.field("policy", stretch.policy)
      }
    }
    text(clock, tracks, ticket)
  }

  private func stretches(_ track: ClockTrack, _ intervals: [ClockInterval]) -> [Stretch] {
    let words = call.session.words
    return intervals.map { interval in
      Stretch(
        cycle: track.cycle, from: interval.from, to: interval.to, state: interval.state.rawValue,
        stateName: words.name(interval.state),
        why: interval.reason?.rawValue ?? (interval.isReturn ? Self.isOver : ""), seq: interval.seq,
        policy: call.desk.policies.versions[interval.version].policy.name)
    }
  }

  private func text(_ clock: ClockName, _ tracks: [ClockTrack], _ ticket: Ticket) {
    let (words, out) = (call.session.words, call.session.out)
    guard !tracks.isEmpty else {
      return out.line(words.pair(words.name(clock), words.none))
    }
    // What is printed adds up to the second: every length and every sum is of the same full seconds.
    let reckonings = tracks.map { ClockReckoning($0, at: call.now) }
    for (track, reckoning) in zip(tracks, reckonings) { heading(track, reckoning, ticket) }
    table(zip(tracks, reckonings).flatMap { stretches($0, $1.stretches) })
    for track in tracks {
      for hold in call.desk.holds(on: track, of: ticket, at: call.now) {
        out.line("  " + words.hold(hold) { words.exactTime($0, call.zone) })
      }
      for move in call.desk.moves(on: track, of: ticket) {
        out.line("  " + words.move(move) { words.exactTime($0, call.zone) })
      }
      for days in call.desk.holidays(on: track, at: call.now) { out.line("  " + words.holidays(days)) }
    }
  }

  private func heading(_ track: ClockTrack, _ reckoning: ClockReckoning, _ ticket: Ticket) {
    let words = call.session.words
    let page = TicketPage(call)
    let now = track.clock(at: call.now)
    let tries = words.tries(now, of: ticket)
    let parts = [
      now.target.map { words.pair(words.target, words.exact($0)) },
      now.due.map { words.pair(words.due, page.time($0)) },
      words.pair(words.elapsed, words.exact(reckoning.elapsed)),
      reckoning.paused > .zero ? words.pair(words.paused, words.exact(reckoning.paused)) : nil,
      reckoning.remaining.map { words.exactCountdown($0) },
      words.pastBreach(now) { page.time($0) }, tries.isEmpty ? nil : tries,
    ]
    let cycle = track.cycle > 1 ? " \(track.cycle)" : ""
    call.session.out.line(
      call.session.ink(words.name(track.name) + cycle, .strong) + "  " + words.name(now.state) + "  "
        + parts.compactMap { $0 }.joined(separator: "  "))
  }

  private func table(_ stretches: [Stretch]) {
    let words = call.session.words
    var table = TextTable([
      .init(heading: words.from), .init(heading: words.to), .init(heading: words.state),
      .init(heading: words.reason), .init(heading: words.duration, isRight: true),
      .init(heading: words.sequence, isRight: true), .init(heading: words.policy),
    ])
    for stretch in stretches {
      table.add([
        .init(words.exactTime(stretch.from, call.zone)), .init(words.exactTime(stretch.to, call.zone)),
        .init(stretch.stateName),
        .init(
          WaitingReason(rawValue: stretch.why).map { words.name($0) }
            ?? (stretch.why == Self.isOver ? words.holdIsOver : "")),
        .init(words.exact(stretch.to - stretch.from)), .init(String(stretch.seq)),
        .init(words.policy(stretch.policy)),
      ])
    }
    table.print(on: call.session.out, ink: call.session.ink, indent: 2)
  }
}
