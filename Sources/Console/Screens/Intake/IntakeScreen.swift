import Desk
import Terminal

/// Taking in a call: a form, or one line that means the same.
struct IntakeScreen: FilledIn, Equatable {
  var fields: FieldSet
  /// What is typed in line mode; nil while the form is used.
  var line: TextField?
  /// The place highlighted among the suggestions.
  var suggestion = 0
  /// Fields filled in by what the desk knows: typing replaces them.
  var filled: Set<FieldName> = []
  /// Several live there, and who of them calls was not said.
  var isCallerGuessed = false
  /// Words in the field for a name about which was asked.
  var nameAsked = ""
  /// Pickers that somebody has used: the words of the summary no longer change them.
  var picked: Set<FieldName> = []
  /// The ticket chosen among those that may be the same matter; nil is the likeliest.
  var twin: TicketNumber?
  /// The frequent matters, while one is being picked.
  var matters: PickList?
  var problem: Form.Problem?

  static let names: [FieldName] = [
    .unit, .caller, .phone, .summary, .answer, .kind, .window, .urgency, .topic, .owner, .channel, .rings,
    .received, .important,
  ]

  init(_ context: Context) { fields = FieldSet(Self.blank(context)) }

  private static func blank(_ context: Context) -> [Field] {
    let people = context.desk.staffInOrder.filter(\.isActive).sorted {
      ($0.code == context.me ? 0 : 1, $0.code) < ($1.code == context.me ? 0 : 1, $1.code)
    }
    return [
      .text(.unit), .text(.caller), .text(.phone), .text(.summary), .text(.answer),
      .choice(.kind, TicketKind.allCases.map { .kind($0) }), .text(.window),
      .choice(.urgency, Urgency.allCases.map { .urgency($0) }, chosen: .urgency(.normal)),
      .choice(.topic, Topic.allCases.map { .topic($0) }, chosen: .topic(.other)),
      .choice(.owner, [.staff(nil)] + people.map { .staff($0.code) }),
      .choice(.channel, Channel.allCases.map { .channel($0) }), .text(.rings), .text(.received),
      .flag(.important, false),
    ]
  }

  var scope: Scope { .intake }
  var isTyping: Bool { true }

  /// Whether nothing was typed yet.
  func isBlank(_ context: Context) -> Bool {
    line?.isEmpty ?? true && fields.unmatched == nil
      && Self.names.allSatisfy { fields.text($0).isEmpty }
  }

  /// Whether it says more than who calls from where: that alone is no call that was left.
  var isWorthKeeping: Bool {
    hasWords || fields.unmatched != nil || !TextField.trimmed(fields.text(.answer)).isEmpty
  }

  /// Whether it says anything of a matter.
  var hasWords: Bool {
    line.map { !$0.isEmpty } ?? !TextField.trimmed(fields.text(.summary)).isEmpty
  }

  /// Whose call it is, and what about.
  func whose(_ context: Context) -> String {
    if let line { return line.text }
    return [fields.text(.unit), fields.text(.caller), fields.text(.summary)].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  // MARK: keys

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .key(let key): return type(key, context)
    case .action(let action): return act(action, context)
    case .press(.field(let index)):
      leave(context)
      matters = nil
      fields.focus(on: index)
    case .press(.choice(let index)): press(index, context)
    case .scroll(let lines): _ = type(lines < 0 ? .up : .down, context)
    case .press: return nil
    }
    return []
  }

  private mutating func press(_ index: Int, _ context: Context) {
    if matters != nil {
      matters?.highlight(index, context)
      takeMatter(context)
    } else if isSuggesting(context) {
      suggestion = index
      takeSuggestion(context)
      goOn(from: .unit, context)
    } else {
      fields.pick(index, context)
      fields.focused.map { _ = picked.insert($0.name) }
      followKind(context)
    }
  }

  private mutating func act(_ action: ActionName, _ context: Context) -> [Effect]? {
    if matters != nil, action == .back || action == .matters {
      matters = nil
      return []
    }
    switch action {
    case .nextBeside, .previousBeside:
      moveBeside(action == .nextBeside ? 1 : -1, context)
      return []
    case .matters: beginMatters(context)
    default: matters = nil
    }
    switch action {
    case .matters: return []
    case .save: return nameQuestion(context) ?? save(context)
    case .nextCaller: nextCaller(context)
    case .putOnRecord: return putOnRecord(context)
    case .saveLinked: return saveLinked(context)
    case .urgeInstead: return urge(context)
    case .back: return [.keepDraft(isWorthKeeping ? self : nil), .pop]
    case .queue: return [.keepDraft(isWorthKeeping ? self : nil), .home(select: nil)]
    case .nextField:
      if let question = nameQuestion(context) { return question }
      move(1, context)
    case .previousField: move(-1, context)
    case .lineMode: line == nil ? beginLine(context) : endLine(context)
    case .clear:
      if isBlank(context) { return [] }
      return [.push(Confirm(.clearDraft, asked: .control("D"), then: .clearDraft))]
    default: return nil
    }
    return []
  }

  private mutating func type(_ key: Key, _ context: Context) -> [Effect]? {
    if matters != nil { return typeMatter(key, context) }
    if line != nil { return typeLine(key, context) }
    if case .paste(let text) = key, takeMessage(text, context) { return [] }
    if key == .control("K") { return putOnRecord(context) }
    if key == .up || key == .down, moveInList(key == .up ? -1 : 1, context) { return [] }
    if key == .enter, let question = nameQuestion(context) { return question }
    if key == .enter { return enter(context) }
    let (focus, before) = (fields.focus, fields.focused)
    replaceFilled(by: key)
    let outcome = fields.handle(key, context)
    if fields.focus != focus { leaveField(focus, context) }
    switch outcome {
    case .ignored: return nil
    case .finished: return save(context)
    case .handled:
      note(before, at: focus, context)
      return []
    }
  }

  /// What a key that was typed changes beyond its own field.
  private mutating func note(_ before: Field?, at focus: Int, _ context: Context) {
    problem = nil
    guard let before, fields.fields.indices.contains(focus), fields.fields[focus] != before else { return }
    switch before.name {
    case .unit: suggestion = 0
    case .summary: readSummary()
    case .answer: followAnswer(context)
    case .kind:
      picked.insert(.kind)
      followKind(context)
    case .urgency, .topic, .owner, .channel: picked.insert(before.name)
    default: break
    }
  }

  private mutating func typeLine(_ key: Key, _ context: Context) -> [Effect]? {
    guard var field = line else { return nil }
    if key == .enter { return save(context) }
    guard field.handle(key) else { return nil }
    line = field
    problem = nil
    return []
  }

  private mutating func move(_ step: Int, _ context: Context) {
    guard line == nil else { return }
    leave(context)
    if step > 0 { fields.next() } else { fields.previous() }
  }

  /// Says what is wrong, with the caret where it is.
  mutating func refuse(_ problem: Form.Problem) {
    self.problem = problem
    if line == nil, let field = problem.field { fields.focus(on: field) }
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    IntakeView(screen: self, context: context, books: books).draw(on: &canvas)
  }
}
