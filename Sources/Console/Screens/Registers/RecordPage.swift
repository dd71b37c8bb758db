import Desk
import Terminal
import Words

extension RegisterPage {
  /// The page of a kind of record, made of what the kind says of itself.
  init(_ kind: RecordKind) {
    self.init(
      name: kind.code, title: kind.title, empty: Phrase("还没有。", "None yet."),
      headings: kind.columns.map(\.heading), count: { kind.rows($0).count { !$0.isOver } },
      entries: { desk in kind.rows(desk).map { RecordEntry(kind: kind.code, ref: $0.ref) } })
  }
}

/// An entry of a register of records.
struct RecordEntry: RegisterEntry {
  let kind: String
  let ref: RecordRef

  var selection: Selection { Selection() }
  var tickets: String? { nil }

  private var register: RecordKind? { RecordKind.all.first { $0.code == kind } }

  private func row(_ context: Context) -> RecordRow? {
    register?.rows(context.desk).first { $0.ref == ref }
  }

  func cells(_ context: Context) -> [Span] {
    guard let row = row(context) else { return [Span(ref.code.value)] }
    return row.cells.enumerated().map { place, cell in
      Span(
        (place == 0 && row.isOver ? "x " : "") + context.words.text(cell.text),
        row.isOver ? .done : place == 0 ? .muted : .normal)
    }
  }

  func searched(_ context: Context) -> String {
    (row(context)?.cells ?? []).map { "\($0.code) \($0.text.zh) \($0.text.en)" }.joined(separator: " ")
  }

  func lines(_ document: RegisterDocument) -> [Line] {
    let (context, width) = (document.context, document.width)
    guard let register, let row = row(context) else { return [] }
    let title = row.cells.dropFirst().first.map { context.words.text($0.text) } ?? ref.code.value
    var lines = [Line.heading(title, width: width)]
    for (column, cell) in zip(register.columns, row.cells) where !cell.code.isEmpty {
      lines += TextWidth.wrap(
        context.words.pair(context.words.text(column.heading), context.words.text(cell.text)), width: width
      ).map { Line($0) }
    }
    if row.isOver { lines.append(Line(context.say("已停用", "Retired"), .done)) }
    return lines
  }
}
