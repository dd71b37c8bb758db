import Desk

extension Form {
  /// The form of an action; nil where the action needs to know nothing more and can be done at once.
  static func make(_ deed: Deed, _ context: Context, history: TicketHistory?) -> Form? {
    guard let ticket = context.desk.tickets[deed.ticket] else { return nil }
    let fields = fields(deed, ticket, context, history)
    guard !fields.isEmpty else { return nil }
    return Form(deed: deed, seen: ticket.lastSeq, fields: FieldSet(fields))
  }

  private static func fields(_ deed: Deed, _ ticket: Ticket, _ context: Context, _ history: TicketHistory?)
    -> [Field]
  {
    switch deed.action {
    case .assign: [.choice(.owner, staff(context), chosen: ticket.owner.map { .staff($0) })]
    case .dispatch: [.choice(.technician, candidates(ticket, context)), .text(.window)]
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
      [.choice(.reason, WaitingReason.allCases.map { .reason($0) }), .text(.until), .text(.text)]
    case .check: [.text(.finding)]
    case .resolve: [.text(.result, history?.lastCompletion?.result ?? "")]
    case .reply:
      [.text(.text), .flag(.notice, false)]
        + (context.desk.callersOwed(ticket).isEmpty ? [] : [.flag(.everyone, true)])
    case .close where hasOpenChildren(ticket, context): [.text(.text), .flag(.children, false)]
    case .merge: [.text(.into)]
    case .link: [.text(.parent, context.desk.links.parent(of: ticket.number)?.description ?? "")]
    case .visit:
      [.choice(.satisfaction, Satisfaction.allCases.map { .satisfaction($0) }), .text(.text)]
    case .inspect: [.flag(.passed, true), .text(.text)]
    case .note, .inform, .respond, .urge, .resume, .escalate, .decide, .close, .reopen, .unmerge:
      [.text(.text)]
    case .cancel, .decline, .withdraw: [.text(.why)]
    case .pause: [.choice(.reason, WaitingReason.allCases.map { .reason($0) }), .text(.text)]
    case .complete: [.text(.result), .text(.materials), .text(.labour)]
    case .signoff: [.text(.text)]
    case .accept, .travel, .arrive, .continue, .send: []
    default: []
    }
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

  private static func candidates(_ ticket: Ticket, _ context: Context) -> [Choice] {
    context.desk.candidates(for: ticket, now: context.now).map { .technician($0.staff.code, $0.gates) }
  }
}
