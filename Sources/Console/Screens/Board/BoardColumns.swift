import Desk
import Terminal
import Words

/// How wide the columns of the board's left half are: as wide as what stands in them.
struct BoardColumns: Equatable {
  let number: Int
  let urgency: Int
  let room: Int
  private let summary: Int
  private let left: Int
  let mark: Int

  /// Columns that a summary is never cut under for a longer room.
  static let leastSummary = 16
  private static let mostRoom = 16

  init(_ tickets: [Ticket], _ context: Context) {
    let words = context.words
    left = ClockFace.leftWidth(context)
    mark = tickets.map { TicketFace($0, context).mark.columns }.max() ?? 1
    func widest(_ text: (Ticket) -> String) -> Int {
      tickets.map { TextWidth.width(of: text($0)) }.max() ?? 0
    }
    number = max(4, widest { $0.number.description })
    urgency = widest { words.name($0.urgency) }
    room = min(Self.mostRoom, widest { $0.unit?.value ?? "" })
    summary = widest(\.summary)
  }

  /// Columns of everything but room and summary, the blanks counted in.
  var fixed: Int { mark + 1 + number + 1 + urgency + 1 + 1 + left + 1 }
  /// Columns of a row in which nothing is cut.
  var whole: Int { fixed + room + 1 + summary }
}
