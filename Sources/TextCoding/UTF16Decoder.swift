/// UTF-16 to UTF-8, whatever libc has; half a pair of surrogates and half a unit are faults.
struct UTF16Decoder {
  private let isBigEndian: Bool
  private var first: UInt8?
  private var high: UInt32?
  /// Bytes taken so far, and where the character at hand began.
  private var offset: Int64
  private var start: Int64

  init(isBigEndian: Bool, from offset: Int64) {
    self.isBigEndian = isBigEndian
    self.offset = offset
    start = offset
  }

  /// Appends what the bytes say; throws the offset of what is no text.
  mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, into text: inout [UInt8]) throws(DecodingStop) {
    for byte in bytes {
      offset += 1
      guard let before = first else {
        first = byte
        continue
      }
      first = nil
      let unit = isBigEndian ? UInt32(before) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(before)
      switch (unit, high) {
      case (0xDC00...0xDFFF, let high?):
        append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &text)
        self.high = nil
      case (0xD800...0xDBFF, nil):
        high = unit
        continue
      case (0xD800...0xDFFF, _), (_, _?): throw .invalid(at: start)
      case (_, nil): append(unit, to: &text)
      }
      start = offset
    }
  }

  /// Says that no more will come.
  func end() throws(DecodingStop) { if first != nil || high != nil { throw .cutOff } }

  private func append(_ point: UInt32, to text: inout [UInt8]) {
    switch point {
    case 0..<0x80: text.append(UInt8(point))
    case 0x80..<0x800: text += [0xC0 | UInt8(point >> 6), tail(point)]
    case 0x800..<0x10000: text += [0xE0 | UInt8(point >> 12), tail(point >> 6), tail(point)]
    default: text += [0xF0 | UInt8(point >> 18), tail(point >> 12), tail(point >> 6), tail(point)]
    }
  }

  private func tail(_ bits: UInt32) -> UInt8 { 0x80 | UInt8(bits & 0x3F) }
}

/// Why a decoder stopped.
enum DecodingStop: Error {
  case invalid(at: Int64)
  case cutOff, irreversible, unavailable
}
