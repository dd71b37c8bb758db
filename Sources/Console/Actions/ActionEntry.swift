import Desk
import DeskStore
import Terminal
import Words

/// One line of the action table: the only place that says how an action is called, reached and explained, and what it
/// records.
struct ActionEntry: Sendable {
  let name: ActionName
  /// The keys, the most handy one first.
  let keys: [Key]
  /// One or two words for the key bar and menus.
  let label: Phrase
  /// A sentence for help.
  let help: Phrase
  /// Where it exists.
  let scopes: Set<Scope>
  let meaning: Meaning

  /// What it is for.
  enum Meaning: Sendable {
    /// It moves, opens or shows something: the screen answers it, or the console.
    case view
    /// It shows a list of the queue.
    case list(QueueName)
    /// It goes somewhere in a replay of the past; nil leads back to the present.
    case look(@Sendable (Context) -> ReplayMove?)
    /// It records something.
    case step(Step)
  }

  init(
    _ name: ActionName, _ keys: [Key], _ label: Phrase, _ help: Phrase, _ scopes: Set<Scope>,
    _ meaning: Meaning = .view
  ) {
    self.name = name
    self.keys = keys
    self.label = label
    self.help = help
    self.scopes = scopes
    self.meaning = meaning
  }

  // Never inlined, here and in `ActionTarget`: the optimiser of Swift 6.3.1 ends in an ownership error where a borrowed row is
  // taken apart in place.

  /// What it records; nil for one that only moves or opens.
  @inline(never) var step: Step? {
    if case .step(let step) = meaning { step } else { nil }
  }

  /// The list of the queue that it shows.
  @inline(never) var list: QueueName? {
    if case .list(let list) = meaning { list } else { nil }
  }

  /// Whether it goes somewhere in the past, or back from there.
  @inline(never) var isLook: Bool {
    if case .look = meaning { true } else { false }
  }

  /// What the key bar and menus call it.
  func label(in language: Language) -> String { label.said(in: language) }
  /// What help says about it.
  func help(in language: Language) -> String { help.said(in: language) }
}

extension Key {
  /// Whether a Chinese input method lets it through to the program.
  var passesInputMethods: Bool {
    switch self {
    case .character, .alt: false
    default: true
    }
  }
}
