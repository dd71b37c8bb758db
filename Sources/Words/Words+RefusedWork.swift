package import Desk

/// Refusals about prices, rework, rosters and absences.
extension Words {
  func clockFar(_ last: Instant, _ now: Instant, _ zone: Zone) -> String {
    text(
      "本机时钟显示\(fullTime(now, zone))，而上一条记于\(fullTime(last, zone))，时钟可能不对，未登记。请核对时钟；确认无误可强制登记。",
      "The machine's clock says \(fullTime(now, zone)), and the last event was recorded at \(fullTime(last, zone)): the clock "
        + "may be wrong, and nothing was recorded. Check it; where it is right, insist.")
  }

  func isElsewhere(_ technician: StaffCode, _ orders: [OrderID], _ isLater: Bool) -> String {
    let other = list(orders.map(\.description))
    let technician = person(technician)
    return isLater
      ? text(
        "\(technician)在这之后已去了\(other)。请先核对时间；确认后可强制登记，这一单从那时起记为暂停（先办别单）。",
        "\(technician) has gone to \(other) since. Check the time; by force it is recorded, and this order rests (called away) "
          + "from then on.")
      : text(
        "\(technician)还在\(other)（途中或已到场）。请先登记那里完工或暂停；确认后可强制登记，\(other)记为暂停（先办别单）。",
        "\(technician) is still on \(other), on the way or on the spot. Complete or pause that first; by force this is "
          + "recorded, and \(other) rests (called away).")
  }

  func nobodyThere(_ verb: Verb, _ id: OrderID) -> String {
    text(
      "\(order(id))派出后还没有人到场，不能\(phrase(for: verb))。请先登记到场（arrive）；没有去的，可以撤回或改派。",
      "Nobody has arrived for \(id) since it was given, so you cannot \(phrase(for: verb)). Record the arrival first "
        + "(arrive); where nobody went, withdraw it or hand it on.")
  }

  func outlasts(
    _ number: TicketNumber, _ reason: WaitingReason, _ until: String, _ clock: ClockName, _ due: String
  ) -> String {
    text(
      "\(ticket(number))的“\(name(clock))”应于\(due)前完成，\(name(reason))不停表，挂起到\(until)就会超时。确认后可强制登记。",
      "\(inside(clock).capitalisedFirst) of \(ticket(number)) is due by \(due), and waiting for “\(name(reason))” stops no "
        + "clock: on hold until \(until) it will be late. It can be recorded by force.")
  }

  func notAgreed(_ id: OrderID, _ charge: Int64, _ agreed: Int64?, _ isFinal: Bool) -> String {
    let known = agreed.map {
      text("住户只同意\(yuan($0))", "the resident agreed to \(yuan($0)) only")
    }
    return text(
      "\(order(id))要收\(yuan(charge))，\(known ?? "住户还没有同意价格")。请先登记报价和同意人（price）"
        + (isFinal ? "，此规则不能强制。" : "，或确认后强制。"),
      "\(order(id).capitalisedFirst) is to cost the resident \(yuan(charge)), and "
        + (known ?? "the resident has agreed to no price yet")
        + ". Record the price and who agreed first (price)"
        + (isFinal ? "; nobody can overrule this." : ", or overrule this by force."))
  }

  func doubtful(_ id: OrderID, _ doubt: Doubt, _ zone: Zone) -> String {
    facts(of: doubt, id, zone)
      + text("请核对；确认无误可强制登记。", " Check it; where it is meant, overrule this by force.")
  }

  /// What is doubtful, in a sentence.
  package func facts(of doubt: Doubt, _ id: OrderID, _ zone: Zone) -> String {
    switch doubt {
    case .reworkCosts(let first, let fen):
      text(
        "\(order(id))是质保期内的返修（原单\(first)），却要收\(yuan(fen))。",
        "\(order(id).capitalisedFirst) makes good \(first) within its warranty, and yet is to cost \(yuan(fen))."
      )
    case .criticalPutOff(let number):
      text(
        "\(ticket(number))是特急，要改到别的时候。",
        "\(ticket(number).capitalisedFirst) is critical, and is to be done at another time.")
    case .technicianTurnsRound(let technician):
      text(
        "\(person(technician))已在\(order(id))的路上或现场，改约就要请人回来。",
        "\(person(technician)) is on the way for \(order(id)), or on the spot, and would have to turn round.")
    case .chargeDiffers(let charge, let sum):
      text(
        "材料和人工合计\(yuan(sum))，住户付费却是\(yuan(charge))，也不是住户同意的价格。",
        "Materials and labour come to \(yuan(sum)), and the resident is to pay \(yuan(charge)), which is not what they agreed to either."
      )
    case .underWarranty(let first, let fen):
      text(
        "同一户同类的\(first)还在质保期内，\(order(id))却要收\(yuan(fen))。是返修的，请先登记返修（rework）。",
        "\(first), of the same kind in the same home, is within its warranty, and yet \(id) is to cost \(yuan(fen)). If it "
          + "makes that good, record that first (rework).")
    case .beforeItsDay(let window):
      text(
        "\(order(id))约在\(self.window(window, zone))，还没到那一天。",
        "\(order(id).capitalisedFirst) is promised for \(self.window(window, zone)), which is another day.")
    case .farAhead(let moment):
      text(
        "\(fullTime(moment, zone))在一年以后。", "\(fullTime(moment, zone)) is more than a year ahead.")
    }
  }

  func notRework(_ id: OrderID, _ why: Refusal.Rework) -> String {
    switch why {
    case .unfinished:
      text(
        "\(order(id))还没有完工，不能作为返修的原单。请继续那一张。",
        "\(order(id).capitalisedFirst) is not finished, so nothing can make it good yet. Go on with that one."
      )
    case .tooOld(let limit):
      text(
        "\(order(id))已过\(duration(limit))的质保期，不算返修。请按新单派。",
        "\(order(id).capitalisedFirst) was finished longer ago than the warranty of \(duration(limit)). "
          + "Dispatch without naming it.")
    case .otherUnit:
      text(
        "\(order(id))是另一处房屋的派工单，不能作为返修的原单。请核对编号。",
        "\(order(id).capitalisedFirst) was for another room. Check the number.")
    case .itself: text("派工单不能是自己的返修。", "An order cannot make good itself.")
    }
  }

  func noDuty(_ code: StaffCode, _ day: Int) -> String {
    text(
      "\(CivilTime.dayText(day))没有\(person(code))的班次记录，不能换班。请先排班。",
      "\(person(code)) has no duty on record for \(CivilTime.dayText(day)), so there is nothing to swap. Set the roster first."
    )
  }

  func correctionWithoutReason(_ day: Int) -> String {
    text(
      "\(CivilTime.dayText(day))已经过去，谁当班已成记录。确须更正的，请写明原因。",
      "\(CivilTime.dayText(day)) is over, and who was on duty then is on record. To put it right, give the reason."
    )
  }

  func tooManyDays(_ limit: Int) -> String {
    text("一次最多排\(limit)天。", "The roster takes \(limit) days at most in one go.")
  }

  func alreadyAway(_ code: StaffCode, _ from: String, _ until: String) -> String {
    text(
      "\(person(code))在\(from)至\(until)已登记不在岗。请先销假，或改时间。",
      "\(person(code)) is down as away from \(from) until \(until) already. End that first, or choose another time."
    )
  }

  func notAway(_ code: StaffCode) -> String {
    text(
      "\(person(code))此时没有请假或休息。计划中的用--from指明开始时间。",
      "\(person(code)) is not away at that time. Name one that is still to come by when it begins (--from).")
  }

  func stillHolds(_ code: StaffCode, _ orders: [OrderID]) -> String {
    text(
      "\(person(code))手上还有派工单：\(list(orders.map(\.description)))。请先转派、撤回或完工，再登记离职。",
      "\(person(code)) still has \(all(orders.map(\.description))). Hand that on, withdraw or complete it first."
    )
  }

  func notAllPlanned(_ left: [TicketNumber]) -> String {
    text(
      "\(list(left.map(\.description)))现在派不出去，所以一张也没有派；去掉它再试。",
      "\(list(left.map(\.description))) cannot be sent now, so nobody was; leave it out and try again."
    )
  }

  var nothingPlanned: String {
    text(
      "计划里现在没有可以派的单；plan 显示何时、派谁、为何。",
      "The plan has nobody to send now; plan shows when, whom and why not yet.")
  }

  var nobodyNamed: String {
    text("请写明派谁去。", "Say who is to be sent.")
  }
}
