import Desk

/// What an action records: what it is about, what has to be known for it, and what it comes to.
///
/// The only place that says so: menus, forms, the reading of what was typed, and why it cannot be done all follow from it.
struct Step: Sendable {
  /// What it is about.
  let subject: StepSubject
  /// What its text is called in its form; nil for the plain word.
  let text: Phrase?
  /// To how many tickets it can be done at once.
  let several: Several
  /// Whether it is asked about before it is recorded.
  let asksFirst: Bool
  /// Whether it is about more than its own ticket: what any had before the form was opened is known then.
  let seesAll: Bool
  /// In the menu of a ticket it stands after that one, where that is not its place in the table.
  let menuAfter: ActionName?
  /// The fields of its form; one that names none is done without a word.
  let fields: Listing<StepScene, Field>
  /// The fields without which it means nothing.
  let needs: Listing<FieldSet, FieldName>
  /// The same with made-up values, to ask the desk why it cannot be done; nil where nobody could be named.
  let probe: @Sendable (StepScene) -> Action?
  /// What was typed as what it asks for.
  let read: @Sendable (FormReader) throws(Unread) -> Action

  init(
    about subject: StepSubject, text: Phrase? = nil, several: Several = .one, asksFirst: Bool = false,
    seesAll: Bool = false, menuAfter: ActionName? = nil, fields: Listing<StepScene, Field> = [],
    needs: Listing<FieldSet, FieldName> = [], probe: @escaping @Sendable (StepScene) -> Action?,
    read: @escaping @Sendable (FormReader) throws(Unread) -> Action
  ) {
    self.subject = subject
    self.text = text
    self.several = several
    self.asksFirst = asksFirst
    self.seesAll = seesAll
    self.menuAfter = menuAfter
    self.fields = fields
    self.needs = needs
    self.probe = probe
    self.read = read
  }

  /// To how many tickets a step can be done at once.
  enum Several {
    /// To one: it is about less than a ticket, or what is filled in from one would overwrite the others.
    case one
    case all
    /// What endangers people is looked at one by one.
    case allButCritical
  }

  /// Whether it needs no word.
  var isPlain: Bool { fields.isNone }
}

/// Why what was typed cannot be read.
typealias Unread = Form.Problem.Failure

/// What a step is about.
enum StepSubject: Equatable {
  case ticket
  /// The last order in one of these states, else the one under way; without `orOver` never one that is over, however
  /// long ago that was.
  case order(in: Set<OrderStatus>, orOver: Bool)
  case person
  /// A ticket that turns out to be an emergency, or a new one.
  case emergency
  /// What its author did last, wherever that was.
  case lastStep
}

/// A list that a row names outright, or makes of what is known when it is asked.
struct Listing<Source, Element: Sendable>: ExpressibleByArrayLiteral, Sendable {
  /// Whether it is named and empty.
  let isNone: Bool
  private let make: @Sendable (Source) -> [Element]

  private init(isNone: Bool, _ make: @escaping @Sendable (Source) -> [Element]) {
    self.isNone = isNone
    self.make = make
  }

  init(arrayLiteral elements: Element...) {
    self.init(isNone: elements.isEmpty) { _ in elements }
  }

  static func from(_ make: @escaping @Sendable (Source) -> [Element]) -> Listing {
    Listing(isNone: false, make)
  }

  /// The same where only some of the source is needed; empty where that is not there.
  static func from<Part>(
    _ part: @escaping @Sendable (Source) -> Part?, _ make: @escaping @Sendable (Part) -> [Element]
  ) -> Listing {
    .from { part($0).map(make) ?? [] }
  }

  func callAsFunction(_ source: Source) -> [Element] { make(source) }

  /// The same for whoever knows it by another name; empty where it is not there.
  func seen<Other>(as find: @escaping @Sendable (Other) -> Source?) -> Listing<Other, Element> {
    let make = make
    return Listing<Other, Element>(isNone: isNone) { other in find(other).map(make) ?? [] }
  }
}

extension ActionName {
  /// What it records; nil for one that only moves or opens.
  var step: Step? { ActionTable.entry(self).step }

  /// Whether it can be done to several tickets at once.
  var isForSeveral: Bool { step.map { $0.several != .one } ?? false }
}
