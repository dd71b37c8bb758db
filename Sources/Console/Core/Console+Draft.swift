import Desk

/// What was typed into intake outlives the console, however it ends.
extension Console {
  /// Keeps what is typed into intake as it is now.
  func saveDraft() {
    guard let me = seat.me else { return }
    let open = layers.lazy.reversed().compactMap { $0 as? IntakeScreen }.first
    let here = open.flatMap { $0.isBlank(context) ? nil : $0 } ?? drafts.call
    let all = [here].compactMap(\.self) + drafts.calls
    let text = all.isEmpty ? nil : IntakeDraftText(all).text
    guard text != drafts.kept else { return }
    drafts.kept = text
    // Where it cannot be kept, nothing is lost that is on the screen.
    try? port.keepPersonal(text.map { Array($0.utf8) }, as: .draft(me))
  }

  /// Takes up what was left when the console ended last.
  func takeUpDraft() {
    guard let me = seat.me, let bytes = port.personal(.draft(me)) else { return }
    drafts.kept = String(decoding: bytes, as: UTF8.self)
    let left = IntakeDraftText.screens(bytes, context)
    guard !left.isEmpty else { return }
    drafts.call = left.first
    drafts.calls = Array(left.dropFirst())
    sayDrafts()
  }

  /// Says how many there are, and whose.
  func sayDrafts() {
    let all = drafts.all
    guard !all.isEmpty else { return }
    let key = context.key(.drafts)
    let whose = all.prefix(3).map { $0.whose(context) }.joined(separator: context.say("；", "; "))
    say(
      "没登记完的 \(all.count)（\(key) 接着填）：\(whose)",
      "Not taken in to the end: \(all.count) (\(key) goes on): \(whose)")
  }

  /// Goes on with the one there is, or asks with which.
  func openDrafts() {
    let all = drafts.all
    guard all.count > 1 else {
      guard !all.isEmpty else { return say("没有没登记完的。", "No call was left.") }
      return openDraft(0)
    }
    push(DraftList(all.map { $0.whose(context) }))
  }

  func openDraft(_ place: Int) {
    drafts.park()
    guard drafts.calls.indices.contains(place) else { return }
    let screen = drafts.calls.remove(at: place)
    open(screen)
    let whose = screen.whose(context)
    let key = context.key(.clear, imeSafe: true)
    say(
      "这是上次没登记完的：\(whose)；\(key) 清空。",
      "This call was not taken in to the end: \(whose); \(key) empties it.")
  }

  func nameIsMatter() {
    guard var screen = layers.top as? IntakeScreen else { return }
    screen.takeNameAsMatter(context)
    layers.replaceTop(screen)
  }
}
