/// Texts as settings write them.
public enum SettingsString {
  /// A text in double quotes, with escapes where the grammar wants them.
  public static func text(_ plain: String) -> String {
    var written = "\""
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      case "\t": written += "\\t"
      case "\r": written += "\\r"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        written += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written + "\""
  }

  /// A key or a part of a section's name: bare where the grammar allows it.
  public static func key(_ plain: String) -> String {
    !plain.isEmpty && plain.utf8.allSatisfy(SettingsCursor.isBareKey) ? plain : text(plain)
  }
}
