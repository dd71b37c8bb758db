import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  private static let from = OptionDefinition("from", .date, Phrase("期间第一天", "first day of the period"))
    .required
  private static let to = OptionDefinition(
    "to", .date, Phrase("期间最后一天，须已过去", "last day of the period, which must be over")
  ).required

  static let journalArchive = CommandDefinition(
    path: ["journal", "archive"], section: .journal,
    summary: Phrase("把一段时间封存为单独的档案，日志不变", "seals a period in a file of its own; the journal stays whole"),
    arguments: [
      ArgumentDefinition(placeholder: "FILE", help: Phrase("档案文件，须不存在", "the archive, a new file"))
    ],
    options: [from, to],
    examples: ["journal archive --from 2026-01-01 --to 2026-03-31 2026-q1.journal"], formats: [.json],
    work: .other { session, invocation in
      let path = try session.path(invocation)
      let period = try period(session, invocation, path)
      let done = try Journal.archive(path: path, period: period, to: invocation.argument(0) ?? "")
      session.isSaved = true
      guard invocation.has(.json) else { return session.out.line(session.words.line(for: done)) }
      session.out.json { writer in
        writer.field("archive", done.path)
        writer.field("uuid", done.uuid)
        writer.field("first", done.seqs.lowerBound)
        writer.field("last", done.seqs.upperBound)
        writer.head(done.head)
        writer.field("noted", done.head.noted.text)
      }
    })

  /// The days asked for, in the centre's zone, as milliseconds since 1970.
  private static func period(
    _ session: Session, _ invocation: Invocation, _ path: String
  ) throws -> Range<Int64> {
    let journal = try Journal(path: path, writing: false)
    let zone = (try? ZoneReader.zone(named: journal.identity.zone)) ?? .utc
    let reading = MomentReading(now: session.started, zone: zone, sense: .past)
    guard let first = try invocation.day(from, reading) else {
      throw UsageFault.missingValue(from)
    }
    guard let last = try invocation.day(to, reading) else {
      throw UsageFault.missingValue(to)
    }
    guard first <= last else { throw UsageFault.periodReversed }
    let end = zone.dayAfter(last)
    guard end <= session.started else { throw UsageFault.notPast(to, end) }
    return first.milliseconds..<end.milliseconds
  }
}
