/// Colours for what is printed; the text says the same without them.
struct Ink {
  let isColoured: Bool

  /// How a piece of text stands out.
  enum Shade {
    case plain, late, atRisk, faint, strong
  }

  func callAsFunction(_ text: String, _ shade: Shade) -> String {
    guard isColoured, let code = code(shade) else { return text }
    return "\u{1B}[" + code + "m" + text + "\u{1B}[0m"
  }

  private func code(_ shade: Shade) -> String? {
    switch shade {
    case .plain: nil
    case .late: "1;31"
    case .atRisk: "33"
    case .faint: "2"
    case .strong: "1"
    }
  }
}
