import Desk

/// The ways in which somebody's hours are typed into a form.
enum DutyText {
  /// The duty meant: nil inside for what is always so, nil where it is none.
  static func duty(_ typed: String) -> Duty?? {
    let text = TextField.trimmed(folded(typed))
    switch text {
    case "usual", "照常": return .some(nil)
    case "休息", "off": return .off
    default:
      let plain = text.hasPrefix("待命") ? "on-call " + TextField.trimmed(String(text.dropFirst(2))) : text
      return Duty(text: plain).map { .some($0) }
    }
  }

  /// ASCII for the full-width digits and colons that an input method leaves behind.
  private static func folded(_ text: String) -> String {
    var ascii = ""
    for scalar in text.unicodeScalars {
      let plain = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
      ascii.unicodeScalars.append(scalar == "\u{3000}" ? " " : plain ?? scalar)
    }
    return ascii
  }
}
