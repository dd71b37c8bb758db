import Desk
import Terminal
import Testing

@testable import Console

/// Somebody at the console: does things by their names, types, and looks at the picture.
final class Driver {
  let console: Console
  let port: MemoryDesk

  init(
    _ port: MemoryDesk, as me: StaffCode? = SmallDesk.supervisor, language: Language = .zh,
    _ width: Int = 80, _ height: Int = 24, preferences: Preferences = Preferences()
  ) {
    self.port = port
    console = Console(
      port: port, me: me, language: language, size: Size(width: width, height: height),
      preferences: preferences)
  }

  /// The top layer as what it should be.
  func top<L: Layer>(_ type: L.Type = L.self) throws -> L {
    try #require(
      console.layers.last as? L, "the top layer is \(console.layers.last?.scope.rawValue ?? "none")")
  }

  var scope: Scope? { console.layers.last?.scope }
  var queue: QueueScreen { console.layers.queue }

  /// Does something by the first of its keys that works here.
  func run(_ action: ActionName, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let top = try #require(console.layers.last)
    let key = ActionTable.entry(action).keys.first {
      KeyMap.standard.action(for: $0, in: top.scope, isTyping: top.isTyping) == action
    }
    console.handle([
      try #require(key, "no key for \(action) in \(top.scope)", sourceLocation: sourceLocation)
    ])
  }

  /// Moves to a ticket of the list.
  func select(_ number: TicketNumber) {
    for _ in queue.entries where queue.selected != number { press(.down) }
    for _ in queue.entries where queue.selected != number { press(.up) }
  }

  func press(_ keys: Key...) { console.handle(keys) }
  func type(_ text: String) { console.handle(text.map { .character($0) }) }

  /// Types into a field of the form or of intake.
  func fill(_ name: FieldName, _ text: String) throws {
    try focus(name)
    type(text)
  }

  /// Goes to a field by pressing Tab, as a person does.
  func focus(_ name: FieldName) throws {
    for _ in FieldName.allCases {
      if focused == name { return }
      press(.tab)
    }
    Issue.record("there is no field \(name)")
  }

  private var focused: FieldName? {
    if let form = console.layers.last as? Form { return form.fields.focused?.name }
    return (console.layers.last as? IntakeScreen)?.fields.focused?.name
  }

  func takeInForeign() throws { console.takeIn(try port.follow()) }

  func frame() -> Frame { console.draw() }
  var text: String { console.draw().text }

  func ticket(_ number: Int32) throws -> Ticket { try #require(port.desk.tickets[TicketNumber(number)]) }

  /// What a screenshot of this size in this language looks like.
  static func frame(
    _ width: Int, _ height: Int, _ language: Language, as me: StaffCode? = SmallDesk.supervisor,
    _ prepare: (Driver) throws -> Void = { _ in }
  ) throws -> Frame {
    let driver = Driver(try SmallDesk().port, as: me, language: language, width, height)
    try prepare(driver)
    return driver.frame()
  }
}
