import Desk

/// How moments are written in one file: of several ways that a map allows, one reading for the whole of it (RECORDS I13).
///
/// `3/4/2024` is a day in April or one in March. Which one a file means is told by values that can be read one way only; where
/// they tell both, or nothing, such a value is ambiguous, whatever the order in which the map names the ways.
struct TimeReadings {
  private let formats: [MomentFormat]
  /// By pair of formats that read some value differently: what is known of them.
  private var pairs: [Pair: Evidence] = [:]

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private struct Evidence {
    var isOnlyFirst = false
    var isOnlySecond = false
    var isDisputed = false
  }

  enum Reading: Hashable {
    case none
    case moment(Instant)
    case ambiguous(Instant, Instant)
  }

  init(_ formats: [MomentFormat]) { self.formats = formats }

  /// Whether the values have to be looked at before any of them is read.
  var needsEvidence: Bool { formats.count > 1 }

  /// Notes in which ways a value can be read.
  mutating func note(_ text: String, zone: Zone, now: Instant) {
    let reading = MomentReading(now: now, zone: zone, sense: .past)
    let moments = formats.map { format -> Instant? in try? format.instant(text, reading) }
    for first in formats.indices {
      for second in formats.indices.dropFirst(first + 1) where moments[first] != moments[second] {
        let pair = Pair(first: first, second: second)
        switch (moments[first], moments[second]) {
        case (nil, _): pairs[pair, default: Evidence()].isOnlySecond = true
        case (_, nil): pairs[pair, default: Evidence()].isOnlyFirst = true
        default: pairs[pair, default: Evidence()].isDisputed = true
        }
      }
    }
  }

  /// What a text means; throws where summer time leaves it out, or shows it twice and nothing decides.
  func instant(_ text: String, _ moments: MomentReading) throws(MomentFault) -> Reading {
    var found: (place: Int, moment: Instant)?
    for place in formats.indices {
      guard let moment = try formats[place].instant(text, moments) else { continue }
      guard let known = found else {
        found = (place, moment)
        if pairs.isEmpty { return .moment(moment) }
        continue
      }
      guard moment != known.moment, let evidence = pairs[Pair(first: known.place, second: place)],
        evidence.isDisputed
      else { continue }
      switch (evidence.isOnlyFirst, evidence.isOnlySecond) {
      case (true, false): continue
      case (false, true): found = (place, moment)
      default: return .ambiguous(known.moment, moment)
      }
    }
    return found.map { .moment($0.moment) } ?? .none
  }
}
