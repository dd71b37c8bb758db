public import Desk
public import DeskStore
import Settings

/// What is wrong in a policy file, and what would be right.
extension Words {
  /// `2027.policy:3:7: …`: place and sentence.
  public func sentence(for fault: PolicyFault) -> String {
    "\(fault.name):\(fault.place.line):\(fault.place.column): "
      + (fault.isWarning ? text("提醒：", "warning: ") : "") + sentence(for: fault.kind)
  }

  /// The sentence alone, for scripts and screens that show the place themselves.
  public func sentence(for kind: PolicyFault.Kind) -> String {
    switch kind {
    case .settings(.duplicateSection(let name, let line))
    where ["target", "escalation", "visit"].contains(name):
      text(
        "第\(line)行已有[\(name)]。可以有多节，请用双括号：[[\(name)]]",
        "[\(name)] stands in line \(line) already. To have several, write them in double brackets: [[\(name)]]"
      )
    case .settings(.missingKey("name", section: "")):
      text(
        "缺少版本名称，请在第一节之前写：name = \"2027-01\"",
        "this version has no name; write before the first section: name = \"2027-01\"")
    case .settings(let kind): sentence(for: kind)
    case .brackets(let name, let isRepeated):
      isRepeated
        ? text("请用双括号：[[\(name)]]", "write it in double brackets: [[\(name)]]")
        : text("请用单括号：[\(name)]", "write it in single brackets: [\(name)]")
    case .calendarNeedsName:
      text("日历要有名称，如 [calendar.office]", "a calendar needs a name, such as [calendar.office]")
    case .badName(let name):
      text(
        "名称\(quoted(name))不合适：1到60个字，不能有控制字符。",
        "\(quoted(name)) cannot be a name: it takes 1 to 60 characters, none of them a control character")
    case .reservedCalendar:
      text(
        "always（全天候）是内置的日历，请换一个名称。", "always (around the clock) is built in; give this calendar another name")
    case .unknownCalendar(let name, let allowed):
      text(
        "没有名为\(quoted(name))的日历，可用：\(list(allowed))；或添加一节 [calendar.\(name)]",
        "no calendar is called \(quoted(name)); there are: \(list(allowed)). Or add a section [calendar.\(name)]"
      )
    case .emptyList:
      text("列表是空的；不限时请把这一行删去。", "the list is empty; to mean all of them, leave the line out")
    case .twice(let value): text("\(quoted(value))写了两次。", "\(quoted(value)) stands here twice")
    case .tooMany(let most): text("太多了，最多\(most)个。", "too many; \(most) are allowed")
    case .noneAndSome(let name):
      text(
        "这里写了没有，下面却有[[\(name)]]，请删去其一。",
        "this line says that there is none, yet [[\(name)]] follows; take one of them away")
    case .calendar(let fault): sentence(for: fault)
    case .target(let fault): sentence(for: fault)
    case .contradiction(let contradiction): sentence(for: contradiction)
    }
  }

  private func sentence(for fault: PolicyFault.CalendarFault) -> String {
    switch fault {
    case .badHours(let hours):
      text(
        "读不懂时段\(quoted(hours))，写法如 08:30-12:00，一天结束写 24:00。",
        "\(quoted(hours)) are no hours; write them like 08:30-12:00, the end of the day as 24:00")
    case .hoursReversed(let hours):
      text(
        "时段\(quoted(hours))没有长度或结束早于开始。跨过午夜的请分成两段：22:00-24:00，次日 00:00-06:00。",
        "\(quoted(hours)) ends before it begins, or at once. Split what goes past midnight: 22:00-24:00 and, on the "
          + "next day, 00:00-06:00")
    case .hoursOverlap(let hours, let other):
      text("时段\(quoted(hours))与\(other)重叠。", "\(quoted(hours)) overlaps \(other) of the same day")
    case .badDate(let date):
      text(
        "读不懂日期\(quoted(date))，写法如 2026-10-01 或 2026-10-01..2026-10-07（2000年到2199年）。",
        "\(quoted(date)) is no date; write 2026-10-01 or 2026-10-01..2026-10-07, from 2000 to 2199")
    case .dateReversed(let dates):
      text(
        "日期范围\(quoted(dates))前后颠倒，早的写在前面。", "\(quoted(dates)) runs backwards; the earlier day comes first")
    case .rangeTooLong(let dates, let most):
      text(
        "日期范围\(quoted(dates))太长，最多\(most)天。", "\(quoted(dates)) is too long; \(most) days are allowed")
    case .emptyOpening(let date):
      text(
        "\(date)没有时段。放假请写在 closed 中，上班请写时段，如 \"08:30-12:00\"。",
        "\(date) has no hours. A day off belongs under closed; a workday needs hours, such as \"08:30-12:00\""
      )
    case .dayTwice(let date): text("\(date)已在别的行写过。", "\(date) stands in another line already")
    case .closedAndOpen(let date):
      text(
        "\(date)既在 closed 中，又有上班时段，请删去其一。",
        "\(date) is closed in one line and open in this one; take one of them away")
    }
  }

  private func sentence(for fault: PolicyFault.TargetFault) -> String {
    switch fault {
    case .spanOutOfRange(let seconds, let lowest, let highest):
      text(
        "\(span(seconds))超出范围：\(span(lowest))到\(span(highest))。",
        "\(span(seconds)) is out of bounds: from \(span(lowest)) to \(span(highest))")
    case .badTarget(let found):
      text(
        "时限不能是\(name(found))，写法如 30m、\"none\"（不设）或 { after = \"result\", within = 24h }",
        "a target cannot be \(name(found)); write 30m, \"none\" or { after = \"result\", within = 24h }")
    case .badStart(let clock, let written, let allowed):
      text(
        "\(name(clock))时限不能从\(quoted(written))起算，可以写：\(list(allowed))。",
        "\(inside(clock)) cannot be counted from \(quoted(written)); it can be from: \(list(allowed))")
    case .windowHasNoCalendar:
      text(
        "约定时段之后的时限不按日历计算，请删去 calendar。",
        "what is due after a promised window goes by no calendar; take calendar away")
    case .noClock:
      text(
        "这一节没有写任何时限，请加一行，如 resolve = 24h",
        "this section has no target in it; add a line such as resolve = 24h")
    case .trigger(let given):
      given == 0
        ? text(
          "何时上报？请写 at = 90（用去时限的百分比）或 after = 15m（超时之后）。",
          "when? Write at = 90 (per cent of the target) or after = 15m (past the due moment)")
        : text("at 和 after 只能写一个。", "either at or after, not both")
    case .shareOutOfRange(let percent):
      text(
        "at 是用去时限的百分比，1到100，不能是\(percent)。超时之后的上报请写 after = 15m",
        "at is a share of the target in per cent, 1 to 100, and cannot be \(percent). For what comes after the due "
          + "moment write after = 15m")
    case .sharesNotRising:
      text("百分比要从小到大，不能重复。", "the shares have to rise, each greater than the one before")
    case .noQuiet(let hours):
      text(
        "静默时段\(quoted(hours))没有长度；不要静默时段请写 hours = \"none\"",
        "\(quoted(hours)) begins and ends at once; for no quiet hours write hours = \"none\"")
    }
  }

  private func sentence(for contradiction: PolicyFault.Contradiction) -> String {
    switch contradiction {
    case .idleWeek(let name):
      text(
        "日历\(quoted(name))一周没有任何工作时间，用它的时限永远不会到期。请加一行，如 weekdays = \"08:30-17:30\"",
        "the calendar \(quoted(name)) has no working time in any week, so its clocks would never be due. Add a line "
          + "such as weekdays = \"08:30-17:30\"")
    case .unusedCalendar(let name):
      text(
        "没有时限使用日历\(quoted(name))。要使用它，在 [clocks] 写 respond = \"\(name)\"，或在 [[target]] 写 calendar",
        "no clock goes by the calendar \(quoted(name)). To use it, write respond = \"\(name)\" under [clocks], or "
          + "calendar in a [[target]]")
    case .kindWithoutTarget(let kind):
      text(
        "\(name(kind))没有任何时限，请加一节 [[target]]，kind = \"\(kind.rawValue)\"",
        "tickets of the kind \(kind.rawValue) would have no target at all; add a [[target]] with kind = "
          + "\"\(kind.rawValue)\"")
    case .neverWins(let clock):
      text(
        "这一条\(clock.map { name($0) } ?? "")不会起作用：别处的条目更具体，或同样具体而写在后面。",
        "this line \(clock.map { "(\(inside($0))) " } ?? "")never counts: others cover it that are more specific, or as "
          + "specific and later")
    case .longer(let clock, let span, let whole, let limit, let kind, let urgency):
      text(
        "\(name(kind))、\(name(urgency))：\(name(clock))（\(exact(span))）比\(name(whole))（\(exact(limit))）还长。",
        "\(inside(kind)), \(inside(urgency)): \(exact(span)) to \(inside(clock)) is more than \(exact(limit)) to "
          + inside(whole))
    case .watchesNothing(let clock):
      text(
        "这样的工单没有\(name(clock))时限，这一步看不到它。",
        "no such ticket has the clock \(clock.rawValue), so this step never sees it")
    case .toldBefore(let line):
      text(
        "第\(line)行的那一步更早就通知了这些人，这一步没有用。",
        "the step of line \(line) shows these people the same earlier, so this one tells nobody anything")
    case .visitWithoutClock(let kind):
      text(
        "\(name(kind))没有回访时限，抽不到回访。请在 [[target]] 写 visit = { after = \"reply\", within = 48h }",
        "tickets of the kind \(kind.rawValue) have no clock for a visit, so none is ever wanted. Write visit = { after "
          + "= \"reply\", within = 48h } in a [[target]]")
    case .lockedOut(let verb):
      text(
        "物业经理必须能\(phrase(for: verb))，否则没有人能再改：请在 manager 中加上 \"\(verb.rawValue)\"。",
        "a manager has to be able to \(phrase(for: verb)), or nobody could ever change it again: add "
          + "\"\(verb.rawValue)\" to manager")
    case .nobodyMay(let verbs):
      text("没有岗位可以：", "no role may: ") + list(verbs.map(\.rawValue))
    case .findingsOnly(let role, let verb):
      text(
        "\(name(role))只能登记巡查发现（receive），不能\(phrase(for: verb))。",
        "\(inside(role)): reads everything and takes in findings (receive), but may not \(phrase(for: verb))")
    }
  }

  /// A span in full, nothing rounded: `1天2小时` / `1d 2h`.
  public func exact(_ span: Seconds) -> String {
    let seconds = max(0, span.whole)
    let units: [(Int64, String, String)] = [
      (seconds / 86_400, "天", "d"), (seconds / 3600 % 24, "小时", "h"), (seconds / 60 % 60, "分", "m"),
      (seconds % 60, "秒", "s"),
    ]
    let parts = units.filter { $0.0 > 0 }.map { text("\($0.0)\($0.1)", "\($0.0)\($0.2)") }
    return parts.isEmpty ? text("0秒", "0s") : parts.joined(separator: text("", " "))
  }

  private func span(_ seconds: Int) -> String { exact(Seconds(Int64(seconds))) }
}
