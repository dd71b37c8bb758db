import Desk
import Settings

/// Looks for lines of a policy that contradict each other, though each is right for itself.
struct PolicyCheck {
  let policy: Policy
  let places: PolicyPlaces
  private(set) var found: [(kind: PolicyFault.Contradiction, place: SettingsPlace)] = []

  /// `areSound` tells whether the sections of these names were read without a fault: only then are they compared.
  init(_ policy: Policy, _ places: PolicyPlaces, areSound: ([String]) -> Bool) {
    self.policy = policy
    self.places = places
    if areSound(["target"]) { targets() }
    if areSound(["calendar", "clocks", "target"]) { calendars() }
    if areSound(["target", "visit"]) { visits() }
    if areSound(["target", "escalation"]) { escalation() }
    if areSound(["roles"]) { roles() }
  }

  mutating func note(_ kind: PolicyFault.Contradiction, at place: SettingsPlace?) {
    found.append((kind, place ?? PolicyPlaces.beginning))
  }

  private mutating func calendars() {
    let named = Set(policy.targets.rules.compactMap { $0.target?.calendar } + policy.clockCalendars.values)
    for calendar in policy.calendars {
      let place = places.calendars[calendar.name]
      if !named.contains(calendar.name) {
        note(.unusedCalendar(calendar.name), at: place)
      } else if calendar.week.minutes == 0 {
        note(.idleWeek(calendar.name), at: place)
      }
    }
  }

  private mutating func roles() {
    guard let section = places.roles else { return }
    // One active manager always remains; of no other role is anybody sure to be there.
    for verb in [Verb(rawValue: "staff"), Verb(rawValue: "policy")].compactMap({ $0 })
    where !policy.allows(.manager, verb) {
      note(.lockedOut(verb), at: section)
    }
    let idle = Verb.allCases.filter { policy.roles(allowed: $0).isEmpty }
    if !idle.isEmpty { note(.nobodyMay(idle), at: section) }
    for verb in Verb.allCases where verb != .receive && policy.allows(.auditor, verb) {
      note(.findingsOnly(.auditor, verb), at: places.permissions[.auditor]?[verb] ?? section)
    }
  }
}
