import Desk
import Terminal
import Words

/// Which columns the queue has, and how wide each is: by the language, the width of the list and the highest number there
/// is, never by the rows on the screen, so that nothing moves while somebody scrolls, sorts or narrows the list.
struct QueueColumns {
  enum Name: Int, CaseIterable {
    case mark, number, kind, urgency, room, person, summary, who, status, clock, countdown, bar
  }

  /// The columns from left to right.
  private(set) var columns: [(name: Name, width: Int)] = []
  /// Kinds and clocks are called by their short names.
  private(set) var isShort = false

  /// Something given up for the summary.
  private enum Step {
    case drop(Name)
    /// Columns at most.
    case cut(Name, Int)
    case shorten
  }
  /// Given up until a summary has room for most of what it says.
  private static let comfort: [Step] = [.cut(.room, 12), .cut(.who, 10), .drop(.bar)]
  /// Given up until the summary can be read at all; the least missed first, for the selected ticket is shown in full.
  private static let need: [Step] = [
    .shorten, .cut(.room, 9), .drop(.person), .cut(.who, 9), .cut(.who, 6), .drop(.kind), .cut(.status, 8),
  ]
  /// Columns in which a summary can be read.
  private static let leastSummary = 20
  private static let comfortable = 24
  /// Rooms, callers and whoever looks after it, where there is room for all of each.
  private static let (room, person, who) = (16, 8, 12)
  /// A day of another year takes as many columns.
  private static let dayWidth = 10
  /// Columns of the bar of the share used.
  static let barWidth = 10

  /// - Parameters:
  ///   - width: of the whole list.
  ///   - highest: the highest number there is.
  ///   - without: columns that are not wanted.
  init(width: Int, highest: TicketNumber, without: Set<Name> = [], _ context: Context) {
    let words = context.words
    var wanted: [Name: Int] = [:]
    func measure(_ name: Name) -> Int {
      let own =
        switch name {
        case .mark:
          context.isFlat
            ? Self.widest([.late, .atRisk, .paused].map { (mood: ClockFace.Mood) in mood.mark(context) }) : 1
        case .number: max(4, highest.description.utf8.count)
        case .countdown: max(ClockFace.leftWidth(context), Self.dayWidth)
        case .bar: Self.barWidth
        case .summary: 0
        case .room: Self.room
        case .person: Self.person
        case .who: Self.who
        case .kind: Self.widest(TicketKind.allCases.map { QueueRow.name($0, words, isShort: isShort) })
        case .clock: Self.widest(ClockName.allCases.map { QueueRow.name($0, words, isShort: isShort) })
        case .urgency: Self.widest(Urgency.allCases.map { words.name($0) })
        case .status:
          Self.widest(
            TicketStatus.allCases.map { words.name($0) } + OrderStatus.allCases.map { words.name($0) }
              + WaitingReason.allCases.map { words.name($0) } + [words.isBack])
        }
      return max(own, TextWidth.width(of: Self.heading(name, words)))
    }
    for name in Name.allCases where !without.contains(name) { wanted[name] = measure(name) }
    /// What is left for the summary. The clock's name and the countdown stand on one meter, with nothing between them.
    var room: Int { width - wanted.values.reduce(0, +) - (wanted.count - 2) - 1 + (wanted[.summary] ?? 0) }
    func give(_ steps: [Step], until least: Int) {
      for step in steps where room < least {
        switch step {
        case .drop(let name): wanted[name] = nil
        case .cut(let name, let most): wanted[name] = wanted[name].map { min($0, most) }
        case .shorten:
          isShort = true
          for name in [Name.kind, .clock] where wanted[name] != nil { wanted[name] = measure(name) }
        }
      }
    }
    give(Self.comfort, until: Self.comfortable)
    give(Self.need, until: Self.leastSummary)
    wanted[.summary] = max(4, room)
    columns = Name.allCases.compactMap { name in wanted[name].map { (name, $0) } }
  }

  private static func widest(_ texts: [String]) -> Int { texts.map { TextWidth.width(of: $0) }.max() ?? 0 }

  /// Columns of one of them; nil where it is not shown.
  func width(of name: Name) -> Int? { columns.first { $0.name == name }?.width }

  /// The heading of a column.
  static func heading(_ name: Name, _ words: Words, width: Int = .max) -> String {
    switch name {
    case .mark: ""
    case .number: words.text("编号", "No.")
    case .kind: words.text("类型", "Kind")
    case .urgency: words.text("等级", "Urg.")
    case .room: words.text("房号", "Room")
    case .person: words.text("姓名", "Person")
    case .summary: words.text("摘要", "Summary")
    case .who: width < 9 ? words.text("维/责", "Who") : words.who
    case .status: words.text("状态", "Status")
    case .clock: words.text("时限", "Next")
    case .countdown: words.text("剩余", "Left")
    case .bar: words.text("已用", "Used")
    }
  }
}
