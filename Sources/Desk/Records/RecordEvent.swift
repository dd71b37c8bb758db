/// An event of a record: one struct that lists its members once, for the journal, for a state and for all who look at
/// them (HOUSE).
///
/// A new type of event is a struct like this in the folder of its kind, and a line in the kind's list.
public protocol RecordEvent: MemberObject {
  /// The name in the journal, for ever, at most 24 bytes.
  static var type: String { get }
  /// Which record it is about.
  var ref: RecordRef { get }
  /// What somebody asked for by it.
  var verb: Verb { get }
  /// Folds it in; total, whatever it says.
  func fold(into records: inout Records, _ event: Event)
  /// Its line in a history.
  func told(_ teller: RecordTeller) -> Phrase
}

/// An event of some kind of record.
public struct AnyRecord: Hashable, Sendable {
  public private(set) var event: any RecordEvent

  public init(_ event: any RecordEvent) { self.event = event }

  public static func == (a: AnyRecord, b: AnyRecord) -> Bool { AnyHashable(a.event) == AnyHashable(b.event) }
  public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(event)) }

  /// The name in the journal.
  public var type: String { Swift.type(of: event).type }

  /// Goes over its members.
  public mutating func members(_ members: inout some Members) throws { try event.members(&members) }

  /// One of each type with nothing in it.
  public static let blanks: [AnyRecord] = RecordKind.all.flatMap(\.events).map { AnyRecord($0.init()) }
}

/// What a record is called wherever it is named: `body:subdistrict`.
public struct RecordRef: Hashable, Sendable, CustomStringConvertible {
  /// The code of its kind.
  public var kind: String
  public var code: RecordCode

  public init(_ kind: String, _ code: RecordCode) {
    self.kind = kind
    self.code = code
  }

  public var description: String { "\(kind):\(code)" }
}

/// The code of a register entry, spelt as those of the staff are.
public struct RecordCode: TextCoded, Comparable, CustomStringConvertible {
  public let value: String
  public init(_ value: String) { self.value = value }
  public init?(coded text: String) { self.init(text) }
  public var coded: String { value }
  public var description: String { value }
  public static func < (a: RecordCode, b: RecordCode) -> Bool { a.value < b.value }

  /// Whether it can be given: small Latin letters, digits, dots and hyphens, at most 32 of them.
  public var isWellFormed: Bool { StaffCode(value).isWellFormed }
}

/// By what an event tells of people and times.
public struct RecordTeller {
  public let name: (StaffCode) -> String
  public let time: (Instant) -> String

  public init(name: @escaping (StaffCode) -> String, time: @escaping (Instant) -> String) {
    self.name = name
    self.time = time
  }
}
