extension Ruling {
  func staff(_ action: StaffAction) throws(Refusal) -> [Entry] {
    switch action {
    case .add(let person): return [try added(person)]
    case .edit(let edit): return [try edited(edit)]
    // Asked before anybody's rights are: whoever restores need not be on the staff.
    case .restoreManager: throw .onlySuperuser
    case .leave(let code):
      let person = try desk.active(code)
      var after = person
      after.isActive = false
      try keepManager(person, after)
      let held = desk.liveOrders()[code] ?? []
      guard held.isEmpty || command.isImported else { throw .stillHolds(code, held.map(\.id)) }
      return [entry(.staffLeft(code))]
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
}
