import Desk
import Settings
import TestSupport
import Testing

@testable import DeskStore

private func map(_ text: String) throws -> ImportMap {
  try ImportMap(Settings(parsing: text, name: "ledger.map"))
}

/// The ordinary ledger: one row for each matter, with a column for each moment of its life (RECORDS I15).
@Suite struct ImportingALedger {
  private static let text = """
    kind = "tickets"
    times = ["%Y/%m/%d %H:%M"]
    [columns]
    ref = "{单号}"
    kind = "报修"
    unit = "{房号}"
    caller = "{业主}"
    phone = "{电话}"
    summary = "{内容}"
    received = "{报修时间}"
    closed = "{办结时间}"
    [unknown]
    unit = "add"
    staff = "add"
    [steps.dispatch]
    on = "{派工时间}"
    by = "{维修人员}"
    to = "{维修人员}"
    [steps.arrive]
    on = "{到场时间}"
    by = "{维修人员}"
    [steps.complete]
    on = "{完工时间}"
    by = "{维修人员}"
    text = "完工[，材料{材料费}元]"
    [steps.resolve]
    on = "{完工时间}"
    by = "{维修人员}"
    text = "修好"
    [steps.visit]
    on = "{回访时间}"
    reason = "{满意度}"
    """
  private static let head = "单号,报修时间,房号,业主,电话,内容,派工时间,维修人员,到场时间,完工时间,材料费,办结时间,回访时间,满意度\n"
  private static let first =
    "W1,2024/3/1 8:05,3-2-1201,张磊,13800000001,漏水,2024/3/1 8:20,王强,2024/3/1 9:00,2024/3/1 10:30,35,2024/3/1 11:00,"
    + "2024/3/3 9:00,满意\n"
  private static let second = "W2,2024/3/1 9:05,5-1-101,李四,13800000002,灯不亮,2024/3/1 9:30,赵六,,,,,,\n"

  @Test func oneMapTakesTheWholeLifeOfEveryRow() throws {
    let rig = try ImportRig()
    let report = try rig.take(.tickets, Self.head + Self.first + Self.second, map: map(Self.text))
    #expect(report.faults == [] && report.counts.taken == 2 && report.counts.addedStaff == 1)
    #expect(
      try rig.steps("W1") == [
        .received, .dispatched, .arrived, .completed, .resolved, .replied, .closed, .visited,
      ])
    #expect(try rig.steps("W2") == [.received, .dispatched])
    let number = try rig.ticket("W1").number
    let events = try rig.live.history(of: number)
    #expect(events[1...4].allSatisfy { $0.entry.doer == Centre.wang })
    #expect(
      events.map(\.happened.seconds).map { ($0 - events[0].happened.seconds) / 60 } == [
        0, 15, 55, 145, 145, 175, 175, 2935,
      ])
  }

  @Test func aLaterLedgerAddsWhatHasHappenedSince() throws {
    let rig = try ImportRig()
    let map = try map(Self.text)
    _ = try rig.take(.tickets, Self.head + Self.second, map: map)
    let more = Self.second.replacing(
      "2024/3/1 9:30,赵六,,,,,,", with: "2024/3/1 9:30,赵六,2024/3/1 10:00,2024/3/1 10:20,,,,")
    let report = try rig.take(.tickets, Self.head + Self.first + more, map: map)
    #expect(report.counts.taken == 2 && report.faults == [])
    #expect(try rig.steps("W2") == [.received, .dispatched, .arrived, .completed, .resolved])
    let before = try rig.bytes()
    #expect(try rig.take(.tickets, Self.head + Self.first + more, map: map).counts.known == 2)
    #expect(try rig.bytes() == before)
  }

  @Test func aStepThatCannotBeIsReportedAndTheOthersAreKept() throws {
    let rig = try ImportRig()
    let odd = Self.first.replacing("满意", with: "还行").replacing("2024/3/1 9:00", with: "2024/2/31 9:00")
    let report = try rig.take(.tickets, Self.head + odd, map: map(Self.text))
    #expect(report.faults.map(\.reason) == [.step(.arrive, .badTime(.on, "2024/2/31 9:00"))])
    let other = try rig.take(
      .tickets, Self.head + Self.first.replacing("满意", with: "还行"), map: map(Self.text))
    guard case .step(.visit, .badValue(.reason, "还行", _))? = other.faults.first?.reason else {
      Issue.record("\(other)")
      return
    }
    #expect(try rig.ticket("W1").status == .closed)
  }

  @Test func aMapSaysWhichRowsAreMeantAndWhatIsTooLong() throws {
    let rig = try ImportRig()
    let text =
      Self.text.replacing("[columns]", with: "truncate = [\"summary\"]\n[columns]") + """

        [only]
        "满意度" = ["满意", "不*"]
        [not]
        "业主" = "测试*"
        """
    let long = String(repeating: "水", count: 400)
    let rows =
      Self.first.replacing("漏水", with: long) + Self.second
      + Self.first.replacing("W1", with: "W3").replacing("张磊", with: "测试用户")
    let report = try rig.take(.tickets, Self.head + rows, map: map(text))
    #expect(report.counts.taken == 1 && report.counts.passedOver == 2 && report.faults == [])
    let ticket = try rig.ticket("W1")
    #expect(ticket.summary.utf8.count <= TextLimit.summary && ticket.summary.hasSuffix("…"))
    let note = try rig.live.history(of: ticket.number).compactMap { event -> String? in
      if case .ticket(_, .noted(let text)) = event.entry.body { text } else { nil }
    }.first
    #expect((ticket.summary.dropLast() + (note ?? "").dropFirst()) == long)
    #expect(try rig.take(.tickets, Self.head + rows, map: map(text)).counts.events == 0)
  }

  @Test func oldMattersLeftOpenAreInNoQueue() throws {
    for (closing, open) in [("all", 0), ("2024-03-02", 0), ("2024-03-01", 1), ("never", 1)] {
      let rig = try ImportRig()
      let text = Self.text + "\n[history]\nclose-open = \"\(closing)\"\n"
      let report = try rig.take(.tickets, Self.head + Self.first + Self.second, map: map(text))
      #expect(rig.live.desk.open.count == open && report.cancelledOpen == 1 - open, "\(closing)")
      let clocks = try rig.ticket("W2").clocks(rig.live.desk.policies, at: Instant(seconds: 1_800_000_000))
      #expect(open == 1 || clocks.allSatisfy { ![.running, .paused].contains($0.state) })
      #expect(try rig.take(.tickets, Self.head + Self.first + Self.second, map: map(text)).counts.events == 0)
    }
  }

  /// What was done and never closed is closed, and nobody is told of a ticket that was done that it was cancelled.
  @Test(arguments: ["all", "2024-12-31"]) func oldMattersThatWereDoneAreClosed(closing: String) throws {
    let rig = try ImportRig()
    let text = "kind = \"tickets\"\n[history]\nclose-open = \"\(closing)\"\n"
    let head = "ref,kind,summary,received,resolved\n"
    let rows =
      "R1,repair,x,2024-03-01 09:00,2024-03-01 10:00\nR2,finding,x,2024-03-01 09:00,2024-03-01 10:00\n"
    let open = "R3,repair,x,2024-03-01 09:00,\n"
    let report = try rig.take(.tickets, head + rows + open, map: map(text))
    #expect(report.counts.taken == 3 && report.closedOpen == 2 && report.cancelledOpen == 1, "\(report)")
    #expect(try ["R1", "R2", "R3"].map { try rig.ticket($0).status } == [.closed, .closed, .cancelled])
    #expect(try rig.steps("R1") == [.received, .resolved, .replied, .closed])
    #expect(rig.live.desk.open.isEmpty)
    #expect(try rig.take(.tickets, head + rows + open, map: map(text)).counts.events == 0)
  }

  @Test func whatASpreadsheetHasDestroyedIsRefused() throws {
    let rig = try ImportRig()
    for phone in ["1.38E+10", "#####", "#N/A"] {
      let report = try rig.take(
        .tickets, Self.head + Self.first.replacing("13800000001", with: phone), map: map(Self.text))
      guard case .destroyed(.phone, phone, _)? = report.faults.first?.reason else {
        Issue.record("\(report)")
        return
      }
    }
    #expect(rig.live.desk.tickets.isEmpty)
    for phone in ["'13800000001", "\"=\"\"13800000001\"\"\""] {
      _ = try rig.take(
        .tickets, Self.head + Self.first.replacing("13800000001", with: phone), map: map(Self.text))
    }
    #expect(try rig.ticket("W1").phone == "13800000001")
  }

  @Test func oneOrderOfDaysAndMonthsHoldsForTheWholeFile() throws {
    let two = """
      kind = "tickets"
      times = ["%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M"]
      zone = "UTC"
      [columns]
      ref = "{r}"
      kind = "repair"
      summary = "x"
      received = "{t}"
      """
    func moments(_ texts: [String]) throws -> [String: Int64] {
      let rig = try ImportRig()
      let rows = texts.enumerated().map { "R\($0),\($1)\n" }.joined()
      _ = try rig.take(.tickets, "r,t\n" + rows, map: map(two))
      return rig.live.desk.references.mapValues { rig.live.desk.tickets[$0]?.received.seconds ?? 0 }
    }
    func civil(_ month: Int, _ day: Int) -> Int64 {
      CivilTime(year: 2024, month: month, day: day).secondsSinceEpoch
    }
    #expect(
      try moments(["03/04/2024 00:00", "13/04/2024 00:00"]) == ["R0": civil(4, 3), "R1": civil(4, 13)])
    #expect(
      try moments(["03/04/2024 00:00", "04/13/2024 00:00"]) == ["R0": civil(3, 4), "R1": civil(4, 13)])
    // Both orders in one file, or neither proven: what could be either is not guessed.
    #expect(
      try moments(["03/04/2024 00:00", "13/04/2024 00:00", "04/14/2024 00:00"]) == [
        "R1": civil(4, 13), "R2": civil(4, 14),
      ])
    #expect(try moments(["03/04/2024 00:00"]).isEmpty)
    #expect(try moments(["04/04/2024 00:00"]) == ["R0": civil(4, 4)])
  }
}

/// Later lists of tickets (RECORDS I10).
@Suite struct ImportingTicketsAgain {
  private static let head = "ref,kind,urgency,summary,received,owner,caller\n"

  @Test func whatALaterListSaysOtherwiseIsTakenOver() throws {
    let rig = try ImportRig()
    _ = try rig.take(.tickets, Self.head + "E1,repair,normal,leak,2024-01-02 09:00,chen,\n")
    let report = try rig.take(
      .tickets, Self.head + "E1,repair,urgent,leak in the cellar,2024-01-02 09:00,wang,张\n")
    #expect(report.counts.taken == 1 && report.faults == [])
    let ticket = try rig.ticket("E1")
    #expect(
      ticket.urgency == .urgent && ticket.summary == "leak in the cellar" && ticket.owner == Centre.wang)
    #expect(ticket.caller == "张")
    // As though it had been so from the beginning: the clocks are those of a list that came whole.
    let other = try ImportRig()
    _ = try other.take(.tickets, Self.head + "E1,repair,urgent,leak in the cellar,2024-01-02 09:00,wang,张\n")
    let now = Instant(seconds: 1_800_000_000)
    #expect(
      ticket.clocks(rig.live.desk.policies, at: now).map { "\($0.name) \(String(describing: $0.due))" }
        == (try other.ticket("E1").clocks(other.live.desk.policies, at: now)).map {
          "\($0.name) \(String(describing: $0.due))"
        })
    let before = try rig.bytes()
    #expect(
      try rig.take(.tickets, Self.head + "E1,repair,,leak in the cellar,2024-01-02 09:00,,\n").counts.known
        == 1)
    #expect(try rig.bytes() == before)
  }

  @Test func anOlderListChangesNothingAndSaysSo() throws {
    let rig = try ImportRig()
    let (old, new) = (
      Self.head + "E1,repair,normal,leak,2024-01-02 09:00,chen,\n",
      Self.head + "E1,repair,urgent,leak,2024-01-02 09:00,chen,\n"
    )
    for file in [old, new] { _ = try rig.take(.tickets, file) }
    let before = try rig.bytes()
    #expect(try rig.take(.tickets, old).faults.map(\.reason) == [.changedSince(.urgency)])
    #expect(try rig.bytes() == before)
  }

  @Test func aNumberUsedTwiceIsReported() throws {
    let rig = try ImportRig()
    let rows = "E1,repair,normal,leak,2024-01-02 09:00,,\nE1,repair,normal,light,2024-01-05 09:00,,\n"
    let report = try rig.take(.tickets, Self.head + rows)
    guard case .receivedOtherwise("E1", _)? = report.faults.first?.reason else {
      Issue.record("\(report)")
      return
    }
    #expect(rig.live.desk.tickets.count == 1)
  }
}

/// Whom foreign records name (RECORDS I3).
@Suite struct ImportingForeignPeople {
  private static let text = """
    kind = "events"
    [columns]
    ref = "{ref}"
    on = "{on}"
    state = "{state}"
    owner = "{who}"
    kind = "repair"
    summary = "leak"
    [unknown]
    staff = "add"
    [log]
    [log.states]
    "Open" = "open"
    """

  private func take(_ names: [String], _ text: String = Self.text) throws -> (
    rig: ImportRig, report: ImportReport
  ) {
    let rig = try ImportRig()
    let rows = names.enumerated().map { "N\($0),2024-01-02 09:00,Open,\($1)\n" }.joined()
    return (rig, try rig.take(.events, "ref,on,state,who\n" + rows, map: map(text)))
  }

  @Test func namesThatAreAlikeAreDifferentPeopleAndEveryLikenessIsTold() throws {
    let names = ["Ann Marie", "Ann-Marie", "CHEN", "王强", "王 强", "ANNA", "Anna", "Zoë", "Zo.e", "Zo.e"]
    let (rig, report) = try take(names)
    #expect(report.faults == [])
    let owners = try names.indices.map { try #require(rig.ticket("N\($0)").owner) }
    #expect(owners.map { rig.live.desk.staff[$0]?.name } == names)
    // Only the two that are written alike are one, and the one whose name the desk has.
    #expect(Set(owners).count == 9 && owners[8] == owners[9] && owners[3] == Centre.wang)
    #expect(owners[2] != Centre.clerk)
    #expect(report.likenesses.map(\.name) == ["Ann-Marie", "CHEN", "王 强", "Anna", "Zo.e"])
    #expect(
      report.likenesses[1].like.map(\.code) == [Centre.clerk]
        && report.likenesses[2].like == [Likeness.Person(code: Centre.wang, name: "王强")])
  }

  /// Who began the journal without giving a name is called as the account is; records of another system mean somebody else.
  @Test func anAccountThatWasGivenNoNameIsNobodyOfTheirs() throws {
    let rig = try ImportRig()
    let root = Staff(code: StaffCode("root"), name: "root", role: .manager, accounts: ["root"])
    _ = try rig.live.perform(Command(by: Centre.manager, action: .addStaff(root)))
    let file = "ref,on,state,who\nN0,2024-01-02 09:00,Open,root\nN1,2024-01-02 09:00,Open,root\n"
    let report = try rig.take(.events, file, map: map(Self.text))
    let owner = try #require(rig.ticket("N0").owner)
    #expect(owner != root.code && rig.live.desk.staff[owner]?.name == "root")
    #expect(try rig.ticket("N1").owner == owner && report.counts.addedStaff == 1)
    #expect(report.likenesses.map(\.like) == [[Likeness.Person(code: root.code, name: "root")]])
    // The next file means the same somebody.
    let more = try rig.take(
      .events, "ref,on,state,who\nN2,2024-01-02 09:00,Open,root\n", map: map(Self.text))
    #expect(try rig.ticket("N2").owner == owner && more.counts.addedStaff == 0)
  }

  @Test func theMapMaySayWhoIsMeant() throws {
    let (rig, report) = try take(["Root", "Chen"], Self.text + "\n[values.owner]\n\"Root\" = \"chen\"\n")
    #expect(report.faults == [] && report.counts.addedStaff == 1)
    #expect(try rig.ticket("N0").owner == Centre.clerk && rig.ticket("N1").owner != Centre.clerk)
  }

  @Test func aNameThatTwoHaveIsNobodysUntilTheMapSaysWhose() throws {
    let rig = try ImportRig()
    _ = try rig.live.perform(
      Command(
        by: Centre.manager, action: .addStaff(Staff(code: StaffCode("wang2"), name: "王强", role: .clerk))))
    let file = "ref,on,state,who\nN0,2024-01-02 09:00,Open,王强\n"
    #expect(
      try rig.take(.events, file, map: map(Self.text)).faults.map(\.reason) == [
        .severalPeople(.owner, "王强", [Centre.wang, StaffCode("wang2")])
      ])
    _ = try rig.live.perform(Command(by: Centre.manager, action: .leaveStaff(StaffCode("wang2"))))
    #expect(try rig.take(.events, file, map: map(Self.text)).faults == [])
    #expect(try rig.ticket("N0").owner == Centre.wang)
  }
}

/// A row that stands twice, in one file or in two, is one row.
@Suite struct ImportingRowsThatRepeat {
  private static let text = """
    kind = "tickets"
    times = ["%Y/%m/%d %H:%M"]
    [columns]
    ref = "{r}"
    kind = "repair"
    summary = "{s}"
    received = "{t}"
    closed = "{c}"
    [steps.dispatch]
    on = "{d}"
    to = "{w}"
    by = "{w}"
    [steps.complete]
    on = "{f}"
    by = "{w}"
    text = "修好"
    [steps.note]
    on = "{f}"
    text = "换阀"
    """
  private static let head = "r,s,t,d,w,f,c\n"
  private static let open = "W1,漏水,2024/3/1 8:05,2024/3/1 8:20,王强,2024/3/1 9:00,\n"
  private static let closed = "W1,漏水,2024/3/1 8:05,2024/3/1 8:20,王强,2024/3/1 9:00,2024/3/1 10:00\n"

  @Test func twoListsPutTogetherTellWhatEachOfThemTells() throws {
    let (whole, pieces) = (try ImportRig(), try ImportRig())
    let report = try whole.take(
      .tickets, Self.head + Self.open + Self.closed + Self.open, map: map(Self.text))
    for row in [Self.open, Self.closed, Self.open] {
      _ = try pieces.take(.tickets, Self.head + row, map: map(Self.text))
    }
    #expect(report.faults == [] && report.counts.taken == 2 && report.counts.known == 1)
    #expect(
      try whole.steps("W1") == [.received, .dispatched, .noted, .completed, .replied, .closed])
    #expect(try whole.steps("W1") == pieces.steps("W1"))
  }

  @Test func stepsToldTwiceAreOneWhereverTheFileIsCut() throws {
    var random = SeededRandom()
    let tickets = "ref,kind,summary,received\nA1,repair,x,2025-03-01 08:00\n"
    let choices = [
      "A1,note,2025-03-01 09:00,,,,一", "A1,note,2025-03-01 09:00,,,,二", "A1,urge,2025-03-01 09:05,,,,",
      "A1,inform,2025-03-01 09:10,chen,,,好", "A1,assign,2025-03-01 09:15,,chen,,",
      "A1,assign,2025-03-01 09:20,,wang,,",
      "A1,dispatch,2025-03-01 09:30,chen,wang,,", "A1,arrive,2025-03-01 09:40,wang,,,",
    ]
    let head = "ref,event,on,by,to,reason,text\n"
    for _ in 0..<15 {
      let rows = (choices + choices.filter { _ in Bool.random(using: &random) }).sorted {
        $0.split(separator: ",")[2] < $1.split(separator: ",")[2]
      }
      let rig = try ImportRig()
      _ = try rig.take(.tickets, tickets)
      let report = try rig.take(.events, head + rows.joined(separator: "\n") + "\n")
      #expect(report.faults == [] && report.counts.taken == choices.count, "\(report)")
      let cut = try ImportRig()
      _ = try cut.take(.tickets, tickets)
      for row in rows { _ = try cut.take(.events, head + row + "\n") }
      #expect(try cut.steps("A1") == rig.steps("A1"))
    }
  }
}
