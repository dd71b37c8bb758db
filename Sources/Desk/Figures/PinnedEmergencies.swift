extension QueueName {
  /// Whether emergencies stand first on it, however it is sorted.
  public var pinsEmergencies: Bool {
    switch self {
    case .intake, .open, .mine, .late, .waiting, .result, .reply: true
    case .visit, .closed, .all, .escalated, .sweep, .unattended, .broken: false
    }
  }
}

extension [QueueEntry] {
  /// Emergencies that are not over first, each part in its order.
  public func pinned(_ desk: ServiceDesk) -> [QueueEntry] {
    func isEmergency(_ entry: QueueEntry) -> Bool {
      desk.tickets[entry.number].map { $0.urgency == .critical && $0.status.isUnresolved } ?? false
    }
    return filter(isEmergency) + filter { !isEmergency($0) }
  }
}
