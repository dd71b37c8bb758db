import Desk
import DeskStore

/// What lines of a policy file say against each other.
extension Words {
  func sentence(for contradiction: PolicyFault.Contradiction) -> String {
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
    case .longer(let clock, let span, let whole, let limit, let kind, let urgency, let topic):
      text(
        "\(name(kind))、\(name(urgency))\(topic == .other ? "" : "、" + name(topic))：\(name(clock))（\(exact(span))）比"
          + "\(name(whole))（\(exact(limit))）还长。",
        "\(inside(kind)), \(inside(urgency))\(topic == .other ? "" : ", " + inside(topic)): \(exact(span)) to "
          + "\(inside(clock)) is more than \(exact(limit)) to \(inside(whole))")
    case .longerAgain(let clock, let span, let limit, let kind):
      text(
        "\(name(kind))再次\(name(clock))（\(exact(span))）比首次（至多\(exact(limit))）还长。",
        "\(inside(kind)): \(exact(span)) to \(inside(clock)) again is more than the \(exact(limit)) of the first time"
      )
    case .longClosure(let name, let day, let days):
      text(
        "日历\(quoted(name))自\(CivilTime.dayText(day))起连续\(days)天没有工作时间，其间用它的时限都不会走。请核对 closed 中的日期。",
        "the calendar \(quoted(name)) has no working time on \(days) days in a row from \(CivilTime.dayText(day)) on, and its "
          + "clocks stand still all that time; check the days under closed")
    case .neverAlarmed:
      text(
        "静默时段是整天，特急也不例外，永远不会有提醒。请写 except = \"critical\"，或缩短时段。",
        "these hours are quiet all day, even for what is critical, so nobody is ever alarmed; write except = "
          + "\"critical\", or shorter hours")
    case .cannotAcknowledge(let role):
      text(
        "\(name(role))没有知悉提醒（acknowledge）的权限，提醒后无法知悉。请提醒别的岗位，或在 [roles] 给它这项权限。",
        "the role \(role.rawValue) may not acknowledge what is shown to it; name another role, or add \"acknowledge\" to "
          + "\(role.rawValue) under [roles]")
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
}
