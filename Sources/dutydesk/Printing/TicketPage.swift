import Desk
import DeskStore
import Words

/// A ticket as people read it.
struct TicketPage {
  private let call: Call
  private var words: Words { call.session.words }
  private var out: Output { call.session.out }
  private var ink: Ink { call.session.ink }

  init(_ call: Call) { self.call = call }

  /// Everything about a ticket: what it is, its clocks, its orders, what happened.
  func show(_ ticket: Ticket, _ history: [Event]) {
    out.line(heading(ticket))
    out.line("  " + ticket.summary)
    for line in facts(ticket) { out.line("  " + line) }
    clocks(ticket)
    for referral in call.desk.referrals(of: ticket.number) {
      out.line(words.referred(referral, of: ticket, call.desk, now: call.now))
    }
    orders(ticket)
    self.history(history)
  }

  /// After a step: where it stands now and what is due next.
  func standing(_ ticket: Ticket) {
    let next = ticket.clocks(call.desk.policies, at: call.now).next
    let reason = ticket.waitingFor(at: call.now).map {
      "  " + words.rest($0, of: ticket, call.desk, now: call.now)
    }
    let countdown =
      (reason ?? "") + (next.map { "  " + words.name($0.name) + " " + standing($0, ticket) } ?? "")
    out.line(ink("\(ticket.number)", .strong) + "  " + words.status(of: ticket, at: call.now) + countdown)
  }

  /// After intake: the number, and by when each thing is promised.
  func promise(_ ticket: Ticket) {
    out.line(heading(ticket))
    out.line("  " + ticket.summary)
    for clock in ticket.clocks(call.desk.policies, at: call.now) {
      guard let due = clock.due else { continue }
      let left = clock.remaining.map { " (" + words.countdown($0) + ")" } ?? ""
      out.line("  " + words.pair(words.name(clock.name), time(due)) + left)
    }
    let unagreed = withoutWindow(ticket)
    if !unagreed.isEmpty { call.session.err.line(words.withoutWindow(unagreed, ticket.number)) }
  }

  /// The clocks that wait for a window to be promised.
  private func withoutWindow(_ ticket: Ticket) -> [ClockName] {
    let targets = call.desk.policies.policy(of: ticket).targets
    return ticket.clocks(call.desk.policies, at: call.now).filter { clock in
      clock.state == .pending
        && targets.target(clock.name, ticket.kind, ticket.urgency, ticket.topic)?.start == .window
    }.map(\.name)
  }

  /// What happened, in one line.
  func line(_ body: EventBody) -> String { "  " + told(body) }

  /// The same as a history shows it.
  func told(_ body: EventBody) -> String { words.line(for: body, teller) }

  private func heading(_ ticket: Ticket) -> Inked {
    var parts = [words.name(ticket.kind), words.name(ticket.urgency), words.status(of: ticket, at: call.now)]
    if let reason = ticket.waitingFor(at: call.now) {
      parts.append(words.rest(reason, of: ticket, call.desk, now: call.now))
    }
    if let since = ticket.isBackSince(at: call.now) {
      parts.append(words.back(since: time(since)))
    } else if let until = ticket.waitsUntil {
      parts.append(words.pair(words.until, time(until)))
    }
    if ticket.isImportant { parts.append(words.important) }
    if ticket.isEscalated { parts.append(words.escalated) }
    if ticket.isImported { parts.append(words.imported) }
    return ink("\(ticket.number)", .strong) + "  " + parts.joined(separator: " · ")
  }

  private func facts(_ ticket: Ticket) -> [String] {
    let optional: [(String, String)] = [
      (words.unit, ticket.unit?.value ?? ""), (words.caller, ticket.caller), (words.phone, ticket.phone),
      (words.topic, words.name(ticket.topic)), (words.channel, words.name(ticket.channel)),
      (words.owner, ticket.owner.map { named($0) } ?? words.none), (words.received, time(ticket.received)),
      (words.answered, words.rung(ticket, call.desk) ?? ""),
      (words.keyed, ticket.keyed == ticket.received ? "" : time(ticket.keyed)),
      (words.urged, ticket.urged == 0 ? "" : String(ticket.urged)),
      (words.cycle, ticket.cycle == 1 ? "" : String(ticket.cycle)), (words.reference, ticket.ref ?? ""),
    ]
    let said =
      optional.filter { !$0.1.isEmpty }.map { words.pair($0.0, $0.1) }
      + words.related(ticket.number, call.desk.links)
    return stride(from: 0, to: said.count, by: 3).map { start in
      said[start..<min(start + 3, said.count)].joined(separator: "  ")
    }
  }

  private func clocks(_ ticket: Ticket) {
    let clocks = ticket.clocks(call.desk.policies, at: call.now)
    guard !clocks.isEmpty else { return }
    var table = TextTable([
      .init(heading: words.clock), .init(heading: words.state), .init(heading: words.due),
      .init(heading: words.remaining), .init(heading: words.target, isRight: true),
    ])
    for clock in clocks {
      let cycle = clock.cycle > 1 ? " \(clock.cycle)" : ""
      table.add([
        .init(words.name(clock.name) + cycle), .init(words.name(clock.state)),
        .init((clock.due ?? clock.met).map { time($0) } ?? ""), .init(standing(clock, ticket), shade(clock)),
        .init(clock.target.map { words.duration($0) } ?? ""),
      ])
    }
    out.line(ink(words.clocks, .strong))
    table.print(on: out, ink: ink, indent: 2)
    let waited = words.waited(call.desk.causes(of: ticket, at: call.now))
    if !waited.isEmpty { out.line("  " + words.pair(words.cause, waited)) }
  }

  private func standing(_ clock: Clock, _ ticket: Ticket) -> String {
    let tries = words.tries(clock, of: ticket)
    let late = clock.late > .zero ? words.countdown(.zero - clock.late) : nil
    return [
      clock.remaining.map { words.countdown($0) } ?? late, words.pastBreach(clock) { time($0) },
      clock.isLateEntered ? words.lateEntered : nil, tries.isEmpty ? nil : tries,
    ].compactMap(\.self).joined(separator: words.text("，", ", "))
  }

  private func shade(_ clock: Clock) -> Ink.Shade {
    clock.isLate ? .late : clock.isAtRisk ? .atRisk : .plain
  }

  private func orders(_ ticket: Ticket) {
    let untold = words.untold(call.desk.untold(of: ticket), call.desk)
    let isOpen = ticket.status.isUnresolved && !ticket.orders.contains { $0.status.isLive }
    let promised = isOpen ? call.desk.windows[ticket.number] : nil
    guard !ticket.orders.isEmpty || promised != nil || !untold.isEmpty else { return }
    out.line(ink(words.orders, .strong))
    if !untold.isEmpty { out.line("  " + untold) }
    if let promised { out.line("  " + words.time(promised, call.zone, now: call.now)) }
    for order in ticket.orders {
      let window = order.window.map { "  " + words.time($0, call.zone, now: call.now) } ?? ""
      let pause =
        order.pausedFor.map { " " + words.rest($0, of: ticket, call.desk, now: call.now) } ?? ""
      out.line(
        "  \(OrderID(ticket.number, order.index))  \(named(order.technician))  "
          + "\(words.name(order.status))\(pause)  \(words.since) \(time(order.since))\(window)")
    }
  }

  private func history(_ events: [Event]) {
    guard !events.isEmpty else { return }
    out.line(ink(words.history, .strong))
    var table = TextTable([
      .init(heading: words.sequence, isRight: true), .init(heading: words.on), .init(heading: words.by),
      .init(heading: words.event),
    ])
    let undone = events.undone
    for event in events {
      let mark = undone.contains(event.seq) ? words.text("（已撤销）", " (taken back)") : ""
      let actor = event.entry.actor.map { " → " + person($0) } ?? ""
      table.add([
        .init(String(event.seq)), .init(time(event.happened)), .init(person(event.entry.by) + actor),
        .init(words.line(for: event.entry.body, teller) + mark),
      ])
    }
    table.print(on: out, ink: ink, indent: 2)
  }

  /// A moment near the one that is looked at.
  func time(_ moment: Instant) -> String { words.time(moment, call.zone, now: call.now) }

  /// `li.na 李娜`.
  func named(_ code: StaffCode) -> String {
    call.desk.nameToRead(of: code)
  }

  private func person(_ code: StaffCode) -> String { call.desk.nameToRead(of: code) }

  private var teller: Words.Teller {
    let (desk, words, zone, now) = (call.desk, self.words, call.zone, call.now)
    return Words.Teller(
      name: { desk.nameToRead(of: $0) }, time: { words.time($0, zone, now: now) },
      body: { desk.records.bodies.name(of: $0) })
  }
}
