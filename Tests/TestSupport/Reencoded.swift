import Glibc

/// A text as another program would have written it; nil where that encoding has not all its characters.
public func written(_ text: String, in encoding: String) -> [UInt8]? {
  switch encoding {
  case "utf-8": return Array(text.utf8)
  case "utf-16le": return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  case "utf-16be": return text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  default: break
  }
  let descriptor = iconv_open(encoding, "UTF-8")
  guard descriptor != iconv_t(bitPattern: -1) else { return nil }
  defer { iconv_close(descriptor) }
  var source = Array(text.utf8).map { CChar(bitPattern: $0) }
  var room = [CChar](repeating: 0, count: 8 * source.count + 16)
  let size = room.count
  return source.withUnsafeMutableBufferPointer { from in
    room.withUnsafeMutableBufferPointer { to in
      var (input, left) = (from.baseAddress, from.count)
      var (output, free) = (to.baseAddress, size)
      guard iconv(descriptor, &input, &left, &output, &free) == 0 else { return nil }
      return to[..<(size - free)].map { UInt8(bitPattern: $0) }
    }
  }
}
