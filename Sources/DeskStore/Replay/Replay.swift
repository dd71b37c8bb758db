public import Desk
import Journal

/// A journal played back: the desk as it was recorded, at any place in the order of recording.
///
///     var replay = try Replay(JournalReplay(path: path), at: moment)
///     try replay.move(.nextEvent, now: WallClock.now)
///     replay.desk.tickets …
///
/// A desk of the past is a value: going on folds in the next event, going back folds the beginning anew, from a
/// desk kept a little way before.
public struct Replay {
  /// The desk, with everything up to ``position`` folded in.
  public private(set) var desk: ServiceDesk
  /// Where it stands.
  public private(set) var position: ReplayPosition

  private let source: any ReplaySource
  private var seqs: [Int64] = []
  /// When each record says that it was made, and when it counts as made, in milliseconds: see `ClockOrder`.
  private var times: [Int64] = []
  private var reached: [Int64] = []
  /// How many events are folded in.
  private var place = 0
  /// A desk some way before, with so many events folded in.
  private var base: (place: Int, desk: ServiceDesk)

  /// How far behind the place the kept desk stands, at least and at most, in events.
  private static let gap = 256...2048
  /// How many events are read at once.
  private static let chunk = 4096

  /// Plays a journal back and stands at a moment: the longest beginning whose `at` never passes it.
  public init(_ source: any ReplaySource, at moment: Instant) throws(StoreError) {
    self.source = source
    let empty = ServiceDesk(zone: source.zone)
    desk = empty
    base = (0, empty)
    position = ReplayPosition(instant: moment)
    try readMarks()
    try stand(at: moment)
  }

  /// Goes somewhere else; `now` is the present, which nothing goes beyond.
  ///
  /// Throws `StoreError.replay` where there is nothing to go to; it stands where it stood then.
  public mutating func move(_ move: ReplayMove, now: Instant) throws(StoreError) {
    try readMarks()
    switch move {
    case .nextEvent:
      guard place < seqs.count else { throw .replay(.atTheEnd) }
      try stand(behind: place + 1)
    case .previousEvent:
      guard place > 1 else { throw .replay(.atTheBeginning) }
      try stand(behind: place - 1)
    case .nextHour: try advance(to: source.zone.hour(after: position.instant), now)
    case .previousHour: try retreat(to: source.zone.hour(before: position.instant))
    case .shiftStart(let shift): try retreat(to: source.zone.start(of: shift, before: position.instant))
    case .moment(let moment):
      guard moment <= now else { throw .replay(.notYet(moment)) }
      try stand(at: moment)
    }
  }

  /// All that had been recorded of a ticket by then, in the order of recording.
  public func history(of number: TicketNumber) throws(StoreError) -> [Event] {
    guard let ticket = desk.tickets[number] else { return [] }
    return try source.events(at: ticket.facts.map { Int64($0.seq) })
  }

  // MARK: places

  private mutating func advance(to moment: Instant, _ now: Instant) throws(StoreError) {
    guard position.instant < now else { throw .replay(.atTheEnd) }
    try stand(at: min(moment, now))
  }

  private mutating func retreat(to moment: Instant) throws(StoreError) {
    guard let first = reached.first.map({ Instant(milliseconds: $0) }), position.instant > first else {
      throw .replay(.atTheBeginning)
    }
    try stand(at: max(moment, first))
  }

  private mutating func readMarks() throws(StoreError) {
    let records = try source.newRecords()
    guard !records.isEmpty else { return }
    seqs += records.map(\.seq)
    times += records.map(\.at.milliseconds)
    reached = ClockOrder.reached(times)
  }

  /// Stands at a moment, everything recorded by then folded in.
  private mutating func stand(at moment: Instant) throws(StoreError) {
    try fold(to: ClockOrder.count(reached, by: moment.milliseconds))
    position.instant = moment
  }

  /// Stands where so many events are folded in, at the moment of the last of them.
  private mutating func stand(behind count: Int) throws(StoreError) {
    try fold(to: count)
    position.instant = Instant(milliseconds: reached[count - 1])
  }

  /// Folds in events until there are so many, from as near before as a desk is at hand.
  private mutating func fold(to count: Int) throws(StoreError) {
    var kept = base.place <= count ? base : (place: 0, desk: empty)
    var (done, folded) = place <= count ? (place, desk) : kept
    var last = done == place ? position.event : nil
    let keeping = count - kept.place > Self.gap.upperBound ? count - Self.gap.lowerBound : nil
    while done < count {
      let stop = keeping.map { done < $0 ? $0 : count } ?? count
      let end = min(stop, done + Self.chunk)
      for event in try source.events(at: Array(seqs[done..<end])) {
        folded.evolve(event)
        last = event
      }
      done = end
      if done == keeping { kept = (done, folded) }
    }
    (desk, place, base) = (folded, done, kept)
    position.event = last
  }

  private var empty: ServiceDesk { ServiceDesk(zone: source.zone) }
}

/// Where a replay stands.
public struct ReplayPosition: Equatable, Sendable {
  /// The moment at which its clocks stand.
  public var instant: Instant
  /// The event folded in last; nil before the first.
  public var event: Event?
}

/// A way to go in a replay.
public enum ReplayMove: Equatable, Sendable {
  case nextEvent, previousEvent
  /// To the full hour on the centre's wall clock.
  case nextHour, previousHour
  /// Back to where that shift last began; to midnight for nobody's.
  case shiftStart(Shift?)
  case moment(Instant)
}

/// Why a replay stays where it is.
public enum ReplayFault: Equatable, Sendable {
  case atTheBeginning, atTheEnd
  /// That moment is still to come.
  case notYet(Instant)
}

/// Where the events of a replay come from.
public protocol ReplaySource: AnyObject {
  /// The centre's zone.
  var zone: Zone { get }
  /// Number and moment of recording of every record since the last call; the first time, of all of them.
  func newRecords() throws(StoreError) -> [(seq: Int64, at: Instant)]
  /// The events with these numbers, in rising order.
  func events(at seqs: [Int64]) throws(StoreError) -> [Event]
}

extension Zone {
  /// The first full hour after a moment.
  func hour(after moment: Instant) -> Instant { startOfHour(moment) + .hours(1) }

  /// The last full hour before a moment.
  func hour(before moment: Instant) -> Instant {
    let start = startOfHour(moment)
    return start < moment ? start : start - .hours(1)
  }

  private func startOfHour(_ moment: Instant) -> Instant {
    let wall = civil(moment)
    return Instant(seconds: moment.seconds - Int64(wall.minute * 60 + wall.second))
  }

  /// When a shift last began before a moment; midnight without one.
  func start(of shift: Shift?, before moment: Instant) -> Instant {
    var wall = civil(moment)
    let minutes = shift?.start ?? 0
    (wall.hour, wall.minute, wall.second) = (minutes / 60, minutes % 60, 0)
    let today = instant(wall)
    guard today >= moment else { return today }
    return instant(CivilTime(secondsSinceEpoch: wall.secondsSinceEpoch - 86_400))
  }
}
