/// What somebody who comes on duty has to know: how the desk stands, whom somebody said they would call back, what is
/// late, what those before left, and what is due next.
public struct ShiftOverview: Sendable {
  /// A promise to a resident that is still to be kept.
  public struct Promise: Hashable, Sendable {
    public let ticket: TicketNumber
    /// Until when.
    public let due: Instant
    /// Who owns the ticket.
    public let owner: StaffCode?
  }

  /// A ticket whose hold is over and that nobody has taken up again.
  public struct Return: Hashable, Sendable {
    public let ticket: TicketNumber
    /// Until when it was to rest.
    public let since: Instant
    /// Who owns it.
    public let owner: StaffCode?
  }

  /// When the shift began.
  public let since: Instant
  public let figures: DeskFigures
  /// Promises for today or broken, the person's own first, then the earliest.
  public let promised: [Promise]
  /// Holds that are over, and since when; the person's own first, then the earliest.
  public let back: [Return]
  /// What is late, the earliest due first.
  public let late: [QueueEntry]
  /// Open ones that were last touched within ``shiftBefore`` before the shift began: what those before left.
  public let handedOver: [QueueEntry]
  /// What else is due by the end of the day, or late: answers of bodies outside; the earliest first.
  public let further: [Deadline]
  /// Licences that end soon or have ended, for those who answer for them.
  public let licences: [ExpiringLicence]
  /// What is due next and not late, the earliest first, at most ``most``.
  public let next: [QueueEntry]

  /// How long before the shift counts as the one before.
  public static let shiftBefore = Seconds.hours(12)
  /// How many of what is due next are told.
  public static let most = 10
}

extension ServiceDesk {
  /// The overview for a person; nobody's begins at midnight.
  public func overview(for me: StaffCode?, now: Instant, book: inout DueBook) -> ShiftOverview {
    let since = shiftStart(of: me, before: now)
    let today = zone.civil(now).daysSinceEpoch
    var promised: [ShiftOverview.Promise] = []
    var back: [ShiftOverview.Return] = []
    var late: [QueueEntry] = []
    var left: [QueueEntry] = []
    var next: [QueueEntry] = []
    for number in open {
      guard let ticket = tickets[number] else { continue }
      let entry = book.entry(for: ticket, policies)
      if entry.isLate(at: now) { late.append(entry) } else if entry.due != nil { next.append(entry) }
      if let touched = ticket.facts.last?.recorded, touched < since,
        touched >= since - ShiftOverview.shiftBefore
      {
        left.append(entry)
      }
      if let since = ticket.isBackSince(at: now) {
        back.append(ShiftOverview.Return(ticket: number, since: since, owner: ticket.owner))
      }
      if let due = promise(of: ticket), zone.civil(due).daysSinceEpoch <= today {
        promised.append(ShiftOverview.Promise(ticket: number, due: due, owner: ticket.owner))
      }
    }
    promised.sort {
      ($0.owner == me ? 0 : 1, $0.due, $0.ticket) < ($1.owner == me ? 0 : 1, $1.due, $1.ticket)
    }
    back.sort {
      ($0.owner == me ? 0 : 1, $0.since, $0.ticket) < ($1.owner == me ? 0 : 1, $1.since, $1.ticket)
    }
    let figures = figures(since: since, now: now, book: &book)
    let isTold = me.flatMap { staff[$0] }?.role.answersForLicences ?? false
    let licences = isTold ? expiringLicences(now: now) : []
    return ShiftOverview(
      since: since, figures: figures, promised: promised, back: back,
      late: late.sorted(by: QueueEntry.inDueOrder),
      handedOver: left.sorted(by: QueueEntry.inDueOrder),
      further: furtherDeadlines(at: now).filter { zone.civil($0.due).daysSinceEpoch <= today },
      licences: licences,
      next: Array(next.sorted(by: QueueEntry.inDueOrder).prefix(ShiftOverview.most)))
  }

  /// Until when a resident was promised word and has not had it; nil where nothing of the kind runs.
  private func promise(of ticket: Ticket) -> Instant? {
    guard ticket.facts.contains(where: { $0.what == .promised }) else { return nil }
    return ticket.tracks(policies).last { $0.name == .promise && $0.isActive }?.due
  }

  /// When somebody's hours last began, by roster and shift; midnight where none are on record, or they are off.
  public func shiftStart(of code: StaffCode?, before moment: Instant) -> Instant {
    var midnight = zone.civil(moment)
    (midnight.hour, midnight.minute, midnight.second) = (0, 0, 0)
    let start = zone.instant(midnight)
    guard let person = code.flatMap({ staff[$0] }) else { return start }
    // A rest within a shift does not begin it anew: only a gap of more than four hours does.
    let windows = hours(of: person, from: moment - .days(1), to: moment + Seconds(1)) ?? []
    var begun: Instant?
    for (place, window) in windows.enumerated() where window.start <= moment {
      if place == 0 || window.start - windows[place - 1].end > .hours(4) { begun = window.start }
    }
    guard let begun, let last = windows.last(where: { $0.start <= moment }), moment - last.end < .hours(4)
    else { return start }
    return begun
  }
}
