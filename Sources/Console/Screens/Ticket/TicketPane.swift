import Desk
import Terminal

/// The chosen ticket of a list, beside it.
struct TicketPane {
  private let ticket: Ticket?
  private let context: Context
  private let books: Books

  init(_ number: TicketNumber?, _ context: Context, _ books: Books) {
    ticket = number.flatMap { context.desk.tickets[$0] }
    self.context = context
    self.books = books
  }

  /// Draws it with a line on its left.
  func draw(on canvas: inout Canvas, _ area: Rect) {
    canvas.frame.verticalLine(x: area.x - 1, y: area.y, height: area.height)
    guard let ticket else { return }
    let document = TicketDocument(
      ticket: ticket, context: context, books: books, width: area.width - 2, isBrief: true)
    for (row, line) in document.lines.prefix(area.height).enumerated() {
      canvas.put(line, x: area.x + 1, y: area.y + row, width: area.width - 2)
    }
  }
}
