public import Desk

/// What happened, in one line each, as a history shows it.
extension Words {
  /// How a history line names people and moments.
  public struct Teller: Sendable {
    let name: @Sendable (StaffCode) -> String
    let time: @Sendable (Instant) -> String
    /// What a body outside is called.
    let body: @Sendable (RecordCode) -> String

    public init(
      name: @escaping @Sendable (StaffCode) -> String, time: @escaping @Sendable (Instant) -> String,
      body: @escaping @Sendable (RecordCode) -> String = { $0.value }
    ) {
      self.name = name
      self.time = time
      self.body = body
    }
  }

  /// One line saying what happened; who did it and when stand beside it.
  public func line(for body: EventBody, _ teller: Teller) -> String {
    told(body, teller) + mark(body.nonsense)
  }

  private func told(_ body: EventBody, _ teller: Teller) -> String {
    switch body {
    case .created(let centre, let zone): said(text("建立日志", "Journal begun"), list([centre, zone]))
    case .staffAdded(let person):
      said(text("添加人员", "Staff added"), "\(person.code) \(person.name), \(name(person.role))")
    case .staffEdited(let edit): said(text("修改人员", "Staff changed"), changes(edit))
    case .staffLeft(let code): said(text("离职", "Left"), teller.name(code))
    case .unitAdded(let unit): said(text("添加房屋", "Room added"), "\(unit.code) \(name(unit.kind))")
    case .unitEdited(let unit): said(text("修改房屋", "Room changed"), "\(unit.code) \(name(unit.kind))")
    case .contactAdded(let contact): said(text("添加联系人", "Contact added"), describe(contact))
    case .contactEdited(let contact): said(text("修改联系人", "Contact changed"), describe(contact))
    case .policyAdopted(let adoption):
      said(
        text("采用时限政策", "Policy adopted"), policy(adoption.policy.name),
        adoption.effective.map { pair(text("自", "from"), teller.time($0)) } ?? text("自始", "for all time"),
        adoption.meeting)
    case .rosterSet(let line):
      said(text("排班", "Roster"), teller.name(line.staff), rostered(line), why(line.reason))
    case .dutiesSwapped(let day, let one, let other, let reason):
      said(
        text("换班", "Duties swapped"), CivilTime.dayText(day), all([teller.name(one), teller.name(other)]),
        why(reason))
    case .absenceAdded(let absence): away(absence, teller)
    case .absenceEnded(let person, let begun):
      said(text("销假", "Back"), teller.name(person), pair(text("自", "since"), teller.time(begun)))
    case .ticket(_, let event): line(for: event, teller)
    case .order(let id, let event): "\(id) " + line(for: event, teller)
    case .healed: text("日志末尾未确认的内容已作废", "An unfinished end of the journal was set aside")
    case .repaired(let reason, let lost):
      said(
        text("日志损坏已处理", "Damage of the journal decided on"), reason,
        lost.map { pair(text("缺少事件", "missing: event"), numbers($0)) } ?? "")
    case .recovered(let reason, let entries):
      said(
        text("日志已恢复到新文件", "The journal was recovered into a new file"), reason,
        entries == 0 ? "" : text("从未确认的\(entries)行已移出", "never confirmed and set aside: lines \(entries)"))
    case .importBegan(let note):
      text(
        "导入\(note.kind)\(note.file.isEmpty ? "" : "：" + note.file)，\(note.rows)行",
        "Import of \(note.kind)\(note.file.isEmpty ? "" : ": " + note.file), \(note.rows) rows")
    case .importUndone(let undone):
      undone.isLast
        ? text("撤回导入（\(undone.began)号记录）", "Import taken back (event \(undone.began))")
        : text(
          "随导入撤回：房屋\(undone.units.count)，联系人\(undone.contacts.count)，人员\(undone.staff.count)",
          "Taken back with an import: \(undone.units.count) rooms, \(undone.contacts.count) contacts, \(undone.staff.count) people"
        )
    case .record(let record):
      record.event.told(RecordTeller(name: teller.name, time: teller.time)).said(in: language)
    case .archived: text("档案到此为止，已封存", "The archive ends here, sealed")
    case .unrecognised(let type): said(text("无法识别的事件", "Unrecognised event"), type)
    }
  }

  private func describe(_ contact: Contact) -> String {
    "\(contact.unit) \(contact.name) (\(name(contact.tenure))) \(contact.phone)"
  }

  private func changes(_ edit: StaffEdit) -> String {
    var parts = [edit.code.value]
    if let name = edit.name { parts.append(name) }
    if let role = edit.role { parts.append(name(role)) }
    if let trades = edit.trades { parts.append(pair(self.trades, list(trades.map { name($0) }))) }
    if let levels = edit.levels { parts.append(pair(self.level, list(Skill.texts(levels)))) }
    if let licences = edit.licences { parts.append(pair(self.licences, list(licences.map(\.text)))) }
    if let accounts = edit.accounts { parts.append(pair(self.accounts, list(accounts))) }
    if let shift = edit.shift { parts.append(pair(self.shift, shift.text)) }
    if let onCall = edit.onCall { parts.append(pair(self.onCall, onCall.text)) }
    if let from = edit.from { parts.append(pair(text("自", "from"), CivilTime.dayText(from))) }
    if edit.reason != .none { parts.append(why(edit.reason)) }
    if let provider = edit.provider { parts.append(pair(self.provider, provider)) }
    if let phone = edit.phone { parts.append(pair(self.phone, phone)) }
    if let ref = edit.ref { parts.append(pair(staffNumber, ref)) }
    if let limit = edit.limit { parts.append(pair(self.limit, String(limit))) }
    return parts.joined(separator: ", ")
  }

  /// Why hours were changed; said to be a correction where they were those of days that were over.
  private func why(_ reason: HoursReason) -> String {
    guard reason.isCorrection else { return reason.why }
    return reason.why.isEmpty ? correction : pair(correction, reason.why)
  }

  /// What hours are called that were put right after their day.
  public var correction: String { text("事后更正", "corrected afterwards") }

  private func rostered(_ line: RosterLine) -> String {
    let (first, last) = (CivilTime.dayText(line.days.lowerBound), CivilTime.dayText(line.days.upperBound))
    return pair(first == last ? first : first + ".." + last, duty(line.duty))
  }

  /// Who is away, why and until when.
  public func away(_ absence: Absence, _ teller: Teller) -> String {
    said(
      name(absence.reason), teller.name(absence.staff),
      teller.time(absence.window.start) + " - " + teller.time(absence.window.end), absence.text)
  }

  /// The hours of a day and those that are still to come: `08:00-17:00；2026-12-10起 20:00-08:00`.
  public func usual(_ hours: UsualHours, today: Int) -> String {
    let next = hours.changes.filter { $0.day > today }.map { change in
      let day = Self.day(change.day, today: today)
      return text("\(day)起 \(change.hours.text)", "\(change.hours.text) from \(day)")
    }
    return ([hours.hours(onDay: today)?.text].compactMap { $0 } + next).joined(separator: semicolon)
  }

  /// What somebody is on for, in words.
  public func duty(_ duty: Duty?) -> String {
    switch duty {
    case nil: text("照常", "as always")
    case .off: text("休息", "off")
    case .works(let shift): shift.text
    case .onCall(let shift): text("待命 ", "on call ") + shift.text
    }
  }

  /// A heading, and what was said where something was.
  func said(_ heading: String, _ parts: String...) -> String {
    let written = parts.filter { !$0.isEmpty }
    return written.isEmpty ? heading : pair(heading, written.joined(separator: semicolon))
  }
}
