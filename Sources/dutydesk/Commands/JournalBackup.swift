import Desk
import Journal
import Words

extension CommandTable {
  static let journalBackup = CommandDefinition(
    path: ["journal", "backup"], section: .journal,
    summary: Phrase("把新增内容备份到另一磁盘并在那里核对", "copies what is new to another disk and checks it there"),
    arguments: [
      ArgumentDefinition(placeholder: "DIR", help: Phrase("另一磁盘上的目录", "a folder on another disk"))
    ],
    examples: ["journal backup /media/backup"], formats: [.json],
    work: .other { session, invocation in
      let done = try Journal.backup(
        path: try session.path(invocation), to: invocation.argument(0) ?? "")
      session.isSaved = true
      if invocation.has(.json) { json(done, session.out) } else { text(done, session) }
    })

  private static func json(_ done: Backup, _ out: Output) {
    out.json { writer in
      writer.field("backup", done.path)
      writer.field("bytes", done.copied)
      writer.field("behind_before", done.behindBefore)
      writer.field("behind_after", done.behindAfter)
      writer.head(done.head)
      writer.field("same_disk", done.isOnSameDisk)
    }
  }

  private static func text(_ done: Backup, _ session: Session) {
    let words = session.words
    session.out.line(words.line(for: done))
    if done.isOnSameDisk { session.err.line(words.sameDisk(done.path)) }
  }
}
