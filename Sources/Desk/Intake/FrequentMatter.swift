/// A matter that residents call about again and again: its words, and what it is in the desk's own terms.
public struct FrequentMatter: Hashable, Sendable {
  public let kind: TicketKind
  public let topic: Topic
  public let urgency: Urgency
  /// What is written down.
  public let phrase: Phrase

  init(_ kind: TicketKind, _ topic: Topic, _ urgency: Urgency, _ zh: String, _ en: String) {
    self.kind = kind
    self.topic = topic
    self.urgency = urgency
    phrase = Phrase(zh, en)
  }

  /// How well typed words mean it, 0 for best; nil where they do not. `sgbl` means 水管爆裂.
  public func rank(_ typed: String) -> Int? {
    let words = typed.split(whereSeparator: \.isWhitespace).map { SearchWord($0) }
    let terms = Language.allCases.map { topic.name(in: $0) } + Language.allCases.map { kind.name(in: $0) }
    if words.allSatisfy({ $0.begins(phrase.zh) || $0.begins(phrase.en) }) { return 0 }
    if words.allSatisfy({ $0.matches(phrase.zh) || $0.matches(phrase.en) }) { return 1 }
    return words.allSatisfy { word in
      word.matches(phrase.zh) || word.matches(phrase.en) || terms.contains { word.matches($0) }
    } ? 2 : nil
  }

  /// The most urgent of each trade first.
  public static let all: [FrequentMatter] = [
    .init(.repair, .plumbing, .critical, "水管爆裂", "Water pipe burst"),
    .init(.repair, .plumbing, .urgent, "厨房漏水", "Kitchen leak"),
    .init(.repair, .plumbing, .urgent, "卫生间漏水", "Bathroom leak"),
    .init(.repair, .plumbing, .urgent, "楼上漏水", "Leak from the flat above"),
    .init(.repair, .plumbing, .urgent, "马桶堵塞", "Toilet blocked"),
    .init(.repair, .plumbing, .normal, "下水堵塞", "Drain blocked"),
    .init(.repair, .plumbing, .urgent, "家里停水", "No water at home"),
    .init(.repair, .power, .urgent, "家里停电", "No power at home"),
    .init(.repair, .power, .urgent, "整栋楼停电", "No power in the whole building"),
    .init(.repair, .power, .normal, "楼道灯不亮", "Landing light out"),
    .init(.incident, .lift, .critical, "电梯困人", "Person trapped in the lift"),
    .init(.repair, .lift, .urgent, "电梯停运", "Lift out of order"),
    .init(.incident, .fire, .critical, "冒烟起火", "Smoke or fire"),
    .init(.incident, .fire, .critical, "燃气泄漏", "Smell of gas"),
    .init(.repair, .doorsWindows, .urgent, "门锁打不开", "Door lock jammed"),
    .init(.repair, .doorsWindows, .normal, "门窗损坏", "Door or window broken"),
    .init(.repair, .lowVoltage, .normal, "门禁失灵", "Entry system fails"),
    .init(.repair, .lowVoltage, .normal, "对讲不响", "Intercom silent"),
    .init(.repair, .structure, .urgent, "外墙脱落", "Facade coming loose"),
    .init(.repair, .structure, .normal, "屋顶渗水", "Roof lets water in"),
    .init(.complaint, .security, .urgent, "高空抛物", "Things thrown from a window"),
    .init(.complaint, .noise, .normal, "装修噪音", "Renovation noise"),
    .init(.complaint, .noise, .normal, "邻居噪音", "Noise from the neighbours"),
    .init(.complaint, .parking, .normal, "停车占位", "Parking space taken"),
    .init(.repair, .parking, .urgent, "道闸不抬杆", "Barrier does not open"),
    .init(.complaint, .sanitation, .normal, "垃圾未清运", "Rubbish not collected"),
    .init(.complaint, .pets, .normal, "遛狗不牵绳", "Dog off the lead"),
    .init(.complaint, .renovation, .normal, "违章装修", "Building work without permission"),
    .init(.repair, .greening, .urgent, "树木倒伏", "Fallen tree"),
    .init(.inquiry, .fees, .normal, "物业费咨询", "Question about the service charge"),
  ]
}
