import Desk
import Terminal

/// A question before something that cannot be taken back lightly.
///
/// The key that confirms differs from the key that asked and from Enter; every other key is a no.
struct Confirm: Layer {
  /// What is asked.
  enum Question: Equatable {
    case cancel(TicketNumber)
    /// A technician against whom warnings speak.
    case despite([Gate], StaffCode)
    /// The technician is on other orders, which rest meanwhile; or went there later, and then this one rests.
    case isElsewhere(StaffCode, [OrderID], isLater: Bool)
    /// A hold that does not stop a clock and ends after it is due.
    case outlasts(WaitingReason, until: Instant, ClockName, due: Instant)
    /// All that a plan would send now.
    case plan([Assignment])
    /// The resident is to pay more than they agreed to, in fen.
    case notAgreed(OrderID, charge: Int64, agreed: Int64?)
    /// Something that is seldom meant.
    case doubtful(OrderID, Doubt)
    /// Whoever arrived in a home was sent to that order there as well.
    case alsoThere(OrderID)
    /// What a kind of record asks, in its own words.
    case record(AnyRecordRefusal)
    /// All of these at once.
    case several([Question])
    /// The machine's clock is far from when the last event was recorded.
    case clock(last: Instant, now: Instant)
    /// The ticket changed while the form was open: these events came.
    case changed(TicketNumber, [Event])
    /// The caller asks for a ticket that nobody chose.
    case urge(TicketNumber)
    /// The last step was on a ticket that is not the chosen one: these events are taken back.
    case undo(TicketNumber, [Event])
    /// The ticket rests for a reason, perhaps until a moment, which another hold replaces.
    case changeHold(TicketNumber, WaitingReason, until: Instant?)
    /// Words typed into the field for a name that are no name.
    case notAName(String)
    /// One step for all these tickets.
    case batch(ActionName, [TicketNumber])
    /// What was typed into the intake form would be lost.
    case clearDraft
    case quitWithDraft
  }

  let question: Question
  let keys: [Key]
  let consequence: Consequence

  /// What happens on a yes.
  enum Consequence: Equatable {
    case perform(Command, from: ActionTarget?)
    case performEach([Command], ActionName)
    case clearDraft
    case quit
    case undo
    case nameIsMatter
  }

  init(_ question: Question, asked: Key, then consequence: Consequence) {
    self.question = question
    self.consequence = consequence
    let wanted: [Key] = [.character("y"), .function(7)]
    let left = wanted.filter { $0 != asked.folded }
    keys = left.contains(.character("y")) ? left : [.character("o")] + left
  }

  var scope: Scope { .confirm }
  var isTyping: Bool { true }

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    switch input {
    case .key(let key):
      // What no keyboard of ours means is no answer.
      if case .alt = key { return [] }
      return keys.contains(key.folded) ? confirmed(context) : [.pop]
    case .action(.confirm), .press(.action(.confirm)): return confirmed(context)
    case .action, .press: return [.pop]
    case .scroll: return []
    }
  }

  private func confirmed(_ context: Context) -> [Effect] {
    switch consequence {
    case .perform(let command, let target): [.pop, .perform(command, from: target)]
    case .performEach(let commands, let action): [.pop, .performEach(commands, action)]
    case .clearDraft: [.pop, .keepDraft(nil), .show(IntakeScreen(context))]
    case .quit: [.pop, .quit]
    case .undo: [.pop, .takeBack]
    case .nameIsMatter: [.pop, .nameIsMatter]
    }
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    ConfirmView(confirm: self, context: context).draw(on: &canvas)
  }
}

extension Confirm.Question {
  /// What a refusal asks; nil where nobody can overrule it.
  init?(_ refusal: Refusal) {
    switch refusal {
    case .warned(let gates, let technician): self = .despite(gates, technician)
    case .isElsewhere(let technician, let orders, let isLater):
      self = .isElsewhere(technician, orders, isLater: isLater)
    case .outlasts(_, let reason, let until, let clock, let due):
      self = .outlasts(reason, until: until, clock, due: due)
    case .alreadyWaiting(let number, let reason, let until): self = .changeHold(number, reason, until: until)
    case .notAgreed(let order, let charge, let agreed, isFinal: false):
      self = .notAgreed(order, charge: charge, agreed: agreed)
    case .doubtful(let order, let doubt): self = .doubtful(order, doubt)
    case .clockFar(let last, let now): self = .clock(last: last, now: now)
    case .record(let refusal) where refusal.refusal.isQuestion: self = .record(refusal)
    case .questions(let refusals): self = .several(refusals.compactMap { Self($0) })
    default: return nil
    }
  }
}
