import Desk

/// The clocks of the tickets on the screen, folded once for each event: a picture only asks how they stand now.
///
/// Shared by all contexts of one console, and used by its one thread.
final class TrackBook {
  private var pages: [TicketNumber: (lastSeq: Int64, tracks: [ClockTrack])] = [:]
  /// More than any screen has rows; then it starts over.
  private static let most = 512

  /// The clocks of a ticket.
  func tracks(of ticket: Ticket, _ policies: PolicyBook) -> [ClockTrack] {
    if let page = pages[ticket.number], page.lastSeq == ticket.lastSeq { return page.tracks }
    if pages.count >= Self.most { pages = [:] }
    let tracks = ticket.tracks(policies)
    pages[ticket.number] = (ticket.lastSeq, tracks)
    return tracks
  }
}

extension Context {
  /// The clocks of a ticket.
  func tracks(of ticket: Ticket) -> [ClockTrack] { trackBook.tracks(of: ticket, desk.policies) }

  /// How every clock of a ticket stands now.
  func clocks(of ticket: Ticket) -> [Clock] { tracks(of: ticket).map { $0.clock(at: now) } }
}
