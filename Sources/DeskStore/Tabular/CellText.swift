/// What a cell says, without the signs that only keep a spreadsheet from reading it otherwise.
public enum CellText {
  /// `="0138"` and `'0138` are 0138, and the guard against formulas is taken off (``CSVGuard``).
  public static func bare(_ cell: String) -> String {
    switch cell.utf8.first {
    case UInt8(ascii: "="): return formula(cell) ?? cell
    case UInt8(ascii: "'"):
      let rest = cell.utf8.dropFirst()
      return isNumber(rest) ? String(Substring(rest)) : CSVGuard.bare(cell)
    default: return cell
    }
  }

  /// The text of a formula that is nothing but a text in quotes.
  private static func formula(_ cell: String) -> String? {
    let bytes = Array(cell.utf8)
    guard bytes.count >= 3, bytes[1] == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") else {
      return nil
    }
    var text: [UInt8] = []
    var rest = bytes[2..<(bytes.count - 1)]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") { guard rest.popFirst() == byte else { return nil } }
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Digits, perhaps with what stands in numbers of telephones and dates between them.
  private static func isNumber(_ bytes: Substring.UTF8View.SubSequence) -> Bool {
    guard let first = bytes.first, 48...57 ~= first else { return false }
    return bytes.allSatisfy { 48...57 ~= $0 || " -/.:()".utf8.contains($0) }
  }
}
