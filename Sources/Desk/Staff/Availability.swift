/// Whether somebody can be sent at a moment; derived from shift, roster and absences, never kept.
public enum Availability: Hashable, Sendable {
  /// No shift on record, so there is nothing to say.
  case unknown
  /// nil where it goes on for days.
  case onDuty(until: Instant?)
  /// At home, and called out for what is critical or urgent.
  case onCall(until: Instant?)
  /// Off until then; nil where no day of the next two weeks has work for them.
  case off(until: Instant?)
  case away(AbsenceReason, until: Instant)
}

extension ServiceDesk {
  /// What somebody is on for on a day, so many days after 1970-01-01; nil where no shift is on record.
  public func duty(of person: Staff, onDay day: Int) -> Duty? {
    roster.duty(of: person.code, onDay: day) ?? person.shifts.hours(onDay: day).map { .works($0) }
  }

  /// Whether what somebody is on for on a day was put right after it was over.
  public func isCorrected(_ person: Staff, onDay day: Int) -> Bool {
    if roster.isCorrected(person.code, onDay: day) { return true }
    return roster.duty(of: person.code, onDay: day) == nil && person.shifts.isCorrected(onDay: day)
  }

  /// Whether a person is there to be sent at a moment.
  public func availability(of person: Staff, at moment: Instant) -> Availability {
    if let absence = absences.absence(of: person.code, at: moment) {
      return .away(absence.reason, until: absence.window.end)
    }
    let end = moment + .days(2)
    func last(_ window: Window) -> Instant? { window.end < end ? window.end : nil }
    guard let hours = hours(of: person, from: moment, to: end) else { return .unknown }
    if let window = hours.first(where: { $0.start <= moment }) { return .onDuty(until: last(window)) }
    if let window = onCallHours(of: person, from: moment, to: end).first(where: { $0.start <= moment }) {
      return .onCall(until: last(window))
    }
    let next = hours.first ?? self.hours(of: person, from: moment, to: moment + .days(14))?.first
    return .off(until: next?.start)
  }

  /// The spans on duty between two moments, cut to them, absences taken out; nil where no shift is on record.
  public func hours(of person: Staff, from start: Instant, to end: Instant) -> [Window]? {
    let days = days(from: start, to: end)
    guard
      person.shifts.hours(onDay: days.upperBound) != nil || person.shifts.first != nil
        || !roster.entries(of: person.code, in: days).isEmpty
    else { return nil }
    return spans(of: person, from: start, to: end) { _, duty in
      if case .works(let shift) = duty { shift } else { nil }
    }
  }

  /// The spans on call between two moments, cut to them, absences and hours on duty taken out.
  public func onCallHours(of person: Staff, from start: Instant, to end: Instant) -> [Window] {
    let onDuty = hours(of: person, from: start, to: end) ?? []
    let onCall = spans(of: person, from: start, to: end) { day, duty in
      switch duty {
      case .onCall(let shift): shift
      case .works, nil: person.onCalls.hours(onDay: day)
      case .off: nil
      }
    }
    return onCall.flatMap { span in onDuty.reduce([span]) { rest, gap in rest.flatMap { $0.without(gap) } } }
  }

  /// Nobody's hours are asked for over more than a roster has in one go.
  private static let mostDays = RosterLine.mostDays

  /// Shifts that began the day before, too, since they may go across midnight.
  private func days(from start: Instant, to end: Instant) -> ClosedRange<Int> {
    let first = zone.civil(start).daysSinceEpoch - 1
    return first...min(first + Self.mostDays, max(first, zone.civil(end).daysSinceEpoch))
  }

  private func spans(
    of person: Staff, from start: Instant, to end: Instant, _ shift: (Int, Duty?) -> Shift?
  ) -> [Window] {
    let spans = days(from: start, to: end).flatMap { day in
      shift(day, duty(of: person, onDay: day))?.windows(onDay: day, in: zone) ?? []
    }
    let absent = absences.absences(of: person.code, from: start).map(\.window)
    return Window.joined(spans.compactMap { $0.clamped(from: start, to: end) }).flatMap { span in
      absent.reduce([span]) { rest, gap in rest.flatMap { $0.without(gap) } }
    }
  }
}

extension Window {
  /// Whether the two share a moment.
  func overlaps(_ other: Window) -> Bool { start < other.end && other.start < end }

  /// The part between two moments; nil where there is none.
  func clamped(from first: Instant, to last: Instant) -> Window? {
    let window = Window(start: max(start, first), end: min(end, last))
    return window.start < window.end ? window : nil
  }

  /// What is left when another one is taken out.
  func without(_ gap: Window) -> [Window] {
    guard overlaps(gap) else { return [self] }
    return [Window(start: start, end: gap.start), Window(start: gap.end, end: end)]
      .filter { $0.start < $0.end }
  }

  /// In order, those that touch or overlap made one.
  static func joined(_ windows: [Window]) -> [Window] {
    windows.sorted { $0.start < $1.start }.reduce(into: []) { joined, window in
      if let last = joined.last, window.start <= last.end {
        joined[joined.count - 1].end = max(last.end, window.end)
      } else {
        joined.append(window)
      }
    }
  }
}
