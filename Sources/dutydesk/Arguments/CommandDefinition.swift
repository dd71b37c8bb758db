import Desk

/// One command: how it is written, what it is for, what it does.
///
/// Parsing, help, suggestions and the tests all read this table; there is no second list of commands.
struct CommandDefinition: Sendable {
  /// The words it is called by: `["staff", "add"]`.
  let path: [String]
  let section: Section
  let summary: Phrase
  var arguments: [ArgumentDefinition] = []
  /// Its own options; those of every changing command come on top.
  var options: [OptionDefinition] = []
  /// What may be typed after `dutydesk`.
  var examples: [String] = []
  /// The forms of output it has besides the one for people.
  var formats: Set<Format> = []
  /// May be asked about another moment although it is no plain reading.
  var takesMoment = false
  let work: Work

  /// What it does with the desk.
  enum Work: Sendable {
    /// Asks the desk to record something.
    case change(@Sendable (Call) throws -> Action)
    /// Shows something of the desk.
    case read(@Sendable (Call) throws -> Void)
    /// Neither: it finds its own way to the journal, or needs none.
    case other(@Sendable (Session, Invocation) throws -> Void)
  }

  /// An output that scripts rely on.
  enum Format: String, Sendable, CaseIterable {
    case json, csv
  }

  /// Where the overview of all commands lists it.
  enum Section: CaseIterable, Sendable {
    case start, registers, intake, tickets, orders, overview, policy, settings, journal
  }

  /// All options of its own, those of every changing command included.
  var allOptions: [OptionDefinition] {
    switch work {
    case .change: options + OptionDefinition.ofEveryChange
    case .read, .other: options
    }
  }

  /// Whether it may be asked about another moment.
  var isReading: Bool {
    switch work {
    case .read: true
    case .change, .other: takesMoment
    }
  }

  /// All forms of output it has besides the one for people.
  var allFormats: Set<Format> {
    switch work {
    case .change: formats.union([.json])
    case .read, .other: formats
    }
  }

  /// The words it is called by, as typed.
  var spelling: String { path.joined(separator: " ") }
}

/// A word that several commands begin with.
struct CommandGroup: Sendable {
  let name: String
  let summary: Phrase
}
