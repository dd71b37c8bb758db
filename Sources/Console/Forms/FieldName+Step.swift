import Desk
import Words

/// What is typed into a form is called after the step that it is for: what the resident says is no result, and what was
/// decided no note.
extension FieldName {
  /// The label of a field in the form of a step.
  func label(_ words: Words, of step: ActionName?) -> String {
    guard self == .text, let step, let own = Self.saying(step) else { return label(words) }
    return words.text(own)
  }

  /// What an empty field shows there; that it may stay empty is said where nothing else is.
  func placeholder(_ words: Words, of step: ActionName?, isNeeded: Bool) -> String {
    let own = placeholder(words)
    return own.isEmpty && self == .text && step != nil && !isNeeded ? words.text("可不填", "may be empty") : own
  }

  private static func saying(_ step: ActionName) -> Phrase? {
    switch step {
    case .note: Phrase("备注", "Note")
    case .inform: Phrase("告知", "Told them")
    case .respond: Phrase("沟通情况", "What passed")
    case .urge, .visit, .signoff: Phrase("住户说", "They say")
    case .decide: Phrase("决定", "Decision")
    case .reply: Phrase("答复", "Answer")
    case .close: Phrase("办结说明", "Remarks")
    case .inspect: Phrase("验收意见", "Remarks")
    case .call: Phrase("情况", "What passed")
    case .promise, .wait, .resume, .escalate, .reopen, .unmerge, .pause, .away: Phrase("说明", "Remarks")
    default: nil
    }
  }
}
