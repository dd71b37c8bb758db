import Desk

/// A piece of help in both languages.
struct Phrase: Sendable {
  let zh: String
  let en: String

  init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  func said(in language: Language) -> String { language == .zh ? zh : en }
}
