import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  private static let from = OptionDefinition(
    "from", .file,
    Phrase("完好的副本，如备份，用来找回丢失的行", "a good copy, such as a backup, to bring lost lines back from"))
  private static let reason = OptionDefinition(
    "reason", .text, Phrase("原因和处理决定", "what happened and why it is decided so")
  )
  .required

  static let journalRepair = CommandDefinition(
    path: ["journal", "repair"], section: .journal,
    summary: Phrase("对日志损坏作出处理决定并记录，之后可继续写入", "records a decision about damage, after which writing goes on"),
    options: [reason, from],
    examples: [
      "journal repair --reason '停电损坏，已核对纸质记录'",
      "journal repair --reason 'disk error' --from /media/backup/desk.journal",
    ],
    formats: [.json],
    work: .other { session, invocation in
      let reason = invocation[reason] ?? ""
      guard !reason.allSatisfy(\.isWhitespace) else { throw UsageFault.emptyValue(Self.reason) }
      let path = try session.path(invocation)
      let carer = try Carer(session, invocation, path, .repair)
      let done = try Journal.repair(
        path: path, RepairOrder(by: carer.code.value, reason: reason, goodCopy: invocation[from]),
        patience: Patience.standard)
      session.isSaved = true
      if invocation.has(.json) { json(done, session.out) } else { text(done, session) }
    })

  private static func json(_ done: Repair, _ out: Output) {
    out.json { writer in
      writer.field("seq", done.head.seq)
      writer.head(done.head)
      writer.repaired(done.ranges)
      writer.field("copies", done.copies)
    }
  }

  private static func text(_ done: Repair, _ session: Session) {
    let words = session.words
    for range in done.ranges { session.out.line(words.line(for: range)) }
    for copy in done.copies { session.out.line(words.damageKept(copy)) }
    session.out.line(words.repaired(done.head))
  }
}
