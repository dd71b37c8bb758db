import Desk
import Settings

extension PolicyText {
  mutating func pauses(_ pauses: [WaitingReason: Set<ClockName>]) {
    chapter(
      "暂停：因何挂起时，哪些时限停走。", "Pauses: the clocks that stand still while a ticket rests for that reason.")
    put("[pauses]")
    for reason in WaitingReason.allCases {
      let clocks = ClockName.allCases.filter { pauses[reason]?.contains($0) ?? false }
      put(
        "\(reason.rawValue) = " + Self.list(clocks.map(\.rawValue)), reason.phrase.zh,
        reason.phrase.en)
    }
  }

  mutating func alarms(_ policy: Policy) {
    chapter("预警：时限用去百分之几时提示。", "At risk: the shares of a target, in per cent, at which it is marked.")
    put("[risk]")
    put("shares = [" + policy.atRiskShares.map(String.init).joined(separator: ", ") + "]")
    ladder(policy.escalation)
    chapter(
      "静默时段：除 except 所列紧急程度外不提醒；hours = \"none\" 为没有。",
      "Quiet hours: nobody is alarmed then, save for the urgencies named; hours = \"none\" for no such hours."
    )
    put("[quiet]")
    guard let quiet = policy.quiet else { return put("hours = \"none\"") }
    put("hours = " + SettingsString.text(WallText.text(quiet.start, quiet.end)))
    put("except = " + Self.list(Urgency.allCases.filter { quiet.except.contains($0) }.map(\.rawValue)))
  }

  private mutating func ladder(_ steps: [EscalationStep]) {
    guard !steps.isEmpty else { return }
    chapter(
      "提醒：at 为用去时限的百分比（最多 100），after 为超时之后多久；kind、urgency 不写即全部。",
      "Escalation: at per cent of a target (100 at most), or after so long past the due moment; kind and urgency: "
        + "all where left out.")
    comment(
      "to：owner 责任人、technician 接单的维修、every-technician 全体维修，或一个岗位。",
      "to: owner (who is responsible), technician (who has the order), every-technician, or a role.")
    for step in steps {
      put("[[escalation]]")
      put("clock = " + Self.oneOrList(ClockName.allCases.filter { step.clocks.contains($0) }.map(\.rawValue)))
      let kinds = TicketKind.allCases.filter { step.kinds.contains($0) }
      if !kinds.isEmpty { put("kind = " + Self.oneOrList(kinds.map(\.rawValue))) }
      let urgencies = Urgency.allCases.filter { step.urgencies.contains($0) }
      if !urgencies.isEmpty { put("urgency = " + Self.oneOrList(urgencies.map(\.rawValue))) }
      switch step.trigger {
      case .share(let percent): put("at = \(percent)")
      case .overdue(let delay): put("after = " + Self.span(delay))
      }
      put("to = " + Self.oneOrList(step.audience.map(\.fileWord)))
    }
  }

  mutating func roles(_ permissions: [StaffRole: Set<Verb>]) {
    chapter(
      "权限：各岗位可做什么；没有写到的岗位只能查看。物业经理必须能改人员台账和政策。",
      "Roles: what each may do; one that is left out may look only. A manager has to be able to change staff and policy."
    )
    put("[roles]")
    for role in StaffRole.allCases {
      lines.append("# \(role.phrase.zh) \(role.phrase.en)")
      put(role.rawValue, Verb.ofRoles.filter { permissions[role]?.contains($0) ?? false }.map(\.rawValue))
    }
    chapter(
      "台账与外转的权限：一行一项，哪些岗位可以做；没有写到的按内置。",
      "Rights of records: a line each, and the roles that may; a line left out stays as it is built in.")
    put("[records]")
    for (verb, _) in Verb.records {
      put(
        verb.rawValue,
        StaffRole.allCases.filter { permissions[$0]?.contains(verb) ?? false }.map(\.rawValue))
    }
  }

  mutating func speaks(_ speaks: SpeakTable) {
    chapter(
      "代录：steps 为可以代别人录入的步骤；各岗位的步骤可由哪些岗位代录，没有写到的岗位不能代。查看、决定、验收等一律不能代，也不能代上级。",
      "Speaking for others: steps may be keyed in somebody else's name; then, role by role, by whom. Nobody speaks for a role "
        + "that is left out. Seeing, deciding, inspecting are never done for anybody, nor anything for a higher role."
    )
    put("[speaks]")
    put("steps", Verb.allCases.filter { speaks.steps.contains($0) }.map(\.rawValue))
    for role in StaffRole.allCases {
      guard let speakers = speaks.speakers[role] else { continue }
      put(role.rawValue, StaffRole.allCases.filter { speakers.contains($0) }.map(\.rawValue))
    }
  }

  mutating func gates(_ policy: Policy) {
    chapter(
      "派单限制：none 不管、warn 提醒（可强制）、block 禁止。trade 工种、licence 证照、shift 班次、leave 请假休息、load 在手数量、distance 距离、price 价格未经住户同意。",
      "Gates of dispatch: none, warn (a person may overrule it) or block. Trade, licence, shift, leave, orders in hand, "
        + "distance, a price the resident has not agreed to."
    )
    put("[gates]")
    for gate in Gate.allCases { put("\(gate.rawValue) = \"\((policy.gates[gate] ?? .none).rawValue)\"") }
    chapter(
      "维修在途或在场多久没有动静要打电话；\"none\" 为不查。",
      "How long a technician may be on the way or on the spot before a check call; \"none\": no such call.")
    put("[idle]")
    for urgency in Urgency.allCases {
      put("\(urgency.rawValue) = " + (policy.idleLimits[urgency].map { Self.span($0) } ?? "\"none\""))
    }
  }

  mutating func dispatch(_ rules: DispatchRules) {
    chapter(
      "路程：两处在同一户、同一单元、同一栋、同一期、不同期时走多久；farthest 为多远算太远，\"none\" 为不限。",
      "Travel: between places in one room, riser, building, phase, or in different phases; farthest: more than that is too "
        + "far, \"none\" for no limit.")
    put("[travel]")
    for (word, path) in TravelTable.fileWords { put("\(word) = " + Self.span(rules.travel[keyPath: path])) }
    put("farthest = " + (rules.farthest.map { Self.span($0) } ?? "\"none\""))
    chapter(
      "权重：排派工计划时，各紧急程度的一次超时算多重，1 到 1000。",
      "Weights: what one broken promise counts for when work is planned, by urgency, 1 to 1000.")
    put("[weights]")
    for urgency in Urgency.allCases { put("\(urgency.rawValue) = \(rules.weight(urgency))") }
    chapter(
      "工时：在有自己的记录之前，各事项的活预计干多久；any 为其余事项。",
      "Work: how long a job of a topic is expected to take before there are records to go by; any: all other topics."
    )
    put("[work]")
    put("any = " + Self.span(rules.usualWork))
    for topic in Topic.allCases {
      if let time = rules.expectations[topic] { put("\(topic.rawValue) = " + Self.span(time)) }
    }
    chapter(
      "加班：特急、急修最多可以干过下班或占用休息多久，0m 为不加班；其他工单一律不加班。",
      "Overtime: how far critical and urgent work may run over the end of a shift or into a break, 0m for not at all; nothing "
        + "else does.")
    put("[overtime]")
    for urgency in Urgency.emergencies {
      put("\(urgency.rawValue) = " + Self.span(rules.overtime[urgency] ?? .zero))
    }
  }

  mutating func skills(_ rules: DispatchRules) {
    chapter(
      "工种：各事项由哪些工种去，越靠前越合适；electrician:2 为至少熟练（1 初级、2 中级、3 高级），不够的排在后面。一个都没有的，按派单限制 trade 处理。[] 为任何维修都行。",
      "Trades: who fits a topic, the best first; electrician:2 asks for a level (1 learning, 2 skilled, 3 master), and who "
        + "knows less comes after. Whoever has none of them is what the gate of the trade is for. []: any craft will do."
    )
    put("[trades]")
    for topic in Topic.allCases {
      if let skills = rules.trades[topic] { put("\(topic.rawValue) = " + Self.list(skills.map(\.text))) }
    }
    chapter(
      "证照：各事项必须持有的证照，名称与人员台账一致，全部要有；没有写到的事项不要求。",
      "Licences: what work of a topic asks for, all of them, by the names on the staff's record; nothing where it is left out."
    )
    put("[licences]")
    for topic in Topic.allCases {
      if let names = rules.licences[topic] { put("\(topic.rawValue) = " + Self.list(names)) }
    }
  }

  mutating func limits(_ limits: PolicyLimits) {
    chapter("其他数字。", "Other numbers.")
    put("[limits]")
    put("late-entry = " + Self.span(limits.lateEntry), "事后多久之内可补录", "how late something may be keyed")
    put("undo = " + Self.span(limits.undo), "本人多久之内可撤销", "how long authors may undo a step of theirs")
    put(
      "retention = " + Self.span(limits.retention), "记录保存多久，不少于三年（1096d）",
      "how long records are kept, three years at least")
    put("sweep = " + Self.span(limits.sweep), "多久无人处理列入清查", "unattended so long, a matter is in the sweep")
    put("rings = \(limits.rings)", "几声铃响之内接听", "rings before the phone counts as unanswered")
  }

  mutating func returnVisits(_ limits: PolicyLimits) {
    chapter("回访。", "Return visits.")
    put("[return-visits]")
    put(
      "tries = \(limits.visitTries)", "没打通时，隔日再试几天才算未能回访",
      "days on which nobody is reached before a visit is given up")
  }

  mutating func referral(_ limits: PolicyLimits) {
    chapter("外转。", "Referrals.")
    put("[referral]")
    put(
      "answer = " + Self.span(limits.referral), "外部单位多久之内应答复", "within what time a body outside should answer"
    )
  }
}
