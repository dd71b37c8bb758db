/// Working time between moments: a calendar in a zone (DOMAIN, clock rule 13).
///
/// A moment is working time when the clock on the wall shows an hour of the calendar then. So an hour that summer time
/// leaves out is no working time, and one that the wall shows twice counts twice. Each stretch between two changes of the
/// zone is reckoned by ``WallHours``; a question costs a few searches in sorted lists, some hundred nanoseconds.
public final class WorkingTime: Sendable {
  /// The calendar it goes by.
  public let calendar: WorkCalendar
  private let hours: WallHours
  /// Where each stretch of the zone begins (milliseconds since the epoch; the first begins before all time), how far the
  /// wall is ahead there, and the working time before it.
  private let starts: [Int64]
  private let offsets: [Int64]
  private let sums: [Int64]

  /// The working time of a calendar in a zone.
  public init(_ calendar: WorkCalendar, in zone: Zone) {
    let hours = WallHours(calendar)
    let starts = [Int64.min] + zone.transitions.map { $0.second * 1000 }
    let offsets = [Int64(zone.firstOffset) * 1000] + zone.transitions.map { Int64($0.offset) * 1000 }
    // Counted from the first change of the zone, or from the epoch where there is none.
    var sums: [Int64] = [0]
    for place in starts.indices.dropFirst() {
      let reached =
        place == 1
        ? 0
        : sums[place - 1] + hours.worked(before: starts[place] + offsets[place - 1])
          - hours.worked(before: starts[place - 1] + offsets[place - 1])
      sums.append(reached)
    }
    self.calendar = calendar
    self.hours = hours
    self.starts = starts
    self.offsets = offsets
    self.sums = sums
  }

  /// Some twelve million years in milliseconds: beyond it nothing is told apart, and no sum of two times overflows.
  private static let farthest: Int64 = 1 << 58

  private static func clamped(_ milliseconds: Int64) -> Int64 { min(max(milliseconds, -farthest), farthest) }

  /// The working time from one moment to a later one; less than nothing where the second is the earlier one.
  public func elapsed(from start: Instant, to end: Instant) -> Seconds {
    Seconds(
      milliseconds: worked(before: Self.clamped(end.milliseconds))
        - worked(before: Self.clamped(start.milliseconds)))
  }

  /// The first moment by which so much working time has passed since `start`, `start` itself for none; nil where the
  /// calendar has no more.
  public func moment(after length: Seconds, since start: Instant) -> Instant? {
    guard length > .zero else { return start }
    let begin = Self.clamped(start.milliseconds)
    let total = worked(before: begin) + Self.clamped(length.milliseconds)
    var place = self.place(of: begin)
    while place + 1 < starts.count, sums[place + 1] < total { place += 1 }
    // Within the stretch: as much as is left of it, on the wall of that stretch.
    let wanted = total - sums[place] + anchored(place)
    let from = max(begin, starts[place])
    return hours.reading(of: wanted, notBefore: from + offsets[place]).map {
      Instant(milliseconds: $0 - offsets[place])
    }
  }

  /// Whether it is working time at a moment.
  public func isOpen(at moment: Instant) -> Bool {
    let moment = Self.clamped(moment.milliseconds)
    let wall = moment + offsets[place(of: moment)]
    return hours.worked(before: wall + 1) > hours.worked(before: wall)
  }

  /// The stretches of working time between two moments, in order and apart; every day between them is gone through.
  public func stretches(from start: Instant, to end: Instant) -> [Range<Instant>] {
    var list: [Range<Instant>] = []
    var from = Self.clamped(start.milliseconds)
    let last = Self.clamped(end.milliseconds)
    while from < last {
      let place = self.place(of: from)
      let offset = offsets[place]
      let stop = place + 1 < starts.count ? min(last, starts[place + 1]) : last
      for window in hours.windows(from: from + offset, to: stop + offset) {
        let opens = Instant(milliseconds: window.lowerBound - offset)
        let closes = Instant(milliseconds: window.upperBound - offset)
        if let last = list.last, last.upperBound == opens {
          list[list.count - 1] = last.lowerBound..<closes
        } else {
          list.append(opens..<closes)
        }
      }
      from = stop
    }
    return list
  }

  /// Working time before a moment, counted from the first change of the zone.
  private func worked(before moment: Int64) -> Int64 {
    let place = self.place(of: moment)
    return sums[place] + hours.worked(before: moment + offsets[place]) - anchored(place)
  }

  /// The working time on the wall of a stretch before the moment that its sum is counted from.
  private func anchored(_ place: Int) -> Int64 {
    let anchor = place > 0 ? starts[place] : starts.count > 1 ? starts[1] : 0
    return hours.worked(before: anchor + offsets[place])
  }

  /// The stretch of the zone that holds a moment.
  private func place(of moment: Int64) -> Int {
    var low = 1
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
