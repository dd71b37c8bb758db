import Desk
import Words

// What the fields of steps offer to pick, and what stands in them before anybody types.

extension TicketScene {
  /// What was promised the resident, so that whoever is chosen is reserved for it unless it is taken out.
  var window: String {
    context.desk.reservation(for: ticket, now: context.now).map {
      context.words.window($0, context.desk.zone)
    } ?? ""
  }

  var candidates: [Choice] { context.candidates(for: ticket, but: nil) }
  var reasons: [Choice] { context.reasons(of: ticket) }

  /// Any other matter that goes on.
  var otherOpen: TicketNumber? {
    context.desk.open.first { $0 != ticket.number && context.desk.tickets[$0] != nil }
  }

  var hasOpenChildren: Bool {
    context.desk.links.children(of: ticket.number).contains {
      context.desk.tickets[$0]?.status.isOpen ?? false
    }
  }
}

extension OrderScene {
  /// Who could go instead.
  var candidates: [Choice] {
    context.candidates(for: ticket, but: ticket.order(id.index)?.technician)
  }

  var reasons: [Choice] { context.reasons(of: ticket) }

  /// The orders of other people that are not begun, and those that are.
  var exchangeable: [Choice] {
    guard let (_, order) = context.desk.order(id) else { return [] }
    return context.desk.open.sorted().flatMap { number -> [Choice] in
      guard number != id.ticket, let ticket = context.desk.tickets[number] else { return [] }
      return ticket.orders.filter { $0.status.isLive && $0.technician != order.technician }
        .map { .order(OrderID(number, $0.index)) }
    }
  }

  /// The price that was named for it, as it is typed.
  var charge: String { context.desk.field.prices[id].map { DecimalText.yuan($0.fen) } ?? "" }

  /// What it most likely makes good.
  var reworkable: OrderID? {
    context.desk.reworkCandidates(for: ticket, now: context.now).first
  }
}

extension PersonScene {
  var isAway: Bool { context.desk.absences.absence(of: code, at: context.now) != nil }

  /// All technicians but themselves.
  var colleagues: [Choice] {
    context.desk.technicians.map(\.code).filter { $0 != code }.map { .staff($0) }
  }

  /// A free day next year, which nobody has on their roster yet.
  var freeDay: RosterLine {
    let day = context.desk.zone.civil(context.now).daysSinceEpoch + 365
    return RosterLine(staff: code, days: day...day, duty: .off)
  }
}

extension Context {
  /// Everybody at work here, whoever sits at the console first, then by role and code.
  var staffChoices: [Choice] {
    let people = desk.staffInOrder.filter(\.isActive)
    let order = StaffRole.allCases
    func rank(_ person: Staff) -> Int {
      person.code == me ? -1 : order.firstIndex(of: person.role) ?? order.count
    }
    return people.sorted { (rank($0), $0.code) < (rank($1), $1.code) }.map { .staff($0.code) }
  }

  /// Whoever can be sent as well, or nobody.
  var alsoSent: [Choice] { [.staff(nil)] + desk.technicians.map { .staff($0.code) } }

  /// For an emergency of that topic: against whom nothing speaks, then whoever is on duty or on call, comes first.
  func urgent(_ topic: Topic) -> [Choice] {
    func rank(_ person: Staff) -> Int {
      switch desk.availability(of: person, at: now) {
      case .onDuty, .unknown: 0
      case .onCall: 1
      case .off, .away: 2
      }
    }
    let people = desk.technicians.map { person in
      (person: person, gates: desk.gates(person, toEmergency: topic, at: now))
    }
    return people.sorted {
      ($0.gates.count, rank($0.person), $0.person.code) < ($1.gates.count, rank($1.person), $1.person.code)
    }.map { .technician($0.person.code, $0.gates) }
  }

  /// The same without those who have an order on the ticket already.
  func urgent(for ticket: Ticket) -> [Choice] {
    urgent(ticket.topic).filter { choice in
      guard case .technician(let code, _) = choice else { return true }
      return !ticket.orders.contains { $0.technician == code && $0.status.isLive }
    }
  }

  fileprivate func candidates(for ticket: Ticket, but holder: StaffCode?) -> [Choice] {
    desk.candidates(for: ticket, now: now).filter { $0.staff.code != holder }.map { .candidate($0) }
  }

  /// Why it may rest, and whether its clocks stand still then.
  fileprivate func reasons(of ticket: Ticket) -> [Choice] {
    WaitingReason.allCases.map { .reason($0, stops: desk.stops($0, of: ticket, now: now)) }
  }
}

extension Listing where Source == FieldSet, Element == FieldName {
  /// A hold says until when, or at least what for; an order that rests for another one of its technician holds no ticket.
  static var hold: Listing {
    .from { fields in
      let isCalledAway = if case .reason(.elsewhere, _)? = fields.chosen(.reason) { true } else { false }
      return fields.text(.text).allSatisfy(\.isWhitespace) && !isCalledAway ? [.reason, .until] : [.reason]
    }
  }
}
