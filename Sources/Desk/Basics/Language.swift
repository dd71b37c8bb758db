/// A language of the screen.
public enum Language: String, Code {
  case zh, en

  /// The one that is switched to.
  public var other: Language { self == .zh ? .en : .zh }
}

/// A code that has a name in every language of the screen.
public protocol Named: Code {
  /// The word a person reads.
  var phrase: Phrase { get }
  /// Words that people read for it before: still understood, no longer said.
  static var formerNames: [String: Self] { get }
}

extension Named {
  /// The word a person reads in a language.
  public func name(in language: Language) -> String { phrase.said(in: language) }

  public static var formerNames: [String: Self] { [:] }

  /// The value whose code or whose name in any language is written there, letter case aside.
  public static func matching(_ text: some StringProtocol) -> Self? {
    let wanted = text.lowercased()
    if let exact = Self(rawValue: wanted) { return exact }
    let named = allCases.first { value in
      Language.allCases.contains { value.name(in: $0).lowercased() == wanted }
    }
    return named ?? formerNames[wanted]
  }
}
