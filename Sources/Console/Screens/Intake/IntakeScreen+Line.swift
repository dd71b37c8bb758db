import Desk
import Terminal
import Words

/// The form as one line, and back.
extension IntakeScreen {
  /// A line can only carry what was picked: nonsense stays in its field.
  mutating func beginLine(_ context: Context) {
    if let problem = fields.unmatched { return refuse(problem) }
    line = TextField(IntakeText.line(of: fields), keepsLines: true)
  }

  mutating func endLine(_ context: Context) {
    guard let line else { return }
    let draft = IntakeLine.parse(line.text, desk: context.desk)
    if let unread = draft.problems.first(where: { $0 != .nothingSaid }) {
      return refuse(.said(unread.sentence(context.words)))
    }
    fields = IntakeText.fields(of: draft.receipt, into: fields)
    if draft.receipt.topic != .other, !draft.judged.contains(.topic) { picked.insert(.topic) }
    if draft.receipt.urgency != .normal, !draft.judged.contains(.urgency) { picked.insert(.urgency) }
    readSummary()
    self.line = nil
  }

  /// A line that was left when the console ended.
  mutating func takeLine(_ text: String) { line = TextField(text, keepsLines: true) }

  /// What would be recorded, and what of the line could not be understood.
  func draft(_ context: Context) -> (receipt: Receipt, problems: [IntakeDraft.Problem]) {
    guard let line else { return (IntakeText.receipt(of: fields, context), []) }
    let draft = IntakeLine.parse(line.text, desk: context.desk)
    return (draft.receipt, draft.problems)
  }
}
