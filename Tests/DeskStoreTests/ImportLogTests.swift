import Desk
import Foundation
import TestSupport
import Testing

@testable import DeskStore

private func at(_ day: Int, _ month: Int, _ hour: Int, _ minute: Int) -> Instant {
  Instant(
    seconds: CivilTime(year: 2016, month: month, day: day, hour: hour, minute: minute).secondsSinceEpoch)
}

@Suite struct ImportingALog {
  private func taken() throws -> (rig: ImportRig, report: ImportReport) {
    let rig = try ImportRig()
    let report = try rig.take(
      .events, try ImportRig.slice("servicenow-slice.csv"), map: try ImportRig.map("servicenow.map"))
    return (rig, report)
  }

  @Test func whatChangedFromRowToRowIsWhatHappened() throws {
    let (rig, _) = try taken()
    let ticket = try rig.ticket("INC9000001")
    #expect(
      ticket.facts.map(\.what) == [
        .received, .assigned, .noted, .assigned, .waiting, .waiting, .assigned, .noted, .resumed, .resolved,
        .reopened, .resolved, .replied, .closed,
      ])
    #expect(
      ticket.facts.map(\.happened) == [
        at(29, 2, 1, 16), at(29, 2, 1, 23), at(29, 2, 1, 23), at(29, 2, 8, 0), at(29, 2, 9, 0),
        at(29, 2, 10, 0), at(1, 3, 10, 0), at(1, 3, 10, 0), at(1, 3, 10, 0), at(1, 3, 11, 0),
        at(2, 3, 11, 0), at(2, 3, 12, 0), at(7, 3, 12, 0), at(7, 3, 12, 0),
      ])
    #expect(ticket.facts.filter { $0.what == .waiting }.map(\.reason) == [.resident, .provider])
    #expect(ticket.status == .closed && ticket.cycle == 2 && ticket.owner == StaffCode("resolver-8"))
    #expect(ticket.unit == UnitCode("Location 1") && ticket.summary == "Category 1, Subcategory 2")
  }

  @Test func textsOfTheStepsComeFromTheMap() throws {
    let (rig, _) = try taken()
    let number = try rig.ticket("INC9000001").number
    let bodies = try rig.live.history(of: number).map(\.entry.body)
    #expect(bodies.contains(.ticket(number, .noted(text: "Group: Group 2"))))
    #expect(bodies.contains(.ticket(number, .resolved(result: "Closing code: code 6"))))
    #expect(bodies.contains(.ticket(number, .reopened(text: "Reopened, time 1"))))
  }

  @Test func peopleUnknownHereAreEnteredAsTheMapSays() throws {
    let (rig, report) = try taken()
    let person = try #require(rig.live.desk.staff[StaffCode("resolver-7")])
    #expect(person.name == "Resolver 7" && person.role == .technician && !person.isActive)
    #expect(report.counts.addedStaff == 3)
    #expect(report.counts.addedUnits == 1)
  }

  @Test func aChangedPriorityIsAClassification() throws {
    let (rig, _) = try taken()
    let ticket = try rig.ticket("INC9000002")
    #expect(ticket.urgency == .urgent && ticket.channel == .web && ticket.unit == nil)
    #expect(
      ticket.facts.map(\.what) == [
        .received, .assigned, .noted, .classified, .resolved, .reopened, .resolved,
      ])
  }

  @Test func everyRowIsTakenOrReported() throws {
    let (_, report) = try taken()
    #expect(report.counts.rows == 20)
    #expect(report.counts.unchanged == 1)
    #expect(report.counts.known == 0)
    let reasons = Dictionary(uniqueKeysWithValues: report.faults.map { ($0.line, $0.reason) })
    #expect(reasons[13] == .refusedState("-100"))
    // One that goes back in time is put where it belongs.
    #expect(reasons[15] == nil)
    #expect(reasons[17] == .reversed(.on, before: .received))
    guard case .unknownState("Sleeping", let known) = reasons[18] else {
      Issue.record("\(report.faults)")
      return
    }
    #expect(known.contains("New") && known == known.sorted())
    #expect(reasons[19] == .badTime(.on, "31/2/2016 09:00"))
    #expect(report.counts.refused == 4 && report.counts.taken == 15)
  }

  @Test func aTicketWhoseFirstRowsWereRefusedComesWithTheNextOne() throws {
    let (rig, _) = try taken()
    #expect(try rig.steps("INC9000003") == [.received, .assigned, .noted, .replied, .closed])
    #expect(try rig.steps("INC9000004") == [.received])
  }

  @Test func doingItAgainAddsNothing() throws {
    let (rig, first) = try taken()
    let before = try rig.bytes()
    let again = try rig.take(
      .events, try ImportRig.slice("servicenow-slice.csv"), map: try ImportRig.map("servicenow.map"))
    #expect(try rig.bytes() == before)
    #expect(again.counts.taken == 0 && again.counts.known == first.counts.taken)
    #expect(again.faults == first.faults)
  }

  @Test func rowsThatCameSinceAreAdded() throws {
    let rig = try ImportRig()
    let map = try ImportRig.map("servicenow.map")
    let lines = try ImportRig.slice("servicenow-slice.csv").split(separator: "\n")
    _ = try rig.take(.events, lines.prefix(5).joined(separator: "\n"), map: map)
    #expect(try rig.ticket("INC9000001").status == .waiting)
    let report = try rig.take(.events, lines.joined(separator: "\n"), map: map)
    #expect(report.counts.known == 3 && report.counts.unchanged == 1)
    let (whole, _) = try taken()
    #expect(try rig.steps("INC9000001") == whole.steps("INC9000001"))
  }

  @Test func aCorrectionAfterClosingIsTaken() throws {
    let rig = try ImportRig()
    let map = try ImportRig.map("servicenow.map")
    let lines = try ImportRig.slice("servicenow-slice.csv").split(separator: "\n").map(String.init)
    let closed = lines[10].replacing("Category 1", with: "Category 9")
    let text = (lines.prefix(11) + [closed]).joined(separator: "\n")
    let report = try rig.take(.events, text, map: map)
    #expect(report.faults == [])
    #expect(try rig.steps("INC9000001").last == .edited)
    #expect(try rig.ticket("INC9000001").summary == "Category 9, Subcategory 2")
    #expect(try rig.ticket("INC9000001").status == .closed)
    #expect(try rig.take(.events, text, map: map).counts.taken == 0)
  }

  @Test func aRehearsalSaysTheSame() throws {
    let rig = try ImportRig()
    let (_, real) = try taken()
    let rehearsal = try rig.take(
      .events, try ImportRig.slice("servicenow-slice.csv"), map: try ImportRig.map("servicenow.map"),
      isRehearsal: true)
    var told = real
    told.began = nil
    #expect(rehearsal == told)
    #expect(rig.live.desk.tickets.isEmpty && rig.live.desk.staff[StaffCode("resolver-7")] == nil)
  }

  @Test func stepsBetweenConditions() {
    typealias Condition = LogCondition
    let waiting = Condition.waiting(.parts)
    #expect(Condition.open.steps(to: waiting, isReopened: false) == [.wait(.parts)])
    #expect(waiting.steps(to: waiting, isReopened: false) == [])
    #expect(waiting.steps(to: .waiting(.weather), isReopened: false) == [.wait(.weather)])
    #expect(waiting.steps(to: .open, isReopened: false) == [.resume])
    #expect(waiting.steps(to: .resolved, isReopened: false) == [.resolve])
    #expect(Condition.resolved.steps(to: .closed, isReopened: false) == [.close])
    #expect(Condition.resolved.steps(to: .open, isReopened: false) == [.reopen])
    #expect(Condition.closed.steps(to: waiting, isReopened: true) == [.reopen, .wait(.parts)])
    #expect(Condition.closed.steps(to: .closed, isReopened: true) == [.reopen, .close])
    #expect(Condition.open.steps(to: .open, isReopened: true) == [.reopen])
    #expect(Condition.open.steps(to: .cancelled, isReopened: false) == [.cancel])
  }
}

@Suite struct ImportingPeople {
  @Test func codesAreMadeOfNames() {
    let desk = ServiceDesk()
    #expect(ImportPeople.newCode("Resolver 17", desk) == StaffCode("resolver-17"))
    #expect(ImportPeople.newCode("  J. O'Brien  (IT)", desk) == StaffCode("j.-o-brien-it"))
    let chinese = ImportPeople.newCode("王建国", desk)
    #expect(chinese.isWellFormed && chinese.value.hasPrefix("p-"))
    #expect(chinese == ImportPeople.newCode("王建国", desk) && chinese != ImportPeople.newCode("李娜", desk))
    let long = ImportPeople.newCode(String(repeating: "ab ", count: 30), desk)
    #expect(long.isWellFormed)
  }

  @Test func aCodeThatSomebodyHasGetsANumber() throws {
    let rig = try ImportRig()
    #expect(ImportPeople.newCode("Wang", rig.live.desk) == StaffCode("wang-2"))
  }

  @Test func namesAndCodesOfTheStaffAreFound() throws {
    let rig = try ImportRig()
    var people = ImportPeople(rig.live.desk)
    for allowsCode in [false, true] {
      func found(_ text: String) throws -> StaffCode? {
        try people.find(text, allowsCode: allowsCode, .owner, rig.live.desk)
      }
      #expect(try found("王强") == Centre.wang && found("谁") == nil)
      // An account of ours is nobody whom foreign records name.
      #expect(try found("WANG") == (allowsCode ? Centre.wang : nil))
      #expect(try found("wang") == (allowsCode ? Centre.wang : nil))
    }
  }
}
