@testable import TextCoding

/// What becomes of bytes that come in pieces of some length.
func decoded(_ bytes: [UInt8], told: String? = nil, pieces: Int = .max) throws -> String {
  let source = ByteArraySource(bytes: bytes, pieces: pieces)
  let reading = try TextReading(source, told: told.flatMap { TextEncoding(named: $0) })
  var found: [UInt8] = []
  try reading.decode(source) { found += $0 }
  return String(decoding: found, as: UTF8.self)
}

/// What keeps bytes from being read.
func fault(_ bytes: [UInt8], told: String? = nil) -> EncodingFault? {
  do {
    _ = try TextReading.utf8(of: bytes, told: told.flatMap { TextEncoding(named: $0) })
    return nil
  } catch {
    return error
  }
}
