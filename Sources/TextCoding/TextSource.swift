/// Bytes that can be gone through as often as is needed, in pieces.
public protocol TextSource {
  /// How many there are.
  var byteCount: Int64 { get }
  /// Reads from an offset on; says how many, 0 at the end.
  func read(_ room: UnsafeMutableRawBufferPointer, at offset: Int64) throws -> Int
}

/// Bytes at hand.
struct ByteArraySource: TextSource {
  let bytes: [UInt8]
  /// The longest piece handed over, so that a test can cut it anywhere.
  var pieces = Int.max

  var byteCount: Int64 { Int64(bytes.count) }

  func read(_ room: UnsafeMutableRawBufferPointer, at offset: Int64) -> Int {
    let part = bytes[Int(offset)...].prefix(min(room.count, pieces))
    room.copyBytes(from: part)
    return part.count
  }
}

extension TextSource {
  /// Hands all bytes over in pieces, each with its offset, until the end or until `body` says that it has seen enough.
  public func pass(
    from start: Int64 = 0, _ body: (_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int64) throws -> Bool
  ) throws {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { room.deallocate() }
    var offset = start
    while true {
      let count = try read(room, at: offset)
      if count == 0 { return }
      let bytes = UnsafeRawBufferPointer(rebasing: room[..<count]).bindMemory(to: UInt8.self)
      guard try body(bytes, offset) else { return }
      offset += Int64(count)
    }
  }

  /// The line and column of an offset; lines end in LF or, where there is none, in CR.
  func place(of offset: Int64, in encoding: TextEncoding) throws -> BytePlace {
    var feeds = (count: 0, end: Int64(0))
    var returns = (count: 0, end: Int64(0))
    var previous: UInt8 = 0
    var byte: UInt8 = 0
    try pass { bytes, start in
      for (index, value) in bytes.enumerated() {
        let at = start + Int64(index)
        if at == offset {
          byte = value
          return false
        }
        switch encoding.unit(value, after: previous, at: at) {
        case 0x0A: feeds = (feeds.count + 1, at + 1)
        case 0x0D: returns = (returns.count + 1, at + 1)
        default: break
        }
        previous = value
      }
      return true
    }
    let ends = feeds.count > 0 ? feeds : returns
    return BytePlace(line: ends.count + 1, column: Int(offset - ends.end) + 1, byte: byte)
  }
}

extension TextEncoding {
  /// The unit that ends with a byte; nil where none does.
  fileprivate func unit(_ byte: UInt8, after previous: UInt8, at offset: Int64) -> UInt16? {
    guard case .utf16(let isBigEndian) = form else { return UInt16(byte) }
    guard offset % 2 == 1 else { return nil }
    let (high, low) = isBigEndian ? (previous, byte) : (byte, previous)
    return UInt16(high) << 8 | UInt16(low)
  }
}
