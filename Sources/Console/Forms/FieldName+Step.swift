import Desk
import Words

/// What is typed into a form is called after the step that it is for: what the resident says is no result, and what was
/// decided no note.
extension FieldName {
  /// The label of a field in the form of a step.
  func label(_ words: Words, of step: ActionName?) -> String {
    guard self == .text, let own = step?.step?.text else { return label(words) }
    return own.said(in: words.language)
  }

  /// What an empty field shows there; that it may stay empty is said where nothing else is.
  func placeholder(_ words: Words, of step: ActionName?, isNeeded: Bool) -> String {
    let own = placeholder(words)
    return own.isEmpty && self == .text && step != nil && !isNeeded ? words.text("可不填", "may be empty") : own
  }
}
