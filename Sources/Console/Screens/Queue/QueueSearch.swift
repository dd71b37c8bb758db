import Desk
import Words

/// What is typed into the queue's search: plain words, and `kind:complaint`, `owner:me`, `late:yes` in either
/// language and with either colon.
enum QueueSearch {
  /// The filter meant. A word that looks like a condition and is none stays a word to search for.
  static func filter(_ typed: String, _ context: Context) -> TicketFilter {
    filter(typed, context.desk, context.me)
  }

  /// The same for whoever asks.
  static func filter(_ typed: String, _ desk: ServiceDesk, _ me: StaffCode?) -> TicketFilter {
    var filter = TicketFilter()
    var words: [Substring] = []
    for word in typed.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" })
    where !take(word, &filter, desk, me) {
      words.append(word)
    }
    filter.text = words.joined(separator: " ")
    return filter
  }

  /// The first word that looks like a condition and means none, such as `kind:nonsense`.
  static func misread(_ typed: String, _ context: Context) -> Substring? {
    var filter = TicketFilter()
    return typed.split(whereSeparator: \.isWhitespace).first { word in
      guard let colon = word.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
      return names.contains(word[..<colon].lowercased()) && !take(word, &filter, context.desk, context.me)
    }
  }

  private static let names: Set = [
    "kind", "类型", "status", "状态", "urgency", "等级", "topic", "事项", "room", "unit", "房号", "owner", "责任人",
    "late",
    "超时",
  ]

  private static func take(
    _ word: Substring, _ filter: inout TicketFilter, _ desk: ServiceDesk, _ me: StaffCode?
  ) -> Bool {
    guard let colon = word.firstIndex(where: { $0 == ":" || $0 == "：" }), colon > word.startIndex else {
      return false
    }
    let value = word[word.index(after: colon)...]
    switch word[..<colon].lowercased() {
    case "kind", "类型": return TicketKind.matching(value).map { filter.kinds.insert($0) } != nil
    case "status", "状态": return TicketStatus.matching(value).map { filter.statuses.insert($0) } != nil
    case "urgency", "等级": return Urgency.matching(value).map { filter.urgencies.insert($0) } != nil
    case "topic", "事项": return Topic.matching(value).map { filter.topics.insert($0) } != nil
    case "room", "unit", "房号":
      filter.unit = UnitCode(String(value))
      return !value.isEmpty
    case "owner", "责任人": return owner(value, &filter, desk, me)
    case "late", "超时":
      filter.lateOnly = ["yes", "y", "是", "1"].contains(value.lowercased())
      return true
    default: return false
    }
  }

  private static func owner(
    _ value: Substring, _ filter: inout TicketFilter, _ desk: ServiceDesk, _ me: StaffCode?
  ) -> Bool {
    if value == "me" || value == "我" {
      filter.owner = me
      return me != nil
    }
    let person = desk.staffInOrder.first { $0.code.value == value || $0.name == value }
    filter.owner = person?.code
    return person != nil
  }
}
