import Desk

extension Ticket {
  /// Whether it is an emergency to which nobody was sent.
  var awaitsRescue: Bool {
    urgency == .critical && status.isUnresolved && kind.needsPeople && !orders.contains { $0.status.isLive }
  }
}

extension TicketKind {
  /// Whether somebody goes there to deal with it.
  var needsPeople: Bool {
    switch self {
    case .repair, .incident, .booking: true
    case .complaint, .suggestion, .inquiry, .finding: false
    }
  }
}
