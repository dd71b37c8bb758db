/// Cells that a spreadsheet takes as they are meant.
public enum SheetCell {
  /// A phone, a room, an order: written as a formula that is a text, else a spreadsheet makes 1.38E+10 or the 2nd of
  /// March of it. Longer ones than a formula may hold are guarded only.
  static func label(_ text: String) -> String {
    if text.isEmpty { return "" }
    guard text.utf16.count <= longest, text.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
      return CSVGuard.guarded(text)
    }
    return "=\"" + doubled(text) + "\""
  }

  /// The text that a cell was written for, whichever way it was kept from being taken for something else: `="138…"` and
  /// a leading apostrophe are undone, every other cell is what it says.
  public static func bare(_ cell: String) -> String {
    guard cell.hasPrefix("=\""), cell.hasSuffix("\""), cell.utf8.count > 2 else { return CSVGuard.bare(cell) }
    let inner = cell.dropFirst(2).dropLast()
    guard let text = undoubled(inner) else { return CSVGuard.bare(cell) }
    return text
  }

  /// The most characters that a text in a formula has.
  private static let longest = 255

  private static func doubled(_ text: String) -> String {
    text.utf8.contains(0x22)
      ? text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") : text
  }

  /// nil where a quotation mark stands alone: then it was another formula.
  private static func undoubled(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var isOpen = false
    for byte in text.utf8 {
      if byte == 0x22 {
        isOpen.toggle()
        if isOpen { continue }
      } else if isOpen {
        return nil
      }
      bytes.append(byte)
    }
    return isOpen ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
