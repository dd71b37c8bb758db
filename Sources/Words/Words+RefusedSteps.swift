public import Desk

/// Refusals about the order in which things are done.
extension Words {
  func wrongStatus(_ verb: Verb, _ status: TicketStatus, _ allowed: [TicketStatus]) -> String {
    let steps = nextSteps(status).map { phrase(for: $0) }
    return text(
      "工单状态为“\(name(status))”，不能\(phrase(for: verb))；允许的状态：\(list(allowed.map { name($0) }))。"
        + "现在可以：\(list(steps))。",
      "You cannot \(phrase(for: verb)) while it is \(inside(status)); it must be "
        + "\(any(allowed.map { inside($0) })). What can be done now: \(list(steps)).")
  }

  func wrongOrderStatus(
    _ verb: Verb, _ id: OrderID, _ status: OrderStatus, _ allowed: [OrderStatus]
  ) -> String {
    let steps = nextSteps(status).map { phrase(for: $0) }
    return text(
      "\(order(id))状态为“\(name(status))”，不能\(phrase(for: verb))；允许的状态：\(list(allowed.map { name($0) }))。"
        + "下一步可以：\(list(steps))。",
      "You cannot \(phrase(for: verb)) while \(id) is \(inside(status)); it must be "
        + "\(any(allowed.map { inside($0) })). The next step: \(any(steps)).")
  }

  func noOwner(_ number: TicketNumber) -> String {
    text(
      "\(ticket(number))还没有责任人。请先指定责任人（或派单）。",
      "Nobody is responsible for \(ticket(number)) yet. Name an owner first, or dispatch a technician.")
  }

  func notReady(_ number: TicketNumber, _ missing: [ClosingNeed]) -> String {
    text(
      "\(ticket(number))还不能办结，尚缺：\(missing.map { need($0) }.joined(separator: "；"))。",
      "\(ticket(number).capitalisedFirst) cannot be closed yet. Still needed: "
        + missing.map { need($0) }.joined(separator: "; ") + ".")
  }

  /// What is missing before a ticket can be closed.
  public func need(_ need: ClosingNeed) -> String {
    switch need {
    case .orders(let ids):
      text(
        "派工单\(list(ids.map(\.description)))完工、退单或撤回",
        "\(all(ids.map(\.description))) completed, declined or withdrawn")
    case .result: text("处理结果", "the result")
    case .reply: text("给住户的回复", "the reply to the resident")
    case .check: text("现场查看", "a check on the spot")
    case .decision: text("主管的决定", "a decision with its reason")
    case .callers(let numbers):
      text(
        "并入工单\(list(numbers.map { String($0.value) }))的来电人也要回复",
        "the reply to the callers of \(all(numbers.map { String($0.value) })), merged into it")
    }
  }

  func isMerged(_ number: TicketNumber, _ survivor: TicketNumber) -> String {
    text(
      "\(ticket(number))已并入\(ticket(survivor))。请在那张工单上继续。",
      "\(ticket(number).capitalisedFirst) was merged into \(ticket(survivor)). Go on there.")
  }

  func itself(_ number: TicketNumber) -> String {
    text(
      "\(ticket(number))不能并入自己，也不能成为自己的一部分。请核对编号。",
      "\(ticket(number).capitalisedFirst) cannot be merged into itself or be a part of itself. Check the numbers."
    )
  }

  func ordersOut(_ number: TicketNumber, _ orders: [OrderID]) -> String {
    text(
      "\(ticket(number))还有未完的派工单\(list(orders.map(\.description)))。请先完工或撤回，再并单。",
      "\(ticket(number).capitalisedFirst) still has \(all(orders.map(\.description))) out. Complete or withdraw that first, "
        + "then merge.")
  }

  func nothingToUndo(_ limit: Seconds) -> String {
    text(
      "没有可以撤销的操作：只能撤销本人\(duration(limit))内的操作。",
      "There is nothing to take back: only your own steps of the last \(duration(limit)) can be.")
  }

  func notTakenBack(_ number: TicketNumber?, _ verb: Verb, _ why: Refusal.Lasting) -> String {
    let step = number.map { "\($0) " + phrase(for: verb) } ?? phrase(for: verb)
    return switch why {
    case .goneOn:
      text(
        "您最后一步是“\(step)”，之后又有了新的进展，不能撤销。请再登记一步来更正。",
        "Your last step was “\(step)”. The ticket has gone on since, so it cannot be taken back; record what is right."
      )
    case .onRecord:
      text(
        "您最后一步是“\(step)”，这一步留档，不能撤销。请更正，或请主管作废。",
        "Your last step was “\(step)”, which stays on record. Correct it, or have it cancelled.")
    }
  }

  func nothingToAcknowledge(_ number: TicketNumber) -> String {
    text(
      "\(ticket(number))没有提醒此人而尚未知悉的事，无需知悉。",
      "Nothing on \(ticket(number)) is escalated to this person and unseen, so there is nothing to acknowledge."
    )
  }

  func noResultYet(_ number: TicketNumber) -> String {
    text(
      "\(ticket(number))还没有处理结果，不能登记回复。请先登记处理结果；只告知进度请用“进度告知”。",
      "\(ticket(number).capitalisedFirst) has no result to tell yet. Record the result first; to tell the resident "
        + "how it goes, record a progress notice.")
  }

  func alreadyDispatched(_ id: OrderID) -> String {
    text(
      "此人已有\(order(id))在手。请继续那一张，或先撤回它。",
      "This technician already has \(order(id)) on the ticket. Go on with that one, or withdraw it first.")
  }

  func alreadyWaiting(_ number: TicketNumber, _ reason: WaitingReason, _ until: Instant?, _ zone: Zone)
    -> String
  {
    let end = until.map { text("，等到 ", " until ") + fullTime($0, zone) } ?? ""
    return text(
      "\(ticket(number))已经挂起（\(name(reason))\(end)）。确实要改成新的原因和时间吗？",
      "\(ticket(number).capitalisedFirst) is on hold already (\(name(reason))\(end)). Do you mean to change that?"
    )
  }

  func changed(_ number: TicketNumber, _ since: Int64, _ now: Int64) -> String {
    text(
      "\(ticket(number))在您查看之后（事件\(since)）已被他人更改（事件\(now)）。请重新查看后再操作。",
      "\(ticket(number).capitalisedFirst) was changed (event \(now)) since you looked at it (event \(since)). "
        + "Look at it again, then repeat what you want.")
  }

  func warned(_ gates: [Gate], _ technician: StaffCode) -> String {
    text(
      "派给\(person(technician))有疑问：\(list(gates.map { reason($0) }))。确认后可强制派单。",
      "There is something against sending \(person(technician)): \(all(gates.map { reason($0) })). "
        + "It can be overruled by force.")
  }

  func blocked(_ gate: Gate, _ technician: StaffCode) -> String {
    text(
      "不能派给\(person(technician))：\(reason(gate))。此规则不能强制，请另选人员。",
      "\(person(technician)) cannot be sent: \(reason(gate)). Nobody can overrule this; choose somebody else."
    )
  }

  /// What stands between a technician and an order.
  public func reason(_ gate: Gate) -> String {
    switch gate {
    case .trade: text("工种不符", "not the trade it takes")
    case .licence: text("没有所需证照", "not the licence it takes")
    case .shift: text("不在班次内，或班内干不完", "not on shift for all of it")
    case .leave: text("届时请假或休息", "away then")
    case .load:
      text("在手工单已满，或该时段已约给别家", "as many orders in hand as agreed, or promised elsewhere at that time")
    case .distance: text("距离太远", "too far away")
    case .price: text("价格未经住户同意", "the resident has not agreed to the price")
    }
  }
}

extension String {
  /// The same with a capital letter first, as a sentence begins.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
