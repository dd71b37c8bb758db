import Desk
import DeskStore
import Journal

/// A policy and its changes, as scripts read them.
extension JSONWriter {
  /// All tables of a policy; spans in seconds, hours in minutes since midnight as `08:30-12:00`.
  mutating func policy(_ policy: Policy) {
    objects("calendars", policy.calendars) { $0.calendar($1) }
    objects("clocks", ClockName.allCases.filter { policy.clockCalendars[$0] != nil }) { writer, clock in
      writer.field("clock", clock.rawValue)
      writer.optional("calendar", policy.clockCalendars[clock])
    }
    objects("targets", policy.targets.rules) { writer, rule in
      writer.field("clock", rule.clock.rawValue)
      writer.selectors(rule.kind, rule.urgency, rule.topic)
      writer.field("again", rule.isAgain)
      writer.target("target", rule.target)
    }
    objects("pauses", WaitingReason.allCases) { writer, reason in
      writer.field("reason", reason.rawValue)
      writer.field(
        "clocks", ClockName.allCases.filter { policy.pauses[reason]?.contains($0) ?? false }.map(\.rawValue))
    }
    objects("escalation", policy.escalation) { $0.step($1) }
    quiet("quiet", policy.quiet)
    objects("roles", StaffRole.allCases) { writer, role in
      writer.field("role", role.rawValue)
      writer.field("may", Verb.allCases.filter { policy.allows(role, $0) }.map(\.rawValue))
    }
    object("speaks") { writer in
      writer.field("steps", Verb.allCases.filter { policy.speaks.steps.contains($0) }.map(\.rawValue))
      let spoken = StaffRole.allCases.filter { policy.speaks.speakers[$0] != nil }
      writer.objects("roles", spoken) { writer, role in
        writer.field("role", role.rawValue)
        let speakers = policy.speaks.speakers[role] ?? []
        writer.field("by", StaffRole.allCases.filter { speakers.contains($0) }.map(\.rawValue))
      }
    }
    objects("visits", policy.visits.rules) { writer, rule in
      writer.optional("kind", rule.kind?.rawValue)
      writer.optional("urgency", rule.urgency?.rawValue)
      writer.field("share", Int64(rule.share))
    }
    field("risk", policy.atRiskShares.map { Int64($0) })
    object("gates") { writer in
      writer.field("trade", (policy.gates[.trade] ?? .none).rawValue)
      writer.field("licence", (policy.gates[.licence] ?? .none).rawValue)
      writer.field("shift", (policy.gates[.shift] ?? .none).rawValue)
      writer.field("leave", (policy.gates[.leave] ?? .none).rawValue)
      writer.field("load", (policy.gates[.load] ?? .none).rawValue)
      writer.field("distance", (policy.gates[.distance] ?? .none).rawValue)
      writer.field("price", (policy.gates[.price] ?? .none).rawValue)
    }
    objects("idle", Urgency.allCases) { writer, urgency in
      writer.field("urgency", urgency.rawValue)
      writer.seconds("limit_s", policy.idleLimits[urgency])
    }
    dispatch(policy.dispatch)
    object("limits") { writer in
      writer.seconds("warranty_s", policy.dispatch.warranty)
      writer.seconds("licence_notice_s", policy.dispatch.licenceNotice)
      writer.seconds("late_entry_s", policy.limits.lateEntry)
      writer.seconds("undo_s", policy.limits.undo)
      writer.seconds("retention_s", policy.limits.retention)
      writer.seconds("sweep_s", policy.limits.sweep)
      writer.field("rings", Int64(policy.limits.rings))
      writer.field("visit_tries", Int64(policy.limits.visitTries))
      writer.seconds("referral_s", policy.limits.referral)
    }
  }

  private mutating func dispatch(_ rules: DispatchRules) {
    object("travel") { writer in
      writer.seconds("room_s", rules.travel.sameRoom)
      writer.seconds("riser_s", rules.travel.sameRiser)
      writer.seconds("building_s", rules.travel.sameBuilding)
      writer.seconds("phase_s", rules.travel.samePhase)
      writer.seconds("elsewhere_s", rules.travel.elsewhere)
      writer.seconds("farthest_s", rules.farthest)
    }
    objects("trades", Topic.allCases.filter { rules.trades[$0] != nil }) { writer, topic in
      writer.field("topic", topic.rawValue)
      writer.field("trades", (rules.trades[topic] ?? []).map(\.text))
    }
    objects("licences", Topic.allCases.filter { rules.licences[$0] != nil }) { writer, topic in
      writer.field("topic", topic.rawValue)
      writer.field("licences", rules.licences[topic] ?? [])
    }
    objects("weights", Urgency.allCases) { writer, urgency in
      writer.field("urgency", urgency.rawValue)
      writer.field("weight", Int64(rules.weight(urgency)))
    }
    objects("overtime", Urgency.emergencies) { writer, urgency in
      writer.field("urgency", urgency.rawValue)
      writer.seconds("limit_s", rules.overtime[urgency] ?? .zero)
    }
    objects("work", Topic.allCases) { writer, topic in
      writer.field("topic", topic.rawValue)
      writer.seconds("expected_s", rules.expectation(topic))
    }
  }

  /// One change: what it is about, from what, to what.
  mutating func change(_ change: PolicyChange) {
    switch change {
    case .name(let from, let to): pair("name", from, to)
    case .target(let change):
      field("what", "target")
      field("clock", change.clock.rawValue)
      selectors(change.kind, change.urgency, change.topic)
      field("again", change.isAgain)
      target("from", change.from)
      target("to", change.to)
    case .calendar(let name, let isAdded):
      field("what", "calendar")
      field("calendar", name)
      field("added", isAdded)
    case .weekday(let calendar, let day, let from, let to):
      field("what", "weekday")
      field("calendar", calendar)
      field("weekday", Int64(day))
      field("from", from.texts)
      field("to", to.texts)
    case .days(let calendar, let days, let from, let to):
      field("what", "days")
      field("calendar", calendar)
      field("days", PolicyChange.text(days))
      hours("from", from)
      hours("to", to)
    case .pause(let reason, let from, let to):
      field("what", "pause")
      field("reason", reason.rawValue)
      field("from", from.map(\.rawValue))
      field("to", to.map(\.rawValue))
    case .step(let step, let isAdded):
      field("what", "escalation")
      field("added", isAdded)
      self.step(step)
    case .quiet(let from, let to):
      field("what", "quiet")
      quiet("from", from)
      quiet("to", to)
    case .riskShares(let from, let to):
      field("what", "risk")
      field("from", from.map { Int64($0) })
      field("to", to.map { Int64($0) })
    case .permission(let role, let granted, let revoked):
      field("what", "role")
      field("role", role.rawValue)
      field("granted", granted.map(\.rawValue))
      field("revoked", revoked.map(\.rawValue))
    case .speakers(let role, let granted, let revoked):
      field("what", "speaks")
      field("role", role.rawValue)
      field("granted", granted.map(\.rawValue))
      field("revoked", revoked.map(\.rawValue))
    case .spokenSteps(let granted, let revoked):
      field("what", "speaks-steps")
      field("granted", granted.map(\.rawValue))
      field("revoked", revoked.map(\.rawValue))
    case .number(let change): number(change)
    }
  }

  private mutating func number(_ change: PolicyChange.Number) {
    switch change {
    case .share(let kind, let urgency, let from, let to):
      field("what", "visit")
      optional("kind", kind?.rawValue)
      optional("urgency", urgency?.rawValue)
      field("from", Int64(from))
      field("to", Int64(to))
    case .gate(let gate, let from, let to):
      pair("gate", from.rawValue, to.rawValue)
      field("gate", gate.rawValue)
    case .idle(let urgency, let from, let to):
      field("what", "idle")
      field("urgency", urgency.rawValue)
      seconds("from_s", from)
      seconds("to_s", to)
    case .limit(let limit, let from, let to):
      field("what", limit.rawValue)
      seconds("from_s", from)
      seconds("to_s", to)
    case .weight(let urgency, let from, let to):
      field("what", "weight")
      field("urgency", urgency.rawValue)
      field("from", Int64(from))
      field("to", Int64(to))
    case .overtime(let urgency, let from, let to):
      field("what", "overtime")
      field("urgency", urgency.rawValue)
      seconds("from_s", from)
      seconds("to_s", to)
    case .work(let topic, let from, let to):
      field("what", "work")
      optional("topic", topic?.rawValue)
      seconds("from_s", from)
      seconds("to_s", to)
    case .trades(let topic, let from, let to):
      field("what", "trades")
      field("topic", topic.rawValue)
      field("from", from.map(\.text))
      field("to", to.map(\.text))
    case .licences(let topic, let from, let to):
      field("what", "licences")
      field("topic", topic.rawValue)
      field("from", from)
      field("to", to)
    case .farthest(let from, let to):
      field("what", "farthest")
      seconds("from_s", from)
      seconds("to_s", to)
    case .rings(let from, let to):
      field("what", "rings")
      field("from", Int64(from))
      field("to", Int64(to))
    case .visitTries(let from, let to):
      field("what", "visit_tries")
      field("from", Int64(from))
      field("to", Int64(to))
    }
  }

  private mutating func pair(_ what: String, _ from: String, _ to: String) {
    field("what", what)
    field("from", from)
    field("to", to)
  }

  private mutating func selectors(_ kind: TicketKind?, _ urgency: Urgency?, _ topic: Topic?) {
    optional("kind", kind?.rawValue)
    optional("urgency", urgency?.rawValue)
    optional("topic", topic?.rawValue)
  }

  private mutating func target(_ key: StaticString, _ target: Target?) {
    guard let target else { return null(key) }
    object(key) { writer in
      writer.field("after", target.start.rawValue)
      writer.seconds("within_s", target.within)
      writer.optional("calendar", target.calendar)
    }
  }

  private mutating func calendar(_ calendar: WorkCalendar) {
    field("name", calendar.name)
    objects("week", Array(1...7)) { writer, day in
      writer.field("weekday", Int64(day))
      writer.field("hours", calendar.week[day].texts)
    }
    objects("days", calendar.exceptions.sorted { $0.key < $1.key }) { writer, day in
      writer.field("day", PolicyChange.text(day.key...day.key))
      writer.field("hours", day.value.texts)
    }
  }

  private mutating func step(_ step: EscalationStep) {
    field("clock", ClockName.allCases.filter { step.clocks.contains($0) }.map(\.rawValue))
    field("kind", TicketKind.allCases.filter { step.kinds.contains($0) }.map(\.rawValue))
    field("urgency", Urgency.allCases.filter { step.urgencies.contains($0) }.map(\.rawValue))
    switch step.trigger {
    case .share(let percent):
      field("at", Int64(percent))
      null("after_s")
    case .overdue(let delay):
      null("at")
      seconds("after_s", delay)
    }
    field("to", step.audience.map(\.fileWord))
  }

  private mutating func quiet(_ key: StaticString, _ quiet: QuietHours?) {
    guard let quiet else { return null(key) }
    object(key) { writer in
      writer.field("hours", PolicyChange.text(from: quiet.start, to: quiet.end))
      writer.field("except", Urgency.allCases.filter { quiet.except.contains($0) }.map(\.rawValue))
    }
  }

  private mutating func hours(_ key: StaticString, _ hours: DayHours?) {
    if let hours { field(key, hours.texts) } else { null(key) }
  }
}

extension DayHours {
  fileprivate var texts: [String] {
    windows.map { PolicyChange.text(from: $0.lowerBound, to: $0.upperBound) }
  }
}
