/// What a spreadsheet leaves where it has destroyed a value: nobody can say any more what stood there.
public enum SpreadsheetDamage: Hashable, Sendable {
  /// A long number, such as one of a telephone, of which only the first digits are left: `1.38E+10`.
  case shortened
  /// A column that was too narrow: `####`.
  case tooNarrow
  /// A formula that went wrong: `#REF!`.
  case formula

  /// What has become of a cell; nil where it looks sound.
  public static func of(_ text: String) -> SpreadsheetDamage? {
    let bytes = Array(text.trimmedOfBlanks.utf8)
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "#") {
      if bytes.count > 1, bytes.allSatisfy({ $0 == first }) { return .tooNarrow }
      return formulas.contains(String(decoding: bytes, as: UTF8.self).uppercased()) ? .formula : nil
    }
    if bytes.starts(with: Array("Err:5".utf8)), bytes.count == 7, bytes.dropFirst(4).allSatisfy(isDigit) {
      return .formula
    }
    return isShortened(bytes[...]) ? .shortened : nil
  }

  private static let formulas: Set<String> = [
    "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!",
    "#BLOCKED!", "#UNKNOWN!", "#BUSY!", "#CONNECT!", "#GETTING_DATA",
  ]

  /// One digit, perhaps more behind a point or comma, `E`, a sign and two digits or three.
  private static func isShortened(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    guard let first = rest.popFirst(), isDigit(first) else { return false }
    if rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") {
      rest = rest.dropFirst()
      guard let next = rest.first, isDigit(next) else { return false }
      rest = rest.drop(while: isDigit)
    }
    guard rest.popFirst() == UInt8(ascii: "E"), let sign = rest.popFirst(),
      sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    else { return false }
    return 2...3 ~= rest.count && rest.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 48...57 ~= byte }
}
