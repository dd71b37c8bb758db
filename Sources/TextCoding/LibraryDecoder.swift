import Glibc

/// Another encoding to UTF-8 through libc's `iconv`, strictly: what has no exact counterpart is a fault.
final class LibraryDecoder {
  private let descriptor: iconv_t
  /// The beginning of a character whose rest is still to come.
  private var rest: [UInt8] = []
  /// Where the first byte of `rest`, or the next, stands in the file.
  private var offset: Int64
  private var room = [UInt8](repeating: 0, count: 1 << 16)

  init(_ name: String, from offset: Int64) throws(DecodingStop) {
    guard let descriptor = TextLibrary.descriptor(name) else { throw .unavailable }
    self.descriptor = descriptor
    self.offset = offset
  }

  deinit { iconv_close(descriptor) }

  /// Appends what the bytes say; throws where that stops.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>, into text: inout [UInt8]) throws(DecodingStop) {
    var input = rest + bytes
    let stop = input.withUnsafeMutableBytes { convert($0, into: &text) }
    if let stop { throw stop }
  }

  /// Says that no more will come: brings the converter back to its first state.
  func end(into text: inout [UInt8]) throws(DecodingStop) {
    guard rest.isEmpty else { throw .cutOff }
    room.withUnsafeMutableBytes { space in
      var out = space.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = space.count
      iconv(descriptor, nil, nil, &out, &left)
      text += space[..<(space.count - left)]
    }
  }

  private func convert(_ input: UnsafeMutableRawBufferPointer, into text: inout [UInt8]) -> DecodingStop? {
    var source = input.baseAddress?.assumingMemoryBound(to: CChar.self)
    var left = input.count
    while left > 0 {
      let (result, code) = room.withUnsafeMutableBytes { space in
        var out = space.baseAddress?.assumingMemoryBound(to: CChar.self)
        var free = space.count
        let result = iconv(descriptor, &source, &left, &out, &free)
        let code = errno
        text += space[..<(space.count - free)]
        return (result, code)
      }
      guard result == -1 else {
        if result > 0 { return .irreversible }
        continue
      }
      switch code {
      case E2BIG: continue
      case EINVAL:
        rest = Array(input.suffix(left))
        offset += Int64(input.count - left)
        return rest.count > 64 ? .invalid(at: offset) : nil
      default: return .invalid(at: offset + Int64(input.count - left))
      }
    }
    rest = []
    offset += Int64(input.count)
    return nil
  }
}
