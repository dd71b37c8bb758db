/// A piece of help, or a title, in both languages.
public struct Phrase: Hashable, Sendable {
  public let zh: String
  public let en: String

  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  /// The words in a language of the screen.
  public func said(in language: Language) -> String { language == .zh ? zh : en }
}
