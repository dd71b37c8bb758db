internal import CSystem

/// SHA-256 (FIPS 180-4), streaming; by the processor's own instructions where there are any.
public struct SHA256 {
  private var words = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
  private var pending = SIMD64<UInt8>()
  private var length: UInt64 = 0
  private let softwareOnly: Bool

  public init() {
    softwareOnly = false
  }

  /// A hash that never uses the processor's instructions, to hold the two against each other.
  init(softwareOnly: Bool) {
    self.softwareOnly = softwareOnly
  }

  /// Takes in `bytes`.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard var source = bytes.baseAddress else { return }
    var left = bytes.count
    let held = Int(length % 64)
    length &+= UInt64(left)
    if held > 0 {
      let taken = min(64 - held, left)
      fill(from: source, count: taken, at: held)
      guard held + taken == 64 else { return }
      compressPending()
      source += taken
      left -= taken
    }
    if left >= 64 { compress(source, blocks: left / 64) }
    fill(from: source + left / 64 * 64, count: left % 64, at: 0)
  }

  /// The whole value, eight words of 32 bits.
  public consuming func finalWords() -> SIMD8<UInt32> {
    let held = Int(length % 64)
    for position in held..<64 { pending[position] = 0 }
    pending[held] = 0x80
    if held >= 56 {
      compressPending()
      pending = SIMD64()
    }
    let bits = length &* 8
    for place in 0..<8 { pending[63 - place] = UInt8(truncatingIfNeeded: bits >> UInt64(place * 8)) }
    compressPending()
    return words
  }

  /// The first 128 bits.
  public consuming func finalDigest() -> Digest {
    let words = finalWords()
    return Digest(
      high: UInt64(words[0]) << 32 | UInt64(words[1]), low: UInt64(words[2]) << 32 | UInt64(words[3]))
  }

  /// The whole value as 64 lowercase hexadecimal digits.
  public consuming func finalHex() -> String {
    let words = finalWords()
    var bytes: [UInt8] = []
    for word in 0..<8 { Hexadecimal.append(UInt64(words[word]), digits: 8, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first 128 bits of the hash of `bytes`.
  public static func digest(_ bytes: UnsafeRawBufferPointer) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalDigest()
  }

  private mutating func fill(from source: UnsafeRawPointer, count: Int, at start: Int) {
    withUnsafeMutableBytes(of: &pending) { pending in
      UnsafeMutableRawBufferPointer(rebasing: pending[start..<(start + count)])
        .copyMemory(from: UnsafeRawBufferPointer(start: source, count: count))
    }
  }

  private mutating func compressPending() {
    let block = pending
    withUnsafeBytes(of: block) { bytes in
      if let source = bytes.baseAddress { compress(source, blocks: 1) }
    }
  }

  private mutating func compress(_ source: UnsafeRawPointer, blocks: Int) {
    let done =
      !softwareOnly
      && withUnsafeMutableBytes(of: &words) { state in
        system_sha256(state.baseAddress?.assumingMemoryBound(to: UInt32.self), source, blocks)
      }
    if !done { SHA256.software(&words, source, blocks) }
  }
}

extension SHA256 {
  /// The compression function in plain Swift: a rolling schedule of 16 words, 8 rounds unrolled at a time.
  static func software(_ words: inout SIMD8<UInt32>, _ source: UnsafeRawPointer, _ blocks: Int) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      constants.withUnsafeBufferPointer { constants in
        for block in 0..<blocks {
          expand(source + block * 64, into: schedule)
          words = words &+ rounds(words, schedule, constants)
        }
      }
    }
  }

  @inline(__always)
  private static func expand(_ block: UnsafeRawPointer, into w: UnsafeMutableBufferPointer<UInt32>) {
    for index in 0..<16 {
      w[index] = block.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self).bigEndian
    }
    for index in 16..<64 {
      let early = w[index - 15]
      let late = w[index - 2]
      let s0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)
      let s1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10)
      w[index] = w[index - 16] &+ s0 &+ w[index - 7] &+ s1
    }
  }

  @inline(__always)
  private static func rounds(
    _ state: SIMD8<UInt32>, _ w: UnsafeMutableBufferPointer<UInt32>, _ k: UnsafeBufferPointer<UInt32>
  ) -> SIMD8<UInt32> {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var i = 0
    // Eight rounds a turn, each with the roles of the eight variables moved on by one: nothing is copied.
    while i < 64 {
      round(a, b, c, &d, e, f, g, &h, k[i] &+ w[i])
      round(h, a, b, &c, d, e, f, &g, k[i + 1] &+ w[i + 1])
      round(g, h, a, &b, c, d, e, &f, k[i + 2] &+ w[i + 2])
      round(f, g, h, &a, b, c, d, &e, k[i + 3] &+ w[i + 3])
      round(e, f, g, &h, a, b, c, &d, k[i + 4] &+ w[i + 4])
      round(d, e, f, &g, h, a, b, &c, k[i + 5] &+ w[i + 5])
      round(c, d, e, &f, g, h, a, &b, k[i + 6] &+ w[i + 6])
      round(b, c, d, &e, f, g, h, &a, k[i + 7] &+ w[i + 7])
      i += 8
    }
    return SIMD8(a, b, c, d, e, f, g, h)
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    let first = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ word
    let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    d = d &+ first
    h = first &+ s0 &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ places: UInt32) -> UInt32 {
    word &>> places | word &<< (32 &- places)
  }

  /// FIPS 180-4, section 4.2.2.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
