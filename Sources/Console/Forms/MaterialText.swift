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
          guard let price = decimal(digits, places: 2) else { return nil }
          material.unitPrice = price
        } else if let quantity = decimal(digits, places: 3) {
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

  /// `35.5` with two places is 3550; nil where it is no such number or has more places.
  static func decimal(_ text: Substring, places: Int) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, parts.count <= 2 else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.utf8.count <= places, (whole + fraction).utf8.allSatisfy({ 48...57 ~= $0 }) else {
      return nil
    }
    return Int64(whole + fraction + String(repeating: "0", count: places - fraction.utf8.count))
  }
}
