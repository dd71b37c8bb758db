extension Ruling {
  func staff() throws(Refusal) -> [Entry] {
    switch command.action {
    case .addStaff(let person): return [try added(person)]
    case .editStaff(let edit): return [try edited(edit)]
    case .leaveStaff(let code):
      let person = try desk.active(code)
      var after = person
      after.isActive = false
      try keepManager(person, after)
      let held = desk.liveOrders()[code] ?? []
      guard held.isEmpty || command.isImported else { throw .stillHolds(code, held.map(\.id)) }
      return [entry(.staffLeft(code))]
    case .addUnit, .editUnit, .addContact, .proposeContact, .editContact, .setRoster, .swapDuties,
      .addAbsence, .endAbsence,
      .receive, .rush, .hasten, .answer, .ticket, .dispatch, .assignAll, .order, .adoptPolicy, .undo,
      .beginImport, .undoImport,
      .restoreManager:
      throw .nothingToChange
    }
  }

  private func added(_ person: Staff) throws(Refusal) -> Entry {
    guard person.code.isWellFormed else { throw .malformedCode(person.code.value) }
    guard desk.staff[person.code] == nil else { throw .alreadyExists(.staff(person.code)) }
    try require(person.name, .name, limit: TextLimit.name)
    try fits(
      trades: person.trades, licences: person.licences, accounts: person.accounts, provider: person.provider,
      phone: person.phone, ref: person.ref)
    return entry(.staffAdded(person))
  }

  private func edited(_ asked: StaffEdit) throws(Refusal) -> Entry {
    var edit = asked
    let person = try desk.known(edit.code)
    let today = desk.zone.civil(now).daysSinceEpoch
    if edit.shift == nil, edit.onCall == nil { edit.from = nil }
    edit.reason = try reason(edit.reason.why, from: edit.from ?? today)
    if let name = edit.name { try require(name, .name, limit: TextLimit.name) }
    try fits(
      trades: edit.trades, licences: edit.licences, accounts: edit.accounts, provider: edit.provider,
      phone: edit.phone, ref: edit.ref)
    var after = person
    after.apply(edit, recorded: today)
    try keepManager(person, after)
    guard after != person, !isAsItWas(edit, person, today) else { throw .nothingToChange }
    return entry(.staffEdited(edit))
  }

  /// Whether it only says the hours that somebody has anyway.
  private func isAsItWas(_ edit: StaffEdit, _ person: Staff, _ today: Int) -> Bool {
    var rest = edit
    let day = edit.from ?? today
    if let shift = edit.shift, person.shifts.hours(onDay: day) == shift, person.shifts.latest == shift {
      rest.shift = nil
    }
    if let onCall = edit.onCall, person.onCalls.hours(onDay: day) == onCall, person.onCalls.latest == onCall {
      rest.onCall = nil
    }
    guard rest.shift == nil, rest.onCall == nil else { return false }
    var after = person
    after.apply(rest, recorded: today)
    return after == person
  }

  /// At least one active manager always remains, and one whose account exists here, else nobody could do anything about
  /// it any more (DOMAIN, who may). Where there was none before, nobody is kept from mending that.
  private func keepManager(_ person: Staff, _ after: Staff) throws(Refusal) {
    let others = desk.staff.values.filter { $0.role == .manager && $0.isActive && $0.code != person.code }
    if person.role == .manager, person.isActive, !(after.role == .manager && after.isActive) {
      guard !others.isEmpty else { throw .lastManager(person.code) }
    }
    guard person.isManagerHere(surroundings), !after.isManagerHere(surroundings) else { return }
    guard others.contains(where: { $0.isManagerHere(surroundings) }) else {
      throw .lastManagerHere(person.code)
    }
  }

  func registers() throws(Refusal) -> [Entry] {
    switch command.action {
    case .addUnit(let unit):
      try require(unit.code.value, .unit, limit: TextLimit.name)
      guard unit.code.value.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }) else {
        throw .malformedCode(unit.code.value)
      }
      guard desk.households[unit.code] == nil else { throw .alreadyExists(.unit(unit.code)) }
      try fits(unit.note, .text)
      return [entry(.unitAdded(unit))]
    case .editUnit(let code, let kind, let note):
      try desk.requireUnit(code)
      guard let old = desk.households[code]?.unit else { throw .nothingToChange }
      let unit = Unit(code: code, kind: kind ?? old.kind, note: note ?? old.note)
      try fits(unit.note, .text)
      guard unit != old else { throw .nothingToChange }
      return [entry(.unitEdited(unit))]
    case .addContact(let contact): return [try contactAdded(contact)]
    case .proposeContact(var contact):
      // Who keeps the registers has nobody to confirm it.
      contact.isProposed = !desk.policies.policy(at: now).allows(author.role, .registers)
      return [try contactAdded(contact)]
    case .editContact(let unit, let name, let tenure, let phone):
      return [try contactEdited(unit, name, tenure, phone)]
    case .addStaff, .editStaff, .leaveStaff, .restoreManager, .setRoster, .swapDuties, .addAbsence,
      .endAbsence, .receive,
      .rush, .hasten, .answer, .ticket, .dispatch, .assignAll, .order, .adoptPolicy, .undo, .beginImport,
      .undoImport:
      throw .nothingToChange
    }
  }

  private func contactAdded(_ contact: Contact) throws(Refusal) -> Entry {
    try desk.requireUnit(contact.unit)
    try require(contact.name, .name, limit: TextLimit.name)
    try fits(contact.phone, .phone, limit: TextLimit.name)
    guard desk.contact(contact.unit, contact.name) == nil else {
      throw .alreadyExists(.contact(unit: contact.unit, name: contact.name))
    }
    return entry(.contactAdded(contact))
  }

  /// Whoever corrects somebody who was proposed confirms them.
  private func contactEdited(
    _ unit: UnitCode, _ name: String, _ tenure: Tenure?, _ phone: String?
  ) throws(Refusal) -> Entry {
    try desk.requireUnit(unit)
    guard let old = desk.contact(unit, name) else {
      throw .unknownContact(
        unit: unit, name: name, known: desk.households[unit]?.contacts.map(\.name) ?? [])
    }
    let contact = Contact(unit: unit, name: name, tenure: tenure ?? old.tenure, phone: phone ?? old.phone)
    try fits(contact.phone, .phone, limit: TextLimit.name)
    guard contact != old else { throw .nothingToChange }
    return entry(.contactEdited(contact))
  }
}

extension ServiceDesk {
  /// The person of that name in a household.
  public func contact(_ unit: UnitCode, _ name: String) -> Contact? {
    households[unit]?.contacts.first { $0.name == name }
  }
}
