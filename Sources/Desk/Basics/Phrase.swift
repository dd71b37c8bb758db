/// One thing to say, in both languages side by side: a name, a title, a sentence. Whatever has words in two languages has one.
public struct Phrase: Hashable, Sendable {
  public let zh: String
  public let en: String

  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  /// The words in a language of the screen; the place where a language is chosen.
  public func said(in language: Language) -> String { language == .zh ? zh : en }
}
