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
          "何时提醒？请写 at = 90（用去时限的百分比）或 after = 15m（超时之后）。",
          "when? Write at = 90 (per cent of the target) or after = 15m (past the due moment)")
        : text("at 和 after 只能写一个。", "either at or after, not both")
    case .shareOutOfRange(let percent):
      text(
        "at 是用去时限的百分比，1到100，不能是\(percent)。超时之后的提醒请写 after = 15m",
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

  /// What a target promises, and from when on where that is not the receipt: `约定时段内`, `处理后1天` / `1d after the result`.
  public func counted(_ target: Target) -> String {
    let span = exact(target.within)
    return switch target.start {
    case .receipt: span
    case .window:
      target.within == .zero
        ? text("约定时段内", "end of the window") : text("约定时段后\(span)", "\(span) after the window")
    case .result: text("处理后\(span)", "\(span) after the result")
    case .reply: text("回复后\(span)", "\(span) after the reply")
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
