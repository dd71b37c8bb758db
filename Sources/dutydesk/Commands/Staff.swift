import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  private static let code = ArgumentDefinition(
    placeholder: "CODE", help: Phrase("人员代码，如 li.na", "the staff code, such as li.na"))
  private static let role = OptionDefinition("role", .code("R", StaffRole.self), Phrase("岗位", "the role"))
  private static let trade = OptionDefinition(
    "trade", .code("T", Trade.self),
    Phrase(
      "工种；可带等级 1 学徒、2 熟练、3 师傅，如 plumber:3",
      "what they can do; with a level 1 to 3 if wanted, such as plumber:3")
  ).repeated
  private static let licence = OptionDefinition(
    "licence", .name,
    Phrase(
      "证照，可带有效期，如 lift:2027-03-31；电梯作业须有 lift",
      "a licence, with its last day if known, such as lift:2027-03-31; work on lifts takes lift")
  ).repeated
  static let account = OptionDefinition(
    "os-user", .name, Phrase("绑定的系统账号", "an account of this machine that may act as them")
  ).repeated
  private static let shift = OptionDefinition(
    "shift", .shift, Phrase("班次，可跨午夜", "the hours on duty; may cross midnight"))
  private static let onCall = OptionDefinition(
    "on-call", .shift, Phrase("在家待命、可应急出勤的时段", "hours at home when they are called out for what is urgent"))
  private static let provider = OptionDefinition(
    "provider", .name, Phrase("外协单位，如电梯维保公司", "the outside company they work for"))
  private static let limit = OptionDefinition(
    "limit", .number, Phrase("同时在手的派工单上限", "how many orders they take at once"))
  private static let shiftFrom = OptionDefinition(
    "from", .date, Phrase("班次和待命自哪天起，缺省今天", "the day from which the hours hold; today unless said"))
  private static let everybody = OptionDefinition(
    "all", nil, Phrase("也列出离职人员", "lists those who have left as well"))
  private static let ref = OptionDefinition(
    "ref", .name, Phrase("公司的工号，各服务台通用", "the company's number for them, the same at every desk"))
  private static let details: [OptionDefinition] = [
    trade, licence, account, shift, onCall, provider, .phone, ref, limit,
  ]

  static let staffAdd = CommandDefinition(
    path: ["staff", "add"], section: .registers, summary: Phrase("添加人员", "adds somebody to the staff"),
    arguments: [code], options: [.name.required, role.required] + details,
    examples: [
      "staff add wang --name 王强 --role technician --trade plumber --shift 08:00-17:00 --os-user wangq"
    ],
    work: .change { call in
      var edit = StaffEdit(code: StaffCode(call.invocation.argument(0) ?? ""))
      try fill(&edit, call)
      return .addStaff(
        Staff(
          code: edit.code, name: edit.name ?? "", role: edit.role ?? .clerk, trades: edit.trades ?? [],
          levels: edit.levels ?? [:], licences: edit.licences ?? [], accounts: edit.accounts ?? [],
          shift: edit.shift, onCall: edit.onCall, provider: edit.provider ?? "", phone: edit.phone ?? "",
          ref: edit.ref ?? "", limit: edit.limit))
    })

  static let staffEdit = CommandDefinition(
    path: ["staff", "edit"], section: .registers,
    summary: Phrase("修改人员；列表类选项整体替换", "changes a staff record; lists are replaced as a whole"),
    arguments: [code], options: [.name, role] + details + [shiftFrom, hoursReason],
    examples: [
      "staff edit wang --shift 20:00-08:00", "staff edit wang --shift 20:00-08:00 --from 2026-12-01",
      "staff edit wang --trade plumber --trade general",
    ],
    work: .change { call in
      var edit = StaffEdit(code: call.staff(named: call.invocation.argument(0) ?? ""))
      try fill(&edit, call)
      guard !edit.isEmpty else { throw UsageFault.missingOneOf([.name, role] + details) }
      if call.invocation.has(shiftFrom), edit.shift == nil, edit.onCall == nil {
        throw UsageFault.missingOneOf([shift, onCall])
      }
      edit.from = try call.dayNumber(shiftFrom, .either)
      edit.reason = HoursReason(call.invocation[hoursReason] ?? "")
      return .editStaff(edit)
    })

  static let staffLeave = CommandDefinition(
    path: ["staff", "leave"], section: .registers,
    summary: Phrase("登记离职，记录保留", "somebody leaves; their history stays"), arguments: [code],
    examples: ["staff leave wang"],
    work: .change { call in .leaveStaff(call.staff(named: call.invocation.argument(0) ?? "")) })

  static let staffList = CommandDefinition(
    path: ["staff", "list"], section: .registers, summary: Phrase("列出人员", "lists the staff"),
    options: [everybody, .excel], examples: ["staff list --json"], formats: [.json, .csv],
    work: .read { call in
      let all = call.invocation.has(everybody)
      StaffList(call).show(call.desk.staffInOrder.filter { all || $0.isActive })
    })

  private static func fill(_ edit: inout StaffEdit, _ call: Call) throws {
    let invocation = call.invocation
    edit.name = invocation[.name]
    edit.role = try invocation.code(role, StaffRole.self)
    if invocation.has(trade) {
      let skills = try invocation.all(trade).map { text in
        guard let skill = Skill(text: text) else { throw UsageFault.badChoice(trade, text) }
        return skill
      }
      edit.trades = skills.map(\.trade)
      edit.levels = Dictionary(
        skills.compactMap { skill in skill.level.map { (skill.trade, $0) } }, uniquingKeysWith: { $1 })
    }
    if invocation.has(licence) {
      edit.licences = try invocation.all(licence).map { text in
        guard let licence = Licence(text: text) else { throw UsageFault.badLicence(text) }
        return licence
      }
    }
    if invocation.has(account) { edit.accounts = invocation.all(account) }
    if let text = invocation[shift] {
      guard let hours = Shift(text: text) else { throw UsageFault.badShift(text) }
      edit.shift = hours
    }
    if let text = invocation[onCall] {
      guard let hours = Shift(text: text) else { throw UsageFault.badShift(text) }
      edit.onCall = hours
    }
    edit.provider = invocation[provider]
    edit.phone = invocation[.phone]
    edit.ref = invocation[ref]
    edit.limit = try invocation.number(limit, 1...99).map(Int.init)
  }
}

/// The staff, as a table or for scripts.
private struct StaffList {
  let call: Call
  private let expiring: [ExpiringLicence]

  init(_ call: Call) {
    self.call = call
    expiring = call.desk.expiringLicences(now: call.now)
  }

  /// The day whose hours are told.
  private var today: Int { call.zone.civil(call.now).daysSinceEpoch }

  func show(_ people: [Staff]) {
    if call.invocation.has(.json) { return json(people) }
    if call.invocation.has(.csv) { return csv(people) }
    let words = call.session.words
    var table = TextTable([
      .init(heading: words.code), .init(heading: words.name), .init(heading: words.role),
      .init(heading: words.trades, isFlexible: true), .init(heading: words.shift),
      .init(heading: words.licences, isFlexible: true), .init(heading: words.phone),
      .init(heading: words.accounts, isFlexible: true),
    ])
    for person in people {
      table.add([
        .init(person.code.value, person.isActive ? .plain : .faint), .init(person.name),
        .init(words.name(person.role)),
        .init(words.skills(person)), .init(words.usual(person.shifts, today: today)), .init(licences(person)),
        .init(person.phone), .init(person.accounts.joined(separator: ",")),
      ])
    }
    table.print(on: call.session.out, ink: call.session.ink)
  }

  /// Those that end soon, or are no longer good, are said to be so.
  private func licences(_ person: Staff) -> String {
    person.licences.map { licence in
      let ending = expiring.first { $0.staff == person.code && $0.licence == licence }
      guard let ending else { return licence.text }
      let left = call.session.words.left(ending)
      return licence.text + call.session.words.text("（\(left)）", " (\(left))")
    }.joined(separator: ", ")
  }

  private func json(_ people: [Staff]) {
    call.session.out.json(people) { writer, person in
      writer.field("staff", person.code.value)
      writer.field("name", person.name)
      writer.field("role", person.role.rawValue)
      writer.field("trades", person.trades.map(\.rawValue))
      writer.field("levels", Skill.texts(person.levels))
      writer.field("licences", person.licences.map(\.text))
      writer.field("os_user", person.accounts)
      writer.optional("shift", person.shifts.hours(onDay: today)?.text)
      writer.optional("on_call", person.onCalls.hours(onDay: today)?.text)
      writer.field("provider", person.provider)
      writer.field("phone", person.phone)
      writer.field("ref", person.ref)
      writer.optional("limit", person.limit.map(Int64.init))
      writer.field("active", person.isActive)
    }
  }

  private func csv(_ people: [Staff]) {
    let columns = TableCatalogue.staff.columns(
      "code", "name", "role", "trades", "licences", "os_user", "phone")
    let file = CSV(call, (columns + TableCatalogue.staff.columns("shift")).map(\.heading))
    for person in people {
      file.row(columns.map { $0.value(person) } + [.text(person.shifts.hours(onDay: today)?.text ?? "")])
    }
  }
}
