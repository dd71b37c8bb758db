import Desk
import DeskStore
import Journal
import Words

/// What a resident may be handed about their matter: what was promised, when it was kept, and how that is reckoned. It names
/// nobody of the staff and nothing of other households.
struct ResidentPage {
  private let call: Call
  private var words: Words { call.session.words }

  init(_ call: Call) { self.call = call }

  func show(_ ticket: Ticket) {
    let (out, ink) = (call.session.out, call.session.ink)
    out.line(ink(call.live.identity.centre, .strong))
    out.line(
      words.text("工单\(ticket.number)", "Ticket \(ticket.number)") + "  " + words.name(ticket.kind)
        + (ticket.unit.map { "  " + $0.value } ?? ""))
    out.line(ticket.summary)
    out.line(words.pair(words.received, time(ticket.received)))
    out.line(words.pair(words.state, words.status(of: ticket, at: call.now)))
    for track in ticket.tracks(call.desk.policies) where track.started != nil && !track.isVoid {
      out.line()
      clock(track, ticket)
    }
    out.line()
    out.line(words.pair(words.text("出具时间", "As of"), time(call.now)))
  }

  private func clock(_ track: ClockTrack, _ ticket: Ticket) {
    let out = call.session.out
    let clock = track.clock(at: call.now)
    let reckoning = ClockReckoning(track, at: call.now)
    var promise = words.name(clock.name)
    if call.desk.hangsOnAppointment(track, of: ticket), let window = call.desk.windows[ticket.number] {
      promise = words.text(
        "\(words.name(clock.name))：承诺在约定时段，\(words.window(window, call.zone))",
        "\(words.name(clock.name)): promised by appointment, \(words.window(window, call.zone))")
    } else if let target = clock.target {
      promise = words.text(
        "\(words.name(clock.name))：承诺\(words.exact(target))之内",
        "\(words.name(clock.name)): promised within \(words.exact(target))")
    }
    out.line(call.session.ink(promise, .strong))
    if let started = track.started { out.line("  " + words.pair(words.text("起算", "From"), time(started))) }
    let counted = words.pair(words.elapsed, words.exact(reckoning.elapsed))
    if let met = clock.met {
      out.line("  " + words.pair(words.text("兑现", "Kept"), time(met)) + "  " + counted)
    } else {
      let due = clock.due.map { words.pair(words.due, time($0)) + "  " } ?? ""
      out.line("  " + due + counted)
    }
    if clock.breachedAt != nil { out.line("  " + words.lateness(clock.late)) }
    for hold in call.desk.holds(on: track, of: ticket, at: call.now) {
      out.line("  " + words.hold(hold) { time($0) })
    }
    for days in call.desk.holidays(on: track, at: call.now) { out.line("  " + words.holidays(days)) }
  }

  private func time(_ moment: Instant) -> String { words.fullTime(moment, call.zone) }
}
