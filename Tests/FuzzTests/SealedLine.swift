@testable import Journal

/// A line made of any bytes, with the checksum that belongs to them, in memory that ends where it ends: reading
/// farther is found by the address sanitizer.
struct SealedLine: ~Copyable {
  let bytes: UnsafeMutableRawBufferPointer

  /// `body` as far as its first line feed, which ends a physical line, and the closing 19 bytes.
  init(_ body: some Sequence<UInt8>) {
    var line = Array(body.prefix { $0 != 0x0a })
    let crc = line.withUnsafeBytes { CRC32C.checksum($0) }
    line += Array(",\"crc\":\"".utf8)
    Hexadecimal.append(UInt64(crc), digits: 8, to: &line)
    line += Array("\"}\n".utf8)
    bytes = .allocate(byteCount: line.count, alignment: 1)
    bytes.copyBytes(from: line)
  }

  deinit { bytes.deallocate() }

  /// Where the closing bytes begin.
  var end: Int { bytes.count - Record.tailLength }

  /// The record in it; nil when it is none.
  func record<Value>(_ look: (Record) -> Value) -> Value? {
    guard let base = UnsafeRawPointer(bytes.baseAddress),
      let envelope = LineScanner.scan(base, bytes.count)
    else { return nil }
    return look(Record(base: base, envelope: envelope, offset: 0, length: bytes.count))
  }
}
