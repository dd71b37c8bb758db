import Desk
import TestSupport
import Testing

@testable import DeskStore

/// 2026-11-23 15:20 in Shanghai, a Monday.
private let afternoon = Instant(seconds: 1_795_418_400)
private let shanghai = Zone(name: "Asia/Shanghai", firstOffset: 28_800)

private func centre(seed: UInt64 = 7, tickets: Int = 600, now: Instant = afternoon) -> DemoCentre {
  DemoCentre(seed: seed, tickets: tickets, now: now, zone: shanghai, account: "tester")
}

/// A centre as its desk sees it, without a journal.
private struct Played {
  var desk: ServiceDesk
  var refusals: [String] = []
  var seq: Int64 = 0

  init(_ centre: DemoCentre) {
    desk = ServiceDesk(zone: shanghai)
    let manager = Staff(code: StaffCode("tester"), name: "周", role: .manager, accounts: ["tester"])
    record(Entry(by: manager.code, body: .staffAdded(manager)), centre.founded)
    for step in centre.steps() {
      do throws(Refusal) {
        for entry in try desk.decide(step.command, now: step.at) { record(entry, step.at) }
      } catch {
        refusals.append("\(step): \(error)")
      }
    }
  }

  private mutating func record(_ entry: Entry, _ at: Instant) {
    desk.evolve(Event(seq: seq, at: at, entry: entry))
    seq += 1
  }
}

@Suite struct DemoCentres {
  @Test func theSameSeedAndMomentGiveTheSameCentre() {
    let first = Array(centre(tickets: 200).steps())
    #expect(first == Array(centre(tickets: 200).steps()))
    #expect(first != Array(centre(seed: 8, tickets: 200).steps()))
  }

  @Test(arguments: [7, 20_261_123, 4] as [UInt64])
  func everyStepPassesTheRulesOfTheDesk(seed: UInt64) {
    let played = Played(centre(seed: seed))
    #expect(played.refusals.prefix(3) == [])
    #expect(played.desk.tickets.count == 600)
  }

  @Test(arguments: [0, 3, 8, 12, 19, 23])
  func everyHourOfTheDayHasACentre(hour: Int64) {
    let now = shanghai.startOfDay(afternoon) + .hours(hour) + .minutes(7)
    let played = Played(centre(tickets: 150, now: now))
    #expect(played.refusals.prefix(3) == [])
    #expect(played.desk.tickets.count == 150)
  }

  @Test(arguments: [0, 1, 2, 5, 30]) func smallCentresHaveAsManyTicketsAsAsked(tickets: Int) {
    let played = Played(centre(tickets: tickets))
    #expect(played.refusals == [] && played.desk.tickets.count == tickets)
  }

  @Test func stepsAreInTheOrderOfTimeAndNeverInTheFuture() {
    var last = Instant(seconds: 0)
    let made = centre()
    for step in made.steps() {
      #expect(step.at >= last && step.at <= afternoon && step.at >= made.founded)
      last = step.at
    }
  }

  @Test func theEstateAndItsPeopleAreAll() {
    let desk = Played(centre(tickets: 0)).desk
    #expect(desk.households.values.count { $0.unit.kind == .home } >= 400)
    for kind in UnitKind.allCases { #expect(desk.households.values.contains { $0.unit.kind == kind }) }
    #expect(desk.households[UnitCode("3-2-1502")] != nil)
    for household in desk.households.values {
      #expect(Set(household.contacts.map(\.name)).count == household.contacts.count)
    }
    let contacts = desk.households.values.flatMap(\.contacts)
    #expect(contacts.count { $0.tenure == .tenant } > 50)
    #expect(contacts.allSatisfy { $0.phone.hasPrefix("125") && $0.phone.utf8.count == 11 })
  }

  @Test func theTwelvePeopleCoverEveryHourAndMayAllBeNamed() throws {
    let desk = Played(centre(tickets: 0)).desk
    #expect(desk.staff.count == 12)
    for person in desk.staff.values {
      #expect(try desk.whoAmI(account: "tester", named: person.code) == person.code)
    }
    #expect(try desk.whoAmI(account: "tester", named: nil) == StaffCode("tester"))
    let staff = centre(tickets: 0).staff
    for minute in stride(from: 0, to: 1440, by: 10) {
      let moment = shanghai.startOfDay(afternoon) + .minutes(Int64(minute))
      for code in [
        staff.clerk(moment), staff.dispatcher(moment), staff.technician(.plumbing, moment),
        staff.technician(.power, moment), staff.technician(.structure, moment),
        staff.technician(.lift, moment),
        staff.technician(.fire, moment, second: true),
      ] {
        let person = try #require(desk.staff[code])
        #expect(person.shift.map { $0.covers(moment, in: shanghai) } ?? true, "\(code) at \(minute)")
      }
      let dispatcher = try #require(desk.staff[staff.dispatcher(moment)])
      #expect(Policy.builtIn.allows(dispatcher.role, .dispatch))
      #expect(Policy.builtIn.allows(try #require(desk.staff[staff.decider(moment)]).role, .decide))
    }
    #expect(desk.staff[StaffCode("ma.jun")]?.licences == [Licence("lift")])
  }

  @Test(arguments: [7, 99, 2026] as [UInt64])
  func theQueueIsWorthLookingAt(seed: UInt64) {
    let desk = Played(centre(seed: seed)).desk
    #expect((30...58).contains(desk.open.count), "\(desk.open.count) open")
    let open = desk.open.compactMap { desk.tickets[$0] }
    let clocks = open.map { $0.clocks(desk.policies, at: afternoon) }
    let late = clocks.count { $0.contains { $0.state == .running && ($0.remaining ?? .zero) < .zero } }
    #expect((5...16).contains(late), "\(late) late")
    let soon = clocks.count {
      $0.contains { clock in
        clock.state == .running && clock.remaining.map { $0 >= .zero && $0 < .hours(1) } ?? false
      }
    }
    #expect(soon >= 8, "\(soon) due within the hour")
    #expect((3...14).contains(open.count { $0.status == .waiting }))
    #expect(open.count { $0.status == .received } >= 3)
    #expect(open.contains { $0.status == .resolved })
    #expect(
      open.contains { $0.isEscalated } && open.contains { $0.urged > 0 } && open.contains { $0.cycle > 1 })
    let orders = Set(open.flatMap(\.orders).map(\.status))
    #expect(orders.isSuperset(of: [.reserved, .accepted, .travelling, .onsite]))
  }

  @Test func weeksOfHistoryHoldEverythingThatHappensAtADesk() {
    let desk = Played(centre()).desk
    let tickets = Array(desk.tickets)
    for kind in TicketKind.allCases { #expect(tickets.contains { $0.kind == kind }, "\(kind)") }
    for status in [TicketStatus.closed, .cancelled] { #expect(tickets.contains { $0.status == status }) }
    #expect(Set(tickets.map(\.channel)).count >= 8)
    #expect(Set(tickets.map(\.topic)).count >= 15)
    let happened = Set(tickets.flatMap { $0.facts.map(\.what) })
    for what in [
      TicketStep.urged, .promised, .escalated, .decided, .reopened, .visited, .inspected, .paused, .declined,
      .signed, .informed, .checked,
    ] {
      #expect(happened.contains(what), "\(what)")
    }
    #expect(Set(tickets.map(\.summary)).count > 400)
    let lateOnes = tickets.count { ticket in
      ticket.clocks(desk.policies, at: afternoon).contains { $0.isLate }
    }
    #expect((60...280).contains(lateOnes), "\(lateOnes) of 600 were late in something")
  }

  @Test func placesFitWhatHappensThere() {
    for ticket in Played(centre()).desk.tickets {
      guard let unit = ticket.unit else { continue }
      let room = unit.parts.last ?? ""
      if ticket.summary.contains("顶层") { #expect(room.hasPrefix("160") || room.hasPrefix("60"), "\(unit)") }
      if ticket.summary.contains("楼上漏水") { #expect(!room.hasPrefix("160"), "\(unit)") }
      if ticket.summary.contains("电梯"), let house = unit.building { #expect(house <= "5", "\(unit)") }
      if ticket.summary.hasPrefix("东门") { #expect(unit == UnitCode("东门")) }
    }
  }

  @Test func textsHaveNoChoicesLeftOpen() {
    for step in centre(tickets: 400).steps() {
      let text = "\(step.command.action)"
      guard case .receive(let receipt) = step.command.action else {
        #expect(!text.contains("|"), "\(text)")
        continue
      }
      #expect(!receipt.summary.contains { "{|}".contains($0) }, "\(receipt.summary)")
    }
  }

  @Test func manyTicketsLeaveAboutTwoInAHundredOpen() {
    let played = Played(centre(tickets: 6000))
    #expect(played.refusals.prefix(3) == [])
    #expect((80...190).contains(played.desk.open.count), "\(played.desk.open.count) open")
  }

  @Test func aJournalIsFoundedAndFilled() throws {
    let place = try TemporaryDirectory()
    let path = place.path + "/demo.journal"
    var told: [Int] = []
    let live = try DemoCentre.create(path: path, seed: 1, tickets: 60, now: afternoon, account: "tester") {
      told.append($0)
    }
    #expect(live.desk.tickets.count == 60 && live.desk.centre == DemoCentre.name)
    #expect(live.desk.staff[StaffCode("tester")]?.name == DemoCentre.managerName)
    let again = try LiveDesk(path: path, writing: false)
    #expect(again.desk.tickets.count == 60 && again.desk.lastSeq == live.desk.lastSeq)
    #expect(told == told.sorted() && !told.isEmpty)
  }
}

@Suite struct DemoPieces {
  @Test func phrasesTakeOneOfEachChoice() {
    var random = DemoRandom(seed: 3)
    var seen: Set<String> = []
    for _ in 0..<200 { seen.insert(random.phrase("{甲|乙}漏水{，急|}")) }
    #expect(seen == ["甲漏水，急", "甲漏水", "乙漏水，急", "乙漏水"])
  }

  @Test func weightsAreKept() {
    var random = DemoRandom(seed: 5)
    let picks = (0..<4000).map { _ in random.pick([(3, "a"), (1, "b"), (0, "c")]) }
    #expect((2850...3150).contains(picks.count { $0 == "a" }) && !picks.contains("c"))
  }

  @Test func ticketsComeInByDayMoreThanByNight() {
    var random = DemoRandom(seed: 9)
    let moments = DemoArrivals.moments(3000, until: afternoon, zone: shanghai, random: &random)
    #expect(moments.count == 3000 && moments == moments.sorted())
    #expect(moments.last.map { $0 <= afternoon - .minutes(3) } ?? false)
    let hours = moments.map { shanghai.civil($0).hour }
    #expect(hours.count { $0 == 9 } > 10 * hours.count { $0 == 3 })
    #expect(hours.contains { $0 < 6 })
  }

  @Test func justAfterMidnightTheDayHasHardlyBegun() {
    var random = DemoRandom(seed: 9)
    let now = shanghai.startOfDay(afternoon) + .minutes(1)
    let moments = DemoArrivals.moments(300, until: now, zone: shanghai, random: &random)
    #expect(moments.count == 300 && moments.allSatisfy { $0 <= now - .minutes(3) })
  }
}
