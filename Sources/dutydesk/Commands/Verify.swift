import Console
import Journal

extension CommandTable {
  static let verify = CommandDefinition(
    path: ["verify"], section: .journal, summary: Phrase("检查日志的每一个字节", "checks every byte of the journal"),
    examples: ["verify", "verify --json"], formats: [.json], work: .other(check))

  static let journalVerify = CommandDefinition(
    path: ["journal", "verify"], section: .journal, summary: Phrase("同 verify", "the same as verify"),
    examples: ["journal verify"], formats: [.json], work: .other(check))

  @Sendable private static func check(_ session: Session, _ invocation: Invocation) throws {
    let path = try session.path(invocation)
    let progress = Progress(session.err, session.words)
    let found = try Journal.verify(path: path) { done, all in progress.tell(done, of: all) }
    progress.end()
    if invocation.has(.json) { json(found, session.out) } else { text(found, session) }
    if !found.ok { session.status = .damaged }
  }

  private static func json(_ found: Verification, _ out: Output) {
    out.json { writer in
      writer.field("ok", found.ok)
      writer.field("records", Int64(found.records))
      writer.object("head") { head in
        head.field("seq", found.head.seq)
        head.field("digest", found.head.digest.hex)
      }
      writer.objects("healed", found.healed) { writer, range in
        writer.field("seq", range.seq)
        writer.field("offset", range.bytes.lowerBound)
        writer.field("bytes", Int64(range.bytes.count))
      }
      writer.objects("damage", found.damage) { writer, damage in
        writer.field("offset", damage.bytes.lowerBound)
        writer.field("bytes", Int64(damage.bytes.count))
        writer.field("missing", damage.missing.map(Array.init) ?? [])
        writer.field("kind", code(damage.kind))
      }
      if let tail = found.unfinishedTail {
        writer.object("unfinished") { inner in
          inner.field("offset", tail.bytes.lowerBound)
          inner.field("bytes", Int64(tail.bytes.count))
          inner.field("entries", Int64(tail.entries))
        }
      } else {
        writer.null("unfinished")
      }
    }
  }

  /// What scripts call a kind of damage.
  private static func code(_ kind: Damage.Kind) -> String {
    switch kind {
    case .unreadable: "unreadable"
    case .missing: "missing"
    case .repeated: "repeated"
    case .altered: "altered"
    case .lineFeed: "line-feed"
    case .healedDiffers: "healed-differs"
    case .endsEarly: "ends-early"
    case .headDiffers: "head-differs"
    }
  }

  private static func text(_ found: Verification, _ session: Session) {
    let (words, out) = (session.words, session.out)
    out.line(words.verified(found))
    for range in found.healed { out.line("  " + words.line(for: range)) }
    if let tail = found.unfinishedTail { out.line("  " + words.line(for: tail)) }
    for damage in found.damage { out.line("  " + words.line(for: damage)) }
  }
}
