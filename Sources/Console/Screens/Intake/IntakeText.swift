import Desk
import Words

/// Between what is typed at intake and the receipt it means.
enum IntakeText {
  /// The receipt that the fields mean.
  static func receipt(of fields: FieldSet, _ context: Context) -> Receipt {
    var receipt = Receipt(kind: .repair, summary: trimmed(fields.text(.summary)))
    if case .kind(let kind)? = fields.chosen(.kind) { receipt.kind = kind }
    if case .urgency(let urgency)? = fields.chosen(.urgency) { receipt.urgency = urgency }
    if case .topic(let topic)? = fields.chosen(.topic) { receipt.topic = topic }
    if case .channel(let channel)? = fields.chosen(.channel) { receipt.channel = channel }
    if case .staff(let owner)? = fields.chosen(.owner) { receipt.owner = owner }
    if case .flag(let value, _)? = fields.chosen(.important) { receipt.isImportant = value }
    let unit = trimmed(fields.text(.unit))
    receipt.unit = unit.isEmpty ? nil : UnitCode(unit)
    receipt.caller = trimmed(fields.text(.caller))
    receipt.phone = trimmed(fields.text(.phone))
    receipt.rings = DecimalText.whole(fields.text(.rings)).map(Int.init)
    receipt.window = try? TimeField(name: .window, context: context).window(fields.text(.window))
    return receipt
  }

  /// More hanzi than any name has.
  private static let longName = 6

  /// Whether words tell of a matter, and name nobody.
  static func isMatter(_ text: String) -> Bool {
    let hanzi = text.unicodeScalars.count { $0.properties.isIdeographic }
    return hanzi >= longName || hanzi >= 3 && MatterWords(text).topic != nil
  }

  /// When it reached the desk, where that was earlier.
  static func received(of fields: FieldSet, _ context: Context) -> Instant? {
    let text = fields.text(.received)
    return text.isEmpty ? nil : try? TimeField(name: .received, context: context).moment(text)
  }

  /// Refuses what cannot be read, before anything is recorded.
  static func check(_ fields: FieldSet, _ context: Context, isLine: Bool) throws(Form.Problem.Failure) {
    guard !isLine else { return }
    if let problem = fields.unmatched { throw .init(problem: problem) }
    if trimmed(fields.text(.summary)).isEmpty { throw .init(problem: .missing(.summary)) }
    if !fields.text(.rings).isEmpty, DecimalText.whole(fields.text(.rings)) == nil {
      throw .init(problem: .unreadable(.rings))
    }
    if !fields.text(.received).isEmpty {
      _ = try TimeField(name: .received, context: context).moment(fields.text(.received))
    }
    if !fields.text(.window).isEmpty {
      _ = try TimeField(name: .window, context: context).window(fields.text(.window))
    }
  }

  /// The line that means what the form says so far.
  static func line(of fields: FieldSet) -> String {
    let summary = fields.text(.summary).split(whereSeparator: \.isNewline).joined(separator: " ")
    var words = [fields.text(.unit), summary]
    if case .urgency(let urgency)? = fields.chosen(.urgency), urgency != .normal {
      words.append("!" + urgency.rawValue)
    }
    if case .staff(let owner?)? = fields.chosen(.owner) { words.append("@" + owner.value) }
    if case .topic(let topic)? = fields.chosen(.topic), topic != .other { words.append("#" + topic.rawValue) }
    if case .kind(let kind)? = fields.chosen(.kind), kind != .repair { words.append("=" + kind.rawValue) }
    if case .channel(let channel)? = fields.chosen(.channel), channel != .phone {
      words.append("%" + channel.rawValue)
    }
    if !fields.text(.caller).isEmpty { words.append("~" + fields.text(.caller)) }
    words.append(fields.text(.phone))
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The form filled with what a line said.
  static func fields(of receipt: Receipt, into old: FieldSet) -> FieldSet {
    var fields = old
    fields.setText(.unit, receipt.unit?.value ?? "")
    fields.setText(.summary, receipt.summary)
    fields.setText(.caller, receipt.caller)
    fields.setText(.phone, receipt.phone)
    fields.choose(.kind, .kind(receipt.kind))
    fields.choose(.urgency, .urgency(receipt.urgency))
    fields.choose(.topic, .topic(receipt.topic))
    fields.choose(.channel, .channel(receipt.channel))
    fields.choose(.owner, .staff(receipt.owner))
    return fields
  }

  private static func trimmed(_ text: String) -> String { TextField.trimmed(text) }
}

extension IntakeDraft.Problem {
  /// What is wrong with the line, and what would be understood.
  func sentence(_ words: Words) -> String {
    switch self {
    case .unknownUnit(let unit, let similar):
      let near = similar.map(\.value).joined(separator: " ")
      return near.isEmpty
        ? words.text("没有房号 \(unit)。", "There is no room \(unit).")
        : words.text("没有房号 \(unit)，相近的有：\(near)。", "There is no room \(unit); similar ones: \(near).")
    case .unknownStaff(let name): return words.text("没有这个人：@\(name)。", "Nobody here is called @\(name).")
    case .unknownWord(let word):
      return words.text(
        "看不懂 \(word)。! 等级 # 事项 = 类型 % 渠道 @ 人。",
        "\(word) means nothing. ! urgency # topic = kind % channel @ person.")
    case .saidTwice(let word):
      return words.text("\(word) 与前面说的重复。", "\(word) says again what was said before.")
    case .severalHomes(let phone, let people): return words.severalHomes(phone, people)
    case .nothingSaid: return words.text("还没有写是什么事。", "It does not say what the matter is.")
    }
  }
}
