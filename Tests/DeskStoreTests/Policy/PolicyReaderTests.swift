import Desk
import Settings
import Testing

@testable import DeskStore

/// What policy files say.
@Suite struct PolicyReaderTests {
  @Test func aFileThatSaysNothingIsThePolicyBuiltIn() throws {
    var expected = Policy.builtIn
    expected.name = "2026-01"
    #expect(try policy("name = \"2026-01\"") == expected)
  }

  @Test func everySectionOfTheExampleIsRead() throws {
    let policy = try policy(
      """
      name = "2026-01"
      [calendar.office]
      weekdays = ["08:30-12:00", "13:30-17:30"]
      closed = ["2026-10-01..2026-10-07", "2026-12-31"]
      [calendar.office.open]
      "2026-10-10" = "09:00-12:00"
      [clocks]
      respond = "office"
      [[target]]
      act = 24h
      respond = 30m
      [[target]]
      kind = ["repair", "incident"]
      urgency = "critical"
      topic = "lift"
      calendar = "always"
      arrive = 15m
      resolve = { within = 4h, calendar = "office" }
      reply = { after = "result", within = 24h }
      visit = "none"
      [[target]]
      again = true
      resolve = 24h
      [pauses]
      resident = ["arrive", "resolve"]
      [risk]
      shares = [50, 80, 95]
      [[escalation]]
      clock = ["arrive", "resolve"]
      urgency = "critical"
      at = 90
      to = ["owner", "technician", "every-technician", "maintenance-supervisor"]
      [[escalation]]
      clock = "act"
      after = 15m
      to = "manager"
      [quiet]
      hours = "22:00-07:00"
      except = ["critical", "urgent"]
      [[visit]]
      share = 5
      [gates]
      trade = "block"
      [idle]
      critical = 10m
      planned = "none"
      [limits]
      late-entry = 48h
      undo = 5m
      retention = 1500d
      sweep = 12h
      rings = 4
      [return-visits]
      tries = 2
      """)
    let office = try #require(policy.calendars.first)
    #expect(office.name == "office")
    #expect(office.week[5].windows == [510..<720, 810..<1050])
    #expect(office.week[6] == .closed)
    #expect(office.hours(ofDay: try day("2026-10-07")) == .closed)
    #expect(office.hours(ofDay: try day("2026-10-08")).minutes == 450)
    #expect(office.hours(ofDay: try day("2026-10-10")).windows == [540..<720])
    #expect(office.exceptions.count == 9)
    #expect(policy.clockCalendars == [.respond: "office"])
    let targets = policy.targets
    #expect(targets.target(.act, .finding, .planned, .other) == Target(within: .hours(24)))
    #expect(
      targets.target(.arrive, .repair, .critical, .lift) == Target(within: .minutes(15), calendar: "always"))
    #expect(
      targets.target(.resolve, .incident, .critical, .lift)
        == Target(within: .hours(4), calendar: "office"))
    #expect(
      targets.target(.reply, .repair, .critical, .lift)
        == Target(.result, within: .hours(24), calendar: "always"))
    #expect(targets.target(.reply, .repair, .critical, .plumbing) == nil)
    #expect(targets.target(.resolve, .repair, .normal, .other, isAgain: true) == Target(within: .hours(24)))
    #expect(policy.pauses[.resident] == [.arrive, .resolve])
    #expect(policy.pauses[.weather] == [])
    #expect(policy.atRiskShares == [50, 80, 95])
    #expect(
      policy.escalation == [
        EscalationStep(
          [.arrive, .resolve], urgencies: [.critical], at: .share(90),
          to: [.owner, .technician, .role(.technician), .role(.maintenanceSupervisor)]),
        EscalationStep([.act], at: .overdue(.minutes(15)), to: [.role(.manager)]),
      ])
    #expect(policy.quiet == QuietHours(from: 1320, to: 420, except: [.critical, .urgent]))
    #expect(policy.visits == VisitTable([.init(share: 5)]))
    #expect(
      policy.gates[.trade] == .block && policy.gates[.licence] == .block && policy.gates[.shift] == .warn)
    #expect(policy.gates[.leave] == Policy.builtIn.gates[.leave])
    #expect(policy.idleLimits[.critical] == .minutes(10))
    #expect(policy.idleLimits[.urgent] == .minutes(30) && policy.idleLimits[.planned] == nil)
    #expect(
      policy.limits
        == PolicyLimits(
          lateEntry: .hours(48), undo: .minutes(5), retention: .days(1500), sweep: .hours(12), rings: 4,
          visitTries: 2))
    #expect(policy.permissions == Policy.builtIn.permissions)
  }

  @Test func aSingleWeekdayCountsMoreThanAGroupOfThemWhereverItStands() throws {
    let week = try #require(
      try policy(
        """
        name = "x"
        [calendar.c]
        sunday = []
        friday = "08:00-24:00"
        weekend = "10:00-12:00"
        everyday = ["00:00-06:00", "06:00-09:00"]
        [clocks]
        act = "c"
        """
      ).calendars.first?.week)
    #expect(week[1].windows == [0..<540])
    #expect(week[5].windows == [480..<1440])
    #expect(week[6].windows == [600..<720])
    #expect(week[7] == .closed)
  }

  @Test func namesInChineseAreTakenWhereCodesAre() throws {
    let policy = try policy(
      "name = \"x\"\n[[target]]\nact = 1h\n[[target]]\nkind = \"报修\"\nurgency = [\"特急\", \"急修\"]\nact = 5m\n")
    #expect(policy.targets.target(.act, .repair, .urgent, .other) == Target(within: .minutes(5)))
    #expect(policy.targets.target(.act, .repair, .normal, .other) == Target(within: .hours(1)))
  }

  @Test func theCalendarOfASectionIsNotThatOfAPromisedWindow() throws {
    let policy = try policy(
      (someTargets + "[[target]]\nkind = \"booking\"\ncalendar = \"always\"\n"
        + "arrive = { after = \"window\", within = 0s }\n").withName)
    #expect(policy.targets.target(.arrive, .booking, .normal, .other) == Target(.window, within: .zero))
  }

  @Test func tablesCanBeSaidToBeEmpty() throws {
    let policy = try policy(
      "name = \"x\"\nescalation = \"none\"\nvisit = \"none\"\n[quiet]\nhours = \"none\"\n")
    #expect(policy.escalation.isEmpty && policy.visits.rules.isEmpty && policy.quiet == nil)
  }

  @Test func aLineLeftOutOfASmallTableStaysAsBuiltInAndATableGivenReplacesItWholly() throws {
    let everything = Verb.ofRoles.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    let policy = try policy(
      "name = \"x\"\n[roles]\nmanager = [\(everything)]\n[quiet]\nhours = \"12:00-24:00\"\n[gates]\n")
    // Rights of records stand in a table of their own, line by line.
    #expect(policy.permissions[.clerk] == [.refer])
    #expect(policy.permissions[.manager] == Set(Verb.allCases))
    #expect(policy.quiet == QuietHours(from: 720, to: 1440, except: [.critical]))
    #expect(policy.gates == Policy.builtIn.gates)
  }

  @Test func readingThrowsEveryFaultAndNoWarning() throws {
    let text = "name = \"\"\n[calendar.c]\neveryday = \"8-9\"\n[limits]\nrings = 0\n"
    let error = #expect(throws: PolicyFaults.self) { try PolicyReader.read(text, name: "f") }
    #expect(error?.faults.map(\.place.line) == [1, 3, 5])
    #expect(error?.faults.allSatisfy { $0.name == "f" && !$0.isWarning } == true)
    let warned = "name = \"x\"\n[calendar.c]\neveryday = \"08:00-09:00\"\n"
    #expect(report(warned).warnings.count == 1)
    #expect(try PolicyReader.read(warned, name: "f").calendars.count == 1)
  }
}

extension String {
  /// The same file with a name.
  var withName: String { "name = \"x\"\n" + self }
}
