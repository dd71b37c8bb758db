/// Goes over the members of what is recorded, each of them listed once: whoever writes takes the values, whoever reads gives
/// them, and others only look at names, or at whom a member is about.
///
/// A member that is not there is nil, and is left out.
public protocol Members {
  /// Whether values come from here.
  var reads: Bool { get }
  /// A text.
  mutating func string(_ key: StaticString, _ value: inout String?, _ about: Privacy) throws
  /// A whole number.
  mutating func number(_ key: StaticString, _ value: inout Int64?, _ about: Privacy) throws
  mutating func flag(_ key: StaticString, _ value: inout Bool?, _ about: Privacy) throws
  /// A moment in UTC, to the millisecond.
  mutating func moment(_ key: StaticString, _ value: inout Instant?, _ about: Privacy) throws
  /// `{"start":…,"end":…}`.
  mutating func window(_ key: StaticString, _ value: inout Window?, _ about: Privacy) throws
  /// A list of texts.
  mutating func strings(_ key: StaticString, _ value: inout [String]?, _ about: Privacy) throws
  /// A list of objects.
  mutating func objects<Element: MemberObject>(
    _ key: StaticString, _ value: inout [Element]?, _ about: Privacy) throws
}

/// What has members of its own.
public protocol MemberObject: Hashable, Sendable {
  /// One with nothing in it, before it is read.
  init()
  /// Goes over all its members, in the order in which they stand in the journal.
  mutating func members(_ members: inout some Members) throws
}

/// A member that is needed is not there, or has a value that this version does not know.
public struct MemberMissing: Error {
  @inlinable public init() {}
}

extension Members {
  /// A text that may be empty, and is left out then.
  @inlinable public mutating func text(_ key: StaticString, _ value: inout String, _ about: Privacy = .text)
    throws
  {
    var member = value.isEmpty ? nil : value
    try string(key, &member, about)
    if reads { value = member ?? "" }
  }

  /// A text that is always written; none where it is missing.
  @inlinable public mutating func always(_ key: StaticString, _ value: inout String, _ about: Privacy) throws
  {
    var member: String? = value
    try string(key, &member, about)
    if reads { value = member ?? "" }
  }

  /// A text without which the record means nothing.
  @inlinable public mutating func needed(_ key: StaticString, _ value: inout String, _ about: Privacy) throws
  {
    var member: String? = value
    try string(key, &member, about)
    value = try Self.needed(member)
  }

  /// A value that is written as a text, without which the record means nothing.
  @inlinable public mutating func needed<Value: TextCoded>(
    _ key: StaticString, _ value: inout Value, _ about: Privacy = .open
  ) throws {
    var member: Value? = value
    try optional(key, &member, about)
    value = try Self.needed(member)
  }

  /// The same, which may be missing.
  @inlinable public mutating func optional<Value: TextCoded>(
    _ key: StaticString, _ value: inout Value?, _ about: Privacy = .open
  ) throws {
    var member = value?.coded
    try string(key, &member, about)
    if reads { value = try member.map { try Self.needed(Value(coded: $0)) } }
  }

  /// A code that is always written; where it is missing it is the usual one.
  @inlinable public mutating func always<Value: Code>(
    _ key: StaticString, _ value: inout Value, orElse usual: Value, _ about: Privacy = .open
  ) throws {
    var member: Value? = value
    try optional(key, &member, about)
    value = member ?? usual
  }

  /// A number that is always written; where it is missing it is the usual one.
  @inlinable public mutating func always(
    _ key: StaticString, _ value: inout Int64, orElse usual: Int64 = 0, _ about: Privacy = .open
  ) throws {
    var member: Int64? = value
    try number(key, &member, about)
    value = member ?? usual
  }

  /// A number that is always written and fits the machine's own; 0 where it is missing.
  @inlinable public mutating func always(_ key: StaticString, _ value: inout Int, _ about: Privacy = .open)
    throws
  {
    var member: Int? = value
    try count(key, &member, about)
    value = member ?? 0
  }

  /// A price in fen; left out where it is nothing.
  @inlinable public mutating func fen(_ key: StaticString, _ value: inout Int64, _ about: Privacy = .money)
    throws
  {
    var member = value == 0 ? nil : value
    try number(key, &member, about)
    if reads { value = member ?? 0 }
  }

  /// A number that fits the machine's own, which may be missing.
  @inlinable public mutating func count(_ key: StaticString, _ value: inout Int?, _ about: Privacy = .open)
    throws
  {
    var member = value.map { Int64($0) }
    try number(key, &member, about)
    if reads { value = try member.map { try Self.needed(Int(exactly: $0)) } }
  }

  /// Something that is so, and is left out where it is not.
  @inlinable public mutating func mark(_ key: StaticString, _ value: inout Bool, _ about: Privacy = .open)
    throws
  {
    var member = value ? true : nil
    try flag(key, &member, about)
    if reads { value = member ?? false }
  }

  /// A yes or no without which the record means nothing.
  @inlinable public mutating func needed(_ key: StaticString, _ value: inout Bool, _ about: Privacy = .open)
    throws
  {
    var member: Bool? = value
    try flag(key, &member, about)
    value = try Self.needed(member)
  }

  /// A number without which the record means nothing.
  @inlinable public mutating func needed(_ key: StaticString, _ value: inout Int64, _ about: Privacy = .open)
    throws
  {
    var member: Int64? = value
    try number(key, &member, about)
    value = try Self.needed(member)
  }

  /// A moment without which the record means nothing.
  @inlinable public mutating func needed(
    _ key: StaticString, _ value: inout Instant, _ about: Privacy = .open
  ) throws {
    var member: Instant? = value
    try moment(key, &member, about)
    value = try Self.needed(member)
  }

  /// A stretch of time without which the record means nothing.
  @inlinable public mutating func needed(_ key: StaticString, _ value: inout Window, _ about: Privacy = .open)
    throws
  {
    var member: Window? = value
    try window(key, &member, about)
    value = try Self.needed(member)
  }

  /// A moment, which may be missing.
  @inlinable public mutating func optional(
    _ key: StaticString, _ value: inout Instant?, _ about: Privacy = .open
  ) throws {
    try moment(key, &value, about)
  }

  /// The number of a ticket, which may be missing.
  @inlinable public mutating func optional(
    _ key: StaticString, _ value: inout TicketNumber?, _ about: Privacy = .open
  )
    throws
  {
    var member = value.map { Int64($0.value) }
    try number(key, &member, about)
    if reads { value = try member.map { TicketNumber(try Self.needed(Int32(exactly: $0))) } }
  }

  /// The number of a ticket without which the record means nothing.
  @inlinable public mutating func needed(
    _ key: StaticString, _ value: inout TicketNumber, _ about: Privacy = .open
  )
    throws
  {
    var member: TicketNumber? = value
    try optional(key, &member, about)
    value = try Self.needed(member)
  }

  /// A day, counted from 1970-01-01 and written `2026-11-22`, which may be missing.
  @inlinable public mutating func day(_ key: StaticString, _ value: inout Int?, _ about: Privacy = .open)
    throws
  {
    var member = value.map { CivilTime.dayText($0) }
    try string(key, &member, about)
    if reads { value = try member.map { try Self.needed(CivilTime.day($0)) } }
  }

  /// A day without which the record means nothing.
  @inlinable public mutating func day(_ key: StaticString, _ value: inout Int, _ about: Privacy = .open)
    throws
  {
    var member: Int? = value
    try day(key, &member, about)
    value = try Self.needed(member)
  }

  /// A list of values that are written as texts; left out where it is empty.
  @inlinable public mutating func list<Value: TextCoded>(
    _ key: StaticString, _ value: inout [Value], _ about: Privacy = .open
  ) throws {
    var member: [Value]? = value.isEmpty ? nil : value
    try list(key, &member, about)
    if reads { value = member ?? [] }
  }

  /// The same where an empty list says something.
  @inlinable public mutating func list<Value: TextCoded>(
    _ key: StaticString, _ value: inout [Value]?, _ about: Privacy = .open
  ) throws {
    var member = value?.map(\.coded)
    try strings(key, &member, about)
    if reads { value = try member?.map { try Self.needed(Value(coded: $0)) } }
  }

  /// A list of objects; left out where it is empty.
  @inlinable public mutating func list<Element: MemberObject>(
    _ key: StaticString, _ value: inout [Element], _ about: Privacy = .open
  ) throws {
    var member: [Element]? = value.isEmpty ? nil : value
    try objects(key, &member, about)
    if reads { value = member ?? [] }
  }

  /// The value; without it the record means nothing.
  @inlinable public static func needed<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw MemberMissing() }
    return value
  }
}
