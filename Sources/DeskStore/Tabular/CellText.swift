/// What a cell says, without the signs that only keep a spreadsheet from reading it otherwise.
public enum CellText {
  /// `="0138"` and `'0138` are 0138, and the guard against formulas is taken off (``SheetCell``).
  ///
  /// An apostrophe before digits is taken off as well: another program's cell means a number kept as text by it. In our own
  /// lists it would be a part of the text, which ``SheetCell/bare(_:)`` leaves.
  public static func bare(_ cell: String) -> String {
    guard let first = cell.utf8.first, first == UInt8(ascii: "=") || first == UInt8(ascii: "'") else {
      return cell
    }
    let rest = cell.utf8.dropFirst()
    return first == UInt8(ascii: "'") && isNumber(rest) ? String(Substring(rest)) : SheetCell.bare(cell)
  }

  /// Digits, perhaps with what stands in numbers of telephones and dates between them.
  private static func isNumber(_ bytes: Substring.UTF8View.SubSequence) -> Bool {
    guard let first = bytes.first, 48...57 ~= first else { return false }
    return bytes.allSatisfy { 48...57 ~= $0 || " -/.:()".utf8.contains($0) }
  }
}
