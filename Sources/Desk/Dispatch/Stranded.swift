extension ServiceDesk {
  /// What somebody left lying and is to take up again.
  public func paused(of code: StaffCode) -> [OrderID] {
    (liveOrders()[code] ?? []).filter { $0.order.status == .paused }.map(\.id).sorted()
  }

  /// Orders that somebody has and will not be there for: those in hand that outlast their time, and promised times outside it.
  public func stranded(of code: StaffCode, now: Instant) -> [OrderID] {
    guard let person = staff[code] else { return [] }
    let held = liveOrders()[code] ?? []
    let away = absences.absences(of: code, from: now).map(\.window)
    let free = outlook(of: person, held, now: now) { $0.isBusy }.free
    return held.filter { one in
      if one.order.status == .reserved {
        guard let window = one.order.window, window.end > now else { return false }
        let spans = workSpans(
          of: person, from: max(now, window.start), to: window.end, isBusy: false, onCall: true)
        return spans.isEmpty
      }
      return one.order.status.isBusy && away.contains { $0.start < free }
    }.map(\.id).sorted()
  }
}

extension EventBody {
  /// Whose hours it changes, so that somebody else may have to go to what they were promised for.
  public var rescheduled: [StaffCode] {
    switch self {
    case .absenceAdded(let absence): [absence.staff]
    case .rosterSet(let line): [line.staff]
    case .dutiesSwapped(_, let one, let other, _): [one, other]
    default: []
    }
  }
}
