import Desk
import Journal

/// Finds a value by the bytes of its word, without making a string of them: replaying a journal asks this some
/// millions of times a second.
///
/// Words have 1 to 24 bytes; longer ones are left out and never found.
struct WordTable<Value: Sendable>: Sendable {
  private struct Slot: Sendable {
    var word: PackedWord
    var value: Value
  }

  private let slots: [Slot?]
  private let mask: Int

  init(_ words: [(String, Value)]) {
    var size = 8
    while size < words.count * 3 { size *= 2 }
    mask = size - 1
    var slots = [Slot?](repeating: nil, count: size)
    for (text, value) in words {
      guard let word = PackedWord(text) else { continue }
      var place = word.hash & (size - 1)
      while slots[place] != nil { place = (place + 1) & (size - 1) }
      slots[place] = Slot(word: word, value: value)
    }
    self.slots = slots
  }

  /// The value of the word that is exactly this text.
  func value(of text: JSONText) -> Value? {
    value(of: text.isEscaped ? PackedWord(text.string) : PackedWord(text.bytes))
  }

  /// The same of a text at hand.
  func value(of text: String) -> Value? { value(of: PackedWord(text)) }

  private func value(of word: PackedWord?) -> Value? {
    guard let word else { return nil }
    var place = word.hash & mask
    while let slot = slots[place] {
      if slot.word == word { return slot.value }
      place = (place + 1) & mask
    }
    return nil
  }
}

/// Up to 24 bytes of a word, as numbers that compare in three steps.
private struct PackedWord: Equatable, Sendable {
  var first: UInt64 = 0
  var second: UInt64 = 0
  var third: UInt64 = 0
  var count: Int

  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count > 0, bytes.count <= 24 else { return nil }
    count = bytes.count
    var packed: (UInt64, UInt64, UInt64) = (0, 0, 0)
    withUnsafeMutableBytes(of: &packed) { $0.copyMemory(from: bytes) }
    (first, second, third) = packed
  }

  init?(_ text: String) {
    var text = text
    guard let word = text.withUTF8({ PackedWord(UnsafeRawBufferPointer($0)) }) else { return nil }
    self = word
  }

  var hash: Int {
    let mixed = (first ^ (second &* 0x9e37_79b9_7f4a_7c15) ^ third &+ UInt64(count)) &* 0xff51_afd7_ed55_8ccd
    return Int(truncatingIfNeeded: mixed >> 33)
  }
}
