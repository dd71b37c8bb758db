import Desk
import Terminal

/// Which columns the queue has, and how wide each is: as wide as what is on the screen needs, until the summary, which
/// is what a clerk reads, has its room.
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
  /// Given up until the summaries on the screen have room for most of what they say.
  private static let comfort: [Step] = [.cut(.room, 16), .cut(.who, 10), .cut(.person, 8), .drop(.bar)]
  /// Given up until the summary can be read at all; the least missed first, for the selected ticket is shown in full.
  private static let need: [Step] = [
    .shorten, .cut(.room, 12), .cut(.person, 6), .drop(.person), .cut(.who, 8), .drop(.kind), .cut(.who, 6),
    .cut(.status, 8), .cut(.room, 9),
  ]
  /// Columns in which a summary can be read; on the smallest screen the person is kept for the last two of them.
  private static let leastSummary = 19
  /// In Chinese a countdown takes all its columns sooner, and names of clocks theirs.
  static func countdownWidth(_ context: Context) -> Int {
    ClockFace.leftWidth(context) + (context.words.language == .zh ? 1 : 0)
  }
  /// Columns of the bar of the share used.
  static let barWidth = 10

  /// - Parameters:
  ///   - width: of the whole list.
  ///   - rows: those on the screen.
  ///   - highest: the highest number there is, so that scrolling moves no column on its account.
  ///   - without: columns that are not wanted.
  init(
    width: Int, rows: [QueueRow], highest: TicketNumber, without: Set<Name> = [],
    _ context: Context
  ) {
    let words = context.words
    let longest = rows.map { $0.width(.summary, isShort: false) }.max() ?? 0
    var wanted: [Name: Int] = [:]
    func measure(_ name: Name) -> Int? {
      switch name {
      case .mark: return rows.map { $0.width(.mark, isShort: false) }.max() ?? 1
      case .number: return max(4, highest.description.utf8.count)
      case .countdown:
        // A due moment that is far off is told whole.
        return max(Self.countdownWidth(context), rows.map { $0.width(.countdown, isShort: false) }.max() ?? 0)
      case .bar: return Self.barWidth
      case .summary: return 0
      case .kind, .urgency, .room, .person, .who, .status, .clock:
        let widest = rows.map { $0.width(name, isShort: isShort) }.max()
        if widest == 0 { return nil }
        return max(TextWidth.width(of: Self.heading(name, words)), widest ?? 0)
      }
    }
    for name in Name.allCases where !without.contains(name) { wanted[name] = measure(name) }
    /// What is left for the summary. The clock's name and the countdown stand on one meter, with nothing between them.
    var room: Int { width - wanted.values.reduce(0, +) - (wanted.count - 2) - 1 }
    func give(_ steps: [Step], until least: Int) {
      for step in steps where room < least {
        switch step {
        case .drop(let name): wanted[name] = nil
        case .cut(let name, let most): wanted[name] = wanted[name].map { min($0, most) }
        case .shorten:
          isShort = true
          for name in [Name.kind, .clock] { wanted[name] = measure(name) }
        }
      }
    }
    give(Self.comfort, until: min(30, longest))
    give(Self.need, until: min(width > 80 ? Self.leastSummary : 17, longest))
    wanted[.summary] = max(4, room)
    columns = Name.allCases.compactMap { name in wanted[name].map { (name, $0) } }
  }

  /// Columns of one of them; nil where it is not shown.
  func width(of name: Name) -> Int? { columns.first { $0.name == name }?.width }

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
    case .bar: words.text("已用", "Used")
    }
  }
}
