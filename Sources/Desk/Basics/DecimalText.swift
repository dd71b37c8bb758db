/// Decimal fractions as whole numbers of their smallest part: prices in fen, quantities in thousandths.
public enum DecimalText {
  /// Reads digits with at most so many places; nil for anything else. A number longer than any that makes sense is the largest
  /// there is: the rules then say what it should be, which “cannot be read” would not.
  public static func read(_ text: some StringProtocol, places: Int) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first, !whole.isEmpty else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : "0"
    guard (1...places).contains(fraction.utf8.count) else { return nil }
    let digits = whole + fraction + String(repeating: "0", count: places - fraction.utf8.count)
    return digits.isAllDigits ? Int64(digits) ?? .max : nil
  }

  /// Reads a whole number likewise.
  public static func whole(_ text: some StringProtocol) -> Int64? {
    !text.isEmpty && text.isAllDigits ? Int64(text) ?? .max : nil
  }

  /// The same as a text, trailing zeros left out down to `atLeast` places.
  public static func text(_ value: Int64, places: Int, atLeast: Int) -> String {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    var fraction = padded.suffix(places)
    while fraction.count > atLeast, fraction.last == "0" { fraction.removeLast() }
    let whole = padded.dropLast(places)
    return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// Reads yuan into fen.
  public static func fen(_ text: some StringProtocol) -> Int64? { read(text, places: 2) }

  /// Fen as yuan, `35.00`.
  public static func yuan(_ fen: Int64) -> String { text(fen, places: 2, atLeast: 2) }
}

extension StringProtocol {
  fileprivate var isAllDigits: Bool { utf8.allSatisfy { 48...57 ~= $0 } }
}
