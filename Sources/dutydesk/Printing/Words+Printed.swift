import Desk
import Words

/// What only the command line says.
extension Words {
  /// A refusal, and the option with which it could go on.
  func refused(_ refusal: Refusal, zone: Zone) -> String {
    let sentence = sentence(for: refusal, zone: zone)
    guard let option = option(after: refusal) else { return sentence }
    return sentence + text("（", " (") + option.spelling + text("）", ")")
  }

  private func option(after refusal: Refusal) -> OptionDefinition? {
    switch refusal {
    case _ where refusal.isQuestion: .force
    case .correctionWithoutReason: CommandTable.hoursReason
    case .whoAreYou, .notYou: .asStaff
    case .noSuchAccount: CommandTable.account
    default: nil
    }
  }

  /// The answer could not be printed.
  func notPrinted(_ why: String, isSaved: Bool) -> String {
    isSaved
      ? text("已保存，但结果未能输出：\(why)", "Saved, but the answer could not be printed: \(why)")
      : text("未能输出：\(why)", "The answer could not be printed: \(why)")
  }

  var noRoster: String {
    text(
      "还没有班次。先用 dutydesk staff edit 人员 --shift 08:00-17:00，或 dutydesk roster set。",
      "No hours on record yet: dutydesk staff edit STAFF --shift 08:00-17:00, or dutydesk roster set.")
  }

  /// Clocks that never run unless somebody promises a window.
  func withoutWindow(_ clocks: [ClockName], _ number: TicketNumber) -> String {
    text(
      "尚未约定时段，以下时限还不会计时：\(list(clocks.map { name($0) }))。请约定：dispatch \(number) --to 技工 --window A..B",
      "No window is promised yet, so these clocks do not run: \(list(clocks.map { inside($0) })). Promise one with "
        + "dispatch \(number) --to TECH --window A..B")
  }

  /// How far an import has got.
  func rowsSoFar(_ count: Int) -> String { text("已处理\(count)条…", "\(count) done …") }
}

/// What is said of a made-up centre.
extension Words {
  func demoLies(_ path: String, isTemporary: Bool) -> String {
    isTemporary
      ? text("演示日志：\(path)（结束后删除）", "The made-up journal is \(path); it is removed at the end.")
      : text("演示日志：\(path)", "The made-up journal is \(path).")
  }

  func demoWritten(_ path: String, tickets count: Int) -> String {
    text("已写入\(tickets(count))：\(path)", "Wrote \(tickets(count)) to \(path)")
  }
}
