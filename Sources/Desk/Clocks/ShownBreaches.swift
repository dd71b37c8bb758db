/// The breaches that people had seen before somebody keyed something late (DOMAIN, clock rule 4).
///
/// A pause or another urgency that happened in time but was keyed after the due moment changes what is due; it does not
/// undo that the desk had shown a breach. Only what met the promise in time does.
struct ShownBreaches {
  private struct Name: Hashable {
    let clock: ClockName
    let cycle: Int
  }
  private var moments: [Name: Instant] = [:]
  /// So many facts are gone through again in all for one ticket: two hundred of them, each keyed late. Without an end, ten
  /// thousand late entries on one ticket would be fifty million.
  private static let room = 20_000

  init(of ticket: Ticket, _ policies: PolicyBook) {
    guard !ticket.isImported else { return }
    var room = Self.room
    for (place, fact) in ticket.facts.enumerated() where fact.recorded > fact.happened && place > 0 {
      room -= place
      guard room > 0 else { return }
      for track in ClockFold.tracks(of: ticket, ticket.facts[..<place], policies) {
        let clock = track.clock(at: fact.recorded)
        guard let breach = clock.breachedAt else { continue }
        let name = Name(clock: clock.name, cycle: clock.cycle)
        if moments[name] == nil { moments[name] = breach }
      }
    }
  }

  /// Puts them back where they are gone.
  func keep(in tracks: inout [ClockTrack]) {
    guard !moments.isEmpty else { return }
    for place in tracks.indices {
      let track = tracks[place]
      guard let shown = moments[Name(clock: track.name, cycle: track.cycle)] else { continue }
      let wasKept = !track.isVoid && track.ended.map { $0 <= shown } ?? false
      guard !wasKept else { continue }
      tracks[place].breachedAt = shown
      tracks[place].isLateEntered = false
    }
  }
}
