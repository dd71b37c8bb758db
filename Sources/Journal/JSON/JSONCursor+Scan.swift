extension JSONCursor {
  /// Passes over the value that begins here, whatever it is, and checks it as strictly as if it were read.
  public mutating func skipValue() throws(JSONFault) {
    skipSpace()
    guard position < bytes.count else { throw JSONFault(offset: position, what: .ends) }
    switch bytes[position] {
    case 0x22: _ = try scanString()
    case 0x7b:
      try beginObject()
      while try nextKey() != nil { try skipValue() }
    case 0x5b:
      try beginArray()
      while try nextElement() { try skipValue() }
    case 0x74, 0x66: _ = try readBool()
    case 0x6e: _ = try readNull()
    default: try skipNumber()
    }
    needsComma = true
  }

  /// The number grammar of RFC 8259, section 6.
  private mutating func skipNumber() throws(JSONFault) {
    let start = position
    if peek(0x2d) { position += 1 }
    let zero = peek(0x30)
    guard skipDigits() > 0, !(zero && position - start > (bytes[start] == 0x2d ? 2 : 1)) else {
      throw start < bytes.count && position == start ? unexpected() : JSONFault(offset: start, what: .number)
    }
    if peek(0x2e) {
      position += 1
      guard skipDigits() > 0 else { throw JSONFault(offset: start, what: .number) }
    }
    if peek(0x65) || peek(0x45) {
      position += 1
      if peek(0x2b) || peek(0x2d) { position += 1 }
      guard skipDigits() > 0 else { throw JSONFault(offset: start, what: .number) }
    }
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
    return position - start
  }

  private func peek(_ byte: UInt8) -> Bool {
    position < bytes.count && bytes[position] == byte
  }

  @inlinable mutating func skipSpace() {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else { return }
      position += 1
    }
  }

  @inlinable mutating func expect(_ byte: UInt8) throws(JSONFault) {
    guard position < bytes.count, bytes[position] == byte else { throw unexpected() }
    position += 1
  }

  @inlinable mutating func open(_ bracket: UInt8) throws(JSONFault) {
    skipSpace()
    try expect(bracket)
    guard depth < JSONCursor.deepest else { throw JSONFault(offset: position - 1, what: .depth) }
    depth += 1
    needsComma = false
  }

  /// Steps over the comma before the next member or element, or over the closing `bracket`: then true.
  @inlinable mutating func atEnd(_ bracket: UInt8) throws(JSONFault) -> Bool {
    guard position < bytes.count else { throw JSONFault(offset: position, what: .ends) }
    let isInnermost = membersOnly && depth == 1
    if bytes[position] == bracket && !isInnermost {
      position += 1
      depth -= 1
      needsComma = true
      return true
    }
    if needsComma {
      try expect(0x2c)
      skipSpace()
      guard position < bytes.count else { throw JSONFault(offset: position, what: .ends) }
      if bytes[position] == bracket { throw unexpected() }
    }
    return false
  }

  @inlinable mutating func literal(_ word: StaticString) throws(JSONFault) {
    for place in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[place]) }
    needsComma = true
  }

  @inlinable func unexpected() -> JSONFault {
    position < bytes.count
      ? JSONFault(offset: position, what: .unexpected(bytes[position]))
      : JSONFault(offset: position, what: .ends)
  }

  @inlinable func continuesNumber() -> Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    return byte == 0x2e || byte == 0x65 || byte == 0x45
  }

  /// The string that begins here, checked; steps over it.
  @inlinable mutating func scanString() throws(JSONFault) -> JSONText {
    try expect(0x22)
    let start = position
    var gathered: UInt64 = 0
    var place = start
    while place + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let stops = JSONCursor.stops(in: word)
      // The bytes before the first stop, or all eight.
      let before = stops & (0 &- stops)
      gathered |= stops == 0 ? word : word & ((before >> 7) &- 1)
      place += stops == 0 ? 8 : stops.trailingZeroBitCount / 8
      if stops != 0 { break }
    }
    while place < bytes.count, bytes[place] != 0x22, bytes[place] != 0x5c, bytes[place] >= 0x20 {
      gathered |= UInt64(bytes[place])
      place += 1
    }
    position = place
    guard place < bytes.count, bytes[place] == 0x22, gathered & 0x8080_8080_8080_8080 == 0 else {
      return try scanUncommonString(from: start)
    }
    position += 1
    return JSONText(checked: UnsafeRawBufferPointer(rebasing: bytes[start..<place]), isEscaped: false)
  }

  /// The highest bit of each of the eight bytes at which a string may not simply go on: a quote, a backslash, a
  /// control character. Borrowing makes bits above the first one unreliable; the first one is right.
  @inlinable static func stops(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5c)
    let found =
      ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- ones &* 0x20) & ~word)
    return found & 0x8080_8080_8080_8080
  }

  /// The rest of a string that holds escapes, characters beyond ASCII, or a fault.
  @usableFromInline mutating func scanUncommonString(from start: Int) throws(JSONFault) -> JSONText {
    var isEscaped = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x22 {
        let text = UnsafeRawBufferPointer(rebasing: bytes[start..<position])
        if let fault = StrictUTF8.firstFault(in: text) {
          throw JSONFault(offset: start + fault, what: .utf8)
        }
        position += 1
        return JSONText(checked: text, isEscaped: isEscaped)
      }
      if byte < 0x20 { throw JSONFault(offset: position, what: .control) }
      if byte == 0x5c {
        isEscaped = true
        var ignored: [UInt8] = []
        guard let length = JSONEscape.resolve(bytes, at: position, into: &ignored) else {
          throw JSONFault(offset: position, what: .escape)
        }
        position += length
      } else {
        position += 1
      }
    }
    throw JSONFault(offset: position, what: .ends)
  }
}
