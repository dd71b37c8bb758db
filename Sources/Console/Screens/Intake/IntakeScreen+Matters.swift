import Desk
import Terminal
import Words

/// What the matter is: from the list of frequent ones, or from the words of the summary.
extension IntakeScreen {
  mutating func beginMatters(_ context: Context) {
    guard line == nil else {
      return refuse(.said(context.say("一行登记时不能用常用语。", "A line takes no frequent matters.")))
    }
    if fields.focused?.name == .answer {
      matters = context.phrases.list
      return
    }
    leave(context)
    matters = PickList(FrequentMatter.all.map { .matter($0) })
  }

  mutating func typeMatter(_ key: Key, _ context: Context) -> [Effect]? {
    if key == .enter || key == .tab {
      takeMatter(context)
      return []
    }
    return matters?.handle(key, context) == true ? [] : nil
  }

  /// Kind, topic and urgency as that matter has them, its words after what was typed.
  mutating func takeMatter(_ context: Context) {
    if case .phrase(let text)? = matters?.highlighted {
      matters = nil
      _ = fields.handle(.paste(text), context)
      return followAnswer(context)
    }
    guard case .matter(let matter)? = matters?.highlighted else { return }
    matters = nil
    fields.choose(.kind, .kind(matter.kind))
    fields.choose(.topic, .topic(matter.topic))
    fields.choose(.urgency, .urgency(matter.urgency))
    picked.formUnion([.kind, .topic, .urgency])
    followKind(context)
    let typed = TextField.trimmed(fields.text(.summary))
    let text = context.words.text(matter.phrase)
    let gap = context.say("", " ")
    // Who typed the beginning of it does not want it twice.
    fields.setText(.summary, typed.isEmpty || text.contains(typed) ? text : typed + gap + text)
    fields.focus(on: .summary)
    problem = nil
  }

  /// What is answered at once is a question, unless somebody said otherwise.
  mutating func followAnswer(_ context: Context) {
    guard !picked.contains(.kind) else { return }
    fields.choose(.kind, .kind(fields.text(.answer).isEmpty ? .repair : .inquiry))
    followKind(context)
  }

  /// What is talked about and not repaired is dealt with by whoever took the call, until somebody else is picked.
  mutating func followKind(_ context: Context) {
    guard !picked.contains(.owner), case .kind(let kind)? = fields.chosen(.kind) else { return }
    fields.choose(.owner, .staff(Self.owner(of: kind, context)))
  }

  private static func owner(of kind: TicketKind, _ context: Context) -> StaffCode? {
    switch kind {
    case .complaint, .suggestion, .inquiry, .booking: context.me
    case .repair, .incident, .finding: nil
    }
  }

  /// Topic and urgency follow the words of the summary until somebody picks them.
  mutating func readSummary() {
    let words = MatterWords(fields.text(.summary))
    if !picked.contains(.topic) { fields.choose(.topic, .topic(words.topic ?? .other)) }
    if !picked.contains(.urgency) { fields.choose(.urgency, .urgency(words.urgency ?? .normal)) }
  }

  /// Of a form that was filled elsewhere: what is not as the summary says was picked.
  mutating func notePicks(_ context: Context) {
    let words = MatterWords(fields.text(.summary))
    if fields.chosen(.topic) != .topic(words.topic ?? .other) { picked.insert(.topic) }
    if fields.chosen(.urgency) != .urgency(words.urgency ?? .normal) { picked.insert(.urgency) }
    let plain: TicketKind = fields.text(.answer).isEmpty ? .repair : .inquiry
    if fields.chosen(.kind) != .kind(plain) { picked.insert(.kind) }
    if case .kind(let kind)? = fields.chosen(.kind),
      fields.chosen(.owner) != .staff(Self.owner(of: kind, context))
    {
      picked.insert(.owner)
    }
  }

  /// Whether a picker shows what the summary says and nobody has picked.
  func isRead(_ name: FieldName) -> Bool {
    guard !picked.contains(name), !fields.text(.summary).isEmpty else { return false }
    let words = MatterWords(fields.text(.summary))
    return name == .topic && words.topic != nil || name == .urgency && words.urgency != nil
  }
}
