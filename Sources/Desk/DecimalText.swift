/// Decimal fractions as whole numbers of their smallest part: prices in fen, quantities in thousandths.
public enum DecimalText {
  /// Reads up to a thousand million with at most so many places; nil for anything else.
  public static func read(_ text: some StringProtocol, places: Int) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first, (1...9).contains(whole.utf8.count) else {
      return nil
    }
    let fraction = parts.count == 2 ? String(parts[1]) : "0"
    guard (1...places).contains(fraction.utf8.count) else { return nil }
    let digits = whole + fraction + String(repeating: "0", count: places - fraction.utf8.count)
    guard digits.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    return Int64(digits)
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
