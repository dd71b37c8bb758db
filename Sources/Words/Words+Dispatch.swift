public import Desk

/// Who can be sent, and why: what the board, the plan and a recommendation say.
extension Words {
  public var planScreen: String { text("派工计划", "Plan") }
  public var recommendation: String { text("推荐", "Recommended") }
  public var arrival: String { text("到场", "There") }
  public var finish: String { text("完成", "Done") }
  public var departure: String { text("出发", "Leaves") }
  public var why: String { text("理由", "Why") }
  public var unplaced: String { text("排不下的", "Nobody to send") }
  public var free: String { text("空闲", "Free") }
  public var place: String { text("位置", "Place") }

  /// `当班至17:00` / `on until 17:00`; empty where no shift is on record.
  public func availability(_ availability: Availability, _ time: (Instant) -> String) -> String {
    switch availability {
    case .unknown: ""
    case .onDuty(let end?): text("当班至\(time(end))", "on until \(time(end))")
    case .onDuty(nil): text("全天当班", "always on")
    case .onCall(let end?): text("待命至\(time(end))", "on call until \(time(end))")
    case .onCall(nil): text("全天待命", "always on call")
    case .off(let next?): text("休息至\(time(next))", "off until \(time(next))")
    case .off(nil): text("休息", "off")
    case .away(let reason, let end):
      text("\(name(reason))至\(time(end))", "\(inside(reason)) until \(time(end))")
    }
  }

  /// What speaks for and against somebody, the most weighty first.
  public func reasons(_ one: Candidate, _ time: (Instant) -> String) -> [String] {
    var parts = one.gates.map { "! " + reason($0) }
    if let broken = one.broken { parts.append("! " + self.broken(broken)) }
    if one.hasTrade {
      parts.append(
        one.level.map { text("本工种\(level($0))", "the trade, \(level($0))") } ?? text("本工种", "the trade"))
    }
    parts.append(availability(one.availability, time))
    if one.isSameVisit { parts.append(sameVisit) }
    parts += [overtime(one.overtime, one.finish, time), interruption(one.interrupts)]
    if one.load > 0 {
      parts.append(
        text(
          "在手\(one.load)单，\(time(one.outlook.free))有空",
          "\(one.load) in hand, free at \(time(one.outlook.free))"))
    }
    if let place = one.outlook.place {
      parts.append(text("从\(place)过去\(duration(one.travel))", "\(duration(one.travel)) from \(place)"))
    }
    return parts.filter { !$0.isEmpty }
  }

  /// `加班42分至17:44` / `42m overtime until 17:44`; empty where there is none.
  private func overtime(_ span: Seconds, _ end: Instant, _ time: (Instant) -> String) -> String {
    guard span > .zero else { return "" }
    return text("加班\(duration(span))至\(time(end))", "\(duration(span)) overtime until \(time(end))")
  }

  private var sameVisit: String { text("同一户，一起办", "same home, one visit") }

  package func interruption(_ order: OrderID?) -> String {
    order.map { text("! 要放下手上的\($0)", "! leaves \($0) in hand") } ?? ""
  }

  /// When somebody would be there, how late, when they are free, what speaks against it: what fits beside a name.
  public func sight(of one: Candidate, _ time: (Instant) -> String) -> String {
    let late =
      one.broken.map {
        $0.clock == .arrive
          ? text("! 晚\(duration($0.late))", "! \(duration($0.late)) late") : "! " + broken($0)
      }
      ?? text("不超时", "in time")
    let free =
      one.outlook.free > one.made
      ? text("\(time(one.outlook.free))有空", "free \(time(one.outlook.free))")
      : text("现在有空", "free now")
    var parts = [text("到场\(time(one.arrival))", "there \(time(one.arrival))"), late, free]
    if !one.gates.isEmpty { parts.append("! " + list(one.gates.map { reason($0) })) }
    if one.isSameVisit { parts.append(sameVisit) }
    parts += [overtime(one.overtime, one.finish, time), interruption(one.interrupts)]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What somebody can do, and how much they have in hand.
  public func hands(of one: Candidate) -> String {
    [
      one.staff.trades.map { name($0) }.joined(separator: "/"),
      one.load > 0 ? text("在手\(one.load)", "\(one.load) in hand") : "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A promise that would be broken: `到场晚12分` / `arrive 12m late`.
  public func broken(_ broken: Candidate.Broken) -> String {
    text(
      "\(name(broken.clock))晚\(duration(broken.late))",
      "\(inside(broken.clock)) \(duration(broken.late)) late")
  }

  /// What speaks for a visit of the plan.
  public func reasons(_ visit: PlannedVisit, _ time: (Instant) -> String, _ name: (StaffCode) -> String)
    -> [String]
  {
    var parts: [String] = []
    if let broken = visit.broken { parts.append("! " + self.broken(broken)) }
    if let holder = visit.takenFrom {
      parts.append(text("改派，原为\(name(holder))", "instead of \(name(holder))"))
    }
    if let until = visit.keptUntil {
      parts.append(
        text("留作机动，\(time(until))前可不去", "kept back for emergencies until \(time(until))"))
    }
    parts += [overtime(visit.overtime, visit.finish, time), interruption(visit.interrupts)]
      .filter { !$0.isEmpty }
    return parts + visit.reasons.map { reason($0, time) }
  }

  private func reason(_ reason: PlannedVisit.Reason, _ time: (Instant) -> String) -> String {
    switch reason {
    case .accepted: text("已接单", "accepted")
    case .given: text("已派单", "given already")
    case .onlyOne: text("只有此人可派", "nobody else may")
    case .trade(let trade, let level):
      level.map { text("\(name(trade))\(self.level($0))", "\(inside(trade)), \(self.level($0))") }
        ?? inside(trade)
    case .way(let span): text("路程\(duration(span))", "\(duration(span)) away")
    case .after(let number): text("接着\(number)", "after \(number)")
    case .sameHome(let number): text("与\(number)同一户一趟", "same home as \(number), one visit")
    case .window(let start): text("约定\(time(start))起", "promised from \(time(start))")
    case .spare(let clock, let span):
      text("\(name(clock))尚余\(duration(span))", "\(duration(span)) before \(inside(clock)) is due")
    }
  }

  /// Why nobody can be sent.
  public func obstacle(_ obstacle: DispatchPlan.Obstacle, _ time: (Instant) -> String) -> String {
    switch obstacle {
    case .noTechnicians: text("没有维修人员", "there are no technicians")
    case .gates(let gates):
      text("人人都有妨碍：", "everybody is kept from it: ") + list(gates.map { reason($0) })
    case .later(let start):
      text("约在\(time(start))，到时再排", "promised for \(time(start)), to be planned nearer to it")
    case .noTime: text("36小时内排不进：能去的人已排满", "does not fit within 36 hours: whoever may go is fully planned")
    case .waiting(let reason): text("挂起：\(name(reason))", "on hold: \(inside(reason))")
    }
  }

  /// What a plan asks for by name before anybody is called off what they have in hand: a line each.
  public func calledOff(_ plan: DispatchPlan, _ desk: ServiceDesk) -> [String] {
    plan.visits.filter { $0.interrupts != nil && $0.order == nil }.map { visit in
      let person = desk.nameToRead(of: visit.technician)
      return "\(visit.ticket) → \(person)  " + interruption(visit.interrupts)
        + text("，要派须点名这张单", ": name this ticket to send them")
    }
  }

  /// How good a plan is, beside sending the nearest to what is due first.
  public func promise(of plan: DispatchPlan) -> String {
    text(
      "预计超时\(plan.breaches)单；先到期先派、就近派人则为\(plan.baseline)单。",
      "\(plan.breaches) promises will break; earliest due, nearest first: \(plan.baseline)."
    )
  }

  public func level(_ level: Int) -> String {
    switch level {
    case ...1: text("初级", "learning")
    case 2: text("中级", "skilled")
    default: text("高级", "master")
    }
  }
}
