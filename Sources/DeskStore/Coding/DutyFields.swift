import Desk
import Journal

/// The members of `roster.*` and `absence.*`; nil where the record has none.
struct DutyFields {
  private var staff: String?
  private var other: String?
  private var from: Int?
  private var to: Int?
  private var duty: Duty?
  private var reason: AbsenceReason?
  private var window: Window?
  private var begun: Instant?
  private var text = ""
  private var why = HoursReason.none

  init(_ payload: inout JSONCursor, _ mark: inout ImportMark) throws {
    while let key = try payload.nextKey() {
      switch key {
      case "staff": staff = try payload.readString()
      case "with": other = try payload.readString()
      case "from", "day": from = try payload.readDay()
      case "to": to = try payload.readDay()
      case "duty": duty = try EventReader.needed(Duty(text: try payload.readString()))
      case "reason": reason = try payload.readCode(CodeWords.absences)
      case "window": window = try payload.readWindow()
      case "begun": begun = try payload.readInstant()
      case "text": text = try payload.readString()
      case "why": why.why = try payload.readString()
      case "correction": why.isCorrection = try payload.readBool()
      default: try mark.take(key, &payload)
      }
    }
  }

  private func person() throws -> StaffCode { StaffCode(try EventReader.needed(staff)) }

  func line() throws -> RosterLine {
    let first = try EventReader.needed(from)
    let last = to ?? first
    // One that is too long is told and passed over; one that ends before it begins says nothing that could be told.
    guard first <= last else { throw EventReader.Unknown() }
    return RosterLine(staff: try person(), days: first...last, duty: duty, reason: why)
  }

  func swap() throws -> EventBody {
    .dutiesSwapped(
      day: try EventReader.needed(from), try person(), StaffCode(try EventReader.needed(other)), why)
  }

  func absence() throws -> Absence {
    Absence(
      staff: try person(), reason: try EventReader.needed(reason), window: try EventReader.needed(window),
      text: text)
  }

  func end() throws -> EventBody { .absenceEnded(try person(), begun: try EventReader.needed(begun)) }
}

extension JSONCursor {
  /// Reads `2026-11-22` as days after 1970-01-01.
  mutating func readDay() throws -> Int {
    try EventReader.needed(CivilTime.day(try readString()))
  }
}
