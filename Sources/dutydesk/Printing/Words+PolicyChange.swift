import Desk
import DeskStore
import Words

/// In what two policies differ, a line each.
extension Words {
  /// `报修 急修 到场：30分 → 45分` / `Repair, urgent, arrive: 30m → 45m`.
  func line(for change: PolicyChange) -> String {
    switch change {
    case .name(let from, let to): pair(text("名称", "Name"), arrow(policy(from), policy(to)))
    case .target(let change): line(for: change)
    case .calendar(let name, let isAdded):
      pair(text("日历", "Calendar"), name) + (isAdded ? text("（新增）", " (new)") : text("（删去）", " (taken away)"))
    case .weekday(let calendar, let day, let from, let to):
      pair(phrase([text("日历", "Calendar"), calendar, weekday(day)]), arrow(hours(from), hours(to)))
    case .days(let calendar, let days, let from, let to):
      pair(
        phrase([text("日历", "Calendar"), calendar, PolicyChange.text(days)]),
        arrow(from.map { hours($0) } ?? usual, to.map { hours($0) } ?? usual))
    case .pause(let reason, let from, let to):
      pair(
        phrase([text("暂停", "Pauses"), text(name(reason), inside(reason))]),
        arrow(list(from.map { inside($0) }), list(to.map { inside($0) })))
    case .step(let step, let isAdded):
      pair(text("提醒", "Escalation"), self.step(step))
        + (isAdded ? text("（新增）", " (new)") : text("（删去）", " (taken away)"))
    case .quiet(let from, let to): pair(text("静默时段", "Quiet hours"), arrow(quiet(from), quiet(to)))
    case .riskShares(let from, let to):
      pair(
        text("预警", "At risk"),
        arrow(list(from.map { "\($0)%" }), list(to.map { "\($0)%" })))
    case .permission(let role, let granted, let revoked):
      pair(
        phrase([text("权限", "Roles"), text(name(role), inside(role))]),
        list(granted.map { "+ " + phrase(for: $0) } + revoked.map { "− " + phrase(for: $0) }))
    case .speakers(let role, let granted, let revoked):
      pair(
        text("可代\(name(role))录入的岗位", "Who may key for the role \(inside(role))"),
        list(granted.map { "+ " + inside($0) } + revoked.map { "− " + inside($0) }))
    case .spokenSteps(let granted, let revoked):
      pair(
        text("可代录的步骤", "Steps keyed for others"),
        list(granted.map { "+ " + phrase(for: $0) } + revoked.map { "− " + phrase(for: $0) }))
    case .number(let change): line(for: change)
    }
  }

  private func line(for change: PolicyChange.Number) -> String {
    switch change {
    case .share(let kind, let urgency, let from, let to):
      pair(
        phrase([text("抽样回访", "Visits"), kind.map { inside($0) }, urgency.map { inside($0) }]),
        arrow("\(from)%", "\(to)%"))
    case .gate(let gate, let from, let to):
      pair(phrase([text("派单限制", "Gate"), word(gate)]), arrow(word(from), word(to)))
    case .idle(let urgency, let from, let to):
      pair(
        phrase([text("电话跟进", "Check call"), inside(urgency)]),
        arrow(from.map { exact($0) } ?? text("无", "none"), to.map { exact($0) } ?? text("无", "none")))
    case .limit(let limit, let from, let to): pair(word(limit), arrow(exact(from), exact(to)))
    case .weight(let urgency, let from, let to):
      pair(phrase([text("权重", "Weight"), inside(urgency)]), arrow("\(from)", "\(to)"))
    case .overtime(let urgency, let from, let to):
      pair(phrase([text("加班", "Overtime"), inside(urgency)]), arrow(exact(from), exact(to)))
    case .work(let topic, let from, let to):
      pair(
        phrase([text("预计工时", "Expected work"), topic.map { inside($0) }]), arrow(exact(from), exact(to)))
    case .trades(let topic, let from, let to):
      pair(phrase([text("工种", "Trades"), inside(topic)]), arrow(trades(from), trades(to)))
    case .licences(let topic, let from, let to):
      pair(phrase([text("证照", "Licences"), inside(topic)]), arrow(names(from), names(to)))
    case .farthest(let from, let to):
      pair(
        text("最远路程", "Farthest"),
        arrow(from.map { exact($0) } ?? text("不限", "none"), to.map { exact($0) } ?? text("不限", "none")))
    case .rings(let from, let to): pair(text("铃响", "Rings"), arrow("\(from)", "\(to)"))
    case .visitTries(let from, let to):
      pair(text("回访没打通，试几天", "Days a visit is tried"), arrow("\(from)", "\(to)"))
    }
  }

  private func trades(_ skills: [Skill]) -> String {
    names(skills.map { skill in name(skill.trade) + (skill.level.map { " " + level($0) } ?? "") })
  }

  private func names(_ names: [String]) -> String { names.isEmpty ? text("不限", "any") : list(names) }

  private func line(for change: TargetChange) -> String {
    let parts: [String?] = [
      change.kind.map { name($0) }, change.urgency.map { inside($0) }, change.topic.map { inside($0) },
      inside(change.clock), change.isAgain ? text("再次", "again") : nil,
    ]
    let same = change.from == change.to ? text("（不变）", " (as before)") : nil
    return pair(
      phrase(parts), same.map { promise(change.to) + $0 } ?? arrow(promise(change.from), promise(change.to)))
  }

  /// `处理后1天（office）` / `1d after the result (office)`.
  private func promise(_ target: Target?) -> String {
    guard let target else { return text("不设", "none") }
    return counted(target) + (target.calendar.map { text("（\($0)）", " (\($0))") } ?? "")
  }

  private func step(_ step: EscalationStep) -> String {
    let kinds = TicketKind.allCases.filter { step.kinds.contains($0) }.map { inside($0) }
    let urgencies = Urgency.allCases.filter { step.urgencies.contains($0) }.map { inside($0) }
    let clocks = ClockName.allCases.filter { step.clocks.contains($0) }.map { inside($0) }
    let when =
      switch step.trigger {
      case .share(let percent): text("用去\(percent)%", "at \(percent)%")
      case .overdue(.zero): text("超时", "when late")
      case .overdue(let delay): text("超时\(exact(delay))", "\(exact(delay)) late")
      }
    let audience = step.audience.map { one in
      switch one {
      case .owner: text("责任人", "owner")
      case .technician: text("接单的维修", "the order's technician")
      case .role(let role): inside(role)
      }
    }
    let what = phrase([
      kinds.isEmpty ? nil : list(kinds), urgencies.isEmpty ? nil : list(urgencies), list(clocks), when,
    ])
    return what + " → " + list(audience)
  }

  private func quiet(_ quiet: QuietHours?) -> String {
    guard let quiet else { return text("无", "none") }
    let except = Urgency.allCases.filter { quiet.except.contains($0) }.map { inside($0) }
    return PolicyChange.text(from: quiet.start, to: quiet.end)
      + (except.isEmpty ? "" : text("（\(list(except))除外）", " (except \(list(except)))"))
  }

  private func hours(_ hours: DayHours) -> String {
    hours.windows.isEmpty
      ? text("休息", "closed")
      : list(hours.windows.map { PolicyChange.text(from: $0.lowerBound, to: $0.upperBound) })
  }

  private var usual: String { text("照常", "as its weekday") }
  private func arrow(_ from: String, _ to: String) -> String { from + " → " + to }
  private func phrase(_ parts: [String?]) -> String {
    parts.compactMap { $0 }.joined(separator: text(" ", ", "))
  }

  private func weekday(_ day: Int) -> String {
    let zh = ["一", "二", "三", "四", "五", "六", "日"]
    let en = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return text("周" + zh[day - 1], en[day - 1])
  }

  private func word(_ gate: Gate) -> String {
    switch gate {
    case .trade: text("工种", "trade")
    case .licence: text("证照", "licence")
    case .shift: text("班次", "shift")
    case .leave: text("请假休息", "leave")
    case .load: text("在手数量", "orders in hand")
    case .distance: text("距离", "distance")
    case .price: text("价格", "price")
    }
  }

  private func word(_ level: GateLevel) -> String {
    switch level {
    case .none: text("不管", "none")
    case .warn: text("提醒", "warn")
    case .block: text("禁止", "block")
    }
  }

  private func word(_ limit: PolicyChange.Limit) -> String {
    switch limit {
    case .lateEntry: text("补录期限", "Late entry")
    case .undo: text("撤销期限", "Undo")
    case .retention: text("保存期限", "Retention")
    case .sweep: text("清查期限", "Sweep")
    case .warranty: text("质保期", "Warranty")
    case .referral: text("外转单位的答复期限", "Answers of bodies outside")
    case .licenceNotice: text("证照到期提前提醒", "Notice of licences that end")
    case .sameRoom: text("同户路程", "Travel in one room")
    case .sameRiser: text("同单元路程", "Travel in one riser")
    case .sameBuilding: text("同栋路程", "Travel in one building")
    case .samePhase: text("同期路程", "Travel in one phase")
    case .elsewhere: text("跨期路程", "Travel between phases")
    }
  }
}
