/// Latin letters without their accents, so that `jose` finds José however it was typed.
enum LatinLetters {
  /// The first and last letter with an accent that is looked up: Latin-1, Extended-A and -B, and Extended Additional.
  private static let (first, last) = (UInt16(0xC0), UInt16(0x24F))
  private static let (moreFirst, moreLast) = (UInt16(0x1E00), UInt16(0x1EFF))

  /// The small letter beneath an accented one; the unit itself where there is none.
  @inline(__always)
  static func base(_ unit: UInt16) -> UInt16 {
    if unit < first { return unit }
    if unit <= last { return table[Int(unit - first)] }
    guard moreFirst...moreLast ~= unit else { return unit }
    return table[Int(last - first) + 1 + Int(unit - moreFirst)]
  }

  /// Whether a unit is an accent that stands for itself behind its letter.
  @inline(__always)
  static func isAccent(_ unit: UInt16) -> Bool { 0x300...0x36F ~= unit }

  private static let table: [UInt16] = (Array(first...last) + Array(moreFirst...moreLast)).map { unit in
    guard let scalar = Unicode.Scalar(unit), let name = scalar.properties.name else { return unit }
    // As in LATIN SMALL LETTER E WITH ACUTE.
    let words = name.split(separator: " ")
    guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count == 1,
      words[4] == "WITH",
      let letter = words[3].lowercased().utf16.first
    else { return scalar.properties.lowercaseMapping.utf16.first ?? unit }
    return letter
  }
}
