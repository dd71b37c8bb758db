/// Why somebody who is on duty is not to be sent.
public enum AbsenceReason: String, Code {
  case leave, sick, training
  /// A rest, a meal.
  case rest
  /// On something else for the centre.
  case errand
}

/// A span during which somebody is not to be sent.
public struct Absence: Hashable, Sendable {
  public var staff: StaffCode
  public var reason: AbsenceReason
  /// Half-open.
  public var window: Window
  public var text: String

  public init(staff: StaffCode, reason: AbsenceReason, window: Window, text: String = "") {
    self.staff = staff
    self.reason = reason
    self.window = window
    self.text = text
  }
}

/// The absences of everybody, each person's by when they begin.
public struct AbsenceBook: Hashable, Sendable {
  private(set) var absences: [StaffCode: [Absence]] = [:]

  /// The absences of a person that are not over at a moment, the first first.
  public func absences(of staff: StaffCode, from moment: Instant) -> [Absence] {
    (absences[staff] ?? []).filter { $0.window.end > moment }
  }

  /// The absence that covers a moment.
  public func absence(of staff: StaffCode, at moment: Instant) -> Absence? {
    absences[staff]?.last { $0.window.start <= moment && moment < $0.window.end }
  }

  mutating func add(_ absence: Absence) {
    absences[absence.staff, default: []].append(absence)
    absences[absence.staff]?.sort {
      ($0.window.start, $0.window.end) < ($1.window.start, $1.window.end)
    }
  }

  /// Ends the one that began at `start`: at `moment`, or as if it had never been where it had not begun by then.
  mutating func end(of staff: StaffCode, begun start: Instant, at moment: Instant) {
    guard
      let place = absences[staff]?.firstIndex(where: { $0.window.start == start && $0.window.end > moment })
    else { return }
    if moment > start {
      absences[staff]?[place].window.end = moment
    } else {
      absences[staff]?.remove(at: place)
    }
  }
}
