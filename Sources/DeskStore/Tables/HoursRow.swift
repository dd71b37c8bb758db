public import Desk

/// A line of the roster, or an exchange of duties, as a row.
public struct RosterRow: Sendable {
  let event: Event
  let line: RosterLine
  /// With whom the duty was exchanged.
  let other: StaffCode?

  /// nil for any other event.
  public init?(_ event: Event) {
    self.event = event
    switch event.entry.body {
    case .rosterSet(let line): (self.line, other) = (line, nil)
    case .dutiesSwapped(let day, let one, let other, let reason):
      (line, self.other) = (RosterLine(staff: one, days: day...day, duty: nil, reason: reason), other)
    default: return nil
    }
  }
}

/// That somebody will be away, or is back, as a row.
public struct AbsenceRow: Sendable {
  let event: Event
  let staff: StaffCode
  let reason: AbsenceReason?
  let from: Instant
  let to: Instant?
  let text: String

  /// nil for any other event.
  public init?(_ event: Event) {
    self.event = event
    switch event.entry.body {
    case .absenceAdded(let absence):
      (staff, reason, text) = (absence.staff, absence.reason, absence.text)
      (from, to) = (absence.window.start, absence.window.end)
    case .absenceEnded(let person, let begun):
      (staff, reason, text) = (person, nil, "")
      (from, to) = (begun, event.happened)
    default: return nil
    }
  }
}

/// The adoption of a policy as a row.
public struct PolicyRow: Sendable {
  let event: Event
  let adoption: PolicyAdoption
  /// The file that holds it, beside the tables.
  public let file: String
  /// The policy as it was written.
  public var text: String { adoption.text }

  /// nil for any other event.
  public init?(_ event: Event) {
    guard case .policyAdopted(let adoption) = event.entry.body else { return nil }
    self.event = event
    self.adoption = adoption
    file = "policies/" + Self.fileName(adoption.policy.name, event.seq) + ".policy"
  }

  /// The name, where it is one that every system takes and nothing else could be called so; else with its number.
  private static func fileName(_ name: String, _ seq: Int64) -> String {
    let plain = name.utf8.map { byte -> UInt8 in
      switch byte {
      case 48...57, 97...122, 45: byte
      default: 95
      }
    }
    let isPlain = !name.isEmpty && plain.elementsEqual(name.utf8) && plain.count <= 60
    let stem = String(decoding: plain.prefix(60), as: UTF8.self)
    return isPlain ? stem : stem + "." + String(seq)
  }
}
