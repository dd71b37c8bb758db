import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  private static let code = ArgumentDefinition(
    placeholder: "U", help: Phrase("房号，如 3-2-1201", "the room, such as 3-2-1201"))
  private static let kindOption = OptionDefinition(
    "kind", .code("K", UnitKind.self), Phrase("房屋类别", "what sort of place it is"))
  private static let noteOption = OptionDefinition(
    "note", .text, Phrase("上门须知", "anything worth knowing at the door"))

  static let unitAdd = CommandDefinition(
    path: ["unit", "add"], section: .registers, summary: Phrase("添加房屋", "adds a room"), arguments: [code],
    options: [kindOption, noteOption], examples: ["unit add 3-2-1201", "unit add B1-017 --kind parking"],
    work: .change { call in
      .addUnit(
        Unit(
          code: UnitCode(call.invocation.argument(0) ?? ""),
          kind: try call.invocation.code(kindOption, UnitKind.self) ?? .home,
          note: call.invocation[noteOption] ?? ""))
    })

  static let unitEdit = CommandDefinition(
    path: ["unit", "edit"], section: .registers, summary: Phrase("修改房屋", "changes a room"), arguments: [code],
    options: [kindOption, noteOption], examples: ["unit edit 3-2-1201 --note '门铃坏了，请打电话'"],
    work: .change { call in
      let kind = try call.invocation.code(kindOption, UnitKind.self)
      let note = call.invocation[noteOption]
      guard kind != nil || note != nil else { throw UsageFault.missingOneOf([kindOption, noteOption]) }
      return .editUnit(UnitCode(call.invocation.argument(0) ?? ""), kind: kind, note: note)
    })

  static let unitList = CommandDefinition(
    path: ["unit", "list"], section: .registers, summary: Phrase("列出房屋", "lists the rooms"),
    options: [.excel], examples: ["unit list --csv", "unit list --csv --excel"], formats: [.json, .csv],
    work: .read { call in
      let units = call.desk.households.values.map(\.unit).sorted { $0.code < $1.code }
      show(units, call)
    })

  private static func show(_ units: [Unit], _ call: Call) {
    let (words, out) = (call.session.words, call.session.out)
    if call.invocation.has(.json) {
      return out.json(units) { writer, unit in
        writer.field("unit", unit.code.value)
        writer.field("kind", unit.kind.rawValue)
        writer.field("note", unit.note)
      }
    }
    if call.invocation.has(.csv) {
      let columns = TableCatalogue.units.columns
      let file = CSV(call, columns.map(\.heading))
      for unit in units { file.row(columns.map { $0.value(unit) }) }
      return
    }
    var table = TextTable([
      .init(heading: words.unit), .init(heading: words.kind), .init(heading: words.note, isFlexible: true),
    ])
    for unit in units {
      table.add([.init(unit.code.value), .init(words.name(unit.kind)), .init(unit.note)])
    }
    table.print(on: out, ink: call.session.ink)
  }
}
