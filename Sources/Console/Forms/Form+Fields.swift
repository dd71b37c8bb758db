import Desk
import Words

extension Form {
  /// The form of an action; nil where the action needs to know nothing more and can be done at once.
  static func make(_ deed: Deed, _ context: Context, history: TicketHistory?) -> Form? {
    guard let number = deed.ticket, deed.action != .rush || context.desk.tickets[number] != nil else {
      return Form(deed: deed, seen: 0, fields: FieldSet(fields(deed, context)))
    }
    guard let ticket = context.desk.tickets[number] else { return nil }
    let asked = fields(deed, ticket, context, history)
    let fields = asked + (deed.action.tellsWhen ? [.text(.when)] : [])
    guard !fields.isEmpty else { return nil }
    // An exchange is about two tickets: what either had before the form was opened is known.
    let seen = deed.action == .exchange ? context.desk.lastSeq : ticket.lastSeq
    return Form(deed: deed, seen: seen, fields: FieldSet(fields))
  }

  /// Of what is about no ticket.
  private static func fields(_ deed: Deed, _ context: Context) -> [Field] {
    switch deed.action {
    case .away:
      if let code = deed.person, context.desk.absences.absence(of: code, at: context.now) != nil {
        return [.flag(.back, true)]
      }
      return [
        .choice(.absence, [.rest, .errand, .leave, .sick, .training].map { .absence($0) }), .text(.span),
        .text(.text),
      ]
    case .roster: return [.text(.days), .text(.duty), .text(.why)]
    case .swapDuties:
      let others = context.desk.technicians.map(\.code).filter { $0 != deed.person }
      return [.choice(.with, others.map { .staff($0) }), .text(.day), .text(.why)]
    case .rush:
      let topics = Topic.allCases.map { Choice.topic($0) }
      return [
        .text(.summary), .text(.unit), .choice(.topic, topics, chosen: .topic(.other)),
        .choice(.technician, urgent(.other, context)), .choice(.second, [.staff(nil)] + technicians(context)),
      ]
    default: return []
    }
  }

  private static func technicians(_ context: Context) -> [Choice] {
    context.desk.technicians.map { .staff($0.code) }
  }

  /// For an emergency of that topic: against whom nothing speaks, then whoever is on duty or on call, comes first.
  static func urgent(_ topic: Topic, _ context: Context) -> [Choice] {
    func rank(_ person: Staff) -> Int {
      switch context.desk.availability(of: person, at: context.now) {
      case .onDuty, .unknown: 0
      case .onCall: 1
      case .off, .away: 2
      }
    }
    let people = context.desk.technicians.map { person in
      (person: person, gates: context.desk.gates(person, toEmergency: topic, at: context.now))
    }
    return people.sorted {
      ($0.gates.count, rank($0.person), $0.person.code) < ($1.gates.count, rank($1.person), $1.person.code)
    }.map { .technician($0.person.code, $0.gates) }
  }

  private static func fields(_ deed: Deed, _ ticket: Ticket, _ context: Context, _ history: TicketHistory?)
    -> [Field]
  {
    switch deed.action {
    case .assign: [.choice(.owner, staff(context), chosen: ticket.owner.map { .staff($0) })]
    case .dispatch:
      [.choice(.technician, candidates(ticket, context)), .text(.window, window(ticket, context))]
    case .rebook: [.text(.window), .open(.asked, Asker.allCases.map { .asker($0) }), .text(.why)]
    case .classify:
      [
        .choice(.kind, TicketKind.allCases.map { .kind($0) }, chosen: .kind(ticket.kind)),
        .choice(.urgency, Urgency.allCases.map { .urgency($0) }, chosen: .urgency(ticket.urgency)),
        .choice(.topic, Topic.allCases.map { .topic($0) }, chosen: .topic(ticket.topic)),
        .flag(.important, ticket.isImportant),
      ]
    case .edit:
      [
        .text(.summary, ticket.summary), .text(.unit, ticket.unit?.value ?? ""),
        .text(.caller, ticket.caller), .text(.phone, ticket.phone),
      ]
    case .promise: [.text(.by), .text(.text)]
    case .wait:
      [.open(.reason, reasons(ticket, context)), .text(.until), .text(.text)]
    case .check: [.text(.finding)]
    case .resolve: [.text(.result, history?.lastCompletion?.result ?? "")]
    case .refuse: [.text(.why), .text(.instead)]
    case .reply:
      [.text(.text, history?.lastResult ?? ""), .flag(.notice, false)]
        + (context.desk.callersOwed(ticket).isEmpty ? [] : [.flag(.everyone, true)])
    case .close where hasOpenChildren(ticket, context): [.text(.text), .flag(.children, false)]
    case .merge: [.text(.into)]
    case .link: [.text(.parent, context.desk.links.parent(of: ticket.number)?.description ?? "")]
    case .visit:
      [
        .open(.satisfaction, VisitOutcome.allCases.map { .outcome($0) }), .text(.text),
        .choice(.visitPlace, VisitPlace.allCases.map { .place($0) }),
      ]
    case .inspect: [.open(.passed, [.flag(true, .passed), .flag(false, .passed)]), .text(.text)]
    case .note, .inform, .respond, .urge, .resume, .escalate, .decide, .close, .reopen, .unmerge:
      [.text(.text)]
    case .cancel, .decline, .withdraw: [.text(.why)]
    case .pause: [.open(.reason, reasons(ticket, context)), .text(.until), .text(.text)]
    case .complete:
      [
        .text(.result), .text(.materials), .text(.labour), .text(.labourPrice),
        .text(.charge, charge(deed, context)),
      ]
    case .transfer: [.choice(.technician, candidates(ticket, context, but: deed.order)), .text(.why)]
    case .exchange: [.choice(.other, exchangeable(deed, context))]
    case .price: [.text(.price, charge(deed, context)), .text(.agreedBy, ticket.caller)]
    case .call: [.flag(.reached, true), .text(.text)]
    case .rework: [.text(.first, reworkable(ticket, context)?.description ?? "")]
    case .signoff: [.text(.text)]
    case .rush:
      [
        .choice(.technician, urgent(ticket.topic, context).filter { isFree($0, ticket) }),
        .choice(.second, [.staff(nil)] + technicians(context)),
      ]
    case .accept, .travel, .arrive, .continue, .send: []
    default: []
    }
  }

  /// Whether that technician has no order on the ticket yet.
  private static func isFree(_ choice: Choice, _ ticket: Ticket) -> Bool {
    guard case .technician(let code, _) = choice else { return true }
    return !ticket.orders.contains { $0.technician == code && $0.status.isLive }
  }

  /// Why it may rest, and whether its clocks stand still then.
  private static func reasons(_ ticket: Ticket, _ context: Context) -> [Choice] {
    WaitingReason.allCases.map { .reason($0, stops: context.desk.stops($0, of: ticket, now: context.now)) }
  }

  private static func hasOpenChildren(_ ticket: Ticket, _ context: Context) -> Bool {
    context.desk.links.children(of: ticket.number).contains {
      context.desk.tickets[$0]?.status.isOpen ?? false
    }
  }

  /// Everybody at work here, whoever sits at the console first, then by role and code.
  private static func staff(_ context: Context) -> [Choice] {
    let people = context.desk.staffInOrder.filter(\.isActive)
    let order = StaffRole.allCases
    func rank(_ person: Staff) -> Int {
      person.code == context.me ? -1 : order.firstIndex(of: person.role) ?? order.count
    }
    return people.sorted { (rank($0), $0.code) < (rank($1), $1.code) }.map { .staff($0.code) }
  }

  /// What was promised the resident, so that whoever is chosen is reserved for it unless it is taken out.
  private static func window(_ ticket: Ticket, _ context: Context) -> String {
    context.desk.reservation(for: ticket, now: context.now).map {
      context.words.window($0, context.desk.zone)
    } ?? ""
  }

  private static func candidates(_ ticket: Ticket, _ context: Context, but order: OrderID? = nil)
    -> [Choice]
  {
    let holder = order.flatMap { ticket.order($0.index) }?.technician
    return context.desk.candidates(for: ticket, now: context.now).filter { $0.staff.code != holder }
      .map { .candidate($0) }
  }

  /// The orders of other people that are not begun, and those that are.
  private static func exchangeable(_ deed: Deed, _ context: Context) -> [Choice] {
    guard let id = deed.order, let (_, order) = context.desk.order(id) else { return [] }
    return context.desk.open.sorted().flatMap { number -> [Choice] in
      guard number != id.ticket, let ticket = context.desk.tickets[number] else { return [] }
      return ticket.orders.filter { $0.status.isLive && $0.technician != order.technician }
        .map { .order(OrderID(number, $0.index)) }
    }
  }

  /// The price that was named for an order, as it is typed.
  private static func charge(_ deed: Deed, _ context: Context) -> String {
    deed.order.flatMap { context.desk.field.prices[$0] }.map { DecimalText.yuan($0.fen) } ?? ""
  }

  /// What an order on this ticket most likely makes good.
  private static func reworkable(_ ticket: Ticket, _ context: Context) -> OrderID? {
    context.desk.reworkCandidates(for: ticket, now: context.now).first
  }
}
