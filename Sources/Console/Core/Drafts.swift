import Desk

/// What was typed and not recorded: calls that were not taken in to the end, and forms that were put away.
struct Drafts {
  /// The call that was left last.
  var call: IntakeScreen?
  /// Calls that were put aside for others, the latest first.
  var calls: [IntakeScreen] = []
  var forms: [Form.DraftName: Form] = [:]
  /// The calls as they were kept last, for whoever starts next.
  var kept: String?

  /// Every call, the latest first.
  var all: [IntakeScreen] { [call].compactMap(\.self) + calls }
  var isEmpty: Bool { all.isEmpty && forms.isEmpty }

  /// The call that was left last makes room for another.
  mutating func park() {
    if let call { calls.insert(call, at: 0) }
    call = nil
  }
}
