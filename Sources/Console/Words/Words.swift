public import Desk

/// The phrases of the desk in one language of the screen.
///
/// Every phrase is written once, in both languages side by side, so that a missing translation cannot compile.
public struct Words: Sendable {
  /// The language that the phrases come in.
  public let language: Language

  public init(_ language: Language) { self.language = language }

  /// One phrase in both languages: the place where a language is chosen.
  public func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// The word a person reads for a code.
  public func name(_ code: some Named) -> String { code.name(in: language) }

  /// The word for a code inside a sentence: English words there begin small.
  public func inside(_ code: some Named) -> String {
    text(code.name(in: .zh), code.name(in: .en).lowercased())
  }

  /// `a、b和c` / `a, b and c`.
  public func all(_ items: [String]) -> String { joined(items, text("和", " and ")) }

  /// `a、b或c` / `a, b or c`.
  public func any(_ items: [String]) -> String { joined(items, text("或", " or ")) }

  /// `a、b、c` / `a, b, c`; a dash for nothing.
  public func list(_ items: [String]) -> String {
    items.isEmpty ? "-" : items.joined(separator: text("、", ", "))
  }

  /// A text that somebody typed, in quotation marks.
  public func quoted(_ written: String) -> String { "“\(written)”" }

  /// Two halves of a line that belong together: `a:b` / `a: b`.
  public func pair(_ label: String, _ value: String) -> String {
    text("\(label)：\(value)", "\(label): \(value)")
  }

  private func joined(_ items: [String], _ last: String) -> String {
    guard let final = items.last, items.count > 1 else { return items.first ?? "-" }
    return items.dropLast().joined(separator: text("、", ", ")) + last + final
  }
}
