/// Weighs characters of two bytes that could be Latin, Greek, … in UTF-8 as well as common Hanzi in GB18030: `C2A9 CBAE`
/// is ©ˮ and 漏水.
struct ContestedRuns {
  /// Whether something was met that GB2312 has not, so that there is nothing to weigh.
  private(set) var isSettled = false
  /// Runs of such characters that look like a text in UTF-8.
  private(set) var alike = 0
  /// Runs that look like none.
  private(set) var unlike = 0
  /// Runs that look like anything.
  private(set) var neutral = 0

  private var before: (UInt8, UInt8) = (0, 0)
  /// The characters of the run at hand, at most some.
  private var run: [UInt32] = []
  private var runLength = 0
  private static let kept = 16

  /// What it could be.
  enum Verdict {
    case utf8, gb18030, undecided
  }

  var verdict: Verdict {
    if isSettled || alike + unlike + neutral == 0 { return .utf8 }
    if alike > 8 * unlike { return .utf8 }
    if unlike > 8 * alike { return .gb18030 }
    return .undecided
  }

  mutating func settle() {
    isSettled = true
    runLength = 0
  }

  /// Takes bytes of ASCII.
  mutating func passPlain(_ bytes: some BidirectionalCollection<UInt8>) {
    guard !isSettled, let last = bytes.last else { return }
    if runLength > 0, let first = bytes.first { close(next: first) }
    before = (bytes.dropLast().last ?? before.1, last)
  }

  /// Takes a character of two bytes.
  mutating func take(_ lead: UInt8, _ last: UInt8) {
    guard !isSettled else { return }
    guard HanziShare.isCommon(lead, last) || HanziShare.isKnown(lead, last) else { return settle() }
    if runLength < Self.kept { run.append(UInt32(lead & 0x1F) << 6 | UInt32(last & 0x3F)) }
    runLength += 1
  }

  mutating func end() { if runLength > 0 { close(next: 0) } }

  private mutating func close(next: UInt8) {
    switch likeness(before: before, next: next) {
    case true?: alike += 1
    case false?: unlike += 1
    case nil: neutral += 1
    }
    run.removeAll(keepingCapacity: true)
    runLength = 0
    before = (0, 0)
  }

  /// Whether the run is like a text between what stands around it; nil where nobody can say.
  private func likeness(before: (UInt8, UInt8), next: UInt8) -> Bool? {
    let isBeside = Self.isLetter(before.1) || Self.isLetter(next)
    guard let script = Script.of(run) else {
      return run.count == 1 ? SymbolUse(run[0]).fits(after: before.1, before: next) : false
    }
    switch script {
    case .latin:
      guard runLength <= 3 else { return false }
      guard isBeside else { return runLength == 1 ? nil : false }
      return !(Self.isCapital(before.0) && Self.isCapital(before.1))
    case .other:
      if runLength == 1 { return nil }
      if isBeside { return false }
      return Script.isWord(run) ? true : nil
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 97...122 ~= byte | 0x20 }
  private static func isCapital(_ byte: UInt8) -> Bool { 65...90 ~= byte }
}

/// The alphabet of a run.
private enum Script {
  case latin, other

  /// Of all characters together; nil where they are of several, or no letters of today.
  static func of(_ run: [UInt32]) -> Script? {
    guard let first = run.first, let block = block(first), run.allSatisfy({ Self.block($0) == block }) else {
      return nil
    }
    return block == 0 ? .latin : .other
  }

  private static func block(_ point: UInt32) -> Int? {
    switch point {
    case 0xF7: nil
    case 0xE0...0x17F, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1CD...0x1DC, 0x218...0x21B: 0
    case 0x386...0x3CE: 1
    case 0x400...0x45F, 0x490, 0x491: 2
    case 0x531...0x556, 0x561...0x587: 3
    case 0x5D0...0x5EA: 4
    case 0x620...0x64A, 0x660...0x669: 5
    default: nil
    }
  }

  /// Whether letters of an alphabet could be a word: capitals first, and with a vowel where the alphabet writes them.
  static func isWord(_ run: [UInt32]) -> Bool {
    let capitals = run.map { 0x386...0x3AB ~= $0 || 0x400...0x42F ~= $0 }
    for (one, next) in zip(capitals, capitals.dropFirst()) where !one && next { return false }
    switch run[0] {
    case 0x386...0x3CE: return run.contains(where: greekVowels.contains)
    case 0x400...0x45F: return run.contains(where: cyrillicVowels.contains)
    default: return true
    }
  }

  private static let greekVowels = Set("αεηιουωάέήίόύώΑΕΗΙΟΥΩ".unicodeScalars.map(\.value))
  private static let cyrillicVowels = Set("аеиоуыэюяёіїєАЕИОУЫЭЮЯЁІЇЄ".unicodeScalars.map(\.value))
}

/// How a sign that is no letter is used.
private struct SymbolUse {
  private let point: UInt32

  init(_ point: UInt32) { self.point = point }

  /// Whether it stands as it is used to between two bytes of ASCII; nil where that says nothing.
  func fits(after previous: UInt8, before next: UInt8) -> Bool? {
    let (afterDigit, beforeDigit) = (48...57 ~= previous, 48...57 ~= next)
    let afterLetter = 97...122 ~= previous | 0x20
    let beforeLetter = 97...122 ~= next | 0x20
    switch point {
    case 0xA2, 0xA3: return afterDigit != beforeDigit ? true : nil
    case 0xA5: return afterDigit == beforeDigit ? nil : beforeDigit
    case 0xB0: return afterDigit || next == UInt8(ascii: "C") || next == UInt8(ascii: "F") ? true : nil
    case 0xB2, 0xB3, 0xB9: return afterLetter || afterDigit ? true : nil
    case 0xB1, 0xA7: return beforeDigit ? true : nil
    case 0xAE, 0xAA, 0xBA: return afterLetter || afterDigit ? true : nil
    case 0xAB, 0xA1, 0xBF: return beforeLetter ? true : nil
    case 0xBB: return afterLetter ? true : nil
    case 0xB5: return beforeLetter ? true : nil
    case 0xBC...0xBE: return afterDigit && !beforeDigit && !beforeLetter ? true : nil
    default: return nil
    }
  }
}
