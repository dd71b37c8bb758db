import Desk
import Terminal

/// How a ticket stands in a list: the clock that is shown for it, and the mark of the worst of its clocks.
struct TicketFace {
  /// The running clock due first, else the resting one with the least time left.
  let clock: ClockFace?
  let mark: Span

  init(_ ticket: Ticket, _ context: Context) {
    let clocks = context.clocks(of: ticket)
    clock = clocks.foremost.map(ClockFace.init)
    let moods = clocks.filter { $0.remaining != nil }.map { ClockFace($0).mood }
    let rests = ticket.status(at: context.now) == .waiting || clock?.mood == .paused
    // Late before at risk before paused: the worst is what counts at a glance.
    let mood: ClockFace.Mood =
      moods.contains(.late) ? .late : moods.contains(.atRisk) ? .atRisk : rests ? .paused : .calm
    mark = Span(mood.mark(context), mood.role)
  }
}
