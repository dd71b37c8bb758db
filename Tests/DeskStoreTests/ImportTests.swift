import Desk
import Foundation
import Journal
import Settings
import TestSupport
import Testing

@testable import DeskStore

/// A centre with files to import.
struct ImportRig {
  let centre: Centre
  let live: LiveDesk

  init() throws {
    centre = try Centre()
    live = try centre.open()
  }

  func take(
    _ kind: ImportKind, _ text: String, map: ImportMap = .plain, by: StaffCode = Centre.manager,
    isRehearsal: Bool = false, anyway: Bool = true, isForced: Bool = true
  ) throws -> ImportReport {
    var options = Importer.Options()
    options.isRehearsal = isRehearsal
    options.takesAnyway = anyway
    options.isForced = isForced
    return try Importer(kind, map: map, by: by, options).run(try Self.file(text, map), into: live)
  }

  /// A file of rows with that text.
  static func file(_ text: String, _ map: ImportMap = .plain) throws -> TableFile {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Array(text.utf8), to: "rows.csv")
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    do {
      return try TableFile(descriptor: descriptor, options: map.file)
    } catch {
      throw ImportError.table(error)
    }
  }

  /// A map of the fixtures.
  static func map(_ name: String) throws -> ImportMap {
    let text = try String(contentsOfFile: fixture("maps/\(name)"), encoding: .utf8)
    return try ImportMap(Settings(parsing: text, name: name))
  }

  static func slice(_ name: String) throws -> String {
    try String(contentsOfFile: fixture("import/\(name)"), encoding: .utf8)
  }

  func ticket(_ ref: String) throws -> Ticket {
    try #require(live.desk.references[ref].flatMap { live.desk.tickets[$0] })
  }

  func steps(_ ref: String) throws -> [TicketStep] { try ticket(ref).facts.map(\.what) }

  func bytes() throws -> Int { try centre.bytes().count }

  /// All that the rows say of the tickets: what became of them, who did what and when, and what their clocks say.
  func outcome() throws -> [String] {
    let now = Instant(seconds: CivilTime(year: 2026, month: 1, day: 1).secondsSinceEpoch)
    func name(_ code: StaffCode?) -> String { code.flatMap { live.desk.staff[$0]?.name } ?? "-" }
    return try live.desk.references.sorted { $0.key < $1.key }.map { ref, number in
      let ticket = try #require(live.desk.tickets[number])
      let steps = try live.history(of: number).map { event in
        var step = "\(event.entry.body)"
        if case .ticket(_, let own) = event.entry.body { step = "\(own)" }
        if case .ticket(_, .assigned(let to)) = event.entry.body { step = "assigned \(name(to))" }
        return "\(event.happened.seconds) \(name(event.entry.doer)) \(step)"
      }
      let clocks = ticket.clocks(live.desk.policies, at: now).map {
        "\($0.name) \($0.cycle) \($0.state) \(String(describing: $0.due))"
      }
      return
        ([
          "\(ref) \(ticket.status) \(ticket.kind) \(ticket.urgency) \(name(ticket.owner)) \(ticket.cycle)",
          ticket.summary,
          ticket.caller, String(describing: ticket.waitingFor),
        ] + steps + clocks).joined(separator: "\n")
    }
  }
}

/// The lines and reasons of refused rows.
private func reasons(_ report: ImportReport) -> [Int: RowReason] {
  Dictionary(uniqueKeysWithValues: report.faults.map { ($0.line, $0.reason) })
}

@Suite struct ImportingByTheClock {
  @Test func aClockThatIsFarOffIsAskedAboutBeforeAnythingIsTakenIn() throws {
    let rig = try ImportRig()
    _ = try rig.live.perform(Centre.receive("x"), at: WallClock.now - .days(500))
    let before = try rig.centre.bytes()
    let file = "unit,kind,note\n5-1-101,,\n"
    for isRehearsal in [false, true] {
      do {
        _ = try rig.take(.units, file, isRehearsal: isRehearsal, isForced: false)
        Issue.record("taken in")
      } catch StoreError.refused(.clockFar(let last, _)) {
        #expect(last == rig.live.desk.lastAt)
      }
      #expect(try rig.centre.bytes() == before)
    }
    // Insisting is recording; from then on the clock is near.
    #expect(try rig.take(.units, file).counts.taken == 1)
    #expect(try rig.take(.units, "unit\n5-1-102\n", isForced: false).counts.taken == 1)
  }

  @Test func theCareOfTheFileDoesNotAnswerTheQuestion() throws {
    let rig = try ImportRig()
    _ = try rig.live.perform(Centre.receive("x"), at: WallClock.now - .days(500))
    // Half a line, which the next writer sets aside by the machine's clock before it asks.
    let file = try #require(FileHandle(forWritingAtPath: rig.centre.path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("{\"seq\":".utf8))
    try file.close()
    for _ in 0..<2 {
      #expect(throws: StoreError.self) { try rig.live.perform(Centre.receive("y")) }
      #expect(throws: StoreError.self) { try rig.take(.units, "unit\n5-1-101\n", isForced: false) }
    }
    #expect(rig.live.notices.healed.count == 1 && rig.live.desk.tickets.count == 1)
  }
}

@Suite struct ImportingRegisters {
  @Test func unitsAreTakenOnceAndKnownAfterwards() throws {
    let rig = try ImportRig()
    let file = "unit,kind,note\n5-1-101,,\n商铺-01,shop,面馆\n5-1-101,,\n,home,\n5-1-102,castle,\n"
    let first = try rig.take(.units, file)
    #expect(first.counts.taken == 2 && first.counts.known == 1 && first.counts.refused == 2)
    #expect(reasons(first)[5] == .missing(.unit))
    #expect(reasons(first)[6] == .badValue(.kind, "castle", allowed: UnitKind.allCases.map(\.rawValue)))
    #expect(rig.live.desk.households[UnitCode("商铺-01")]?.unit.note == "面馆")
    let before = try rig.bytes()
    let second = try rig.take(.units, file)
    #expect(second.counts.known == 3 && second.counts.taken == 0)
    #expect(try rig.bytes() == before)
  }

  @Test func contactsBelongToARegisteredUnit() throws {
    let rig = try ImportRig()
    let file = "name,unit,role,phone\n张磊,3-2-1201,租户,12500000001\n李四,9-9-909,owner,\n张磊,3-2-1201,owner,1\n"
    let report = try rig.take(.contacts, file)
    #expect(report.counts.taken == 1 && report.counts.refused == 2)
    #expect(rig.live.desk.contact(UnitCode("3-2-1201"), "张磊")?.tenure == .tenant)
    #expect(reasons(report)[3] == .refused(.unknownUnit(UnitCode("9-9-909"), similar: [])))
    #expect(
      reasons(report)[4] == .refused(.alreadyExists(.contact(unit: UnitCode("3-2-1201"), name: "张磊"))))
    #expect(try rig.take(.contacts, file).counts.known == 1)
  }

  @Test func staffComeWithTradesLicencesAndAccounts() throws {
    let rig = try ImportRig()
    let file = """
      code,name,role,trades,licences,os_user,phone,shift,limit
      ma,马俊,technician,lift; 水工,lift,ma;desk,,08:00-17:00,3
      x y,坏,clerk,,,,,,
      zhou,周,cook,,,,,,
      qian,钱,clerk,,,,,25:00-26:00,

      """
    let report = try rig.take(.staff, file)
    let ma = try #require(rig.live.desk.staff[StaffCode("ma")])
    #expect(
      ma.trades == [.lift, .plumber] && ma.licences == [Licence("lift")] && ma.accounts == ["ma", "desk"])
    #expect(ma.limit == 3 && ma.shift == Shift(text: "08:00-17:00"))
    #expect(reasons(report)[3] == .refused(.malformedCode("x y")))
    #expect(report.faults.map(\.line) == [3, 4, 5])
    #expect(try rig.take(.staff, file).counts.known == 1)
  }

  @Test func onlyWhoeverMayChangeARegisterMayImportIt() throws {
    let rig = try ImportRig()
    for (kind, text) in [
      (ImportKind.staff, "code,name,role\nnew,新,clerk\n"),
      (.tickets, "kind,summary,received\nrepair,x,2025-03-01 08:00\n"),
    ] {
      // Whoever may not is told so before any row is looked at.
      let error = #expect(throws: StoreError.self) { try rig.take(kind, text, by: Centre.clerk) }
      guard case .refused(.notPermitted(.clerk, _, _))? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
    #expect(rig.live.desk.staff[StaffCode("new")] == nil)
  }
}

@Suite struct ImportingTickets {
  private let file = """
    ref,kind,urgency,unit,summary,caller,phone,channel,topic,received,owner,resolved,closed,result
    A1,repair,urgent,3-2-1201,厨房漏水,张磊,1,phone,plumbing,2025-03-01 08:00,wang,2025-03-01 09:00,2025-03-02 10:00,换阀
    A2,投诉,,,噪音,,,,,2025-03-01 08:00,,,,
    A3,repair,,,"坏了, 真坏",,,,,2025-03-01 08:00,,,2025-02-28 08:00,
    A4,repair,,,x,,,,,2025-13-01 08:00,,,,
    A5,repair,,8-8-808,x,,,,,2025-03-01 08:00,,,,
    A6,repair,,,x,,,,,2025-03-01 08:00,nobody,,,
    A7,repair,,,,,,,,2025-03-01 08:00,,,,
    A8,repair,,,x,,,,,2099-03-01 08:00,,,,
    A1,repair,,,again,,,,,2025-03-01 08:00,,,,

    """

  @Test func aRowBecomesATicketWithItsLife() throws {
    let rig = try ImportRig()
    let report = try rig.take(.tickets, file)
    #expect(report.counts.taken == 3 && report.counts.refused == 6 && report.counts.rows == 9)
    let first = try rig.ticket("A1")
    #expect(first.status == .closed && first.isImported && first.owner == Centre.wang)
    #expect(first.facts.map(\.what) == [.received, .resolved, .replied, .closed, .edited])
    #expect(
      first.facts.prefix(4).map(\.happened.seconds) == [
        1_740_787_200, 1_740_790_800, 1_740_880_800, 1_740_880_800,
      ])
    // Another row of the same number says what the summary should have been.
    #expect(first.summary == "again")
    let second = try rig.ticket("A2")
    #expect(second.kind == .complaint && second.status == .received && second.urgency == .normal)
  }

  @Test func everyRefusedRowHasItsLineAndReason() throws {
    let rig = try ImportRig()
    let found = reasons(try rig.take(.tickets, file))
    #expect(found[4] == .reversed(.closed, before: .received))
    #expect(found[5] == .badTime(.received, "2025-13-01 08:00"))
    #expect(found[6] == .refused(.unknownUnit(UnitCode("8-8-808"), similar: [])))
    #expect(found[7] == .unknownPerson(.owner, "nobody"))
    #expect(found[8] == .missing(.summary))
    guard case .refused(.inTheFuture) = found[9] else {
      Issue.record("\(String(describing: found[9]))")
      return
    }
  }

  @Test func doingItAgainAddsNothing() throws {
    let rig = try ImportRig()
    _ = try rig.take(.tickets, file)
    let before = try rig.bytes()
    let again = try rig.take(.tickets, file)
    #expect(again.counts.known == 2 && again.counts.taken == 0 && again.counts.refused == 7)
    guard case .changedSince(.summary)? = again.faults.first?.reason else {
      Issue.record("\(again.faults)")
      return
    }
    #expect(try rig.bytes() == before)
  }

  @Test func aLaterExportAddsOnlyWhatHappenedSince() throws {
    let rig = try ImportRig()
    let head = "ref,kind,summary,received,resolved,closed\n"
    _ = try rig.take(.tickets, head + "B1,repair,x,2025-03-01 08:00,,\n")
    let report = try rig.take(
      .tickets, head + "B1,repair,x,2025-03-01 08:00,2025-03-01 09:00,2025-03-01 10:00\n")
    #expect(report.counts.taken == 1)
    #expect(try rig.steps("B1") == [.received, .resolved, .replied, .closed])
  }

  @Test func ticketsWithoutReferenceAreKnownByWhatTheySay() throws {
    let rig = try ImportRig()
    let head = "kind,summary,received\n"
    let twice = head + "repair,灯坏,2025-03-01 08:00\nrepair,灯坏,2025-03-01 08:00\n"
    #expect(try rig.take(.tickets, twice).counts.taken == 2)
    #expect(try rig.take(.tickets, twice).counts.known == 2)
    let thrice = twice + "repair,灯坏,2025-03-01 08:00\n"
    let report = try rig.take(.tickets, thrice)
    #expect(report.counts.known == 2 && report.counts.taken == 1)
  }

  @Test func aRehearsalSaysTheSameAndWritesNothing() throws {
    let rig = try ImportRig()
    let before = try rig.bytes()
    let rehearsal = try rig.take(.tickets, file, isRehearsal: true)
    #expect(try rig.bytes() == before)
    #expect(rig.live.desk.tickets.isEmpty)
    var real = try rig.take(.tickets, file)
    real.began = nil
    #expect(real == rehearsal)
  }

  @Test func progressCountsEveryRow() throws {
    let rig = try ImportRig()
    let rows = (0..<4500).map { "repair,灯坏 \($0),2025-03-01 08:00\n" }.joined()
    let text = "kind,summary,received\n" + rows
    var seen: [ImportProgress] = []
    var options = Importer.Options()
    options.progress = { seen.append($0) }
    options.isForced = true
    _ = try Importer(.tickets, by: Centre.manager, options).run(try ImportRig.file(text), into: rig.live)
    #expect(seen.map(\.rows) == [1000, 2000, 3000, 4000, 4500])
    #expect(seen.last?.events == 4500)
  }

  @Test func faultsOfTheFileAsAWholeComeBeforeAnythingElse() throws {
    let rig = try ImportRig()
    #expect(throws: ImportError.table(.noHeader)) { try rig.take(.tickets, "") }
    #expect(
      throws: ImportError.unknownColumns(["kind#2"], allowed: ImportKind.tickets.columns.map(\.rawValue))
    ) {
      try rig.take(.tickets, "kind,kind\n")
    }
    #expect(throws: ImportError.missingColumns(["received"], found: ["kind", "summary"])) {
      try rig.take(.tickets, "kind,summary\n")
    }
    #expect(
      throws: ImportError.unknownColumns(["sumary"], allowed: ImportKind.tickets.columns.map(\.rawValue))
    ) { try rig.take(.tickets, "kind,sumary,summary,received\n") }
    #expect(throws: ImportError.otherKind(.tickets)) {
      try rig.take(.units, "unit\n", map: try ImportRig.map("sf-housing.map"))
    }
    guard
      case .missingColumns(let missing, _)? = #expect(
        throws: ImportError.self,
        performing: { try rig.take(.tickets, "unique_key\n", map: try ImportRig.map("sf-housing.map")) })
    else { return }
    #expect(missing.contains("descriptor") && missing == missing.sorted())
  }

  @Test func rowsThatAreNoRowsAreReportedAmongTheOthers() throws {
    let rig = try ImportRig()
    let report = try rig.take(
      .tickets, "kind,summary,received\nrepair,x,2025-03-01 08:00,z\nrepair,y,2025-03-01 08:00\n")
    #expect(reasons(report) == [2: .csv(.wrongCellCount(found: 4, expected: 3))])
    #expect(report.counts.taken == 1)
  }
}

@Suite struct ImportingEvents {
  private func rig() throws -> ImportRig {
    let rig = try ImportRig()
    _ = try rig.take(.tickets, "ref,kind,summary,received\nA1,repair,漏水,2025-03-01 08:00\n")
    return rig
  }

  private let life = """
    ref,event,on,by,to,reason,text
    A1,assign,2025-03-01 08:10,,chen,,
    A1,respond,2025-03-01 08:12,chen,,,已联系
    A1,dispatch,2025-03-01 08:15,chen,wang,,
    A1,accept,2025-03-01 08:16,wang,,,
    A1,arrive,2025-03-01 08:30,wang,,,
    A1,wait,2025-03-01 08:40,,,parts,等阀芯
    A1,resume,2025-03-01 11:00,,,,
    A1,complete,2025-03-01 12:00,wang,,,换阀
    A1,signoff,2025-03-01 12:05,,,,
    A1,resolve,2025-03-01 12:10,chen,,,换阀
    A1,reply,2025-03-01 12:20,chen,,,已告知
    A1,close,2025-03-01 12:21,chen,,,
    A1,visit,2025-03-02 09:00,chen,,yes,满意

    """

  @Test func aWholeLifeIsTakenStepByStep() throws {
    let rig = try rig()
    let report = try rig.take(.events, life)
    #expect(report.faults == [] && report.counts.taken == 13)
    #expect(
      try rig.steps("A1") == [
        .received, .assigned, .responded, .dispatched, .accepted, .arrived, .waiting, .resumed, .completed,
        .signed, .resolved, .replied, .closed, .visited,
      ])
    #expect(try rig.ticket("A1").orders.first?.status == .signed)
  }

  @Test func doingItAgainAddsNothing() throws {
    let rig = try rig()
    _ = try rig.take(.events, life)
    let before = try rig.bytes()
    let again = try rig.take(.events, life)
    #expect(again.counts.known == 13 && again.faults == [])
    #expect(try rig.bytes() == before)
  }

  @Test func twoStepsOfTheSameMomentAreTwo() throws {
    let rig = try rig()
    let notes = "ref,event,on,text\nA1,note,2025-03-01 08:10,一\nA1,note,2025-03-01 08:10,二\n"
    #expect(try rig.take(.events, notes).counts.taken == 2)
    #expect(try rig.take(.events, notes).counts.known == 2)
    #expect(try rig.take(.events, notes + "A1,note,2025-03-01 08:10,三\n").counts.taken == 1)
  }

  @Test func whatCannotBeIsReportedWithItsLine() throws {
    let rig = try rig()
    let report = try rig.take(
      .events,
      """
      ref,event,on,by,to,reason,text
      A9,note,2025-03-01 09:00,,,,x
      A1,explode,2025-03-01 09:00,,,,x
      A1,wait,2025-03-01 09:00,,,tea,
      A1,assign,2025-03-01 09:00,,,,
      A1,accept,2025-03-01 09:00,,,,
      A1,resolve,2025-03-01 07:00,,,,x
      A1,resume,2025-03-01 09:00,,,,
      A1,note,yesterday,,,,x
      A1,promise,2025-03-01 09:00,,soon,,

      """)
    let found = reasons(report)
    #expect(report.counts.refused == 9)
    #expect(found[2] == .unknownReference("A9"))
    #expect(found[4] == .badValue(.reason, "tea", allowed: WaitingReason.allCases.map(\.rawValue)))
    #expect(found[5] == .missing(.to))
    #expect(found[6] == .noOrder("A1"))
    #expect(
      found[7]
        == .refused(
          .beforeItsCause(Instant(seconds: 1_740_783_600), cause: Instant(seconds: 1_740_787_200))))
    guard case .refused(.wrongStatus(.resume, .received, _)) = found[8] else {
      Issue.record("\(found)")
      return
    }
    #expect(found[9] == .badTime(.on, "yesterday"))
    #expect(found[10] == .badTime(.to, "soon"))
    guard case .badValue(.event, "explode", let allowed) = found[3] else {
      Issue.record("\(found)")
      return
    }
    #expect(allowed.contains("signoff") && !allowed.contains("import"))
  }
}
