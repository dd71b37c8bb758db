/// Writes members into a state, in the order in which they are listed and without their names.
struct StateMembersWriter: Members {
  var writer: StateWriter

  var reads: Bool { false }

  mutating func string(_ key: StaticString, _ value: inout String?, _ about: Privacy) {
    writer.optional(value) { $0.text($1) }
  }

  mutating func number(_ key: StaticString, _ value: inout Int64?, _ about: Privacy) {
    writer.optional(value) { $0.number($1) }
  }

  mutating func flag(_ key: StaticString, _ value: inout Bool?, _ about: Privacy) {
    writer.optional(value) { $0.flag($1) }
  }

  mutating func moment(_ key: StaticString, _ value: inout Instant?, _ about: Privacy) {
    writer.optional(value) { $0.number($1.milliseconds) }
  }

  mutating func window(_ key: StaticString, _ value: inout Window?, _ about: Privacy) {
    writer.optional(value) { writer, window in
      writer.number(window.start.milliseconds)
      writer.number(window.end.milliseconds)
    }
  }

  mutating func strings(_ key: StaticString, _ value: inout [String]?, _ about: Privacy) {
    writer.optional(value) { $0.texts($1) }
  }

  mutating func objects<Element: MemberObject>(
    _ key: StaticString, _ value: inout [Element]?, _ about: Privacy
  ) throws {
    writer.flag(value != nil)
    guard let value else { return }
    writer.number(UInt32(truncatingIfNeeded: value.count))
    for var element in value { try element.members(&self) }
  }
}

/// Reads them back.
struct StateMembersReader: Members {
  var reader: StateReader

  var reads: Bool { true }

  mutating func string(_ key: StaticString, _ value: inout String?, _ about: Privacy) throws {
    value = try reader.optional { reader throws(StateFault) in try reader.text() }
  }

  mutating func number(_ key: StaticString, _ value: inout Int64?, _ about: Privacy) throws {
    value = try reader.optional { reader throws(StateFault) in try reader.number() }
  }

  mutating func flag(_ key: StaticString, _ value: inout Bool?, _ about: Privacy) throws {
    value = try reader.optional { reader throws(StateFault) in try reader.flag() }
  }

  mutating func moment(_ key: StaticString, _ value: inout Instant?, _ about: Privacy) throws {
    value = try reader.optional { reader throws(StateFault) in try reader.instant() }
  }

  mutating func window(_ key: StaticString, _ value: inout Window?, _ about: Privacy) throws {
    value = try reader.optional { reader throws(StateFault) in
      Window(start: try reader.instant(), end: try reader.instant())
    }
  }

  mutating func strings(_ key: StaticString, _ value: inout [String]?, _ about: Privacy) throws {
    value = try reader.optional { reader throws(StateFault) in try reader.texts() }
  }

  mutating func objects<Element: MemberObject>(
    _ key: StaticString, _ value: inout [Element]?, _ about: Privacy
  ) throws {
    guard try reader.flag() else {
      value = nil
      return
    }
    var list: [Element] = []
    for _ in 0..<(try reader.count(smallest: 1)) {
      var element = Element()
      try element.members(&self)
      list.append(element)
    }
    value = list
  }
}

extension Records {
  func write(to writer: inout StateWriter) {
    var members = StateMembersWriter(writer: writer)
    for kind in Self.kinds {
      // A writer refuses nothing.
      try? kind.write(self, &members)
    }
    writer = members.writer
  }

  init(from reader: inout StateReader) throws(StateFault) {
    self.init()
    var members = StateMembersReader(reader: reader)
    do {
      for kind in Self.kinds { try kind.read(&self, &members) }
    } catch { throw StateFault() }
    reader = members.reader
  }
}
