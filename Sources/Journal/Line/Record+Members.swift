extension JSONCursor {
  /// The value that begins here, as it is written; checked as strictly as if it were read.
  public mutating func readRaw() throws(JSONFault) -> UnsafeRawBufferPointer {
    skipSpace()
    let start = position
    try skipValue()
    return UnsafeRawBufferPointer(rebasing: bytes[start..<position])
  }
}

extension Record {
  /// Hands over each member that is not of the envelope, its value as it is stored; throws where they are no sound
  /// JSON, what stands before that having been handed over.
  public func members(_ visit: (JSONText, UnsafeRawBufferPointer) throws -> Void) throws {
    var payload = payload
    while let key = try payload.nextKey() { try visit(key, try payload.readRaw()) }
  }
}
