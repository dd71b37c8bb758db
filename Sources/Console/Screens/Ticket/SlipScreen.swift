import Desk
import Terminal
import Words

/// A work order as it prints, and the short text for the technician.
struct SlipScreen: Layer {
  let order: OrderID
  private var slip: WorkOrderSlip?
  private(set) var scroll = 0

  init(_ order: OrderID) { self.order = order }

  var scope: Scope { .slip }
  var place: Whereabouts? { Whereabouts("slip \(order)", about: order.ticket) }
  func selection(_ context: Context) -> Selection {
    Selection(ticket: order.ticket, order: order, showsHistory: true)
  }

  mutating func refresh(_ context: Context, _ books: inout Books) {
    let history = books.history.flatMap { $0.number == order.ticket ? $0.events : nil } ?? []
    slip = WorkOrderSlip(order, history: history, desk: context.desk, words: context.words, now: context.now)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect]? {
    let rows = max(1, context.size.height - 1 - ScreenFrame.footer(context.size))
    switch input {
    case .action(.up): scroll -= 1
    case .action(.down): scroll += 1
    case .action(.pageUp): scroll -= rows
    case .action(.pageDown): scroll += rows
    case .action(.first): scroll = 0
    case .action(.last): scroll = .max / 2
    case .scroll(let lines): scroll += lines
    case .action(.back): return [.pop]
    case .action(.saveA4): return keep(.a4)
    case .action(.saveSlip): return keep(.slip)
    case .action, .key, .press: return nil
    }
    scroll = max(0, min(scroll, lines(context).count - rows))
    return []
  }

  private func keep(_ paper: WorkOrderSlip.Paper) -> [Effect] {
    guard let slip else { return [] }
    return [.keepFile(name: "dutydesk-\(order)-\(paper.rawValue).html", text: slip.html(paper))]
  }

  private func lines(_ context: Context) -> [Line] {
    guard let slip else { return [] }
    let width = min(80, context.size.width - 2)
    let text = slip.text(width: width).split(separator: "\n", omittingEmptySubsequences: false)
    let message = TextWidth.wrap(slip.message, width: width)
    return text.map { Line(" " + $0) }
      + [Line.heading(context.say(" 给维修的短信", " To the technician"), width: width)]
      + message.map { Line(" " + $0, .clock) }
  }

  func draw(on canvas: inout Canvas, _ context: Context, _ books: Books) {
    let rows = max(1, context.size.height - 1 - ScreenFrame.footer(context.size))
    for (row, line) in lines(context).dropFirst(scroll).prefix(rows).enumerated() {
      canvas.put(line, x: 0, y: 1 + row, width: context.size.width)
    }
    canvas.frame.cursor = Point(x: 0, y: 1)
  }
}
