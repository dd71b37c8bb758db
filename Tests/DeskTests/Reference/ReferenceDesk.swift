import Desk

/// Reckons the clocks of one ticket at many moments, keeping what was ever shown as broken (clock rule 4).
struct ReferenceDesk {
  let events: [Event]
  let number: TicketNumber
  let versions: [PolicyVersion]
  /// The open minutes of the calendars of each version.
  let calendars: [[String: OpenMinutes]]
  private var shown: [ReferenceReading.Key: Int] = [:]

  init(
    _ events: [Event], of number: TicketNumber, under versions: [PolicyVersion],
    _ calendars: [[String: OpenMinutes]]
  ) {
    self.events = events
    self.number = number
    self.versions = versions
    self.calendars = calendars
  }

  /// A moment and how all clocks stood then, as far as the first `known` events told.
  struct Page {
    var known: Int
    var moment: Int
    var readings: [ReferenceReading]
  }

  /// Goes through the whole history. `moments` picks the moments to look at between two, given those at which something
  /// is due; both ends are looked at in any case.
  mutating func pages(until end: Int, moments: (ClosedRange<Int>, [Int]) -> [Int]) -> [Page] {
    var pages: [Page] = []
    let place = Self.version(of: events, versions)
    for known in 1...events.count {
      let view = ReferenceView(
        Array(events.prefix(known)), of: number, under: versions[place].policy, version: place,
        calendars: calendars[place])
      let from = ReferenceReading.minute(events[known - 1].at)
      let to = known < events.count ? ReferenceReading.minute(events[known].at) : end
      let chosen = Set(moments(from...to, view.dueMoments) + [from, to]).sorted()
      let readings = view.readings(at: chosen, shown: shown)
      for (moment, reading) in zip(chosen, readings) {
        pages.append(Page(known: known, moment: moment, readings: reading))
      }
      for reading in readings.last ?? [] { note(reading) }
    }
    return pages
  }

  private mutating func note(_ reading: ReferenceReading) {
    if let breach = reading.breachedAt, shown[reading.key] == nil { shown[reading.key] = breach }
  }

  /// The version in force when the matter reached the desk: the latest effective one, of two the later adopted.
  private static func version(of events: [Event], _ versions: [PolicyVersion]) -> Int {
    guard let received = events.first?.happened else { return 0 }
    var best = 0
    for place in versions.indices {
      guard let effective = versions[place].effective, effective <= received else { continue }
      if effective >= versions[best].effective ?? effective { best = place }
    }
    return best
  }
}
