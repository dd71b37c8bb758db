import Desk
import Journal
import Words

/// Whom to send: for one ticket, and for all that is not begun.
extension CommandTable {
  private static let acceptPlan = OptionDefinition(
    "accept", nil, Phrase("照计划派单；写明编号则只派这些", "sends people as planned; only to the tickets named, if any"))
  private static let only = OptionDefinition("ticket", .number, Phrase("只看或只派这张工单", "only that ticket"))
    .repeated

  static let recommend = CommandDefinition(
    path: ["recommend"], section: .orders,
    summary: Phrase("推荐派谁去，逐人说明理由", "whom to send to a ticket, each with the reasons"),
    arguments: [.ticket], examples: ["recommend 1042"], formats: [.json],
    work: .read { call in
      let ticket = try call.desk.known(try call.ticket())
      RecommendationPage(call).show(ticket)
    })

  static let plan = CommandDefinition(
    path: ["plan"], section: .orders,
    summary: Phrase("全部未动工工单的派工计划；--accept 照办", "who does what in which order; --accept sends them"),
    options: [acceptPlan, only],
    examples: ["plan", "plan --accept", "plan --accept --ticket 1042 --ticket 1043"],
    formats: [.json], takesMoment: true,
    work: .other { session, invocation in
      let numbers = try invocation.all(only).map { text in
        guard let number = TicketNumber(reference: text) else { throw UsageFault.badTicket(text) }
        return number
      }
      guard invocation.has(acceptPlan) else {
        let call = Call(session: session, invocation: invocation, live: try session.open(invocation))
        for number in numbers { _ = try call.desk.known(number) }
        return PlanPage(call).show(call.desk.plan(now: call.now), only: Set(numbers))
      }
      for moment in [OptionDefinition.now, .asOf] where invocation.has(moment) {
        throw UsageFault.readingOnly(moment, invocation.command)
      }
      let call = Call(session: session, invocation: invocation, live: try session.openForChange(invocation))
      for number in numbers { _ = try call.desk.known(number) }
      let made = call.desk.plan(now: call.now)
      let wanted = call.desk.acceptable(made, only: numbers.isEmpty ? nil : Set(numbers))
      let left = numbers.filter { number in !wanted.contains { $0.ticket == number } }
      guard !wanted.isEmpty, left.isEmpty else {
        session.details =
          PlanPage(call).whyNot(made, left)
          + (numbers.isEmpty ? PlanPage(call).calledOff(made) : [])
        throw left.isEmpty ? Refusal.nothingPlanned : Refusal.notAllPlanned(left)
      }
      try Change(call).record(.assignAll(wanted), seen: made.seq)
      guard numbers.isEmpty, !invocation.has(.json) else { return }
      for line in PlanPage(call).calledOff(made) { session.out.line("  " + line) }
    })
}

/// Who does what in which order.
private struct PlanPage {
  let call: Call
  private var words: Words { call.session.words }
  init(_ call: Call) { self.call = call }

  /// All of it, or what it says of some tickets.
  func show(_ whole: DispatchPlan, only numbers: Set<TicketNumber>) {
    var plan = whole
    if !numbers.isEmpty {
      plan.visits = whole.visits.filter { numbers.contains($0.ticket) }
      plan.unplaced = whole.unplaced.filter { numbers.contains($0.ticket) }
    }
    if call.invocation.has(.json) { return json(plan) }
    let (out, ink) = (call.session.out, call.session.ink)
    var table = TextTable([
      .init(heading: words.technician), .init(heading: words.number, isRight: true),
      .init(heading: words.unit), .init(heading: words.departure), .init(heading: words.arrival),
      .init(heading: words.finish), .init(heading: words.summary, isFlexible: true),
      .init(heading: words.why, isFlexible: true),
    ])
    for visit in plan.visits {
      guard let ticket = call.desk.tickets[visit.ticket] else { continue }
      table.add([
        .init(name(visit.technician)), .init(visit.order?.description ?? visit.ticket.description, .strong),
        .init(ticket.unit?.value ?? ""), .init(time(visit.depart)), .init(time(visit.arrive)),
        .init(time(visit.finish), visit.broken == nil ? .plain : .late), .init(ticket.summary),
        .init(reasons(visit).joined(separator: words.text("；", "; "))),
      ])
    }
    if !plan.visits.isEmpty { table.print(on: out, ink: ink) }
    if !plan.unplaced.isEmpty {
      out.line(ink(words.unplaced, .strong))
      for one in plan.unplaced { out.line("  \(one.ticket)  " + words.obstacle(one.why, time)) }
    }
    out.line(words.promise(of: plan))
  }

  private func time(_ moment: Instant) -> String { words.time(moment, call.zone, now: call.now) }
  /// Who is called off only where that ticket is named.
  func calledOff(_ plan: DispatchPlan) -> [String] { words.calledOff(plan, call.desk) }

  /// Why the tickets that were asked for have nobody sent, a line each.
  func whyNot(_ plan: DispatchPlan, _ numbers: [TicketNumber]) -> [String] {
    numbers.map { number in
      if let one = plan.unplaced.first(where: { $0.ticket == number }) {
        return "\(number)  " + words.obstacle(one.why, time)
      }
      guard let visit = plan.visits.first(where: { $0.ticket == number }) else {
        return "\(number)  " + words.text("不需要派人", "needs nobody")
      }
      return "\(number)  \(name(visit.technician))  \(time(visit.depart))  "
        + reasons(visit).joined(separator: ", ")
    }
  }

  private func name(_ code: StaffCode) -> String { call.desk.nameToRead(of: code) }
  private func reasons(_ visit: PlannedVisit) -> [String] { words.reasons(visit, time, name) }

  private func json(_ plan: DispatchPlan) {
    call.session.out.json { writer in
      writer.objects("assignments", plan.visits) { writer, visit in
        writer.field("ticket", Int64(visit.ticket.value))
        writer.optional("order", visit.order?.description)
        writer.field("technician", visit.technician.value)
        writer.moment("depart", visit.depart)
        writer.moment("arrive", visit.arrive)
        writer.moment("finish", visit.finish)
        writer.field("late", visit.broken != nil)
        writer.seconds("late_s", visit.broken?.late ?? .zero)
        writer.optional("taken_from", visit.takenFrom?.value)
        writer.moment("kept_until", visit.keptUntil)
        writer.seconds("overtime_s", visit.overtime)
        writer.optional("interrupts", visit.interrupts?.description)
        writer.field("reasons", reasons(visit))
      }
      writer.objects("unplaced", plan.unplaced) { writer, one in
        writer.field("ticket", Int64(one.ticket.value))
        writer.field("why", words.obstacle(one.why, time))
      }
      writer.field("expected_breaches", Int64(plan.breaches))
      writer.field("baseline_breaches", Int64(plan.baseline))
      writer.field("seq", plan.seq)
    }
  }
}

/// The technicians for one ticket, the best first.
private struct RecommendationPage {
  let call: Call
  init(_ call: Call) { self.call = call }

  func show(_ ticket: Ticket) {
    let candidates = call.desk.candidates(for: ticket, now: call.now)
    if call.invocation.has(.json) { return json(candidates) }
    let (words, out, ink) = (call.session.words, call.session.out, call.session.ink)
    guard !candidates.isEmpty else { return out.line(words.obstacle(.noTechnicians, time)) }
    if candidates.allSatisfy({ !$0.gates.isEmpty }) {
      out.line(ink(words.text("没有不需强制的人选：", "Nobody suits without a warning:"), .atRisk))
    }
    var table = TextTable([
      .init(heading: words.technician), .init(heading: words.arrival), .init(heading: words.finish),
      .init(heading: words.why, isFlexible: true),
    ])
    for one in candidates {
      let isOpen = one.gates.isEmpty
      table.add([
        .init(call.desk.nameToRead(of: one.staff.code), isOpen ? .plain : .faint), .init(time(one.arrival)),
        .init(time(one.finish), one.broken == nil ? .plain : .late),
        .init(words.reasons(one, time).joined(separator: words.text("；", "; "))),
      ])
    }
    table.print(on: out, ink: ink)
  }

  private func time(_ moment: Instant) -> String { call.session.words.time(moment, call.zone, now: call.now) }

  private func json(_ candidates: [Candidate]) {
    let words = call.session.words
    call.session.out.json(candidates) { writer, one in
      writer.field("technician", one.staff.code.value)
      writer.field("gates", one.gates.map(\.rawValue))
      writer.field("blocked", one.isBlocked)
      writer.moment("arrive", one.arrival)
      writer.moment("finish", one.finish)
      writer.field("late", one.broken != nil)
      writer.seconds("travel_s", one.travel)
      writer.seconds("overtime_s", one.overtime)
      writer.optional("interrupts", one.interrupts?.description)
      writer.field("load", Int64(one.load))
      writer.field("reasons", words.reasons(one, time))
    }
  }
}
