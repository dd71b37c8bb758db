import Desk
import Terminal

/// Taking in a call: a form, or one line that means the same.
struct IntakeScreen: Layer, Equatable {
  var fields: FieldSet
  /// What is typed in line mode; nil while the form is used.
  private(set) var line: TextField?
  /// The place highlighted among the suggestions.
  private(set) var suggestion = 0
  var problem: Form.Problem?

  static let names: [FieldName] = [
    .unit, .caller, .phone, .summary, .kind, .urgency, .topic, .owner, .channel, .rings, .received, .window,
    .important,
  ]

  init(_ context: Context) { fields = FieldSet(Self.blank(context)) }

  private static func blank(_ context: Context) -> [Field] {
    let people = context.desk.staffInOrder.filter(\.isActive).sorted {
      ($0.code == context.me ? 0 : 1, $0.code) < ($1.code == context.me ? 0 : 1, $1.code)
    }
    return [
      .text(.unit), .text(.caller), .text(.phone), .text(.summary),
      .choice(.kind, TicketKind.allCases.map { .kind($0) }),
      .choice(.urgency, Urgency.allCases.map { .urgency($0) }, chosen: .urgency(.normal)),
      .choice(.topic, Topic.allCases.map { .topic($0) }, chosen: .topic(.other)),
      .choice(.owner, [.staff(nil)] + people.map { .staff($0.code) }),
      .choice(.channel, Channel.allCases.map { .channel($0) }), .text(.rings), .text(.received),
      .text(.window), .flag(.important, false),
    ]
  }

  var scope: Scope { .intake }
  var isTyping: Bool { true }
  var endsWhenRecorded: Bool { true }

  /// Whether nothing was typed yet.
  func isBlank(_ context: Context) -> Bool {
    line?.isEmpty ?? true && fields.unmatched == nil
      && Self.names.allSatisfy { fields.text($0).isEmpty }
  }

  // MARK: keys

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .key(let key): return type(key, context)
    case .action(let action): return act(action, context)
    case .press(.field(let index)):
      leave(context)
      fields.focus(on: index)
    case .press(.choice(let index)):
      if fields.focused?.name == .unit {
        suggestion = index
        complete(context)
      } else {
        fields.pick(index, context)
      }
    case .scroll(let lines): _ = fields.handle(lines < 0 ? .up : .down, context)
    case .press: return nil
    }
    return []
  }

  private mutating func act(_ action: ActionName, _ context: Context) -> [Effect]? {
    switch action {
    case .save: return save(context)
    case .back: return [.keepDraft(isBlank(context) ? nil : self), .pop]
    case .queue: return [.keepDraft(isBlank(context) ? nil : self), .home(select: nil)]
    case .nextField: move(1, context)
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
    if line != nil { return typeLine(key, context) }
    let isUnit = fields.focused?.name == .unit
    if isUnit, key == .up || key == .down, moveSuggestion(key == .up ? -1 : 1, context) { return [] }
    if key == .enter { leave(context) }
    let focus = fields.focus
    let outcome = fields.handle(key, context)
    if fields.focus != focus, key != .enter { leaveField(focus, context) }
    switch outcome {
    case .ignored: return nil
    case .finished: return save(context)
    case .handled:
      if isUnit, key != .enter { suggestion = 0 }
      problem = nil
      return []
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

  // MARK: completion

  /// The places that what is typed may mean.
  func suggestions(_ context: Context) -> [UnitCode] {
    UnitFinder.matches(fields.text(.unit), context.desk)
  }

  private mutating func moveSuggestion(_ step: Int, _ context: Context) -> Bool {
    let list = suggestions(context)
    let typed = UnitCode(fields.text(.unit))
    guard !list.isEmpty, context.desk.households[typed] == nil else { return false }
    suggestion = max(0, min(list.count - 1, suggestion + step))
    return true
  }

  private mutating func leave(_ context: Context) { leaveField(fields.focus, context) }

  /// What the registers know is filled in when a field is left; nothing typed is ever overwritten.
  private mutating func leaveField(_ index: Int, _ context: Context) {
    guard fields.fields.indices.contains(index) else { return }
    switch fields.fields[index].name {
    case .unit: complete(context)
    case .caller: nameCaller(context)
    case .phone: findByPhone(context)
    default: break
    }
  }

  private mutating func complete(_ context: Context) {
    let typed = fields.text(.unit)
    guard !typed.isEmpty else { return }
    if context.desk.households[UnitCode(typed)] == nil {
      let list = suggestions(context)
      guard list.indices.contains(suggestion) else { return }
      fields.setText(.unit, list[suggestion].value)
    }
    suggestion = 0
    guard fields.text(.caller).isEmpty, fields.text(.phone).isEmpty,
      let contact = household(context)?.contacts.first
    else { return }
    fields.setText(.caller, contact.name)
    fields.setText(.phone, contact.phone)
  }

  private mutating func nameCaller(_ context: Context) {
    let typed = fields.text(.caller)
    guard !typed.isEmpty, let contacts = household(context)?.contacts else { return }
    guard let contact = contacts.first(where: { $0.name.hasPrefix(typed) }) else { return }
    fields.setText(.caller, contact.name)
    let isSomebodyElses = contacts.contains { $0.phone == fields.text(.phone) }
    if fields.text(.phone).isEmpty || isSomebodyElses { fields.setText(.phone, contact.phone) }
  }

  private mutating func findByPhone(_ context: Context) {
    guard fields.text(.unit).isEmpty,
      let contact = context.desk.contacts(withPhone: fields.text(.phone)).first
    else { return }
    fields.setText(.unit, contact.unit.value)
    if fields.text(.caller).isEmpty { fields.setText(.caller, contact.name) }
  }

  /// The household of the place typed.
  func household(_ context: Context) -> Household? {
    context.desk.households[UnitCode(fields.text(.unit))]
  }

  // MARK: one line

  /// A line can only carry what was picked: nonsense stays in its field.
  private mutating func beginLine(_ context: Context) {
    if let problem = fields.unmatched { return refuse(problem) }
    line = TextField(IntakeText.line(of: fields))
  }

  private mutating func endLine(_ context: Context) {
    guard let line else { return }
    let draft = IntakeLine.parse(line.text, desk: context.desk)
    if let unread = draft.problems.first(where: { $0 != .nothingSaid }) {
      return refuse(.said(unread.sentence(context.words)))
    }
    fields = IntakeText.fields(of: draft.receipt, into: fields)
    self.line = nil
  }

  /// A line that was left when the console ended.
  mutating func takeLine(_ text: String) { line = TextField(text) }

  /// A room chosen on another screen.
  mutating func takeUnit(_ unit: UnitCode, _ context: Context) {
    fields.setText(.unit, unit.value)
    complete(context)
    fields.focus(on: .summary)
  }

  /// A number pasted on another screen: the call that rings.
  mutating func takePhone(_ phone: String, _ context: Context) {
    fields.setText(.phone, phone)
    findByPhone(context)
    fields.focus(on: .summary)
  }

  // MARK: saving

  /// What would be recorded, and what of the line could not be understood.
  func draft(_ context: Context) -> (receipt: Receipt, problems: [IntakeDraft.Problem]) {
    guard let line else { return (IntakeText.receipt(of: fields, context), []) }
    let draft = IntakeLine.parse(line.text, desk: context.desk)
    return (draft.receipt, draft.problems)
  }

  private mutating func save(_ context: Context) -> [Effect] {
    leave(context)
    guard let me = context.me else {
      problem = .said(context.whyNot(.note, Aim()) ?? "")
      return []
    }
    do throws(Form.Problem.Failure) {
      let draft = draft(context)
      if let first = draft.problems.first { throw .init(problem: .said(first.sentence(context.words))) }
      try IntakeText.check(fields, context, isLine: line != nil)
      let on = line == nil ? IntakeText.received(of: fields, context) : nil
      return [
        .keepDraft(self), .perform(Command(by: me, on: on, action: .receive(draft.receipt)), from: nil),
      ]
    } catch {
      refuse(error.problem)
      return []
    }
  }

  mutating func complain(_ problem: Form.Problem) -> Bool {
    self.problem = problem
    return true
  }

  /// Says what is wrong, with the caret where it is.
  private mutating func refuse(_ problem: Form.Problem) {
    self.problem = problem
    if line == nil, let field = problem.field { fields.focus(on: field) }
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    IntakeView(screen: self, context: context, books: books).draw(on: &canvas)
  }
}
