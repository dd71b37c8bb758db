import Desk
import Terminal

/// Somebody who is not on record is put there while they are on the phone.
extension IntakeScreen {
  /// The caller becomes one of the household; a room that nobody knows is noted with the matter, to be checked.
  mutating func putOnRecord(_ context: Context) -> [Effect] {
    leave(context)
    let unit = TextField.trimmed(fields.text(.unit))
    guard let household = household(context) else {
      guard !unit.isEmpty else {
        refuse(.missing(.unit))
        return []
      }
      let mark = context.say("房号待核\(unit)", "room to be checked: \(unit)")
      let summary = fields.text(.summary)
      fields.setText(.unit, "")
      fields.setText(.summary, summary.isEmpty ? mark + " " : summary + " " + mark)
      fields.focus(on: .summary)
      return [
        .notice(
          Notice(
            text: context.say("房号先记在摘要里，以后核对。", "The room is noted in the summary, to be checked."),
            tone: .hint))
      ]
    }
    let name = TextField.trimmed(fields.text(.caller))
    guard !name.isEmpty else {
      refuse(.missing(.caller))
      return []
    }
    let contact = Contact(
      unit: household.unit.code, name: name, tenure: household.contacts.isEmpty ? .owner : .tenant,
      phone: TextField.trimmed(fields.text(.phone)))
    return [.propose(contact)]
  }
}
