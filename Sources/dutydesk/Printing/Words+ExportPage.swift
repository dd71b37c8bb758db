import Desk
import DeskStore
import Journal
import Words

/// The page that lies beside the files of an export.
extension Words {
  func exportPage(_ done: ExportManifest) -> String {
    var lines = [
      text("\(done.centre)：服务台导出", "\(done.centre): an export of the desk"),
      text(
        "\(MomentCell.utc(done.made))导出，日志末尾 \(done.head.text)",
        "made \(MomentCell.utc(done.made)), the journal's head being \(done.head.text)"),
      "",
    ]
    let columns = done.files.flatMap(\.tables).flatMap(\.columns)
    if columns.contains(where: { !$0.privacy.isEmpty }) {
      lines += [
        text(
          "内含个人信息（住户姓名、电话、房号、投诉内容、人员）。只交给需要的人，用完删除。",
          "It holds personal data: names, phones, rooms, complaints, staff. Give it to nobody who does not need it, and "
            + "delete it after use."), "",
      ]
    }
    for file in done.files {
      if file.tables.isEmpty {
        lines.append("  \(file.name)  " + about(file.name))
      } else {
        for table in file.tables {
          let title = TableCatalogue.table(table.name)?.title.said(in: language) ?? table.name
          lines.append(
            "  \(file.name)  " + text("\(title)，\(table.rows)行：", "\(title), rows: \(table.rows). ")
              + about(table: table.name))
        }
      }
    }
    lines.append(
      "  manifest.json  " + text("每个文件的行数、SHA-256、列的含义", "rows, SHA-256 and columns of every file"))
    lines += [""] + notes(done.options)
    return lines.joined(separator: "\n") + "\n"
  }

  private func about(_ name: String) -> String {
    switch name {
    case "load.duckdb.sql":
      text(
        "用 DuckDB 读入各表并转为 Parquet：duckdb -c '.read load.duckdb.sql'",
        "reads all tables into DuckDB and writes Parquet: duckdb -c '.read load.duckdb.sql'")
    case "README.txt": text("本页", "this page")
    default: text("采用过的时限政策", "a policy as it was adopted")
    }
  }

  private func about(table: String) -> String {
    switch table {
    case "tickets": text("每张工单一行", "a row a ticket")
    case "orders": text("每张派工单一行", "a row a work order")
    case "materials": text("派工单所用材料", "what was used on orders")
    case "visits": text("回访", "the return visits")
    case "promises":
      text(
        "每个时限一行：目标、到期、是否按时，时间花在谁身上",
        "a row a promise: target, due, kept or not, and whom the time was spent on")
    case "waits": text("住户在等谁，逐段", "whom the resident waited for, stretch by stretch")
    case "events":
      text("所有事件，data 为原样；import desk 由此还原", "every event, data as it was recorded; import desk reads this")
    case "contacts": text("住户联系人", "owners and tenants")
    case "staff": text("人员台账", "the people who work here")
    case "units": text("房屋台账", "rooms and places")
    case "rosters": text("排班的变动", "changes of the roster")
    case "absences": text("请假与销假", "who was away, and back")
    case "policies": text("采用过的时限政策，全文在 policies/", "policies that were adopted; the texts are in policies/")
    default: ""
    }
  }

  private func notes(_ options: ExportOptions) -> [String] {
    var notes: [String] = []
    switch options.names {
    case .codes:
      notes.append(
        text("金额单位为分，数量为千分之一，时间为 UTC。", "Money is in fen, quantities in thousandths, times in UTC."))
    case .words: notes.append(text("金额单位为元，时间为服务中心所在地时间。", "Money is in yuan, times are the centre's."))
    }
    if options.format == .csv {
      notes.append(
        text(
          "会被电子表格当作公式的内容前面加了一个撇号（'）。",
          "What a spreadsheet would take for a formula has an apostrophe (') in front."))
    }
    if options.format == .sql {
      notes.append(
        text("读入空的 PostgreSQL 数据库：psql -f desk.sql", "Into an empty PostgreSQL database: psql -f desk.sql"))
    }
    if options.from != nil || options.to != nil {
      notes.append(
        text(
          "只含所选日期内登记的工单（及其派工单、时限等）和记录的事件；台账为全部。",
          "Only tickets received in the days asked for, with all that hangs on them, and events recorded in them; "
            + "registers are whole."))
    }
    return notes
  }
}
