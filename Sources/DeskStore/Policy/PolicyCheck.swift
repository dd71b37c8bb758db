import Desk
import Settings

/// Looks for lines of a policy that contradict each other, though each is right for itself.
struct PolicyCheck {
  let policy: Policy
  let places: PolicyPlaces
  /// Which line of the target table counts for which tickets.
  let winners: TargetWinners
  private(set) var found: [(kind: PolicyFault.Contradiction, place: SettingsPlace)] = []

  /// `areSound` tells whether the sections of these names were read without a fault: only then are they compared.
  init(_ policy: Policy, _ places: PolicyPlaces, areSound: ([String]) -> Bool) {
    self.policy = policy
    self.places = places
    winners = TargetWinners(policy.targets.rules)
    if areSound(["target"]) { targets() }
    if areSound(["calendar"]) { calendars(areUsesKnown: areSound(["clocks", "target"])) }
    if areSound(["target", "visit"]) { visits() }
    if areSound(["target", "escalation"]) { escalation() }
    if areSound(["escalation", "roles"]) { audiences() }
    if areSound(["roles"]) { roles() }
  }

  mutating func note(_ kind: PolicyFault.Contradiction, at place: SettingsPlace?) {
    found.append((kind, place ?? PolicyPlaces.beginning))
  }

  /// Where not all that names a calendar could be read, none is said to be without use.
  private mutating func calendars(areUsesKnown: Bool) {
    let named = Set(policy.targets.rules.compactMap { $0.target?.calendar } + policy.clockCalendars.values)
    for calendar in policy.calendars {
      let place = places.calendars[calendar.name]
      if !named.contains(calendar.name) {
        if areUsesKnown { note(.unusedCalendar(calendar.name), at: place) }
      } else if calendar.week.minutes == 0 {
        note(.idleWeek(calendar.name), at: place)
      } else if let rest = Self.longestRest(calendar), rest.count > Self.longRest {
        note(.longClosure(calendar.name, firstDay: rest.lowerBound, days: rest.count), at: place)
      }
    }
  }

  /// So many days in a row without working time are more than any holiday.
  private static let longRest = 31

  /// The longest run of days without working time; nil where no day differs from its week.
  private static func longestRest(_ calendar: WorkCalendar) -> Range<Int>? {
    guard let first = calendar.exceptions.keys.min(), let last = calendar.exceptions.keys.max() else {
      return nil
    }
    var longest = first..<first
    var start: Int?
    for day in (first - 7)...(last + 7) {
      guard calendar.hours(ofDay: day).minutes == 0 else {
        start = nil
        continue
      }
      let begun = start ?? day
      start = begun
      if day + 1 - begun > longest.count { longest = begun..<day + 1 }
    }
    return longest
  }

  private mutating func roles() {
    for (verb, _) in Verb.records {
      guard let place = places.records[verb] else { continue }
      if policy.roles(allowed: verb).isEmpty { note(.nobodyMay([verb]), at: place) }
      if policy.allows(.auditor, verb) { note(.findingsOnly(.auditor, verb), at: place) }
    }
    guard let section = places.roles else { return }
    // One active manager always remains; of no other role is anybody sure to be there.
    for verb in [Verb(rawValue: "staff"), Verb(rawValue: "policy")].compactMap({ $0 })
    where !policy.allows(.manager, verb) {
      note(.lockedOut(verb), at: section)
    }
    let idle = Verb.ofRoles.filter { policy.roles(allowed: $0).isEmpty }
    if !idle.isEmpty { note(.nobodyMay(idle), at: section) }
    for verb in Verb.ofRoles where verb != .receive && policy.allows(.auditor, verb) {
      note(.findingsOnly(.auditor, verb), at: places.permissions[.auditor]?[verb] ?? section)
    }
  }
}
