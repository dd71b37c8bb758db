import Testing

@testable import Journal

struct KeyedHashTests {
  /// The vectors of the reference implementation: key 00…0f, input 00, 01, 02 …
  @Test(arguments: [
    (0, "a3817f04ba25a8e66df67214c7550293"), (1, "da87c1d86b99af44347659119b22fc45"),
    (7, "a1f1ebbed8dbc153c0b84aa61ff08239"), (8, "3b62a9ba6258f5610f83e264f31497b4"),
    (15, "5493e99933b0a8117e08ec0f97cfc3d9"), (63, "5150d1772f50834a503e069a973fbd7c"),
  ])
  func `sums are those of SipHash-2-4 with 128 bits`(count: Int, expected: String) {
    let bytes = (0..<count).map { UInt8($0) }
    let key = KeyedHash.Key(0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)
    let sum = bytes.withUnsafeBytes { KeyedHash($0, key) }
    let found = [sum.low, sum.high].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
    }
    #expect(found.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == expected)
  }
}
