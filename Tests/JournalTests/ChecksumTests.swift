import TestSupport
import Testing

@testable import Journal

struct ChecksumTests {
  private func crc(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { CRC32C.checksum($0) }
  }

  private func sha(_ bytes: [UInt8], softwareOnly: Bool = false) -> String {
    var hash = SHA256(softwareOnly: softwareOnly)
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.finalHex()
  }

  @Test func `crc-32c gives the vectors of RFC 3720`() {
    #expect(crc(Array("123456789".utf8)) == 0xe306_9283)
    #expect(crc([]) == 0)
    #expect(crc([UInt8](repeating: 0, count: 32)) == 0x8a91_36aa)
    #expect(crc([UInt8](repeating: 0xff, count: 32)) == 0x62a8_ab43)
    #expect(crc(Array(0..<32)) == 0x46dd_794e)
    #expect(crc(Array((0..<32).reversed())) == 0x113f_db5c)
  }

  @Test func `crc-32c by tables equals crc-32c by instruction at every length and alignment`() {
    var random = SeededRandom()
    let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
    for start in 0..<9 {
      for end in start..<300 {
        let slice = Array(bytes[start..<end])
        let software = slice.withUnsafeBytes { ~CRC32C.software(.max, $0) }
        #expect(software == crc(slice), "\(start)..<\(end)")
      }
    }
  }

  @Test func `sha-256 gives the vectors of FIPS 180-4`() {
    for softwareOnly in [false, true] {
      #expect(
        sha([], softwareOnly: softwareOnly)
          == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
      #expect(
        sha(Array("abc".utf8), softwareOnly: softwareOnly)
          == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
      #expect(
        sha(
          Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8), softwareOnly: softwareOnly)
          == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
      #expect(
        sha([UInt8](repeating: 0x61, count: 1_000_00), softwareOnly: softwareOnly)
          == "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee")
    }
  }

  @Test func `sha-256 is the same in software and in whatever pieces the bytes come`() {
    var random = SeededRandom()
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let whole = sha(bytes)
      #expect(sha(bytes, softwareOnly: true) == whole, "length \(length)")
      var pieces = SHA256()
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 0...80, using: &random))
        piece.withUnsafeBytes { pieces.update($0) }
        rest = rest.dropFirst(piece.count)
      }
      #expect(pieces.finalHex() == whole, "length \(length)")
    }
  }

  @Test func `a digest is the first half of the hash and survives being written`() {
    let digest = Array("abc".utf8).withUnsafeBytes { SHA256.digest($0) }
    #expect(digest.hex == "ba7816bf8f01cfea414140de5dae2223")
    #expect(Digest(hex: digest.hex) == digest)
    #expect(Digest.zero.hex == String(repeating: "0", count: 32))
  }

  @Test(arguments: ["", "ba7816bf", "BA7816BF8F01CFEA414140DE5DAE2223", "ba7816bf8f01cfea414140de5dae222g"])
  func `a digest in another form is refused`(text: String) {
    #expect(Digest(hex: text) == nil)
  }
}
