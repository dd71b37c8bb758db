import Console
import Desk
import DeskStore
import Journal
import Terminal

extension CommandTable {
  private static let history = OptionDefinition(
    "history", nil, Phrase("JSON 中也列出经过", "what happened as well, in JSON; text always tells it"))
  private static let explain = OptionDefinition(
    "explain", .code("CLOCK", ClockName.self), Phrase("逐段说明一个时限", "how a clock came to where it stands"))

  static let show = CommandDefinition(
    path: ["show"], section: .overview,
    summary: Phrase("查看工单：时限、派工单、经过", "one ticket: clocks, orders, history"),
    arguments: [.ticket], options: [history, explain],
    examples: ["show 1042", "show 1042 --explain resolve"],
    formats: [.json],
    work: .read { call in
      let clock = try call.invocation.code(explain, ClockName.self)
      let ticket = try call.desk.known(try call.ticket())
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
    let stretches = tracks.flatMap { self.stretches($0) }
    guard !call.invocation.has(.json) else {
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
    text(clock, tracks, stretches)
  }

  private func stretches(_ track: ClockTrack) -> [Stretch] {
    let words = call.session.words
    return track.intervals(at: call.now).map { interval in
      Stretch(
        cycle: track.cycle, from: interval.from, to: interval.to, state: interval.state.rawValue,
        stateName: words.name(interval.state), why: interval.reason?.rawValue ?? "", seq: interval.seq,
        policy: call.desk.policies.versions[interval.version].policy.name)
    }
  }

  private func text(_ clock: ClockName, _ tracks: [ClockTrack], _ stretches: [Stretch]) {
    let (words, out, ink) = (call.session.words, call.session.out, call.session.ink)
    let page = TicketPage(call)
    guard !tracks.isEmpty else {
      return out.line(words.pair(words.name(clock), words.none))
    }
    for track in tracks {
      let now = track.clock(at: call.now)
      let parts = [
        now.target.map { words.pair(words.target, words.duration($0)) },
        now.due.map { words.pair(words.due, page.time($0)) },
        words.pair(words.elapsed, words.duration(now.elapsed)),
        now.paused > .zero ? words.pair(words.paused, words.duration(now.paused)) : nil,
        now.remaining.map { words.countdown($0) },
      ]
      let cycle = track.cycle > 1 ? " \(track.cycle)" : ""
      out.line(
        ink(words.name(clock) + cycle, .strong) + "  " + words.name(now.state) + "  "
          + parts.compactMap { $0 }.joined(separator: "  "))
    }
    var table = TextTable([
      .init(heading: words.from), .init(heading: words.to), .init(heading: words.state),
      .init(heading: words.reason), .init(heading: words.duration, isRight: true),
      .init(heading: words.sequence, isRight: true), .init(heading: words.policy),
    ])
    for stretch in stretches {
      table.add([
        .init(page.time(stretch.from)), .init(page.time(stretch.to)), .init(stretch.stateName),
        .init(WaitingReason(rawValue: stretch.why).map { words.name($0) } ?? ""),
        .init(words.duration(stretch.to - stretch.from)), .init(String(stretch.seq)), .init(stretch.policy),
      ])
    }
    table.print(on: out, ink: ink, indent: 2)
  }
}
