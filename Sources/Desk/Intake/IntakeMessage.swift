/// A message somebody wrote, as it is pasted into intake:
///
///     3栋2单元1201 王女士 138 0000 0001
///     厨房漏水，地上都是水
///     麻烦尽快
///
/// Room, name and telephone number are found wherever they stand; all else, on its lines, is what the matter is. What
/// cannot be understood stays in the words, so that nothing is lost.
public enum IntakeMessage {
  /// More of a message than this is not searched; it is kept all the same.
  static let most = 2_000

  /// Reads a message against the registers; the channel is WeChat, of no problem more is said than whose of several homes
  /// the number is.
  public static func parse(_ text: String, desk: ServiceDesk) -> IntakeDraft {
    var draft = IntakeDraft(
      receipt: Receipt(kind: .repair, summary: "", channel: .wechat), problems: [])
    var lines = lines(of: text).map { MessageLine(Array($0)) }
    var marked: Set<Int> = []
    for place in lines.indices { lines[place].takeMarks(into: &draft, &marked, desk) }
    for place in lines.indices where draft.receipt.unit == nil { lines[place].takeRoom(into: &draft, desk) }
    for place in lines.indices where draft.receipt.caller.isEmpty {
      lines[place].takeName(into: &draft, desk)
    }
    for place in lines.indices where draft.receipt.phone.isEmpty {
      lines[place].takePhone(into: &draft, desk)
    }
    for place in lines.indices { lines[place].takeBareName(into: &draft) }
    draft.receipt.summary = lines.map(\.rest).filter { !$0.isEmpty }.joined(separator: "\n")
    if draft.receipt.summary.isEmpty { draft.problems.append(.nothingSaid) }
    IntakeLine.finish(&draft, marked, desk: desk)
    return draft
  }

  /// Whether a text says more of a call than one thing: then it is a message, and no room, name or number.
  public static func isOne(_ text: String, desk: ServiceDesk) -> Bool {
    if lines(of: text).count > 1 { return true }
    let receipt = parse(text, desk: desk).receipt
    let isFound = receipt.unit != nil || !receipt.phone.isEmpty
    return isFound && !receipt.summary.isEmpty
  }

  /// Whether a text is a message that says of which room it is, or whom to ring.
  public static func namesSomebody(_ text: String, desk: ServiceDesk) -> Bool {
    let receipt = parse(String(text.prefix(most)), desk: desk).receipt
    return (receipt.unit != nil || !receipt.phone.isEmpty) && !receipt.summary.isEmpty
  }

  /// The lines that say something, without the blanks around them.
  static func lines(of text: String) -> [Substring] {
    text.split(whereSeparator: \.isNewline).map(MessageLine.trimmed).filter { !$0.isEmpty }
  }
}
