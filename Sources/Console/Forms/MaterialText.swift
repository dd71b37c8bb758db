import Desk

/// The material list as it is typed: `水龙头 x1 @35.00；生料带 x2 @3`, pieces separated by semicolons.
enum MaterialText {
  /// The lines of the list; nil where a piece cannot be read. The quantity is one and the price nothing where they
  /// are not given.
  static func materials(_ typed: String) -> [Material]? {
    var list: [Material] = []
    for piece in typed.split(whereSeparator: { $0 == ";" || $0 == "；" }) {
      let words = piece.split(separator: " ")
      guard !words.isEmpty else { continue }
      var material = Material(name: "", milliQuantity: 1000, unitPrice: 0)
      var name: [Substring] = []
      for word in words {
        guard let mark = word.first, "xX×@".contains(mark), word.count > 1 else {
          name.append(word)
          continue
        }
        let digits = word.dropFirst()
        if mark == "@" {
          guard let price = DecimalText.read(digits, places: 2) else { return nil }
          material.unitPrice = price
        } else if let quantity = DecimalText.read(digits, places: 3) {
          material.milliQuantity = quantity
        } else {
          name.append(word)
        }
      }
      material.name = name.joined(separator: " ")
      guard !material.name.isEmpty else { return nil }
      list.append(material)
    }
    return list
  }
}
