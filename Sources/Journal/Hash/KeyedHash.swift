/// SipHash-2-4 with 128 bits of output (Aumasson and Bernstein, 2012): a sum that nobody can make who has not the key.
///
/// For what this program leaves beside a journal for itself. It is no proof for others: whoever can check it can make it.
public struct KeyedHash: Equatable, Sendable {
  public let low: UInt64
  public let high: UInt64

  /// The 16 bytes of a key.
  public struct Key: Equatable, Sendable {
    let first: UInt64
    let second: UInt64

    public init(_ first: UInt64, _ second: UInt64) { (self.first, self.second) = (first, second) }
  }

  public init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

  /// The sum of `bytes` under `key`.
  public init(_ bytes: UnsafeRawBufferPointer, _ key: Key) {
    var state = State(key)
    var position = 0
    while position + 8 <= bytes.count {
      state.absorb(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
      position += 8
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    for (place, byte) in bytes[position...].enumerated() { last |= UInt64(byte) << UInt64(8 * place) }
    state.absorb(last)
    (low, high) = state.finish()
  }

  /// The four words that are stirred.
  private struct State {
    private var a: UInt64
    private var b: UInt64
    private var c: UInt64
    private var d: UInt64

    init(_ key: Key) {
      a = key.first ^ 0x736f_6d65_7073_6575
      b = key.second ^ 0x646f_7261_6e64_6f6d ^ 0xee
      c = key.first ^ 0x6c79_6765_6e65_7261
      d = key.second ^ 0x7465_6462_7974_6573
    }

    @inline(__always) mutating func absorb(_ word: UInt64) {
      d ^= word
      round()
      round()
      a ^= word
    }

    mutating func finish() -> (UInt64, UInt64) {
      c ^= 0xee
      for _ in 0..<4 { round() }
      let low = a ^ b ^ c ^ d
      b ^= 0xdd
      for _ in 0..<4 { round() }
      return (low, a ^ b ^ c ^ d)
    }

    @inline(__always) private mutating func round() {
      a = a &+ b
      b = b << 13 | b >> 51
      b ^= a
      a = a << 32 | a >> 32
      c = c &+ d
      d = d << 16 | d >> 48
      d ^= c
      a = a &+ d
      d = d << 21 | d >> 43
      d ^= a
      c = c &+ b
      b = b << 17 | b >> 47
      b ^= c
      c = c << 32 | c >> 32
    }
  }
}
