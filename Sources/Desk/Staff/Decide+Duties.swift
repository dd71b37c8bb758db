// Who is on, and who is away.

extension Ruling {
  func hours(_ action: HoursAction) throws(Refusal) -> [Entry] {
    switch action {
    case .setRoster(var line):
      _ = try desk.active(line.staff)
      guard line.days.count <= RosterLine.mostDays else { throw .tooManyDays(limit: RosterLine.mostDays) }
      guard line.days.contains(where: { desk.roster.duty(of: line.staff, onDay: $0) != line.duty }) else {
        throw .nothingToChange
      }
      line.reason = try reason(line.reason.why, from: line.days.lowerBound)
      return [entry(.rosterSet(line))]
    case .swapDuties(let day, let one, let other, let why): return [try swapped(day, one, other, why)]
    case .addAbsence(let absence): return [try away(absence)]
    case .endAbsence(let person, let start): return [try back(person, start)]
    }
  }

  /// Who was on duty on a day that is over is a matter of record: putting it right takes a reason, and says that it was
  /// put right.
  func reason(_ why: String, from day: Int) throws(Refusal) -> HoursReason {
    let isPast = day < desk.zone.civil(now).daysSinceEpoch
    try fits(why, .why)
    guard !isPast || !why.utf8.allSatisfy({ $0 <= 32 }) else {
      // A year that makes no sense is told as such, and not asked a reason for.
      guard Sense.days ~= Int64(day) else { return HoursReason(why, isCorrection: true) }
      throw .correctionWithoutReason(day: day)
    }
    return HoursReason(why, isCorrection: isPast)
  }

  private func swapped(_ day: Int, _ one: StaffCode, _ other: StaffCode, _ why: String) throws(Refusal)
    -> Entry
  {
    let duties = try [one, other].map { code throws(Refusal) in
      guard let duty = desk.duty(of: try desk.active(code), onDay: day) else {
        throw Refusal.noDuty(code, day: day)
      }
      return duty
    }
    guard duties[0] != duties[1] else { throw .nothingToChange }
    return entry(.dutiesSwapped(day: day, one, other, try reason(why, from: day)))
  }

  private func away(_ absence: Absence) throws(Refusal) -> Entry {
    _ = try desk.active(absence.staff)
    try own(absence.staff)
    try fits(absence.text, .text)
    try check(absence.window)
    let known = desk.absences.absences(of: absence.staff, from: absence.window.start)
    if let other = known.first(where: { $0.window.overlaps(absence.window) }) {
      throw .alreadyAway(absence.staff, other.window)
    }
    return entry(.absenceAdded(absence))
  }

  private func back(_ person: StaffCode, _ start: Instant?) throws(Refusal) -> Entry {
    _ = try desk.known(person)
    try own(person)
    let known = desk.absences.absences(of: person, from: happened)
    guard
      let absence = known.first(where: {
        start == nil ? $0.window.start <= happened : $0.window.start == start
      })
    else { throw .notAway(person) }
    return entry(.absenceEnded(person, begun: absence.window.start))
  }

  /// A technician speaks of their own hours only.
  private func own(_ person: StaffCode) throws(Refusal) {
    guard author.role == .technician, person != author.code else { return }
    let others = desk.policies.policy(at: now).roles(allowed: .away).filter { $0 != .technician }
    throw .notPermitted(author.role, .away, allowed: others)
  }
}
