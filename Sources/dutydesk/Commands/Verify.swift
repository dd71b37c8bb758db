import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  private static let against = OptionDefinition(
    "against", .head,
    Phrase("交接表上记下的末尾，证明此前内容未被改动", "a head noted at a handover: proves that nothing before was changed"))

  static let verify = CommandDefinition(
    path: ["verify"], section: .journal, summary: Phrase("检查日志的每一个字节", "checks every byte of the journal"),
    options: [against],
    examples: ["verify", "verify --json", "verify --against 57:0123456789abcdef0123456789abcdef"],
    formats: [.json], work: .other(check))

  static let journalVerify = CommandDefinition(
    path: ["journal", "verify"], section: .journal, summary: Phrase("同 verify", "the same as verify"),
    options: [against], examples: ["journal verify"], formats: [.json], work: .other(check))

  @Sendable private static func check(_ session: Session, _ invocation: Invocation) throws {
    let noted = try invocation.head(against)
    let path = try session.path(invocation)
    let progress = Progress(session.err, session.words)
    let found = try Journal.verify(path: path, against: noted) { done, all in progress.tell(done, of: all) }
    progress.end()
    let snapshot = found.damage.isEmpty ? SnapshotCheck.result(forJournal: path) : .none
    session.zone = (try? ZoneReader.zone(named: found.identity.zone)) ?? .utc
    if invocation.has(.json) {
      json(found, noted, snapshot, session.out)
    } else {
      text(found, noted, snapshot, session)
    }
    if !found.ok { session.status = .damaged }
  }

  private static func json(
    _ found: Verification, _ noted: NotedHead?, _ snapshot: SnapshotCheck, _ out: Output
  ) {
    out.json { writer in
      writer.field("ok", found.ok)
      writer.field("records", Int64(found.records))
      writer.head(found.head)
      writer.healed(found.healed)
      writer.unvouched(found.unvouched)
      writer.repaired(found.repaired)
      writer.damage(found.damage)
      writer.unfinished(found.unfinishedTail)
      writer.field("carriage_returns", found.hasCarriageReturns)
      writer.field("byte_order_mark", found.hasByteOrderMark)
      writer.clockJumps(found.clockJumps)
      writer.field("snapshot", snapshot.rawValue)
      if let noted, let agreement = found.agreement {
        writer.object("against") { inner in
          inner.field("seq", noted.seq)
          inner.field("digest", noted.digest.hex)
          inner.agreement(agreement)
        }
      }
    }
  }

  private static func text(
    _ found: Verification, _ noted: NotedHead?, _ snapshot: SnapshotCheck, _ session: Session
  ) {
    let (words, out) = (session.words, session.out)
    out.line(words.verified(found))
    for range in found.healed { out.line("  " + words.line(for: range)) }
    for healing in found.unvouched { out.line("  " + words.line(for: healing)) }
    for range in found.repaired { out.line("  " + words.line(for: range)) }
    if let tail = found.unfinishedTail { out.line("  " + words.line(for: tail)) }
    for damage in found.damage { out.line("  " + words.line(for: damage)) }
    if found.hasByteOrderMark { out.line("  " + words.sentence(for: ForeignForm.byteOrderMark)) }
    if found.hasCarriageReturns { out.line("  " + words.sentence(for: ReadOnlyReason.carriageReturns)) }
    for jump in found.clockJumps { out.line("  " + words.line(for: jump, session.zone)) }
    if let line = words.line(for: snapshot) { out.line("  " + line) }
    if let noted, let agreement = found.agreement { out.line(words.line(for: agreement, noted)) }
  }
}
