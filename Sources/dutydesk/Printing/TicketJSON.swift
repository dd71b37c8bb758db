import Desk
import DeskStore
import Journal

extension JSONWriter {
  /// Writes the members of a ticket as scripts rely on them: what it is, its clocks, its orders.
  mutating func ticket(_ ticket: Ticket, of desk: ServiceDesk, at now: Instant) {
    field("number", Int64(ticket.number.value))
    field("kind", ticket.kind.rawValue)
    field("status", ticket.status(at: now).rawValue)
    field("urgency", ticket.urgency.rawValue)
    optional("unit", ticket.unit?.value)
    field("topic", ticket.topic.rawValue)
    field("summary", ticket.summary)
    field("caller", ticket.caller)
    field("phone", ticket.phone)
    field("channel", ticket.channel.rawValue)
    optional("owner", ticket.owner?.value)
    moment("received", ticket.received)
    moment("keyed", ticket.keyed)
    field("last_seq", ticket.lastSeq)
    field("urged", Int64(ticket.urged))
    field("cycle", Int64(ticket.cycle))
    optional("waiting_for", ticket.waitingFor(at: now)?.rawValue)
    moment("waits_until", ticket.waitsUntil)
    moment("back_since", ticket.isBackSince(at: now))
    field("important", ticket.isImportant)
    field("escalated", ticket.isEscalated)
    field("imported", ticket.isImported)
    optional("ref", ticket.ref)
    optional("merged_into", desk.links.survivor(of: ticket.number).map { Int64($0.value) })
    optional("parent", desk.links.parent(of: ticket.number).map { Int64($0.value) })
    objects("clocks", ticket.clocks(desk.policies, at: now)) { $0.clock($1, desk.policies) }
    objects("waited", desk.causes(of: ticket, at: now)) { writer, interval in
      writer.moment("from", interval.from)
      writer.moment("to", interval.to)
      writer.field("cause", interval.cause.rawValue)
      writer.optional("why", interval.reason?.rawValue)
      writer.field("seq", interval.seq)
    }
    objects("referrals", desk.referrals(of: ticket.number)) { writer, referral in
      writer.field("body", referral.body.value)
      writer.moment("since", referral.since)
      writer.moment("due", referral.due)
      writer.field("reminders", Int64(referral.reminders))
    }
    objects("orders", ticket.orders) { $0.order($1, of: ticket.number) }
  }

  /// Writes the members of a clock.
  mutating func clock(_ clock: Clock, _ policies: PolicyBook) {
    field("clock", clock.name.rawValue)
    field("cycle", Int64(clock.cycle))
    field("state", clock.state.rawValue)
    seconds("target_s", clock.target)
    moment("started", clock.started)
    moment("due", clock.due)
    seconds("elapsed_s", clock.elapsed)
    optional("remaining_s", clock.remainingWhole)
    moment("met", clock.met)
    moment("breached_at", clock.breachedAt)
    seconds("late_s", clock.late)
    seconds("paused_s", clock.paused)
    field("late_entered", clock.isLateEntered)
    field("policy", policies.versions[clock.version].policy.name)
  }

  private mutating func order(_ order: WorkOrder, of number: TicketNumber) {
    field("order", OrderID(number, order.index).description)
    field("technician", order.technician.value)
    field("status", order.status.rawValue)
    optional("paused_for", order.pausedFor?.rawValue)
    moment("dispatched", order.dispatched)
    moment("since", order.since)
    if let window = order.window {
      object("window") { inner in
        inner.moment("start", window.start)
        inner.moment("end", window.end)
      }
    } else {
      null("window")
    }
  }

  /// Writes the members of an event of a history; `text` is what it says to people.
  mutating func event(_ event: Event, text: String) {
    field("seq", event.seq)
    moment("at", event.at)
    moment("on", event.entry.on)
    field("by", event.entry.by.value)
    optional("actor", event.entry.actor?.value)
    field("type", event.entry.body.typeName)
    if case .order(let id, _) = event.entry.body { field("order", id.description) }
    field("text", text)
  }
}
