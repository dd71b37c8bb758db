public import Desk

/// What each member of each type of event says something about: the list by which a record is cut down before it leaves
/// the house. A type, or a member, that does not stand here is not handed out where anything is left out.
public enum EventMembers {
  /// nil where no event of that type has such a member.
  public static func privacy(of member: String, in type: String) -> Privacy? {
    members[type]?[member]
  }

  /// Whether any event has a member of that name.
  public static func isKnown(_ member: String) -> Bool { names.contains(member) }

  private static let names = Set(members.values.flatMap(\.keys))

  /// All members of each type.
  static let members: [String: [String: Privacy]] = Dictionary(
    uniqueKeysWithValues: EventType.all.map { type in
      var census = MemberCensus()
      var entry = Entry(by: StaffCode(""), body: type.blank)
      // It refuses nothing.
      try? entry.members(&census)
      return (type.name, census.found.merging(journal[type.name] ?? [:]) { own, _ in own })
    })

  /// What the journal itself writes into its own records.
  private static let journal: [String: [String: Privacy]] = [
    "journal.created": ["format": .open, "uuid": .open, "compat": .open, "incompat": .open, "from": .open],
    "journal.healed": span,
    // `lines` are whole records.
    "journal.repaired": span.merging(["lines": .everything]) { own, _ in own },
    "journal.recovered": [
      "from": .open, "to": .open, "sha256": .open, "cause": .open, "kept": .open, "set_aside": .open,
    ],
    "journal.archived": [
      "uuid": .open, "from": .open, "to": .open, "first": .open, "last": .open, "bytes": .open,
      "digest": .open,
    ],
  ]

  private static let span: [String: Privacy] = [
    "from": .open, "to": .open, "sha256": .open, "before": .open,
  ]
}

/// Notes which members there are.
private struct MemberCensus: Members {
  private(set) var found: [String: Privacy] = [:]

  var reads: Bool { false }

  private mutating func note(_ key: StaticString, _ about: Privacy) { found[key.description] = about }

  mutating func string(_ key: StaticString, _ value: inout String?, _ about: Privacy) { note(key, about) }
  mutating func number(_ key: StaticString, _ value: inout Int64?, _ about: Privacy) { note(key, about) }
  mutating func flag(_ key: StaticString, _ value: inout Bool?, _ about: Privacy) { note(key, about) }
  mutating func moment(_ key: StaticString, _ value: inout Instant?, _ about: Privacy) { note(key, about) }
  mutating func window(_ key: StaticString, _ value: inout Window?, _ about: Privacy) { note(key, about) }
  mutating func strings(_ key: StaticString, _ value: inout [String]?, _ about: Privacy) { note(key, about) }
  mutating func objects<Element: MemberObject>(
    _ key: StaticString, _ value: inout [Element]?, _ about: Privacy
  ) { note(key, about) }
}
