import Desk

/// Sentences that are said again and again, found by their pinyin.
struct Phrases: Equatable {
  let texts: [String]

  /// So many are listed; nobody looks through more.
  private static let most = 500

  /// The lines of the centre's own file; without one, some that every desk says.
  init(_ bytes: [UInt8]?, _ language: Language) {
    let own = bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let lines = own.split(whereSeparator: \.isNewline).map { TextField.trimmed(TextField(String($0)).text) }
    let kept = lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    texts = kept.isEmpty ? Self.common(language) : Array(kept.prefix(Self.most))
  }

  private static func common(_ language: Language) -> [String] {
    switch language {
    case .zh:
      [
        "已电话告知住户，住户知悉", "已安排维修人员，尽快上门", "已上门查看", "住户不在家，改约时间", "已修好，试用正常", "等配件，到货后上门",
        "已劝止，对方同意配合", "电话无人接听，稍后再拨",
      ]
    case .en:
      [
        "Told the resident by telephone", "Somebody is on the way", "Looked at on the spot",
        "Nobody at home; another time agreed", "Repaired and tried", "Waiting for parts",
        "Nobody answered; will call again",
      ]
    }
  }

  /// To pick from.
  var list: PickList { PickList(texts.map { .phrase($0) }) }
}
