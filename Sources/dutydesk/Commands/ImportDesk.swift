import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  static let importDesk = CommandDefinition(
    path: ["import", "desk"], section: .intake,
    summary: Phrase(
      "用 export 的导出在新日志中还原服务台", "makes a new journal of an export: the way to another desk"),
    arguments: [
      ArgumentDefinition(placeholder: "DIR", help: Phrase("export 导出的目录", "the folder that export made"))
    ],
    examples: ["import desk 2026-11 --journal new.journal"], formats: [.json],
    work: .other { session, invocation in
      let path = try session.pathAsNamed(invocation)
      let done = try DeskImport.make(journal: path, of: invocation.argument(0) ?? "")
      session.isSaved = true
      guard invocation.has(.json) else { return session.out.line(session.words.rebuilt(done)) }
      session.out.json { writer in
        writer.field("journal", done.path)
        writer.field("uuid", done.uuid)
        writer.head(done.head)
        writer.field("same", done.isSame)
      }
    })
}
