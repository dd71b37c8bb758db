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

  /// A hold and whether it stopped a clock: `等业主 11-20 08:00 – 11-21 09:00，停表`.
  public func hold(_ hold: ClockHold, time: (Instant) -> String) -> String {
    let span = "\(time(hold.from)) – \(time(hold.to))"
    return hold.stops
      ? text("\(name(hold.reason)) \(span)，停表", "\(name(hold.reason)) \(span): stopped the clock")
      : text("\(name(hold.reason)) \(span)，不停表", "\(name(hold.reason)) \(span): the clock ran on")
  }

  /// A promised time that was moved, and what it means for the clock.
  public func move(_ move: WindowMove, time: (Instant) -> String) -> String {
    let span = text("\(time(move.from)) 改为 \(time(move.to))", "\(time(move.from)) to \(time(move.to))")
    return move.counts == move.to
      ? text("改约 \(span)，住户提出，按新时间算", "rebooked, \(span): the resident asked, the new time counts")
      : text(
        "改约 \(span)，我方提出，仍按\(time(move.counts))算",
        "rebooked, \(span): we moved it, \(time(move.counts)) still counts")
  }

  /// Who is still to be told of a time that was moved; empty where nobody is: `待告知新时间：住户、王师傅 13800000001`.
  public func untold(_ untold: Untold, _ desk: ServiceDesk) -> String {
    guard !untold.isNobody else { return "" }
    let people = untold.technicians.map { code -> String in
      let person = desk.staff[code]
      return [person?.name ?? code.value, person?.phone ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let all = list((untold.resident ? [text("住户", "the resident")] : []) + people)
    return text("新时间还没告知：\(all)", "Still to be told of the new time: \(all)")
  }

  /// On how many days nobody was reached for the return visit; empty for any other clock, and where somebody was.
  public func tries(_ clock: Clock, of ticket: Ticket) -> String {
    let days = ticket.daysUnreached
    guard clock.name == .visit, clock.met == nil, days > 0 else { return "" }
    return text("没打通\(days)天", "nobody reached on \(counted(days, "day", "days"))")
  }

  /// Holidays of a calendar: `放假 10-01 – 10-07，不计时`.
  public func holidays(_ days: ClosedRange<Int>) -> String {
    func day(_ day: Int) -> String { Self.day(day, today: days.lowerBound) }
    let first = day(days.lowerBound)
    let span = days.count == 1 ? first : "\(first) – \(day(days.upperBound))"
    return text("放假 \(span)，不计时", "holiday \(span): not counted")
  }

  /// That a promise was broken, where what is left of it, or by how much it was late, no longer tells (DOMAIN, clock rule
  /// 4); nil where that tells, and where it was kept.
  public func pastBreach(_ clock: Clock, time: (Instant) -> String) -> String? {
    guard let breach = clock.breachedAt, clock.late == .zero else { return nil }
    return text("曾于\(time(breach))超时", "was late since \(time(breach))")
  }

  /// By how much a promise was broken, begun seconds counted in full: `超时35分` / `late by 35m`; that it was where a later
  /// target left nothing of it.
  public func lateness(_ late: Seconds) -> String {
    guard late > .zero else { return text("曾超时", "was late") }
    let length = duration(.zero - late)
    return text("超时\(length)", "late by \(length)")
  }

  /// A rung of the ladder: `75%` of the target, `超时后24小时` / `24h overdue` past its end.
  public func rung(_ trigger: EscalationStep.Trigger) -> String {
    switch trigger {
    case .share(let percent): "\(percent)%"
    case .overdue(.zero): text("超时", "overdue")
    case .overdue(let delay): text("超时后\(exact(delay))", "\(exact(delay)) overdue")
    }
  }

  /// A step of the ladder that was reached, and since when: `上报 处理 超时后24小时`, `自今天 14:05`.
  public func raised(_ step: Escalation, time: (Instant) -> String) -> (what: String, since: String) {
    let what = [step.clock.map { name($0) }, step.trigger.map { rung($0) }].compactMap(\.self).joined(
      separator: " ")
    let since = text("自\(time(step.since))", "since \(time(step.since))")
    return (
      what.isEmpty ? text("人工上报", "escalated by hand") : text("提醒 \(what)", "escalated: \(what)"), since
    )
  }

  /// Which tickets are the same matter, and which are parts of it or the whole; empty where none are.
  public func related(_ number: TicketNumber, _ links: TicketLinks) -> [String] {
    func numbers(_ list: [TicketNumber]) -> String { self.list(list.map { "#\($0.value)" }) }
    let merged = links.merged(into: number)
    let children = links.children(of: number)
    return [
      links.survivor(of: number).map { pair(text("并入", "Merged into"), numbers([$0])) },
      merged.isEmpty ? nil : pair(text("并入的工单", "Merged in"), numbers(merged)),
      links.parent(of: number).map { pair(text("主单", "Part of"), numbers([$0])) },
      children.isEmpty ? nil : pair(text("分单", "Parts"), numbers(children)),
    ].compactMap(\.self)
  }

  /// How long a matter waited for each cause, the longest first: `服务中心 2小时，维修 40分`; empty where it did not.
  public func waited(_ intervals: [CauseInterval]) -> String {
    var sums: [Cause: Seconds] = [:]
    for interval in intervals { sums[interval.cause] = (sums[interval.cause] ?? .zero) + interval.length }
    let longest = sums.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    return list(longest.map { "\(name($0.key)) \(duration($0.value))" })
  }
}
