import Desk

/// The technicians of a simulated centre and when they work; times in seconds from midnight of the first day.
struct Crew {
  struct Technician {
    var trades: Set<Trade>
    /// Hours of work on every day, in order.
    var hours: [Range<Int>]
  }

  var technicians: [Technician]

  /// How many days the roster is written for; what is not done by then is not done at all.
  static let days = 12

  private static func hours(_ spans: [(Double, Double)]) -> [Range<Int>] {
    spans.map { Int($0.0 * 3600)..<Int($0.1 * 3600) }
  }

  /// Early and late shifts by turns; every other technician has a break.
  private static func rostered(_ trades: [Set<Trade>]) -> Crew {
    Crew(
      technicians: trades.enumerated().map { number, trades in
        let spans: [(Double, Double)] =
          switch number % 4 {
          case 0: [(7.5, 11.5), (12.5, 16.5)]
          case 1: [(12.5, 17), (17.5, 21)]
          case 2: [(7.5, 16)]
          default: [(12.5, 21)]
          }
        return Technician(trades: trades, hours: hours(spans))
      })
  }

  /// Twelve people of four crafts, some of whom have two or three.
  static let estate = rostered([
    [.plumber], [.plumber, .carpenter], [.plumber], [.plumber, .electrician], [.electrician],
    [.electrician, .lowVoltage], [.electrician], [.carpenter], [.carpenter, .plumber],
    [.lowVoltage, .electrician], [.carpenter, .lowVoltage], [.plumber, .electrician, .carpenter],
  ])

  /// Twelve people for a log that knows glaziers, here carpenters, and labourers.
  static let log = rostered(
    (0..<12).map { [[.carpenter], [.general], [.carpenter, .general]][$0 / 2 % 3] })

  /// Seconds of work in one day of all together.
  var secondsADay: Int { technicians.reduce(0) { $0 + $1.hours.reduce(0) { $0 + $1.count } } }

  /// The windows of a technician from a moment on.
  func windows(of technician: Int, from moment: Int, days: Int = 3) -> [Range<Int>] {
    let first = moment / 86_400
    return (first..<min(first + days, Self.days)).flatMap { day in
      technicians[technician].hours.compactMap { span in
        let start = max(moment, span.lowerBound + day * 86_400)
        let end = span.upperBound + day * 86_400
        return start < end ? start..<end : nil
      }
    }
  }
}
