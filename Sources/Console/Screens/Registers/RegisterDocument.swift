import Desk
import Terminal
import Words

/// What the text about an entry is made from, and the parts that several have.
struct RegisterDocument {
  let context: Context
  let books: Books
  let width: Int

  /// Tickets under a title; nothing where there are none.
  func section(_ title: String, _ tickets: [Ticket]) -> [Line] {
    guard !tickets.isEmpty else { return [] }
    return [Line.heading(title, width: width)]
      + tickets.prefix(30).map { TicketDocument.reference(to: $0, context) }
  }
}
