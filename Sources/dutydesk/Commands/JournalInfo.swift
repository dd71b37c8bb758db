import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  static let journalInfo = CommandDefinition(
    path: ["journal", "info"], section: .journal,
    summary: Phrase("日志的概况，以及写入交接表的末尾", "how the journal stands, and its head for the handover sheet"),
    examples: ["journal info", "journal info --json"], formats: [.json],
    work: .other { session, invocation in
      let path = try session.path(invocation)
      let condition = try Journal.condition(path: path)
      for sentence in session.words.banner(
        condition.notices, access: condition.access, unrecognised: 0)
      { session.err.line(sentence) }
      if invocation.has(.json) {
        json(condition, path, session)
      } else {
        for line in session.words.lines(for: condition, path: path) { session.out.line(line) }
        let zone = (try? ZoneReader.zone(named: condition.identity.zone)) ?? .utc
        for jump in condition.notices.clockJumps { session.out.line(session.words.line(for: jump, zone)) }
      }
    })

  private static func json(_ condition: Condition, _ path: String, _ session: Session) {
    session.out.json { writer in
      writer.field("journal", path)
      writer.field("format", condition.identity.format)
      writer.field("uuid", condition.identity.uuid)
      writer.field("centre", condition.identity.centre)
      writer.field("zone", condition.identity.zone)
      writer.field("records", Int64(condition.records))
      writer.field("bytes", condition.bytes)
      writer.head(condition.head)
      writer.field("noted", condition.head.noted.text)
      writer.access(condition.access)
      writer.field("poisoned", condition.isPoisoned)
      writer.healed(condition.notices.healed)
      writer.unvouched(condition.notices.unvouched)
      writer.repaired(condition.notices.repaired)
      writer.damage(condition.notices.damage)
      writer.unfinished(condition.notices.unfinishedTail)
      writer.clockJumps(condition.notices.clockJumps)
    }
  }
}
