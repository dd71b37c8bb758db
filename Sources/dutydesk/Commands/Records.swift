import Desk
import DeskStore
import Journal
import Words

/// The commands of all kinds of record: what can be done, a list, an entry. They are made of what each kind says of itself.
extension CommandTable {
  static let records = RecordKind.all.flatMap { kind in
    kind.moves.map { change(kind, $0) } + [list(kind), show(kind)]
  }

  static let recordGroups = RecordKind.all.map { CommandGroup(name: $0.code, summary: $0.help) }

  private static func change(_ kind: RecordKind, _ move: RecordMove) -> CommandDefinition {
    CommandDefinition(
      path: [kind.code, move.name], section: .registers, summary: move.help,
      arguments: move.fields.filter(\.isSubject).map(\.argument),
      options: move.fields.filter { !$0.isSubject }.map(\.option), examples: move.examples,
      work: .change { call in
        var values = MoveValues()
        for field in move.fields { values[field.name] = try field.value(call) }
        return .record(AnyRequest(try move.make(values)))
      })
  }

  private static func list(_ kind: RecordKind) -> CommandDefinition {
    CommandDefinition(
      path: [kind.code, "list"], section: .registers,
      summary: Phrase("列出\(kind.name.zh)", "lists every \(kind.name.en.lowercased())"), options: [.excel],
      examples: ["\(kind.code) list", "\(kind.code) list --json"], formats: [.json, .csv],
      work: .read { call in RecordListing(call, kind).show(kind.rows(call.desk)) })
  }

  private static func show(_ kind: RecordKind) -> CommandDefinition {
    CommandDefinition(
      path: [kind.code, "show"], section: .registers,
      summary: Phrase("查看一个\(kind.name.zh)", "shows one \(kind.name.en.lowercased())"),
      arguments: [ArgumentDefinition(placeholder: "CODE", help: Phrase("代码", "its code"))],
      examples: [
        kind.rows(ServiceDesk()).first.map { "\(kind.code) show \($0.ref.code)" } ?? "\(kind.code) show CODE"
      ],
      formats: [.json],
      work: .read { call in
        let rows = kind.rows(call.desk)
        let code = RecordCode(call.invocation.argument(0) ?? "")
        guard let row = rows.first(where: { $0.ref.code == code }) else {
          let unknown = UnknownRecord(ref: RecordRef(kind.code, code), known: rows.map(\.ref.code))
          throw StoreError.refused(.record(AnyRecordRefusal(unknown)))
        }
        RecordListing(call, kind).page(row)
      })
  }
}

extension MoveField {
  fileprivate var argument: ArgumentDefinition { ArgumentDefinition(placeholder: "CODE", help: help) }

  fileprivate var option: OptionDefinition {
    let option = OptionDefinition(name, valueForm, help)
    return isNeeded ? option.required : option
  }

  private var valueForm: ValueForm {
    switch form {
    case .code, .text: .text
    case .phone: .phone
    case .span: .duration
    case .moment: .time
    case .choice(let choices):
      .choice(name.uppercased()) { choices.map { ValueForm.Choice(code: $0.code, name: $0.name) } }
    }
  }

  /// What was typed for it; nil where nothing was.
  fileprivate func value(_ call: Call) throws -> MoveValue? {
    if isSubject { return .text(call.invocation.argument(0) ?? "") }
    switch form {
    case .code, .text, .phone: return call.invocation[option].map { .text($0) }
    case .choice: return try call.invocation.choice(option).map { .text($0) }
    case .span: return try call.duration(option).map { .span($0) }
    case .moment: return try call.time(option, .future).map { .moment($0) }
    }
  }
}

/// Entries of a kind of record, as a table or for scripts.
private struct RecordListing {
  private let call: Call
  private let kind: RecordKind

  init(_ call: Call, _ kind: RecordKind) { (self.call, self.kind) = (call, kind) }

  private func said(_ phrase: Phrase) -> String { phrase.said(in: call.session.words.language) }

  func show(_ rows: [RecordRow]) {
    if call.invocation.has(.json) {
      return call.session.out.json(rows) { members(&$0, $1) }
    }
    if call.invocation.has(.csv) {
      let file = CSV(
        call,
        kind.columns.map { ColumnHeading(name: $0.code, title: $0.heading, type: .label, privacy: $0.about) }
          + [ColumnHeading(name: "retired", title: Self.retired, type: .code, privacy: .open)])
      for row in rows {
        file.row(
          row.cells.map { $0.isCode ? .code($0.code, $0.text) : .label($0.code) } + [
            .code(row.isOver ? "yes" : "no", Self.isRetired(row.isOver))
          ])
      }
      return
    }
    guard !rows.isEmpty else { return call.session.out.line(call.session.words.nothingHere) }
    var table = TextTable(
      kind.columns.enumerated().map { .init(heading: said($1.heading), isFlexible: $0 == 1) })
    for row in rows {
      table.add(
        row.cells.enumerated().map { place, cell in
          let mark = place == 1 && row.isOver ? said(Self.mark) : ""
          return .init(said(cell.text) + mark, row.isOver ? .faint : .plain)
        })
    }
    table.print(on: call.session.out, ink: call.session.ink)
  }

  func page(_ row: RecordRow) {
    if call.invocation.has(.json) { return call.session.out.json { members(&$0, row) } }
    for (column, cell) in zip(kind.columns, row.cells) where !cell.code.isEmpty {
      call.session.out.line(call.session.words.pair(said(column.heading), said(cell.text)))
    }
    if row.isOver { call.session.out.line(said(Self.isRetired(true))) }
  }

  private func members(_ writer: inout JSONWriter, _ row: RecordRow) {
    for (column, cell) in zip(kind.columns, row.cells) { writer.field(named: column.code, cell.code) }
    writer.field("retired", row.isOver)
  }

  private static let mark = Phrase("（已停用）", " (retired)")
  private static let retired = Phrase("停用", "Retired")
  private static func isRetired(_ isOver: Bool) -> Phrase {
    isOver ? Phrase("已停用", "Retired") : Phrase("在用", "In use")
  }
}
