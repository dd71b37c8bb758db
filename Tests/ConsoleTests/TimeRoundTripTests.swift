import Desk
import DeskStore
import TestSupport
import Testing
import Words

@testable import Console

/// Whatever the program prints of a time it takes back as the same time: print, read, print again, in both languages.
struct TimeRoundTripTests {
  private static let zones = [
    "Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo",
    "Africa/Cairo",
    "Pacific/Apia",
  ]

  /// A moment now and one that is printed: near New Year, near a change of the clocks, on the same day, in another year.
  private static func pair(_ zone: Zone, _ random: inout SeededRandom) -> (now: Instant, then: Instant) {
    func around(_ second: Int64, _ reach: Int64) -> Instant {
      Instant(seconds: second + Int64.random(in: -reach...reach, using: &random))
    }
    let year = Int.random(in: 2012...2030, using: &random)
    let newYear = zone.instant(CivilTime(year: year, month: 1, day: 1)).seconds
    let jumps = zone.transitions.map(\.second).filter { $0 > 1_293_840_000 }
    let jump = jumps.randomElement(using: &random) ?? newYear
    let anchor = [newYear, jump, newYear + 15_000_000].randomElement(using: &random) ?? newYear
    let now = around(anchor, 3 * 86_400)
    let reach =
      [40_000, 90_000, 3 * 86_400, 200 * 86_400, 500 * 86_400].randomElement(using: &random) ?? 40_000
    let then = Bool.random(using: &random) ? around(anchor, 90_000) : around(now.seconds, Int64(reach))
    return (now, then)
  }

  /// The meanings of a field in which a moment can be given; one within the minute of now is on neither side of it.
  private static func senses(_ then: Instant, _ now: Instant) -> [MomentSense] {
    guard abs((then - now).whole) > 60 else { return [] }
    return [then < now ? .past : .future, .either]
  }

  private static func back(_ text: String, _ now: Instant, _ zone: Zone, _ sense: MomentSense) -> Result<
    Instant, MomentFault
  > {
    Result { () throws(MomentFault) in try MomentReading(now: now, zone: zone, sense: sense).moment(text) }
  }

  @Test func `a printed moment is read as itself`() throws {
    var random = SeededRandom()
    for name in Self.zones {
      let zone = try ZoneReader.zone(named: name)
      for _ in 0..<2000 / Self.zones.count + 1 {
        let (now, then) = Self.pair(zone, &random)
        for words in [Words(.zh), Words(.en)] {
          let printers: [(Instant) -> String] = [
            { words.time($0, zone, now: now) }, { words.fullTime($0, zone) }, { words.exactTime($0, zone) },
            { words.timeWithOffset($0, zone) },
          ]
          for print in printers {
            let text = print(then)
            for sense in Self.senses(then, now) {
              switch Self.back(text, now, zone, sense) {
              case .success(let moment):
                #expect(print(moment) == text, "\(text) \(name) \(now) \(sense)")
                // The very moment, and not the other one that the wall shows so.
                #expect(abs((moment - then).whole) < 60, "\(text) \(name) \(now.seconds) \(sense)")
              case .failure(let fault): Issue.record("\(text) \(name) \(now.seconds) \(sense): \(fault)")
              }
            }
          }
          // Today goes without saying where any moment will do.
          let hour = words.hour(then, zone, now: now)
          if case .success(let moment) = Self.back(hour, now, zone, .either) {
            #expect(words.hour(moment, zone, now: now) == hour, "\(hour) \(name) \(now.seconds)")
            #expect(abs((moment - then).whole) < 60, "\(hour) \(name) \(now.seconds)")
          }
        }
      }
    }
  }

  @Test func `a printed stretch of time is read as itself`() throws {
    var random = SeededRandom()
    for name in Self.zones {
      let zone = try ZoneReader.zone(named: name)
      for _ in 0..<2000 / Self.zones.count + 1 {
        let (now, then) = Self.pair(zone, &random)
        let length = Int64.random(in: 120...90_000, using: &random)
        let window = Window(start: then, end: then + Seconds(length))
        guard window.end > now + .minutes(1), abs((then - now).whole) > 60 else { continue }
        let reading = MomentReading(now: now, zone: zone, sense: .future)
        for words in [Words(.zh), Words(.en)] {
          for print in [{ words.time($0, zone, now: now) }, { words.window($0, zone) }]
            as [(Window) -> String]
          {
            let text = print(window)
            let back = Result { () throws(MomentFault) in try reading.window(text) }
            #expect(back.map(print) == .success(text), "\(text) \(name) \(now.seconds)")
          }
        }
      }
    }
  }

  @Test func `a printed day is read as itself`() throws {
    var random = SeededRandom()
    for name in Self.zones {
      let zone = try ZoneReader.zone(named: name)
      for _ in 0..<300 {
        let (now, then) = Self.pair(zone, &random)
        let (today, day) = (zone.civil(now).daysSinceEpoch, zone.civil(then).daysSinceEpoch)
        let sense: MomentSense = day < today ? .past : day > today ? .future : .either
        for text in [Words.day(day, today: today), CivilTime.dayText(day)] {
          for sense in [sense, .either] {
            let back = Result { () throws(MomentFault) in
              try MomentReading(now: now, zone: zone, sense: sense).day(text)
            }
            #expect(back == .success(day), "\(text) \(name) \(now.seconds)")
          }
        }
      }
    }
  }

  @Test func `a printed length of time is read as itself`() {
    var random = SeededRandom()
    for _ in 0..<2000 {
      let span = Seconds(
        Int64.random(in: 0...[600, 3600, 90_000, 40_000_000].randomElement(using: &random)!, using: &random))
      for words in [Words(.zh), Words(.en)] {
        let (short, exact) = (words.duration(span), words.exact(span))
        #expect(MomentReading.span(short).map(words.duration) == short)
        #expect(MomentReading.span(exact) == span, "\(exact)")
      }
    }
  }
}
