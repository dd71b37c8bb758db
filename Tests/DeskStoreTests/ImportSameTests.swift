import Desk
import TestSupport
import Testing

@testable import DeskStore

/// Rows are the same when everything in them is, and what is new is never dropped as known.
@Suite struct ImportSameTests {
  private static let head = "ref,event,on,by,to,reason,text\n"

  private func rig() throws -> ImportRig {
    let rig = try ImportRig()
    _ = try rig.take(
      .tickets,
      "ref,kind,summary,received,urgency\nA1,repair,漏水,2025-03-01 08:00,normal\nA2,repair,x,2025-03-01 08:00,normal\n"
    )
    return rig
  }

  /// A row of each step that can be told more than once, and rows that differ from it in one member.
  private static let rows: [(row: String, others: [String])] = [
    (
      "A1,note,2025-03-01 09:00,chen,,,一",
      [
        "A1,note,2025-03-01 09:00,chen,,,二", "A1,note,2025-03-01 09:00,wang,,,一",
        "A1,note,2025-03-01 09:01,chen,,,一", "A2,note,2025-03-01 09:00,chen,,,一",
        "A1,inform,2025-03-01 09:00,chen,,,一",
      ]
    ),
    ("A1,respond,2025-03-01 09:00,chen,,,一", ["A1,respond,2025-03-01 09:00,chen,,,二"]),
    ("A1,check,2025-03-01 09:00,chen,,,一", ["A1,check,2025-03-01 09:00,chen,,,二"]),
    ("A1,urge,2025-03-01 09:00,chen,,,一", ["A1,urge,2025-03-01 09:00,chen,,,二"]),
    ("A1,escalate,2025-03-01 09:00,chen,,,一", ["A1,escalate,2025-03-01 09:00,chen,,,二"]),
    ("A1,decide,2025-03-01 09:00,chen,,,一", ["A1,decide,2025-03-01 09:00,li.na,,,一"]),
    (
      "A1,promise,2025-03-01 09:00,chen,2025-03-02 09:00,,一",
      [
        "A1,promise,2025-03-01 09:00,chen,2025-03-02 09:01,,一",
        "A1,promise,2025-03-01 09:00,chen,2025-03-02 09:00,,二",
      ]
    ),
    (
      "A1,wait,2025-03-01 09:00,chen,,parts,一",
      [
        "A1,wait,2025-03-01 09:00,chen,,weather,一", "A1,wait,2025-03-01 09:00,chen,,parts,二",
        "A1,wait,2025-03-01 09:00,chen,2025-03-05 09:00,parts,一",
      ]
    ),
    ("A1,assign,2025-03-01 09:00,,chen,,", ["A1,assign,2025-03-01 09:00,,wang,,"]),
    ("A1,classify,2025-03-01 09:00,,urgent,,", ["A1,classify,2025-03-01 09:00,,critical,,"]),
    ("A1,edit,2025-03-01 09:00,,,,一", ["A1,edit,2025-03-01 09:00,,,,二"]),
  ]

  @Test func aRowThatDiffersInAnyMemberIsNew() throws {
    for (row, others) in Self.rows {
      for other in others {
        let rig = try rig()
        #expect(try rig.take(.events, Self.head + row + "\n").counts.taken == 1, "\(row)")
        #expect(try rig.take(.events, Self.head + row + "\n").counts.known == 1, "\(row)")
        let report = try rig.take(.events, Self.head + row + "\n" + other + "\n")
        #expect(report.counts.known == 1 && report.counts.taken == 1, "\(other) \(report)")
        let again = try rig.take(.events, Self.head + other + "\n" + row + "\n")
        #expect(again.counts.known == 2, "\(other) \(again)")
      }
    }
  }

  @Test func aStepOfAnOrderIsKnownByItsTextToo() throws {
    let rig = try rig()
    let sent = Self.head + "A1,dispatch,2025-03-01 09:00,chen,wang,,\nA1,arrive,2025-03-01 10:00,wang,,,\n"
    let pause = "A1,pause,2025-03-01 11:00,wang,,parts,一\nA1,continue,2025-03-01 11:00,wang,,,\n"
    #expect(try rig.take(.events, sent + pause).counts.taken == 4)
    #expect(try rig.take(.events, sent + pause).counts.known == 4)
    let other = "A1,pause,2025-03-01 11:00,wang,,parts,二\nA1,continue,2025-03-01 11:05,wang,,,\n"
    #expect(try rig.take(.events, sent + pause + other).counts.taken == 2)
    #expect(try rig.take(.events, sent + pause + other).counts.known == 6)
  }

  @Test func whoeverImportsItAgainAddsNothing() throws {
    let rig = try rig()
    let file = Self.head + "A1,note,2025-03-01 09:00,,,,一\nA1,note,2025-03-01 09:00,chen,,,二\n"
    _ = try rig.take(.events, file)
    _ = try rig.live.perform(
      Command(
        by: Centre.manager,
        action: .addStaff(Staff(code: StaffCode("zheng"), name: "郑", role: .supervisor))))
    let before = try rig.bytes()
    #expect(try rig.take(.events, file, by: StaffCode("zheng")).counts.known == 2)
    #expect(try rig.bytes() == before)
  }

  /// Any file twice adds nothing; with one text of it changed, exactly that row.
  @Test func randomFilesTwiceAddNothingAndAChangedRowAddsItself() throws {
    var random = SeededRandom()
    for _ in 0..<12 {
      let rig = try rig()
      let rows = (0..<30).map { _ in
        let row = Self.rows.randomElement(using: &random)!
        return ([row.row] + row.others).filter { !$0.contains(",assign,") }.randomElement(using: &random)
          ?? row.row
      }.filter {
        $0.contains(",note,") || $0.contains(",inform,") || $0.contains(",urge,") || $0.contains(",check,")
      }
      let file = Self.head + rows.joined(separator: "\n") + "\n"
      #expect(try rig.take(.events, file).faults == [])
      let before = try rig.bytes()
      #expect(try rig.take(.events, file).counts.known == rows.count)
      #expect(try rig.bytes() == before)
      var changed = rows
      guard let place = changed.indices.randomElement(using: &random) else { continue }
      changed[place] += "改"
      let report = try rig.take(.events, Self.head + changed.joined(separator: "\n") + "\n")
      #expect(report.counts.taken == 1 && report.counts.known == rows.count - 1)
    }
  }

  @Test func whatWasOvertakenIsReportedAndWhatChangedNothingIsKnown() throws {
    let rig = try rig()
    let first =
      Self.head + """
        A1,assign,2025-03-01 09:00,,chen,,
        A1,assign,2025-03-01 10:00,,chen,,
        A1,assign,2025-03-01 11:00,,wang,,

        """
    _ = try rig.take(.events, first)
    let again = try rig.take(.events, first)
    #expect(again.counts.known == 3 && again.faults == [])
    let late = try rig.take(.events, Self.head + "A1,assign,2025-03-01 10:30,,li.na,,\n")
    guard case .refused(.beforeItsCause)? = late.faults.first?.reason else {
      Issue.record("\(late)")
      return
    }
    #expect(try rig.ticket("A1").owner == Centre.wang)
  }

  private static let ticketHead = "kind,urgency,summary,caller,phone,channel,topic,received,owner\n"
  private static let ticket = "repair,normal,漏水,张磊,138,phone,plumbing,2025-03-01 08:00,chen"

  @Test(arguments: [
    ("normal", "urgent"), ("张磊", "张三"), ("138", "139"), ("phone", "wechat"), ("plumbing", "power"),
    ("漏水", "漏气"), ("08:00", "08:01"), ("chen", "wang"), ("repair", "complaint"),
  ])
  func aTicketWithoutReferenceThatDiffersInAnythingIsAnother(_ old: String, _ new: String) throws {
    let rig = try ImportRig()
    let other = Self.ticket.replacing(old, with: new)
    #expect(try rig.take(.tickets, Self.ticketHead + Self.ticket + "\n").counts.taken == 1)
    let report = try rig.take(.tickets, Self.ticketHead + Self.ticket + "\n" + other + "\n")
    #expect(report.counts.known == 1 && report.counts.taken == 1)
  }

  @Test func aTicketThatWasCorrectedSinceIsStillKnown() throws {
    let rig = try ImportRig()
    _ = try rig.take(.tickets, Self.ticketHead + Self.ticket + "\n")
    for action in [TicketAction.edit(TicketEdit(summary: "别的")), .classify(Classification(urgency: .urgent))]
    {
      _ = try rig.live.perform(Command(by: Centre.manager, action: .ticket(TicketNumber(1001), action)))
    }
    #expect(try rig.take(.tickets, Self.ticketHead + Self.ticket + "\n").counts.known == 1)
  }

  @Test func aTicketTakenInHereIsJudgedRowByRow() throws {
    let rig = try ImportRig()
    _ = try rig.live.perform(
      Command(
        by: Centre.manager,
        action: .receive(Receipt(kind: .repair, summary: "x", owner: Centre.clerk, ref: "L1"))))
    let report = try rig.take(
      .events,
      Self.head
        + "L1,close,2025-03-01 09:00,,,,\nL1,note,2025-03-01 09:00,,,,x\nL1,dispatch,2025-03-01 09:00,,wang,,\n"
    )
    #expect(report.counts.refused == 3 && report.counts.events == 0)
    let tickets = try rig.take(
      .tickets,
      "ref,kind,summary,received,resolved,closed\nL1,repair,x,2025-03-01 08:00,2025-03-01 09:00,2025-03-01 10:00\n"
    )
    #expect(tickets.counts.refused == 1 && tickets.counts.events == 0)
    #expect(try rig.steps("L1") == [.received])
  }
}
