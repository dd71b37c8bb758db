import Desk

/// Reckons the clocks of one ticket at many moments, keeping what was ever shown as broken (clock rule 4).
struct ReferenceDesk {
  let events: [Event]
  let number: TicketNumber
  let versions: [PolicyVersion]
  /// The open minutes of the calendars of each version.
  let calendars: [[String: OpenMinutes]]
  private let zone: Zone
  private var shown: [ReferenceReading.Key: Int] = [:]
  /// With which event each of them was first shown.
  private var shownBy: [ReferenceReading.Key: Int64] = [:]

  init(
    _ events: [Event], of number: TicketNumber, under versions: [PolicyVersion],
    _ calendars: [[String: OpenMinutes]], in zone: Zone
  ) {
    self.zone = zone
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
      forget(events[known - 1])
      let view = ReferenceView(
        Array(events.prefix(known)), of: number, under: versions[place].policy, version: place,
        calendars: calendars[place], in: zone)
      let from = ReferenceReading.minute(events[known - 1].at)
      let to = known < events.count ? ReferenceReading.minute(events[known].at) : end
      let chosen = Set(moments(from...to, view.dueMoments) + [from, to]).sorted()
      let readings = view.readings(at: chosen, shown: shown)
      for (moment, reading) in zip(chosen, readings) {
        pages.append(Page(known: known, moment: moment, readings: reading))
      }
      for reading in readings.last ?? [] { note(reading, events[known - 1]) }
    }
    return pages
  }

  /// What was first shown while a step stood that its author then took back is shown no more.
  private mutating func forget(_ event: Event) {
    guard case .ticket(_, .undone(let seq, _)) = event.entry.body else { return }
    for (key, by) in shownBy where by >= seq { (shown[key], shownBy[key]) = (nil, nil) }
  }

  private mutating func note(_ reading: ReferenceReading, _ event: Event) {
    guard let breach = reading.breachedAt, shown[reading.key] == nil else { return }
    shown[reading.key] = breach
    shownBy[reading.key] = event.seq
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
