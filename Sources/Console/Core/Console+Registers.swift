import Desk

/// Residents who are put on record while on the phone, and confirmed later.
extension Console {
  func propose(_ contact: Contact) {
    record([.proposeContact(contact)]) {
      $0.say(
        "已登记：\(contact.unit) \(contact.name) \(contact.phone)（主管以后核实）",
        "On record: \(contact.unit) \(contact.name) \(contact.phone), to be confirmed")
    }
  }

  func confirmPeople(of unit: UnitCode) {
    let people = port.desk.households[unit]?.contacts.filter(\.isProposed) ?? []
    guard !people.isEmpty else { return say("这一户没有待核的住户。", "Nobody of this room is to be confirmed.") }
    let actions = people.map { Action.editContact(unit: unit, name: $0.name, tenure: nil, phone: nil) }
    record(actions) { context in
      context.say("已核实：", "Confirmed: ") + people.map(\.name).joined(separator: context.say("、", ", "))
    }
  }

  private func record(_ actions: [Action], _ told: (Context) -> String) {
    guard let me = seat.me else {
      notice = Notice(text: context.whyNot(.note, Selection()) ?? "", tone: .refused)
      return
    }
    do {
      for action in actions { noteMoves(try port.perform(Command(by: me, action: action))) }
      refreshAll(rings: false)
      notice = Notice(text: told(context), tone: .done)
    } catch {
      let why =
        (error as? Refusal).map { context.sentence($0) } ?? port.sentence(for: error, in: seat.language)
      notice = Notice(text: why, tone: .refused)
    }
  }
}
