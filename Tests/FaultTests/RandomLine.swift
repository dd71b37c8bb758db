import TestSupport

/// Random journal lines, and ways in which other programs and bad disks change them; all from one seed.
struct RandomLine {
  private var random: SeededRandom

  init(_ random: SeededRandom) {
    self.random = random
  }

  /// A line without its checksum: the envelope in the order of the house or in any other, and some payload.
  mutating func body() -> [UInt8] {
    var members = [
      "\"seq\":\(number())", "\"prev\":\"\(hex())\"", "\"at\":\"\(moment())\"", "\"by\":\(string())",
    ]
    if chance(3) { members.append("\"actor\":\(string())") }
    if chance(3) { members.append("\"on\":\"\(moment())\"") }
    members.append("\"type\":\(string())")
    if chance(3) { members.shuffle(using: &random) }
    for key in 0..<Int.random(in: 0..<4, using: &random) { members.append("\"k\(key)\":\(value(depth: 0))") }
    if chance(4) { members.shuffle(using: &random) }
    let comma = chance(5) ? " ,\t" : ","
    return Array("{\(members.joined(separator: comma))".utf8)
  }

  /// `body` with one to three bytes flipped, taken out, put in or doubled.
  mutating func mutated(_ body: [UInt8]) -> [UInt8] {
    var bytes = body
    for _ in 0..<Int.random(in: 1...3, using: &random) where bytes.count > 2 {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes.remove(at: place)
      case 2:
        bytes.insert(Array("{}[]\",:\\0-.e \u{1}\u{7f}".utf8).randomElement(using: &random) ?? 0, at: place)
      case 3: bytes[place] = UInt8.random(in: 0...255, using: &random)
      default:
        let end = min(bytes.count, place + Int.random(in: 1..<12, using: &random))
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      }
    }
    return bytes
  }

  private mutating func chance(_ many: Int) -> Bool { Int.random(in: 0..<many, using: &random) == 0 }

  private mutating func number() -> String {
    let number = Int64.random(in: 0...(.max), using: &random) >> Int64.random(in: 4..<64, using: &random)
    return "\(number)"
  }

  private mutating func hex() -> String {
    let digits = Array("0123456789abcdef")
    return String((0..<32).map { _ in digits.randomElement(using: &random) ?? "0" })
  }

  private mutating func moment() -> String {
    let two = { (random: inout SeededRandom, range: ClosedRange<Int>) in
      let number = Int.random(in: range, using: &random)
      return number < 10 ? "0\(number)" : "\(number)"
    }
    let day = "20\(two(&random, 10...99))-\(two(&random, 1...12))-\(two(&random, 1...28))"
    return
      "\(day)T\(two(&random, 0...23)):\(two(&random, 0...59)):\(two(&random, 0...59)).\(two(&random, 10...99))7Z"
  }

  private mutating func string() -> String {
    let pieces = [
      "a", "li.na", "ticket.noted", "漏水", "é", "e\u{301}", "\u{2028}", "😀", "\\n", "\\\"", "\\\\", "\\u0000",
      "\\u4e2d", "\\ud83d\\ude00", "/", "\\/", "~", "\u{7f}",
    ]
    let text = (0..<Int.random(in: 0..<5, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }
    return "\"\(text.joined())\""
  }

  private mutating func value(depth: Int) -> String {
    switch Int.random(in: 0..<(depth < 3 ? 8 : 6), using: &random) {
    case 0: return string()
    case 1: return number()
    case 2: return "-\(number())"
    case 3: return ["0.5", "1e3", "-2.25E-1", "0"].randomElement(using: &random) ?? "0"
    case 4: return ["true", "false", "null"].randomElement(using: &random) ?? "null"
    case 5: return "[]"
    case 6: return "[\(value(depth: depth + 1)), \(value(depth: depth + 1))]"
    default: return "{\"x\":\(value(depth: depth + 1)),\"y\":\(value(depth: depth + 1))}"
    }
  }
}
