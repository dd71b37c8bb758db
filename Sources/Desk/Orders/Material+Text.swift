extension Material {
  /// Words for a number of things, so that `2个` is a quantity.
  private static let counters = "个只条米卷套根把瓶桶件张盒台支付副对包袋片块"

  /// Reads `水龙头 x2 @35.00`, `底盒x2@5`, `底盒 2个 5元`, full width or not: a name, how many (1 unless said), the price of one in
  /// yuan (0 unless said); nil for what cannot be told apart.
  public init?(text: String) {
    var rest = Substring(Self.plain(text))
    var price: Int64?
    var quantity: Int64?
    while let last = Self.lastWord(of: rest) {
      let (head, word) = last
      if price == nil, word.isPrice {
        guard let value = DecimalText.read(word.digits, places: 2) else { return nil }
        price = value
      } else if quantity == nil, word.isQuantity {
        guard let value = DecimalText.read(word.digits, places: 3), value > 0 else { return nil }
        quantity = value
      } else {
        return nil
      }
      rest = head
    }
    let name = rest.split(separator: " ").joined(separator: " ")
    // A price that was not understood is no part of a name.
    guard !name.isEmpty, !name.contains("@") else { return nil }
    self.init(name: name, milliQuantity: quantity ?? 1000, unitPrice: price ?? 0)
  }

  /// Lists of materials: pieces separated by semicolons; nil where a piece cannot be read.
  public static func list(_ typed: String) -> [Material]? {
    var list: [Material] = []
    for piece in typed.split(whereSeparator: { $0 == ";" || $0 == "；" })
    where piece.contains(where: { !$0.isWhitespace }) {
      guard let material = Material(text: String(piece)) else { return nil }
      list.append(material)
    }
    return list
  }

  /// A quantity or a price at the end of a text.
  private struct Word {
    var digits: Substring
    var isPrice = false
    var isQuantity: Bool { !isPrice }
  }

  /// What was typed with a Chinese keyboard, as with any other.
  private static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xff01...0xff5e:
        plain.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xfee0) ?? scalar)
      case 0x3000, 9: plain += " "
      case 0xa5, 0xffe5: plain += "¥"
      case 0xd7: plain += "×"
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  /// The last quantity or price and what stands before it; nil where the text ends in neither.
  private static func lastWord(of text: Substring) -> (Substring, Word)? {
    var rest = text
    while rest.last == " " { rest.removeLast() }
    var isYuan = false
    var isCounted = false
    if let last = rest.last, last == "元" {
      isYuan = true
      rest.removeLast()
    } else if let last = rest.last, counters.contains(last) {
      isCounted = true
      rest.removeLast()
    }
    while (isYuan || isCounted) && rest.last == " " { rest.removeLast() }
    var start = rest.endIndex
    while start > rest.startIndex {
      let before = rest.index(before: start)
      guard rest[before].isASCII,
        rest[before].isNumber || rest[before] == "." || rest[before] == "-"
      else { break }
      start = before
    }
    let digits = rest[start...]
    guard !digits.isEmpty else { return nil }
    var head = rest[..<start]
    let isApart = head.last == " "
    while head.last == " " { head.removeLast() }
    guard let mark = head.last else { return nil }
    if mark == "@" || mark == "¥" { return (head.dropLast(), Word(digits: digits, isPrice: true)) }
    if isYuan { return (rest[..<start], Word(digits: digits, isPrice: true)) }
    let isTimes = mark == "×" || mark == "*" || ((mark == "x" || mark == "X") && !isApart)
    // `PVC管x2` is two of them, `box2` is a name.
    let before = head.dropLast().last
    let isLetter = before.map { $0.isASCII && $0.isLetter } ?? false
    if isTimes, !isLetter || mark == "×" || mark == "*" {
      return (head.dropLast(), Word(digits: digits))
    }
    return isCounted ? (rest[..<start], Word(digits: digits)) : nil
  }
}
