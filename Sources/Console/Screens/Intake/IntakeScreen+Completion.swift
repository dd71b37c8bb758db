import Desk
import Terminal

/// What the registers know is filled in as soon as it is clear who calls; nothing typed is ever overwritten.
extension IntakeScreen {
  /// How many places are offered.
  static let suggestionLimit = 30

  /// The places and people that what is typed may mean.
  func suggestions(_ context: Context) -> [PlaceMatch] {
    PlaceFinder.matches(fields.text(.unit), context.desk, limit: Self.suggestionLimit)
  }

  /// The household of the place typed.
  func household(_ context: Context) -> Household? {
    context.desk.households[UnitCode(fields.text(.unit))]
  }

  /// Whether places are offered: something is typed that is not yet one of them.
  func isSuggesting(_ context: Context) -> Bool {
    line == nil && fields.focused?.name == .unit && household(context) == nil
  }

  // MARK: choosing

  /// Arrows choose a place, or who of a household calls; false where there is nothing to choose from.
  mutating func moveInList(_ step: Int, _ context: Context) -> Bool {
    if isSuggesting(context) {
      let count = suggestions(context).count
      guard count > 0 else { return false }
      suggestion = max(0, min(count - 1, suggestion + step))
      return true
    }
    return fields.focused?.name == .caller && moveCaller(step, context)
  }

  private mutating func moveCaller(_ step: Int, _ context: Context) -> Bool {
    guard let contacts = household(context)?.contacts, contacts.count > 1,
      fields.text(.caller).isEmpty || filled.contains(.caller)
    else { return false }
    let place = contacts.firstIndex { $0.name == fields.text(.caller) } ?? -1
    guard contacts.indices.contains(place + step) else { return false }
    name(contacts[place + step])
    return true
  }

  /// Takes what is highlighted and goes on to what is still to be said; saves where the rest may stay empty. Without a word
  /// of a matter, Enter there opens the ticket beside it: somebody asks how theirs is.
  mutating func enter(_ context: Context) -> [Effect] {
    let name = fields.focused?.name
    leave(context)
    if let name, [.unit, .caller].contains(name) {
      goOn(from: name, context)
      return []
    }
    if hasWords { return save(context) }
    guard name == .summary else {
      fields.focus(on: .summary)
      return []
    }
    guard let beside = ticketBeside(context) else {
      refuse(.missing(.summary))
      return []
    }
    return [.push(TicketScreen(beside))]
  }

  /// The ticket chosen beside the form, else the likeliest, else the newest open one of the room.
  private func ticketBeside(_ context: Context) -> TicketNumber? {
    let found = twins(context).map(\.number)
    if let twin, found.contains(twin) { return twin }
    if let first = found.first { return first }
    guard let unit = draft(context).receipt.unit else { return nil }
    return context.desk.open.filter { context.desk.tickets[$0]?.unit == unit }.max()
  }

  /// From the room to the matter, always: who of the household calls is a choice beside it. From a caller whose number is
  /// not known to the number.
  mutating func goOn(from name: FieldName, _ context: Context) {
    fields.focus(on: name == .caller && fields.text(.phone).isEmpty ? .phone : .summary)
  }

  /// The next one of the household is the caller, whichever field the caret is in.
  mutating func nextCaller(_ context: Context) {
    leave(context)
    guard let contacts = household(context)?.contacts, !contacts.isEmpty else {
      return refuse(.said(context.say("先写房号；住户登记了才有人可选。", "A room first, with somebody on record.")))
    }
    let place = contacts.firstIndex { $0.name == fields.text(.caller) } ?? -1
    fields.setText(.phone, "")
    name(contacts[(place + 1) % contacts.count])
    problem = nil
  }

  /// Whether the words in the field for a name are no name; asked once for the same words.
  mutating func nameQuestion(_ context: Context) -> [Effect]? {
    let typed = TextField.trimmed(fields.text(.caller))
    guard line == nil, fields.focused?.name == .caller, !filled.contains(.caller), typed != nameAsked,
      household(context)?.contacts.contains(where: { $0.name == typed }) != true,
      IntakeText.isMatter(typed)
    else { return nil }
    nameAsked = typed
    return [.push(Confirm(.notAName(typed), asked: .enter, then: .nameIsMatter))]
  }

  /// What was typed into the field for a name is what the matter is.
  mutating func takeNameAsMatter(_ context: Context) {
    let typed = TextField.trimmed(fields.text(.caller))
    let summary = fields.text(.summary)
    fields.setText(.caller, "")
    fields.setText(.summary, summary.isEmpty ? typed : summary + " " + typed)
    readSummary()
    if let contacts = household(context)?.contacts, let first = contacts.first {
      name(first)
      isCallerGuessed = contacts.count > 1
    }
    fields.focus(on: .summary)
  }

  // MARK: filling in

  /// What the desk filled in goes with the first character typed there.
  mutating func replaceFilled(by key: Key) {
    guard let name = fields.focused?.name, filled.contains(name) else { return }
    switch key {
    case .character, .paste:
      fields.setText(name, "")
      filled.remove(name)
      // The number was that person's.
      if name == .caller, filled.contains(.phone) { fields.setText(.phone, "") }
    case .backspace, .delete: filled.remove(name)
    default: break
    }
  }

  mutating func leave(_ context: Context) { leaveField(fields.focus, context) }

  mutating func leaveField(_ index: Int, _ context: Context) {
    guard line == nil, fields.fields.indices.contains(index) else { return }
    switch fields.fields[index].name {
    case .unit: takeSuggestion(context)
    case .caller: completeCaller(context)
    case .phone: findByPhone(context)
    default: break
    }
  }

  mutating func takeSuggestion(_ context: Context) {
    let typed = fields.text(.unit)
    guard !typed.isEmpty else { return }
    if household(context) == nil {
      let list = suggestions(context)
      guard list.indices.contains(suggestion) else { return takeNumberOfNoRoom(context) }
      fields.setText(.unit, list[suggestion].unit.value)
      filled.insert(.unit)
      defer { suggestion = 0 }
      if let contact = list[suggestion].contact { return name(contact) }
    }
    suggestion = 0
    let caller = fields.text(.caller)
    guard caller.isEmpty || filled.contains(.caller), let contacts = household(context)?.contacts,
      !contacts.contains(where: { $0.name == caller }), let contact = contacts.first
    else { return }
    name(contact)
    isCallerGuessed = contacts.count > 1
  }

  /// A number that nobody has, typed where the room is: the number is where it belongs, and the room is still to be said.
  private mutating func takeNumberOfNoRoom(_ context: Context) {
    let typed = fields.text(.unit)
    guard PhoneNumber.isOne(typed), fields.text(.phone).isEmpty || filled.contains(.phone) else { return }
    fields.setText(.unit, "")
    fields.setText(.phone, typed)
    filled.remove(.phone)
    findByPhone(context)
  }

  /// The caller and the number of somebody registered.
  private mutating func name(_ contact: Contact) {
    fields.setText(.caller, contact.name)
    filled.insert(.caller)
    isCallerGuessed = false
    if fields.text(.phone).isEmpty || filled.contains(.phone) {
      fields.setText(.phone, contact.phone)
      filled.insert(.phone)
    }
  }

  /// A name begun, or its pinyin, means somebody of the household.
  private mutating func completeCaller(_ context: Context) {
    let typed = fields.text(.caller)
    isCallerGuessed = false
    guard !typed.isEmpty, !filled.contains(.caller), let contacts = household(context)?.contacts else {
      return
    }
    let word = SearchWord(typed)
    guard
      let contact = contacts.first(where: { $0.name == typed })
        ?? contacts.first(where: { word.begins($0.name) })
    else { return }
    let isSomebodyElses = contacts.contains { $0.phone == fields.text(.phone) }
    if isSomebodyElses { filled.insert(.phone) }
    name(contact)
  }

  /// A number, or its last digits where only one ends so, means a household.
  mutating func findByPhone(_ context: Context) {
    let typed = fields.text(.phone)
    guard fields.text(.unit).isEmpty, !typed.isEmpty, !filled.contains(.phone) else { return }
    guard let contact = context.desk.people(withPhone: typed).first ?? only(typed, context) else {
      // Somebody who called from no room of ours.
      guard let ticket = context.desk.lastTicket(withPhone: typed) else { return }
      if fields.text(.caller).isEmpty { fields.setText(.caller, ticket.caller) }
      return filled.formUnion([.caller])
    }
    fields.setText(.unit, contact.unit.value)
    fields.setText(.phone, contact.phone)
    if fields.text(.caller).isEmpty { fields.setText(.caller, contact.name) }
    filled.formUnion([.unit, .caller])
  }

  private func only(_ digits: String, _ context: Context) -> Contact? {
    guard 4...6 ~= digits.utf8.count, digits.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    let found = context.desk.households.values.flatMap(\.contacts).filter { $0.phone.hasSuffix(digits) }
    return found.count == 1 ? found[0] : nil
  }

  /// A room chosen on another screen.
  mutating func takeUnit(_ unit: UnitCode, _ context: Context) {
    fields.setText(.unit, unit.value)
    takeSuggestion(context)
    goOn(from: .unit, context)
  }

  /// A number pasted on another screen: the call that rings.
  mutating func takePhone(_ phone: String, _ context: Context) {
    fields.setText(.phone, phone)
    findByPhone(context)
    fields.focus(on: .summary)
  }
}
