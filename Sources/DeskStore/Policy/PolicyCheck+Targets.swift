import Desk
import Settings

/// What targets, visits and the ladder say against each other.
extension PolicyCheck {
  mutating func targets() {
    for kind in TicketKind.allCases where !winners.keeps([kind], isAgain: false) {
      note(.kindWithoutTarget(kind), at: places.targets.first)
    }
    guard !places.targets.isEmpty else { return }
    idleTargets()
    longTargets()
    longAgain()
  }

  /// Lines of which no rule ever wins, whatever the ticket is.
  private mutating func idleTargets() {
    let rules = policy.targets.rules
    var lines: [SettingsPlace: ClockName] = [:]
    for (rule, place) in zip(rules, places.targets) { lines[place] = rule.clock }
    for place in winners.used { lines[places.targets[place]] = nil }
    for (place, clock) in lines { note(.neverWins(clock), at: place) }
  }

  /// Acting, answering and arriving are parts of the whole matter, whatever it is about; each line is told once.
  private mutating func longTargets() {
    var told: Set<SettingsPlace> = []
    for cell in winners.cells {
      for clock in [ClockName.act, .respond, .arrive] {
        guard let part = winners.winner(clock, cell), let whole = winners.winner(.resolve, cell),
          let short = policy.targets.rules[part].target, let long = policy.targets.rules[whole].target,
          short.start == long.start, isLonger(short, of: clock, than: long, of: .resolve),
          told.insert(places.targets[part]).inserted
        else { continue }
        note(
          .longer(
            clock, short.within, than: .resolve, long.within, cell.kind, cell.urgency, cell.topic),
          at: places.targets[part])
      }
    }
  }

  /// What is owed once more takes no longer than it took any such ticket the first time.
  private mutating func longAgain() {
    var told: Set<SettingsPlace> = []
    for cell in winners.cells {
      for clock in TargetRules.clocks {
        guard let place = winners.winner(clock, cell, isAgain: true),
          let again = policy.targets.rules[place].target
        else { continue }
        let first = Urgency.allCases.compactMap { urgency in
          winners.winner(clock, TargetCell(cell.kind, urgency, cell.topic)).flatMap {
            policy.targets.rules[$0].target
          }
        }.filter { $0.start == again.start }.max { $0.within < $1.within }
        guard let first, isLonger(again, of: clock, than: first, of: clock),
          told.insert(places.targets[place]).inserted
        else { continue }
        note(.longerAgain(clock, again.within, than: first.within, cell.kind), at: places.targets[place])
      }
    }
  }

  /// Whether one span surely takes longer than another. Of hours by different calendars it is sure where the weeks that
  /// the one takes at least are more than the other takes at most, closures aside.
  private func isLonger(_ one: Target, of clock: ClockName, than other: Target, of whole: ClockName) -> Bool {
    let names = (policy.calendarName(clock, one), policy.calendarName(whole, other))
    if names.0 == names.1 { return one.within > other.within }
    guard let mine = policy.calendar(names.0)?.week.seconds, mine > 0,
      let theirs = policy.calendar(names.1)?.week.seconds, theirs > 0
    else { return false }
    let week = WorkCalendar.always.week.seconds
    let least = max(one.within.whole, one.within.whole / mine * week)
    let most = theirs == week ? other.within.whole : (other.within.whole / theirs + 1) * week
    return least > most
  }
}

extension WorkCalendar.Week {
  /// Seconds worked in a week without exceptions.
  fileprivate var seconds: Int64 { Int64(minutes) * 60 }
}
