import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  private static let force = OptionDefinition(
    "force", nil, Phrase("没有写盘失败的标记也执行，如怀疑内存出错", "even without a failed sync, as when the memory is in doubt")
  )

  private static let reason = OptionDefinition(
    "reason", .text, Phrase("原因，与恢复一起记录", "why; recorded with it"))

  static let journalRecover = CommandDefinition(
    path: ["journal", "recover"], section: .journal,
    summary: Phrase(
      "写盘失败后从磁盘重读，换上新文件，旧文件保留", "after a failed sync: reads the disk again into a new file, keeps the old"),
    options: [force, reason],
    examples: ["journal recover", "journal recover --force --reason '怀疑内存出错'"], formats: [.json],
    work: .other { session, invocation in
      let path = try session.path(invocation)
      let carer = try Carer(session, invocation, path, .care)
      let order = RecoveryOrder(
        by: carer.code.value, reason: invocation[reason] ?? "", isForced: invocation.has(force))
      let done = try Journal.recover(path: path, order, patience: Patience.standard)
      session.isSaved = true
      if invocation.has(.json) { json(done, session.out) } else { text(done, session) }
      if !done.isHeadSound { session.err.line(session.words.headNotSound) }
    })

  private static func json(_ done: Recovery, _ out: Output) {
    out.json { writer in
      writer.head(done.head)
      writer.field("head_sound", done.isHeadSound)
      writer.field("kept", done.oldFile)
      writer.optional("set_aside", done.setAside)
      writer.objects("unconfirmed", done.beyond) { writer, line in
        writer.field("offset", line.bytes.lowerBound)
        writer.field("bytes", Int64(line.bytes.count))
        writer.optional("seq", line.seq)
        writer.optional("type", line.type)
      }
    }
  }

  private static func text(_ done: Recovery, _ session: Session) {
    let words = session.words
    for line in words.recovered(done) { session.out.line(line) }
    for line in done.beyond { session.out.line("  " + words.line(for: line)) }
  }
}
