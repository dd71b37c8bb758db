import Desk
import Settings
import TestSupport
import Testing

@testable import DeskStore

/// What a log leads to does not depend on how its rows are cut, shuffled or repeated (RECORDS I1, I4, I8).
@Suite struct ImportedHoweverCut {
  private static let mapText = """
    kind = "events"
    times = ["%Y-%m-%d %H:%M:%S"]
    truncate = ["summary"]
    [columns]
    ref = "{ref}"
    on = "{on}"
    state = "{state}"
    owner = "{owner}"
    by = "{by}"
    kind = "repair"
    urgency = "{urgency}"
    summary = "{summary}"
    caller = "{caller}"
    [unknown]
    staff = "add"
    [log]
    notes = ["[组：{group}]", "[备注：{remark}]"]
    [log.states]
    "New" = "open"
    "Active" = "open"
    "Hold*" = "waiting parts"
    "Vendor" = "waiting provider"
    "Done" = "resolved"
    "Closed" = "closed"
    "Void" = "cancelled"
    "Odd" = "ignore"
    [log.texts]
    cancel = "作废"
    resolve = "修好"
    """

  private static let header = "ref,on,state,owner,by,urgency,summary,caller,group,remark\n"
  private static let states = [
    "New", "Active", "Hold 1", "Hold 2", "Vendor", "Done", "Closed", "Void", "Odd",
  ]

  private func map() throws -> ImportMap { try ImportMap(Settings(parsing: Self.mapText, name: "log.map")) }

  /// Rows of a few tickets, in the order of time; several of one ticket at the same moment only where that is asked for.
  private func rows(_ random: inout SeededRandom, ties: Bool = false) -> [String] {
    let start = CivilTime(year: 2024, month: 3, day: 1).secondsSinceEpoch + 3_601
    var rows: [(Int64, String)] = []
    for ticket in 0..<Int.random(in: 1...5, using: &random) {
      var moment = start + Int64.random(in: 0...86_400, using: &random)
      var cells = ["New", "王强", "", "normal", "漏水", "张", "一组", ""]
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let on = CivilTime(secondsSinceEpoch: moment)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let text =
          "\(on.year)-\(two(on.month))-\(two(on.day)) \(two(on.hour)):\(two(on.minute)):\(two(on.second))"
        rows.append((moment, (["T\(ticket)", text] + cells).joined(separator: ",")))
        if !ties || Int.random(in: 0...2, using: &random) > 0 {
          moment += Int64.random(in: 1...200_000, using: &random)
        }
        let choices: [(Int, [String])] = [
          (0, Self.states), (1, ["王强", "Ann Marie", "Ann-Marie", "Root", ""]), (2, ["李四", "Ann Marie", ""]),
          (3, ["normal", "urgent", "critical", ""]), (4, ["漏水", "灯不亮", String(repeating: "长", count: 250)]),
          (5, ["张", "赵", ""]), (6, ["一组", "二组", ""]), (7, ["", "急", "已约"]),
        ]
        for (place, values) in choices where place == 0 || Int.random(in: 0...2, using: &random) == 0 {
          cells[place] = values.randomElement(using: &random) ?? ""
        }
      }
    }
    return rows.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func take(_ files: [[String]]) throws -> (
    outcome: [String], reports: [ImportReport], rig: ImportRig
  ) {
    let rig = try ImportRig()
    let reports = try files.map { rows in
      try rig.take(.events, Self.header + rows.map { $0 + "\n" }.joined(), map: map())
    }
    return (try rig.outcome(), reports, rig)
  }

  private func cut(_ rows: [String], _ random: inout SeededRandom) -> [[String]] {
    var pieces: [[String]] = [[]]
    var last = ""
    for row in rows {
      let moment = row.split(separator: ",")[1]
      if moment != last, Int.random(in: 0...3, using: &random) == 0 { pieces.append([]) }
      last = String(moment)
      pieces[pieces.count - 1].append(row)
    }
    return pieces.filter { !$0.isEmpty }
  }

  /// With several rows of a ticket at one moment, too: what they say decides, not where they stand.
  @Test(arguments: [false, true]) func wholeInPiecesShuffledTurnedAndRepeatedItIsTheSame(ties: Bool) throws {
    var random = SeededRandom()
    for round in 0..<25 {
      let rows = rows(&random, ties: ties)
      let whole = try take([rows])
      #expect(whole.reports[0].counts.refused == 0, "\(round): \(whole.reports[0].faults)")
      let pieces = try take(cut(rows, &random))
      #expect(pieces.outcome == whole.outcome, "\(round), in pieces:\n\(rows.joined(separator: "\n"))")
      let shuffled = try take([rows.shuffled(using: &random)])
      #expect(shuffled.outcome == whole.outcome, "\(round), shuffled:\n\(rows.joined(separator: "\n"))")
      let turned = try take([rows.reversed()])
      #expect(turned.outcome == whole.outcome, "\(round), newest first")
      let before = try whole.rig.bytes()
      for again in [rows, rows.shuffled(using: &random)] + cut(rows, &random) {
        let report = try whole.rig.take(.events, Self.header + again.map { $0 + "\n" }.joined(), map: map())
        #expect(
          report.counts.events == 0 && report.counts.refused == 0 && report.began == nil, "\(round) \(report)"
        )
      }
      #expect(try whole.rig.bytes() == before)
    }
  }

  /// Rows of one moment that say the same words in different columns are two rows, whichever stands first.
  @Test func theSameWordsInAnotherColumnAreAnotherRow() throws {
    let first = "A1,2024-01-02 09:00:00,New,王强,,,漏水,,,"
    let rows = [
      "A1,2024-01-02 11:00:00,Hold 1,Ann Marie,,critical,灯不亮,张,二组,急",
      "A1,2024-01-02 11:00:00,Hold 1,,Ann Marie,critical,灯不亮,张,二组,急",
      "A1,2024-01-02 11:00:00,Hold 1,Ann Marie,,critical,灯不亮,,张二组,急",
    ]
    let whole = try take([[first] + rows]).outcome
    for turn in 0..<rows.count {
      let turned = Array(rows[turn...] + rows[..<turn])
      #expect(try take([[first] + turned]).outcome == whole)
      #expect(try take([[first] + turned.reversed()]).outcome == whole)
    }
  }

  /// Of the rows of one moment the one that says how it was comes first, wherever it stands.
  @Test(arguments: [
    ["Hold 1", "Active"], ["Active", "Hold 1"],
  ]) func whatWasBeforeTheMomentIsNoNews(_ states: [String]) throws {
    let rig = try ImportRig()
    let now = states.map { "A1,2024-01-02 11:00:00,\($0),王强,,,漏水,,,\n" }.joined()
    _ = try rig.take(
      .events,
      Self.header + """
        A1,2024-01-02 09:00:00,New,王强,,,漏水,,,
        A1,2024-01-02 10:00:00,Hold 1,王强,,,漏水,,,

        """ + now, map: map())
    #expect(try rig.steps("A1") == [.received, .assigned, .waiting, .resumed])
    #expect(try rig.ticket("A1").waitingFor == nil)
  }

  /// The same in two files that are cut within the moment.
  @Test func aFileCutWithinAMomentLeavesTheTicketAsTheWholeDoes() throws {
    var random = SeededRandom()
    for _ in 0..<20 {
      let states = ["Active", "Hold 1", "Vendor", "Done", "Closed"].shuffled(using: &random).prefix(3)
      let first = "A1,2024-01-02 09:00:00,New,王强,,,漏水,,,\n"
      let rows = states.map { "A1,2024-01-02 11:00:00,\($0),王强,,,漏水,,,\n" }
      func status(_ files: [String]) throws -> TicketStatus {
        let rig = try ImportRig()
        for file in files { _ = try rig.take(.events, Self.header + file, map: map()) }
        return try rig.ticket("A1").status
      }
      let whole = try status([first + rows.joined()])
      #expect(try status([first] + rows) == whole, "\(states)")
    }
  }

  /// A file that says the day only stands as it stands: a matter that was taken up again on the day it was done is open.
  @Test func daysWithoutTimesAreTakenAsTheFileHasThem() throws {
    for isTurned in [false, true] {
      let rig = try ImportRig()
      let rows = [
        "A1,2024-01-02 00:00:00,New,王强,,,漏水,,,", "A1,2024-01-04 00:00:00,Done,王强,,,漏水,,,",
        "A1,2024-01-04 00:00:00,Active,王强,,,漏水,,,",
      ]
      let text = (isTurned ? rows.reversed() : rows).map { $0 + "\n" }.joined()
      _ = try rig.take(.events, Self.header + text, map: map())
      #expect(try rig.steps("A1") == [.received, .assigned, .resolved, .reopened])
    }
  }

  /// Two rows of thousands that go back in time make no unsorted file of it.
  @Test func stepsKeepTheirPlaceInAFileWithAFewRowsOutOfOrder() throws {
    var steps = "ref,event,on,text\n"
    for minute in 10...40 {
      steps += "B1,note,2024-01-02 09:\(minute),z\(minute)\n"
      steps += "B1,note,2024-01-02 09:\(minute),a\(minute)\n"
    }
    steps += "B1,note,2024-01-02 09:05,early\n"
    let rig = try ImportRig()
    _ = try rig.take(.tickets, "ref,kind,summary,received\nB1,repair,x,2024-01-02 09:00\n")
    _ = try rig.take(.events, steps)
    let number = try rig.ticket("B1").number
    let texts = try rig.live.history(of: number).compactMap { event -> String? in
      if case .ticket(_, .noted(let text)) = event.entry.body { text } else { nil }
    }
    #expect(texts == ["early"] + (10...40).flatMap { ["z\($0)", "a\($0)"] })
  }

  /// What a file cannot mean is refused alike, whole or in pieces, the first time or again.
  @Test func whatIsRefusedIsRefusedTheSameEveryTime() throws {
    var random = SeededRandom()
    for _ in 0..<10 {
      var rows = rows(&random)
      for place in rows.indices where Int.random(in: 0...4, using: &random) == 0 {
        let spoilt = ["Nonsense", "Done,王强,,sometimes"].randomElement(using: &random) ?? ""
        var cells = rows[place].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if spoilt == "Nonsense" { cells[2] = spoilt } else { cells[5] = "sometimes" }
        rows[place] = cells.joined(separator: ",")
      }
      let whole = try take([rows])
      let pieces = try take(cut(rows, &random))
      #expect(pieces.outcome == whole.outcome)
      #expect(pieces.reports.reduce(0) { $0 + $1.counts.refused } == whole.reports[0].counts.refused)
      let again = try whole.rig.take(.events, Self.header + rows.map { $0 + "\n" }.joined(), map: map())
      #expect(again.faults == whole.reports[0].faults && again.counts.events == 0)
    }
  }

  @Test func aLaterFileGoesOnFromHowTheDeskHasTheTicket() throws {
    let head = "ref,on,state,owner,by,urgency,summary,caller,group,remark\n"
    let rig = try ImportRig()
    _ = try rig.take(
      .events,
      head + """
        A1,2024-01-02 09:00:00,New,王强,,,漏水,,,
        A1,2024-01-02 10:00:00,Vendor,王强,,,漏水,,,
        A2,2024-01-02 09:00:00,New,王强,,,漏水,,,
        A2,2024-01-02 10:00:00,Closed,王强,,,漏水,,,

        """, map: map())
    let report = try rig.take(
      .events,
      head + "A1,2024-02-02 09:00:00,New,王强,,,漏水,,,\nA2,2024-02-02 09:00:00,New,王强,,,漏水,,,\n", map: map())
    #expect(report.counts.taken == 2 && report.faults == [])
    #expect(try rig.steps("A1") == [.received, .assigned, .waiting, .resumed])
    #expect(try rig.steps("A2") == [.received, .assigned, .replied, .closed, .reopened])
    #expect(try rig.ticket("A2").cycle == 2)
  }

  @Test func anOlderFileIsReportedWhereItWouldUndoWhatCameAfter() throws {
    let rig = try ImportRig()
    let head = "ref,on,state,owner,by,urgency,summary,caller,group,remark\n"
    _ = try rig.take(
      .events, head + "A1,2024-01-02 09:00:00,New,王强,,,漏水,,,\nA1,2024-01-05 09:00:00,Closed,王强,,,漏水,,,\n",
      map: map())
    let before = try rig.steps("A1")
    let late = try rig.take(.events, head + "A1,2024-01-03 09:00:00,Vendor,李四,,,漏水,,,\n", map: map())
    guard case .overtaken? = late.faults.first?.reason else {
      Issue.record("\(late)")
      return
    }
    // Nobody said anything of the owner since; that is made up for.
    #expect(try rig.steps("A1") == before + [.assigned])
    #expect(try rig.ticket("A1").status == .closed)
  }

  @Test func everyStepKeepsWhoDidIt() throws {
    let rig = try ImportRig()
    let head = "ref,on,state,owner,by,urgency,summary,caller,group,remark\n"
    _ = try rig.take(
      .events,
      head + """
        A1,2024-01-02 09:00:00,New,王强,李四,,漏水,,,
        A1,2024-01-02 10:00:00,Closed,赵六,周五,,漏水,,,
        A1,2024-01-03 10:00:00,Active,赵六,周五,urgent,漏水,,,

        """, map: map())
    let number = try rig.ticket("A1").number
    let doers = try rig.live.history(of: number).map { rig.live.desk.staff[$0.entry.doer]?.name ?? "" }
    #expect(doers == ["李四", "李四", "周五", "周五", "周五", "周五", "周五"])
  }

  @Test func closedInOldRecordsIsDone() throws {
    let rig = try ImportRig()
    let head = "ref,on,state,owner,by,urgency,summary,caller,group,remark\n"
    _ = try rig.take(
      .events,
      head + """
        A1,2024-01-02 09:00:00,New,,,,漏水,,,
        A1,2024-01-02 10:00:00,Closed,,,,漏水,,,
        A2,2024-01-02 09:00:00,New,,,,漏水,,,
        A2,2024-01-09 10:00:00,Closed,,,,漏水,,,

        """, map: map())
    _ = try rig.take(
      .tickets, "ref,kind,summary,received,closed\nB1,repair,x,2024-01-02 09:00,2024-01-02 10:00\n")
    _ = try rig.take(.tickets, "ref,kind,summary,received\nB2,repair,x,2024-01-02 09:00\n")
    _ = try rig.take(.events, "ref,event,on,text\nB2,close,2024-01-02 10:00,\n")
    let now = Instant(seconds: CivilTime(year: 2026, month: 1, day: 1).secondsSinceEpoch)
    for (ref, isKept) in [("A1", true), ("A2", false), ("B1", true), ("B2", true)] {
      let clocks = try rig.ticket(ref).clocks(rig.live.desk.policies, at: now)
      let clock = try #require(clocks.first { $0.name == .resolve })
      #expect(clock.state == .met && (clock.breachedAt == nil) == isKept, "\(ref) \(clock)")
    }
  }

  @Test func whatWasCancelledCanBeTakenUpAgain() throws {
    let rig = try ImportRig()
    let head = "ref,on,state,owner,by,urgency,summary,caller,group,remark\n"
    let report = try rig.take(
      .events,
      head + """
        C1,2024-01-02 09:00:00,New,王强,,,漏水,,,
        C1,2024-01-02 10:00:00,Void,王强,,,漏水,,,
        C1,2024-01-03 10:00:00,Active,王强,,,漏水,,,
        C1,2024-01-04 10:00:00,Closed,王强,,,漏水,,,

        """, map: map())
    #expect(report.faults == [])
    #expect(try rig.steps("C1") == [.received, .assigned, .cancelled, .reopened, .replied, .closed])
  }
}

/// Of two readings in the hour that the end of summer time shows twice, a row means the one that can be (RECORDS T1, I13).
@Suite struct ImportingTheHourThatComesTwice {
  private static let text = """
    kind = "tickets"
    zone = "Europe/Berlin"
    [columns]
    ref = "{r}"
    kind = "repair"
    summary = "x"
    received = "{a}"
    resolved = "{b}"
    closed = "{c}"
    """

  private func row(_ cells: String) throws -> (minutes: [Int64], report: ImportReport) {
    let rig = try ImportRig()
    let map = try ImportMap(Settings(parsing: Self.text, name: "berlin.map"))
    let report = try rig.take(.tickets, "r,a,b,c\nD,\(cells)\n", map: map)
    // 2023-10-29 00:00 in UTC; the clocks go back at 01:00.
    let midnight = CivilTime(year: 2023, month: 10, day: 29).secondsSinceEpoch
    let facts = rig.live.desk.references["D"].flatMap { rig.live.desk.tickets[$0] }?.facts ?? []
    return (facts.map { ($0.happened.seconds - midnight) / 60 }, report)
  }

  @Test(arguments: [
    ("2023-10-29 02:30,,2023-10-29 02:10", [30, 70, 70]),
    ("2023-10-29 01:50,,2023-10-29 02:10", [-10, 70, 70]),
    ("2023-10-29 02:50,2023-10-29 02:40,2023-10-29 02:45", [50, 100, 105, 105]),
    ("2023-10-29 02:20,2023-10-29 02:30,2023-10-29 02:40", [80, 90, 100, 100]),
  ])
  func nothingComesBeforeWhatItFollowsFrom(_ cells: String, _ minutes: [Int64]) throws {
    let (found, report) = try row(cells)
    #expect(report.faults == [] && found == minutes, "\(report.faults)")
  }

  @Test func whatCannotBeByAnyReadingIsRefused() throws {
    #expect(
      try row("2023-10-29 03:30,,2023-10-29 02:10").report.faults.map(\.reason) == [
        .reversed(.closed, before: .received)
      ])
    guard case .refused(.unclearTime(.leftOut))? = try row("2023-03-26 02:30,,").report.faults.first?.reason
    else {
      Issue.record("the hour that is left out was read")
      return
    }
  }
}
