import Desk

/// When tickets come in: few at night, most in the morning, more on Mondays and on days with bad weather.
struct DemoArrivals {
  /// What each hour of the day brings, as shares of one another.
  private static let hours: [Double] = [
    0.5, 0.3, 0.2, 0.2, 0.2, 0.4, 1.0, 3.2, 7.0, 9.0, 8.2, 6.0, 4.2, 4.4, 6.2, 6.4, 5.6, 5.8, 6.6, 7.0, 6.0,
    4.0, 2.1, 1.0,
  ]
  /// Monday to Sunday.
  private static let weekdays: [Double] = [1.18, 1.0, 0.96, 0.98, 1.02, 1.08, 0.94]

  /// Whole days before the present one: five weeks for 600 tickets, and more slowly longer for more of them, so
  /// that 100,000 are fifteen months of a large centre.
  static func days(_ tickets: Int) -> Int {
    if tickets <= 600 { return max(5, tickets * 35 / 600) }
    var days = 35
    while days * days * 600 < 35 * 35 * tickets { days += 1 }
    return days
  }

  /// So many moments of the days before `now`, in order, the last one at least three minutes ago.
  static func moments(_ count: Int, until now: Instant, zone: Zone, random: inout DemoRandom) -> [Instant] {
    let days = days(count)
    let latest = now - .minutes(3)
    var starts: [Instant] = []
    var weights: [Double] = []
    for back in stride(from: days, through: 0, by: -1) {
      let start = zone.startOfDay(now - .days(Int64(back)))
      let weekday = weekdays[zone.civil(start).weekday - 1]
      let weather = random.chance(12) ? 1.5 : 0.85 + 0.3 * random.share()
      let share = back == 0 ? passed(latest - start) : 1
      starts.append(start)
      weights.append(weekday * weather * share)
    }
    let total = max(weights.reduce(0, +), 0.001)
    var moments: [Instant] = []
    moments.reserveCapacity(count)
    var sum = 0.0
    for (day, start) in starts.enumerated() {
      sum += weights[day]
      let due = day == starts.count - 1 ? count : min(count, Int(Double(count) * sum / total))
      var today: [Instant] = []
      while moments.count + today.count < due {
        let moment = start + timeOfDay(&random)
        today.append(moment <= latest ? moment : earlier(start, latest, &random))
      }
      moments += today.sorted()
    }
    return moments
  }

  /// The share of a day's tickets that come in so long after midnight.
  private static func passed(_ span: Seconds) -> Double {
    let hour = max(0, min(24, Double(span.whole) / 3600))
    let total = hours.reduce(0, +)
    let whole = hours.prefix(Int(hour)).reduce(0, +)
    let rest = Int(hour) < 24 ? hours[Int(hour)] * (hour - Double(Int(hour))) : 0
    return (whole + rest) / total
  }

  private static func timeOfDay(_ random: inout DemoRandom) -> Seconds {
    var left = random.share() * hours.reduce(0, +)
    for (hour, weight) in hours.enumerated() {
      if left < weight {
        return Seconds(milliseconds: Int64((Double(hour) + left / weight) * 3_600_000))
      }
      left -= weight
    }
    return .hours(12)
  }

  /// A moment of the part of the day that has passed.
  private static func earlier(_ start: Instant, _ latest: Instant, _ random: inout DemoRandom) -> Instant {
    let span = max(1, (latest - start).milliseconds)
    return latest <= start ? latest : start + Seconds(milliseconds: Int64(random.share() * Double(span)))
  }
}
