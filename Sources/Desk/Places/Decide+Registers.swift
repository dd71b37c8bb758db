// Rooms, and who lives there.

extension Ruling {
  func register(_ action: RegisterAction) throws(Refusal) -> [Entry] {
    switch action {
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
