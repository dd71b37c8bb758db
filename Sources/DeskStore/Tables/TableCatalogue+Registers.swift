public import Desk

extension TableCatalogue {
  public static let contacts = Table<Contact>(
    "contacts", letter: "c", Phrase("住户", "Residents"), key: ["unit", "name"],
    [
      [
        .label("unit", Phrase("房号", "Room"), .room) { $0.unit.value },
        .text("name", Phrase("姓名", "Name"), .person) { $0.name },
        .code("role", Phrase("身份", "Tenure"), .person) { $0.tenure },
        .label("phone", Phrase("电话", "Phone"), .person) { $0.phone },
      ]
    ])

  public static let units = Table<Unit>(
    "units", letter: "u", Phrase("房屋", "Rooms"), key: ["unit"], isKeyUnique: true,
    [
      [
        .label("unit", Phrase("房号", "Room"), .room) { $0.code.value },
        .code("kind", Phrase("类型", "Kind"), .open) { $0.kind },
        .text("note", Phrase("备注", "Note"), .text) { $0.note },
      ]
    ])

  public static let staff = Table<Staff>(
    "staff", letter: "s", Phrase("人员", "Staff"), key: ["code"], isKeyUnique: true, [person, work])

  private static let person: [Column<Staff>] = [
    .text("code", Phrase("代码", "Code"), .staff) { $0.code.value },
    .text("name", Phrase("姓名", "Name"), .staff) { $0.name },
    .code("role", Phrase("岗位", "Role"), .open) { $0.role },
    .codes("trades", Phrase("工种", "Trades"), .open) { $0.trades },
    .list("levels", Phrase("技能等级", "Levels"), .open) { Skill.texts($0.levels) },
    .list("licences", Phrase("证照", "Licences"), .staff) { $0.licences.map(\.text) },
    .list("os_user", Phrase("系统账号", "Accounts"), .staff) { $0.accounts },
    .label("phone", Phrase("电话", "Phone"), .staff) { $0.phone },
  ]

  private static let work: [Column<Staff>] = [
    .text("shift", Phrase("班次", "Shift"), .staff) { $0.shift?.text },
    .text("on_call", Phrase("待命", "On call"), .staff) { $0.onCall?.text },
    .text("provider", Phrase("外协单位", "Company"), .staff) { $0.provider },
    .integer("limit", Phrase("并行上限", "Limit"), .open) { $0.limit.map(Int64.init) },
    .flag("active", Phrase("在职", "Active"), .open) { $0.isActive },
    .label("ref", Phrase("工号", "Staff number"), .staff) { $0.ref },
  ]
}
