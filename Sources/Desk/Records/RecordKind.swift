/// A kind of record: what its events are, what can be done, what a list shows. All of a kind stands in one folder, and
/// this is what everybody else knows of it.
public struct RecordKind: Sendable {
  /// The word of the command line and of references: `body`.
  public let code: String
  public let name: Phrase
  /// What its page is called.
  public let title: Phrase
  /// What the command's group is for.
  public let help: Phrase
  /// The types of its events.
  let events: [any RecordEvent.Type]
  /// What can be done, in the order in which menus list it.
  public let moves: [RecordMove]
  /// The columns of a list.
  public let columns: [RecordColumn]
  /// Its entries, in the order of a list.
  public let rows: @Sendable (ServiceDesk) -> [RecordRow]
  let write: @Sendable (Records, inout StateMembersWriter) throws -> Void
  let read: @Sendable (inout Records, inout StateMembersReader) throws -> Void

  /// A kind whose entries are kept in that part of the records.
  init<State: MemberObject>(
    _ code: String, _ name: Phrase, title: Phrase, help: Phrase,
    kept state: any WritableKeyPath<Records, State> & Sendable,
    events: [any RecordEvent.Type], moves: [RecordMove], columns: [RecordColumn],
    rows: @escaping @Sendable (ServiceDesk) -> [RecordRow]
  ) {
    self.code = code
    self.name = name
    self.title = title
    self.help = help
    self.events = events
    self.moves = moves
    self.columns = columns
    self.rows = rows
    write = { records, writer in
      var kept = records[keyPath: state]
      try kept.members(&writer)
    }
    read = { records, reader in try records[keyPath: state].members(&reader) }
  }

  /// All kinds.
  public static let all: [RecordKind] = Records.kinds
}

/// A column of a list of records.
public struct RecordColumn: Sendable {
  /// What scripts call it.
  public let code: String
  public let heading: Phrase
  /// Whom it says something about.
  public let about: Privacy

  init(_ code: String, _ heading: Phrase, _ about: Privacy = .open) {
    self.code = code
    self.heading = heading
    self.about = about
  }
}

/// An entry of a list of records.
public struct RecordRow: Sendable {
  public let ref: RecordRef
  /// In the order of the columns.
  public let cells: [Cell]
  /// Whether it is no longer used.
  public let isOver: Bool

  /// What stands in a column: for scripts, and for people.
  public struct Cell: Sendable {
    public let code: String
    public let text: Phrase
    /// Whether it is of a closed list, and nobody's words.
    public let isCode: Bool

    init(_ text: String) { (code, self.text, isCode) = (text, Phrase(text, text), false) }
    /// A length of time: `7d`, `7天`; empty for none.
    init(_ span: Seconds?) {
      code = span?.coded ?? ""
      let units: KeyValuePairs = ["d": "天", "h": "小时", "m": "分", "s": "秒"]
      text = Phrase(units.reduce(code) { $0.replacing($1.key, with: $1.value) }, code)
      isCode = true
    }
    init(_ code: some Named) {
      self.code = code.rawValue
      text = code.phrase
      isCode = true
    }
  }

  init(_ ref: RecordRef, _ cells: [Cell], isOver: Bool = false) {
    (self.ref, self.cells, self.isOver) = (ref, cells, isOver)
  }
}

/// All records of the rulebook, as far as a state keeps them.
public struct Records: Hashable, Sendable {
  public internal(set) var bodies = Bodies()

  /// One line for each kind.
  static let kinds: [RecordKind] = [Bodies.kind]

  mutating func fold(_ record: AnyRecord, _ event: Event) { record.event.fold(into: &self, event) }
}
