import Desk

/// What was typed into intake outlives the console, however it ends.
extension Console {
  /// Keeps what is typed into intake as it is now.
  func saveDraft() {
    guard let me else { return }
    let open = layers.lazy.reversed().compactMap { $0 as? IntakeScreen }.first
    let text = (open.flatMap { $0.isBlank(context) ? nil : $0 } ?? draft).map { IntakeDraftText($0).text }
    guard text != keptDraft else { return }
    keptDraft = text
    // Where it cannot be kept, nothing is lost that is on the screen.
    try? port.keepPersonal(text.map { Array($0.utf8) }, as: .draft(me))
  }

  /// Takes up what was left when the console ended last.
  func takeUpDraft() {
    guard let me, let bytes = port.personal(.draft(me)) else { return }
    keptDraft = String(decoding: bytes, as: UTF8.self)
    guard let left = IntakeDraftText.screen(bytes, context) else { return }
    draft = left
    let key = context.key(.intake)
    say("有一张没登记完的，\(key) 接着填。", "A call was not taken in to the end; \(key) goes on with it.")
  }
}
