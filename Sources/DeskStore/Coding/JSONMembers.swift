public import Desk
public import Journal

/// Reads members out of a JSON object, in whatever order they stand there.
///
/// They nearly always stand in the order in which they are asked for, and then none is looked at twice. Where they do not, or
/// where there are more, all of them are looked through for each; of one that stands there twice the last counts.
struct JSONMembers: Members {
  private var cursor: JSONCursor
  private let isInOrder: Bool

  /// Goes over the members of the object that `cursor` is in.
  static func read(_ cursor: JSONCursor, _ go: (inout JSONMembers) throws -> Void) throws {
    var members = JSONMembers(cursor: cursor, isInOrder: true)
    do {
      try go(&members)
      if try members.cursor.nextKey() == nil { return }
    } catch {
      // It may be there all the same, elsewhere.
    }
    members = JSONMembers(cursor: cursor, isInOrder: false)
    try go(&members)
    // What nobody asked for is sound JSON all the same.
    while try members.cursor.nextKey() != nil { try members.cursor.skipValue() }
  }

  var reads: Bool { true }

  private mutating func value<Value>(
    _ key: StaticString, _ read: (inout JSONCursor) throws -> Value
  ) throws -> Value? {
    var next = cursor
    guard isInOrder else {
      var found: JSONCursor?
      while let name = try next.nextKey() {
        if name.equals(key) { found = next }
        try next.skipValue()
      }
      return try found.map {
        var place = $0
        return try read(&place)
      }
    }
    guard let name = try next.nextKey(), name.equals(key) else { return nil }
    let value = try read(&next)
    cursor = next
    return value
  }

  mutating func string(_ key: StaticString, _ value: inout String?, _ about: Privacy) throws {
    value = try self.value(key) { try $0.readString() }
  }

  mutating func number(_ key: StaticString, _ value: inout Int64?, _ about: Privacy) throws {
    value = try self.value(key) { try $0.readInt64() }
  }

  mutating func flag(_ key: StaticString, _ value: inout Bool?, _ about: Privacy) throws {
    value = try self.value(key) { try $0.readBool() }
  }

  mutating func moment(_ key: StaticString, _ value: inout Instant?, _ about: Privacy) throws {
    value = try self.value(key) { try $0.readInstant() }
  }

  mutating func window(_ key: StaticString, _ value: inout Window?, _ about: Privacy) throws {
    value = try self.value(key) { cursor in
      var span = Span()
      try cursor.beginObject()
      try cursor.read { try span.members(&$0) }
      return Window(start: span.start, end: span.end)
    }
  }

  mutating func strings(_ key: StaticString, _ value: inout [String]?, _ about: Privacy) throws {
    value = try self.value(key) { try $0.readStrings() }
  }

  mutating func objects<Element: MemberObject>(
    _ key: StaticString, _ value: inout [Element]?, _ about: Privacy
  ) throws {
    value = try self.value(key) { cursor in
      var list: [Element] = []
      try cursor.beginArray()
      while try cursor.nextElement() {
        var element = Element()
        try cursor.beginObject()
        try cursor.read { try element.members(&$0) }
        list.append(element)
      }
      return list
    }
  }
}

/// The two ends of a stretch of time.
private struct Span {
  var start = Instant.epoch
  var end = Instant.epoch

  mutating func members(_ m: inout some Members) throws {
    try m.needed("start", &start)
    try m.needed("end", &end)
  }
}

extension JSONCursor {
  /// Reads a moment in UTC.
  mutating func readInstant() throws -> Instant {
    guard let milliseconds = Timestamp.parse(try readString()) else { throw MemberMissing() }
    return Instant(milliseconds: milliseconds)
  }

  /// Goes over the members of the object that was entered last, and leaves it.
  fileprivate mutating func read(_ go: (inout JSONMembers) throws -> Void) throws {
    try JSONMembers.read(self, go)
    while try nextKey() != nil { try skipValue() }
  }
}

extension JSONWriter: Members {
  public var reads: Bool { false }

  public mutating func string(_ key: StaticString, _ value: inout String?, _ about: Privacy) throws {
    if let value { field(key, value) }
  }

  public mutating func number(_ key: StaticString, _ value: inout Int64?, _ about: Privacy) throws {
    if let value { field(key, value) }
  }

  public mutating func flag(_ key: StaticString, _ value: inout Bool?, _ about: Privacy) throws {
    if let value { field(key, value) }
  }

  public mutating func moment(_ key: StaticString, _ value: inout Instant?, _ about: Privacy) throws {
    if let value { field(key, Timestamp.format(value.milliseconds)) }
  }

  public mutating func window(_ key: StaticString, _ value: inout Window?, _ about: Privacy) throws {
    guard let value else { return }
    var span = Span(start: value.start, end: value.end)
    object(key) { try? span.members(&$0) }
  }

  public mutating func strings(_ key: StaticString, _ value: inout [String]?, _ about: Privacy) throws {
    if let value { field(key, value) }
  }

  public mutating func objects<Element: MemberObject>(
    _ key: StaticString, _ value: inout [Element]?, _ about: Privacy
  ) throws {
    guard let value else { return }
    objects(key, value) { writer, element in
      var element = element
      try? element.members(&writer)
    }
  }
}
