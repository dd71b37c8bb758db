/// An apostrophe before what a spreadsheet would take for a formula, so that a text from outside is never run when a list
/// is opened there.
///
/// Putting it on and taking it off are each other's reverse for every text.
public enum CSVGuard {
  /// The text as it is written into a cell.
  public static func guarded(_ text: String) -> String { isOpenToHarm(text) ? "'" + text : text }

  /// The text that a cell was written for.
  public static func bare(_ cell: String) -> String {
    guard cell.utf8.first == 0x27, isOpenToHarm(cell) else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }

  /// Whether a sign that begins a formula comes first, but for apostrophes and then blanks; a full-width sign counts as
  /// one in Chinese and Japanese spreadsheets.
  private static func isOpenToHarm(_ text: String) -> Bool {
    let rest = text.unicodeScalars.drop { $0 == "'" }
    switch rest.first {
    case "\t", "\r", "\n": return true
    default: break
    }
    switch rest.first(where: { $0 != " " }) {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
    default: return false
    }
  }
}
