@testable import Journal

/// Lines as other programs may have written them.
enum ForeignLine {
  /// A whole line again, with the checksum that its bytes have now.
  static func sealed(_ line: [UInt8]) -> [UInt8] {
    closed(Array(line.dropLast(Record.tailLength)))
  }

  /// An object without its closing 19 bytes, with them.
  static func closed(_ body: [UInt8]) -> [UInt8] {
    var line = body + Array(",\"crc\":\"".utf8)
    Hexadecimal.append(UInt64(body.withUnsafeBytes { CRC32C.checksum($0) }), digits: 8, to: &line)
    return line + Array("\"}\n".utf8)
  }

  /// The lines of a journal.
  static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x0a).map { Array($0) + [0x0a] }
  }
}
