import Desk
import Terminal
import Words

/// A message that is pasted into the form fills it; nothing typed is overwritten, and nothing of the message is lost.
extension IntakeScreen {
  /// Takes a text apart; false where it is no message, or where the caret is in a field of its own kind.
  mutating func takeMessage(_ text: String, _ context: Context) -> Bool {
    guard let name = fields.focused?.name, [.unit, .caller, .phone, .summary].contains(name),
      IntakeMessage.isOne(text, desk: context.desk)
    else { return false }
    let receipt = IntakeMessage.parse(String(text.prefix(TextField.most)), desk: context.desk).receipt
    var words: [String] = []
    func put(_ name: FieldName, _ found: String) {
      guard !found.isEmpty, found != fields.text(name) else { return }
      guard fields.text(name).isEmpty || filled.contains(name) else { return words.append(found) }
      fields.setText(name, found)
      filled.remove(name)
    }
    put(.unit, receipt.unit?.value ?? "")
    put(.caller, receipt.caller)
    put(.phone, receipt.phone)
    words.append(receipt.summary)
    let before = TextField.trimmed(fields.text(.summary))
    if !before.isEmpty { words.insert(before, at: 0) }
    fields.setText(.summary, words.filter { !$0.isEmpty }.joined(separator: "\n"))
    if !picked.contains(.channel) { fields.choose(.channel, .channel(receipt.channel)) }
    readSummary()
    isCallerGuessed = false
    suggestion = 0
    problem = nil
    fields.focus(on: .summary)
    return true
  }

  /// What the matter is in full, where its field is too narrow for it.
  func wholeWords(_ width: Int) -> String? {
    let text = fields.text(.summary)
    guard line == nil, text.contains(where: \.isNewline) || TextWidth.width(of: text) >= width else {
      return nil
    }
    return text
  }
}
