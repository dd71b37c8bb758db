import Desk
import Terminal
import Words

/// A dialog that asks what an action needs to know.
struct Form: FilledIn {
  let target: ActionTarget
  /// The newest event of the ticket when the form was opened: changed since, the desk asks again.
  let seen: Int64
  var fields: FieldSet
  /// The fields as they were when the form was opened: what is still so is not sent, so that a colleague's change of it
  /// meanwhile stands.
  let opened: FieldSet
  /// The tickets that it is for, where it is for several.
  var batch: Batch?
  /// Which one it is of a chain of forms, from 1, and of how many; nil where it stands alone.
  var link: (place: Int, of: Int)?
  /// Somebody said what an emergency is about.
  private var hasPickedTopic = false
  /// The phrases, while one is being picked.
  private(set) var phrases: PickList?
  /// The fields in which the caret has been.
  private(set) var visited: Set<FieldName> = []
  /// Why it was not recorded.
  var problem: Problem?

  init(target: ActionTarget, seen: Int64, fields: FieldSet) {
    (self.target, self.seen, self.fields, opened) = (target, seen, fields, fields)
  }

  /// What is wrong with what was typed.
  enum Problem: Equatable {
    case missing(FieldName)
    case unreadable(FieldName)
    /// A time that summer time leaves out or shows twice, or whose end is before its start.
    case unclear(FieldName, MomentFault)
    /// What was typed into a picker is none of what can be picked there.
    case notAmong(FieldName, String, [Choice])
    case refused(Refusal)
    case said(String)

    func sentence(_ context: Context, of step: ActionName? = nil) -> String {
      switch self {
      case .missing(let name):
        let label = name.label(context.words, of: step)
        return context.say("“\(label)”还没有填。", "“\(label)” is still empty.")
      case .unreadable(let name):
        let label = name.label(context.words, of: step)
        let example = name.placeholder(context.words)
        return context.say("看不懂“\(label)”：\(example)。", "“\(label)” cannot be read: \(example).")
      case .unclear(let name, let fault):
        let label = name.label(context.words, of: step)
        return context.say("“\(label)”：", "“\(label)”: ")
          + context.words.sentence(for: fault, zone: context.desk.zone)
      case .notAmong(let name, let typed, let choices): return sentence(name, typed, choices, context)
      case .refused(let refusal): return context.sentence(refusal)
      case .said(let sentence): return sentence
      }
    }

    /// As many of the choices as one row of the screen holds.
    private func sentence(_ name: FieldName, _ typed: String, _ choices: [Choice], _ context: Context)
      -> String
    {
      let label = name.label(context.words)
      let typed = TextWidth.fit(typed, to: min(TextWidth.width(of: typed), 20))
      var text = context.say("“\(label)”里没有“\(typed)”，可选：", "“\(label)” has no “\(typed)”. There are: ")
      for (place, choice) in choices.enumerated() {
        let next = (place == 0 ? "" : context.say("、", ", ")) + choice.label(context)
        guard TextWidth.width(of: text + next) < context.size.width - 6 else { return text + " …" }
        text += next
      }
      return text + context.say("。", ".")
    }

    /// The field to go to.
    var field: FieldName? {
      switch self {
      case .missing(let name), .unreadable(let name), .unclear(let name, _), .notAmong(let name, _, _): name
      case .refused, .said: nil
      }
    }
  }

  var scope: Scope { .form }
  var isTyping: Bool { true }

  func selection(_ context: Context) -> Selection { Selection(ticket: target.ticket, order: target.order) }

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    if let name = fields.focused?.name { visited.insert(name) }
    switch input {
    case .key(let key):
      if phrases != nil { return typePhrase(key, context) }
      if key == .enter { return enter(context) }
      switch fields.handle(key, context) {
      case .handled:
        problem = nil
        if isEmergency { followMatter(context) }
        return []
      case .finished: return save(context)
      case .ignored: return nil
      }
    case .action(.back) where phrases != nil, .action(.phrases) where phrases != nil: phrases = nil
    case .action(.phrases): phrases = fields.isTextFocused ? context.phrases.list : nil
    case .action(.save): return save(context)
    case .action(.back): return isTouched ? [.park(self), .pop] : [.pop]
    case .action(.nextField): fields.next()
    case .action(.previousField): fields.previous()
    case .press(.field(let index)): fields.focus(on: index)
    case .press(.choice(let index)):
      fields.pick(index, context)
    case .scroll(let lines): _ = fields.handle(lines < 0 ? .up : .down, context)
    case .action, .press: return nil
    }
    return []
  }

  /// In an emergency the words of the summary name the topic until somebody picks one, and the topic who can go.
  private mutating func followMatter(_ context: Context) {
    if fields.focused?.name == .topic { hasPickedTopic = true }
    if !hasPickedTopic, let topic = MatterWords(fields.text(.summary)).topic {
      fields.choose(.topic, .topic(topic))
    }
    guard case .topic(let topic)? = fields.chosen(.topic), fields.focused?.name != .technician else { return }
    let people = context.urgent(topic)
    if people != fields.choices(.technician) { fields.replace(.technician, people) }
  }

  private mutating func typePhrase(_ key: Key, _ context: Context) -> [Effect]? {
    guard key == .enter || key == .tab else { return phrases?.handle(key, context) == true ? [] : nil }
    if case .phrase(let text)? = phrases?.highlighted {
      _ = fields.handle(.paste(text), context)
      phrases = nil
    }
    return []
  }

  /// Enter goes on to the next field that has to be filled in, and saves where the rest may stay empty.
  private mutating func enter(_ context: Context) -> [Effect] {
    let here = fields.focused?.name
    fields.settle()
    let open = required.filter { isOpen($0) }
    // What stands in the field itself is looked at first: nobody passes a choice that was not made.
    if let here, open.contains(here) {
      problem = .missing(here)
      return []
    }
    if let next = open.first {
      problem = nil
      fields.focus(on: next)
      return []
    }
    return save(context)
  }

  private var asksFirst: Bool { target.action.step?.asksFirst ?? false }

  /// What is asked before it is recorded.
  private func question(_ context: Context) -> Confirm.Question? {
    guard asksFirst else { return nil }
    return target.ticket.flatMap { context.desk.tickets[$0] }.map { .cancel($0.number) }
  }

  private mutating func save(_ context: Context) -> [Effect] {
    do throws(Problem.Failure) {
      if let batch { return try save(batch, context) }
      let action = try FormReader(target: target, fields: fields, context: context, opened: opened).action()
      guard let me = context.me else { return [] }
      let on = try FormReader(target: target, fields: fields, context: context).moment(.when)
      let command = Command(by: me, on: on, seen: target.ticket == nil ? nil : seen, action: action)
      guard let question = question(context) else { return [.perform(command, from: target)] }
      return [.push(Confirm(question, asked: .control("S"), then: .perform(command, from: target)))]
    } catch {
      problem = error.problem
      if let field = error.problem.field { fields.focus(on: field) }
      return []
    }
  }

  private func save(_ batch: Batch, _ context: Context) throws(Problem.Failure) -> [Effect] {
    guard let me = context.me else { return [] }
    let fields = fields
    let on = try FormReader(target: target, fields: fields, context: context).moment(.when)
    let commands = try batch.commands(by: me, on: on, context.desk) { (target) throws(Problem.Failure) in
      try FormReader(target: target, fields: fields, context: context).action()
    }
    guard asksFirst else { return [.performEach(commands, target.action)] }
    return [
      .push(
        Confirm(
          .batch(target.action, batch.items.map(\.ticket)), asked: .control("S"),
          then: .performEach(commands, target.action)))
    ]
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    FormView(form: self, context: context).draw(on: &canvas)
  }
}

extension Form.Problem {
  /// A problem on its way up.
  struct Failure: Error {
    let problem: Form.Problem
  }
}
