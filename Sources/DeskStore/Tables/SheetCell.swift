/// Cells that a spreadsheet takes as they are meant.
///
/// Bytes are looked at, not characters: a mark that combines with a quotation mark does not hide it.
public enum SheetCell {
  /// A phone, a room, an order: written as a formula that is a text, else a spreadsheet makes 1.38E+10 or the 2nd of
  /// March of it. Longer ones than a formula may hold are guarded only.
  static func label(_ text: String) -> String {
    if text.isEmpty { return "" }
    guard text.utf16.count <= longest, text.utf8.allSatisfy({ $0 >= 0x20 }) else {
      return CSVGuard.guarded(text)
    }
    var bytes: [UInt8] = [0x3D, quote]
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    return String(decoding: bytes + [quote], as: UTF8.self)
  }

  /// The text that a cell was written for, whichever way it was kept from being taken for something else: `="138…"` and
  /// a leading apostrophe are undone, every other cell is what it says.
  public static func bare(_ cell: String) -> String {
    let bytes = Array(cell.utf8)
    guard bytes.count > 2, bytes[0] == 0x3D, bytes[1] == quote, bytes.last == quote,
      let text = undoubled(bytes[2..<(bytes.count - 1)])
    else { return CSVGuard.bare(cell) }
    return text
  }

  private static let quote = UInt8(ascii: "\"")
  /// The most characters that a text in a formula has.
  private static let longest = 255

  /// nil where a quotation mark stands alone: then it was another formula.
  private static func undoubled(_ bytes: ArraySlice<UInt8>) -> String? {
    var text: [UInt8] = []
    var isOpen = false
    for byte in bytes {
      if byte == quote {
        isOpen.toggle()
        if isOpen { continue }
      } else if isOpen {
        return nil
      }
      text.append(byte)
    }
    return isOpen ? nil : String(decoding: text, as: UTF8.self)
  }
}
