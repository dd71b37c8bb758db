import Desk
import Terminal

/// Which columns the queue has at a width, and how wide each is.
struct QueueColumns {
  enum Name: CaseIterable {
    case mark, number, kind, urgency, room, person, summary, who, status, clock, countdown
  }
  let columns: [(name: Name, width: Int)]
  /// Words are cut to their short forms.
  let isNarrow: Bool

  init(width: Int, language: Language, highest: TicketNumber) {
    isNarrow = width < 100
    let zh = language == .zh
    let number = max(4, highest.description.utf8.count)
    let fixed: [(Name, Int)] = [
      (.mark, 1), (.number, number), (.kind, zh ? (isNarrow ? 4 : 8) : isNarrow ? 4 : 10),
      (.urgency, zh ? 4 : isNarrow ? 4 : 8), (.room, width < 90 ? 9 : 10), (.person, isNarrow ? 6 : 8),
      (.summary, 0), (.who, isNarrow ? 6 : 8), (.status, zh ? 6 : isNarrow ? 8 : 9),
      (.clock, zh ? (isNarrow ? 4 : 8) : 7), (.countdown, Countdown.width),
    ]
    // The clock's name and the countdown stand on one meter, with nothing between them.
    let taken = fixed.reduce(0) { $0 + $1.1 } + fixed.count - 2
    columns = fixed.map { ($0.0, $0.0 == .summary ? max(4, width - taken - 1) : $0.1) }
  }

  /// The heading of a column.
  static func heading(_ name: Name, _ words: Words) -> String {
    switch name {
    case .mark: ""
    case .number: words.text("编号", "No.")
    case .kind: words.text("类型", "Kind")
    case .urgency: words.text("等级", "Urg.")
    case .room: words.text("房号", "Room")
    case .person: words.text("姓名", "Person")
    case .summary: words.text("摘要", "Summary")
    case .who: words.text("人员", "Who")
    case .status: words.text("状态", "Status")
    case .clock: words.text("时限", "Next")
    case .countdown: words.text("剩余", "Left")
    }
  }

  /// The kind in the room there is.
  func kind(_ kind: TicketKind, _ language: Language) -> String {
    guard isNarrow else { return kind.name(in: language) }
    if language == .en { return String(kind.name(in: .en).prefix(4)) }
    return String(kind.name(in: .zh).prefix(2))
  }

  func urgency(_ urgency: Urgency, _ language: Language) -> String {
    guard isNarrow, language == .en else { return urgency.name(in: language) }
    return switch urgency {
    case .critical: "Crit"
    case .urgent: "Urg."
    case .normal: "Norm"
    case .planned: "Plan"
    }
  }

  func clock(_ clock: ClockName, _ language: Language) -> String {
    guard isNarrow, language == .zh, clock == .promise else { return clock.name(in: language) }
    return "承诺"
  }
}
