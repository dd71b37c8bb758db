import TestSupport
import Testing

@testable import Desk

/// Running late and having been late are two questions, and both have one answer everywhere.
@Suite struct BrokenPromiseTests {
  /// Every promise that was broken, by walking all clocks of all tickets.
  private func walked(_ desk: ServiceDesk, _ from: Instant?, _ to: Instant?, _ now: Instant) -> Set<String> {
    var found: Set<String> = []
    for ticket in desk.tickets {
      for clock in ticket.clocks(desk.policies, at: now) {
        guard let broken = clock.breachedAt, from.map({ broken >= $0 }) ?? true,
          to.map({ broken < $0 }) ?? true
        else { continue }
        found.insert("\(ticket.number) \(clock.name) \(clock.cycle) \(broken)")
      }
    }
    return found
  }

  @Test func everyBrokenPromiseIsListedWhateverBecameOfItsTicket() throws {
    var kept = 0
    for centre in 0..<12 {
      let random = SeededRandom(for: "broken promises \(centre)")
      var world = RandomCentre(random: random)
      world.keysLate = centre % 2 == 1
      var own = random
      for _ in 0..<400 {
        world.step()
        guard Int.random(in: 0..<25, using: &own) == 0 else { continue }
        let (desk, now) = (world.desk, world.now)
        let bounds: [(Instant?, Instant?)] = [
          (nil, nil), (now - .hours(Int64.random(in: 1...400, using: &own)), nil),
          (now - .days(9), now - .hours(Int64.random(in: 1...150, using: &own))),
        ]
        for (from, to) in bounds {
          let found = desk.brokenPromises(from: from, to: to, now: now)
          let names = found.map { "\($0.ticket) \($0.clock) \($0.cycle) \($0.broken)" }
          #expect(Set(names) == walked(desk, from, to, now))
          #expect(names.count == Set(names).count)
          #expect(zip(found, found.dropFirst()).allSatisfy { $0.broken >= $1.broken })
          kept += found.count { $0.met != nil }
        }
        check(desk, now)
      }
    }
    #expect(kept > 100, "what was kept late must be among them")
  }

  /// Lists and figures say of one moment what the promises say.
  private func check(_ desk: ServiceDesk, _ now: Instant) {
    var book = DueBook()
    let figures = desk.figures(since: now - .hours(8), now: now, book: &book)
    let midnight = desk.shiftStart(of: nil, before: now)
    let today = Set(desk.brokenPromises(from: midnight, now: now).map(\.ticket))
    #expect(figures.broken == today.count)
    let month = Set(desk.brokenPromises(from: now - DueBook.brokenSpan, now: now).map(\.ticket))
    let list = book.queue(.broken, of: desk, now: now)
    #expect(Set(list.map(\.number)) == month && list.count == month.count)
    #expect(
      zip(list, list.dropFirst()).allSatisfy {
        ($0.lastBreak(at: now) ?? now) >= ($1.lastBreak(at: now) ?? now)
      })
    let all = Set(desk.brokenPromises(now: now).map(\.ticket))
    let late = book.queue(.late, of: desk, now: now).map(\.number)
    #expect(Set(late).isSubset(of: all) && figures.late == late.count)
    #expect(figures.visitsLate == book.queue(.visit, of: desk, now: now).count { $0.isLate(at: now) })
    for group in BrokenGroup.allCases {
      let promises = desk.brokenPromises(now: now)
      let counts = desk.counts(of: promises, by: group)
      #expect(counts.reduce(0) { $0 + $1.promises } == promises.count)
      #expect(counts.reduce(0) { $0 + $1.open } == promises.count { $0.isOpen })
      #expect(Set(counts.map(\.key)).count == counts.count)
    }
  }

  @Test func aPromiseKeptLateStaysAndIsWhoseItWasThen() throws {
    var scene = Scene()
    let ticket = try scene.ticket(.repair, .urgent, at: "1h")
    try scene.run(.dispatch(ticket, to: "wang", window: nil), by: "sun", forced: true)
    scene.clock("3d")
    try scene.order(ticket, .withdraw(why: "换人"))
    try scene.run(.dispatch(ticket, to: "ma", window: nil), by: "sun", forced: true)
    let broken = scene.desk.brokenPromises([.arrive], now: scene.now)
    #expect(broken.map(\.technician) == ["wang"])
    #expect(broken.allSatisfy { $0.isOpen })
    try scene.run(.order(OrderID(ticket, 2), .arrive), by: "sun")
    let kept = scene.desk.brokenPromises([.arrive], now: scene.now)
    #expect(kept.map(\.broken) == broken.map(\.broken))
    #expect(kept.allSatisfy { !$0.isOpen && $0.met == scene.now })
  }
}
