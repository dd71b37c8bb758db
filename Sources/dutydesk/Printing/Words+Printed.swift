import Console
import Desk
import Journal

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
    case .warned: .force
    case .whoAreYou, .notYou: .asStaff
    case .unknownStaff, .hasLeft, .unknownUnit, .unknownContact, .unknownTicket, .unknownOrder,
      .alreadyExists,
      .malformedCode, .notPermitted, .notYourOrder, .wrongStatus, .wrongOrderStatus, .noOwner,
      .notReadyToClose,
      .noResultYet, .textMissing, .textTooLong, .nothingToChange, .inTheFuture, .beforeItsCause, .tooLate,
      .momentPassed, .windowReversed, .changedMeanwhile, .blocked, .notATechnician, .alreadyDispatched,
      .lastManager, .strangerAccount, .writtenByNewerVersion, .tooManyTickets, .findingsOnly:
      nil
    }
  }

  /// The answer could not be printed.
  func notPrinted(_ why: String, isSaved: Bool) -> String {
    isSaved
      ? text("已保存，但结果未能输出：\(why)", "Saved, but the answer could not be printed: \(why)")
      : text("未能输出：\(why)", "The answer could not be printed: \(why)")
  }

  /// How far an import has got.
  func rowsSoFar(_ count: Int) -> String { text("已处理\(count)条…", "\(count) done …") }

  /// What a check of the journal found, in one line.
  func verified(_ found: Verification) -> String {
    let head = "\(found.head.seq):\(found.head.digest.hex)"
    return found.ok
      ? text(
        "日志完好：\(found.records)条记录，末尾 \(head)", "The journal is sound: \(found.records) records, head \(head)")
      : text(
        "日志已损坏：\(found.records)条记录可用，损坏\(found.damage.count)处，末尾 \(head)",
        "The journal is damaged: \(found.records) records are good, \(found.damage.count) damaged, head \(head)"
      )
  }

  /// A tail that was set aside.
  func line(for healed: HealedRange) -> String {
    text(
      "字节\(healed.bytes.lowerBound)至\(healed.bytes.upperBound)未写完，已由事件\(healed.seq)作废",
      "bytes \(healed.bytes.lowerBound) to \(healed.bytes.upperBound) were unfinished; set aside by event "
        + "\(healed.seq)")
  }

  /// Bytes at the end that were never confirmed.
  func line(for tail: UnfinishedTail) -> String {
    text(
      "末尾字节\(tail.bytes.lowerBound)至\(tail.bytes.upperBound)未写完（\(tail.entries)条），从未确认过",
      "bytes \(tail.bytes.lowerBound) to \(tail.bytes.upperBound) at the end are unfinished (entries: "
        + "\(tail.entries)), never confirmed")
  }
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
