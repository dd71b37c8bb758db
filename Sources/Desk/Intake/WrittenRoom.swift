/// A room as people write it, `3栋2单元1201室`, `三号楼二单元1201`, `3幢1201`, or as it stands in the register, found anywhere
/// in a line of text.
struct WrittenRoom {
  let unit: UnitCode
  /// Characters of the line that say it.
  let range: Range<Int>

  /// Codes longer than this are not looked for in what people write.
  private static let longestCode = 16

  /// The first place of the register that a line names; nil where it names none.
  static func first(in line: [Character], _ desk: ServiceDesk) -> WrittenRoom? {
    for start in line.indices where start == 0 || !joins(line[start - 1], line[start]) {
      if let found = coded(line, start, desk) ?? spoken(line, start, desk) { return found }
    }
    return nil
  }

  /// Whether two characters are within one number or code.
  private static func joins(_ a: Character, _ b: Character) -> Bool {
    isCode(a) && isCode(b)
  }
  private static func isCode(_ character: Character) -> Bool {
    folded(character).isASCII && (folded(character).isNumber || folded(character).isLetter || dash(character))
  }
  private static func dash(_ character: Character) -> Bool { "-－—–".contains(character) }
  private static func folded(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, 0xFF01...0xFF5E ~= scalar.value,
      let plain = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return character }
    return Character(plain)
  }

  /// The longest code of the register that begins there.
  private static func coded(_ line: [Character], _ start: Int, _ desk: ServiceDesk) -> WrittenRoom? {
    let most = min(line.count, start + longestCode)
    var text = ""
    var found: WrittenRoom?
    for end in start..<most {
      text.append(dash(line[end]) ? "-" : folded(line[end]))
      guard end + 1 == line.count || !joins(line[end], line[end + 1]), end > start else { continue }
      let code = UnitCode(text)
      if desk.households[code] != nil { found = WrittenRoom(unit: code, range: start..<end + 1) }
    }
    return found
  }

  /// `3栋2单元1201室` and what is like it, where only one place of the register can be meant.
  private static func spoken(_ line: [Character], _ start: Int, _ desk: ServiceDesk) -> WrittenRoom? {
    var place = start
    func number() -> String? {
      var (digits, end) = ("", place)
      while end < line.count, let digit = digit(line[end]) {
        digits += digit
        end += 1
      }
      guard 1...5 ~= digits.utf8.count else { return nil }
      place = end
      return digits
    }
    func word(_ words: [String]) -> Bool {
      while place < line.count, line[place] == " " || line[place] == "\u{3000}" { place += 1 }
      for word in words where line[place...].starts(with: word) {
        place += word.count
        while place < line.count, line[place] == " " || line[place] == "\u{3000}" { place += 1 }
        return true
      }
      return false
    }
    guard let building = number(), word(["号楼", "栋", "幢", "座", "#", "＃"]) else { return nil }
    guard var last = number() else { return nil }
    var parts = [building]
    if word(["单元", "门", "梯"]) {
      parts.append(last)
      guard let room = number() else { return nil }
      last = room
    }
    // A floor is no room: 3号楼12楼.
    guard last.utf8.count >= 3 else { return nil }
    _ = line[min(place, line.count)...].first.map { if "室房号户".contains($0) { place += 1 } }
    parts.append(last)
    return unit(parts, desk).map { WrittenRoom(unit: $0, range: start..<place) }
  }

  /// A digit in either writing; of 十 as many as make it a number is more than rooms need.
  private static func digit(_ character: Character) -> String? {
    let plain = folded(character)
    if plain.isASCII, plain.isNumber { return String(plain) }
    guard let value = Array("零一二三四五六七八九").firstIndex(of: character) else {
      return character == "十" ? "10" : nil
    }
    return String(value)
  }

  /// The place of the register with these parts; where the entrance was not said, the only one that has the others.
  private static func unit(_ parts: [String], _ desk: ServiceDesk) -> UnitCode? {
    let whole = UnitCode(parts.joined(separator: "-"))
    if desk.households[whole] != nil { return whole }
    let found = desk.households.keys.filter { code in
      let own = code.value.split(separator: "-")
      return own.count > parts.count && own.first.map(String.init) == parts.first
        && own.last.map(String.init) == parts.last
        && (parts.count < 3 || own.suffix(2).first.map(String.init) == parts[1])
    }
    return found.count == 1 ? found.first : nil
  }
}
