import Desk
import Glibc
import Settings
import TestSupport
import Testing

@testable import DeskStore

/// A whole import is taken back, whatever it brought (RECORDS I8).
@Suite struct TakingAnImportBack {
  private static let log = """
    kind = "events"
    [columns]
    ref = "{ref}"
    on = "{on}"
    state = "{state}"
    owner = "{who}"
    unit = "{unit}"
    kind = "repair"
    summary = "{what}"
    [unknown]
    staff = "add"
    unit = "add"
    [log]
    [log.states]
    "Open" = "open"
    "Hold" = "waiting parts"
    "Done" = "resolved"
    "Closed" = "closed"
    """
  private static let head = "ref,on,state,who,unit,what\n"

  private func map() throws -> ImportMap { try ImportMap(Settings(parsing: Self.log, name: "log.map")) }

  private func take(_ rig: ImportRig, _ rows: String) throws -> Int64? {
    try rig.take(.events, Self.head + rows, map: map()).began
  }

  private func undo(_ rig: ImportRig, _ began: Int64, anyway: Bool = false) throws -> ImportUndo.Report {
    try ImportUndo(by: Centre.manager, keepsTouched: anyway).run(began, on: rig.live)
  }

  /// The desk as bytes, without what only counts on: the last event, the next number, the list of imports.
  private func picture(_ rig: ImportRig) throws -> [String] {
    let desk = rig.live.desk
    var lines = desk.tickets.map { ticket in
      let facts = ticket.facts.map {
        "\($0.what) \($0.happened.seconds) \($0.kind) \($0.urgency) \($0.topic)"
      }
      return
        "\(ticket.number) \(ticket.status) \(ticket.cycle) \(String(describing: ticket.owner)) \(ticket.summary) "
        + "\(String(describing: ticket.unit)) \(String(describing: ticket.ref)) \(String(describing: ticket.waitingFor)) "
        + "\(ticket.orders.map { "\($0.technician) \($0.status)" }) \(facts)"
    }
    lines += desk.staffInOrder.map { "\($0)" }
    lines += desk.households.values.sorted { $0.unit.code < $1.unit.code }.map { "\($0)" }
    lines += desk.references.sorted { $0.key < $1.key }.map { "\($0)" }
    lines += ["\(desk.open.sorted())", "\(desk.visitsOwed.sorted())", "\(desk.windows.keys.sorted())"]
    return lines
  }

  @Test func whatItBroughtIsGoneAndWhatWasThereStandsAsItStood() throws {
    var random = SeededRandom()
    for _ in 0..<8 {
      let rig = try ImportRig()
      func rows(_ day: Int) -> String {
        var text = ""
        for ref in 0..<6 where Bool.random(using: &random) {
          for hour in [9, 14] {
            let state = ["Open", "Hold", "Done", "Closed"].randomElement(using: &random) ?? ""
            let who = ["王强", "Li", "Ann", ""].randomElement(using: &random) ?? ""
            let unit = ["7-1-101", "7-1-102", ""].randomElement(using: &random) ?? ""
            let what = ["漏水", "灯不亮"].randomElement(using: &random) ?? ""
            text +=
              "A\(ref),2024-01-0\(day) \(hour < 10 ? "0" : "")\(hour):00,\(state),\(who),\(unit),\(what)\n"
          }
        }
        return text
      }
      _ = try take(rig, rows(1))
      let before = try picture(rig)
      let second = rows(2)
      guard let began = try take(rig, second) else { continue }
      let after = try picture(rig)
      let report = try undo(rig, began)
      #expect(report.kept == [] && !report.isStopped)
      let now = try picture(rig)
      #expect(now == before, "\(zip(now, before).first { $0 != $1 } ?? ("\(now.count)", "\(before.count)"))")
      // A replay says the same, and so does the file taken again, but for the numbers.
      #expect(try rig.centre.open().desk.tickets.map(\.summary) == rig.live.desk.tickets.map(\.summary))
      _ = try take(rig, second)
      #expect(try picture(rig).count == after.count)
    }
  }

  @Test func whatWasTouchedSinceStaysAndSaysSo() throws {
    let rig = try ImportRig()
    let began = try #require(
      try take(rig, "A1,2024-01-01 09:00,Open,Li,7-1-101,漏水\nA2,2024-01-01 09:00,Open,Li,7-1-102,灯\n"))
    let number = try rig.ticket("A1").number
    _ = try rig.live.perform(
      Command(by: Centre.manager, isForced: true, action: .ticket(number, .note(text: "已联系"))))
    let before = try rig.bytes()
    let stopped = try undo(rig, began)
    #expect(stopped.isStopped && stopped.kept == [number])
    #expect(try rig.bytes() == before)
    let report = try undo(rig, began, anyway: true)
    #expect(report.withdrawn == 1 && report.kept == [number])
    #expect(try rig.ticket("A1").status == .assigned && rig.live.desk.references["A2"] == nil)
    // Who and where the ticket that stays speaks of stay as well.
    #expect(
      rig.live.desk.households[UnitCode("7-1-101")] != nil
        && rig.live.desk.households[UnitCode("7-1-102")] == nil)
    #expect(rig.live.desk.staff[StaffCode("li")] != nil)
    #expect(throws: StoreError.self) { try undo(rig, began) }
  }

  @Test func registersComeAndGoWithTheirImport() throws {
    let rig = try ImportRig()
    let before = try picture(rig)
    let units = try #require(try rig.take(.units, "unit,kind\n9-1-101,home\n9-1-102,shop\n").began)
    let people = try #require(try rig.take(.contacts, "unit,name\n9-1-101,赵\n3-2-1201,钱\n").began)
    // Somebody lives there now: the unit stays as long as they do.
    #expect(try undo(rig, units).units == 1)
    #expect(try undo(rig, people).contacts == 2)
    #expect(rig.live.desk.households[UnitCode("9-1-101")] != nil)
    let staff = try #require(try rig.take(.staff, "code,name,role\nxin,新,clerk\n").began)
    #expect(try undo(rig, staff).staff == 1)
    let left = try picture(rig).filter { !before.contains($0) }
    #expect(left.count == 1 && left[0].contains("9-1-101"))
  }

  @Test func onlyWhoeverMayImportMayTakeItBack() throws {
    let rig = try ImportRig()
    let began = try #require(try take(rig, "A1,2024-01-01 09:00,Open,,,漏水\n"))
    let before = try rig.bytes()
    #expect(throws: StoreError.self) { try ImportUndo(by: Centre.clerk).run(began, on: rig.live) }
    #expect(throws: StoreError.self) { try undo(rig, began + 1) }
    #expect(throws: StoreError.self) { try undo(rig, -5) }
    #expect(try rig.bytes() == before)
  }

  /// The list that shows and the search that finds go by places, which move up.
  @Test func searchFindsTheTicketsBehindThoseThatAreGone() throws {
    let rig = try ImportRig()
    let began = try #require(try take(rig, "A1,2024-01-01 09:00,Open,,,漏水\nA2,2024-01-02 09:00,Open,,,漏水\n"))
    _ = try rig.live.perform(Centre.receive("灯不亮"))
    var search = TicketSearch()
    func found(_ text: String) -> [TicketNumber] {
      let hits = search.find(SearchQuery(text), in: rig.live.desk)
      return rig.live.desk.tickets.map(\.number).filter { hits.contains($0) }
    }
    #expect(found("漏水").count == 2 && found("灯不亮").count == 1)
    _ = try undo(rig, began)
    #expect(found("漏水").isEmpty && found("灯不亮").count == 1)
  }
}

/// One import runs at a time (RECORDS I2).
@Suite struct ImportingOneAtATime {
  @Test func asLongAsOneRunsNoOtherBegins() throws {
    let rig = try ImportRig()
    let file = "ref,kind,summary,received\nA1,repair,x,2025-03-01 08:00\n"
    _ = try rig.take(.tickets, file)
    let before = try rig.bytes()
    let lock = try #require(try ImportLock(on: rig.live.path))
    func refused() -> ImportError? {
      #expect(throws: ImportError.self) { try rig.take(.tickets, file.replacing("A1", with: "A2")) }
    }
    // As long as it only looks its rows through, nobody can say whose it is; it is not that of the one before it.
    #expect(refused() == .running(by: nil, since: nil))
    let record = try #require(rig.live.desk.imports.last)
    lock.say(began: record.seq)
    #expect(refused() == .running(by: Centre.manager, since: record.at))
    // Whoever records single things is not kept waiting, and a rehearsal writes nothing.
    _ = try rig.live.perform(Centre.receive("x"))
    #expect(try rig.take(.tickets, file, isRehearsal: true).counts.known == 1)
    withExtendedLifetime(lock) {}
    #expect(try rig.bytes() > before)
  }

  @Test func itIsFreeWithItsEndWhoeverElseHasTheFileOpen() throws {
    let rig = try ImportRig()
    var lock = try ImportLock(on: rig.live.path)
    // What a child that is just being started has until it executes.
    let copies = try #require(lock).copies()
    defer { for copy in copies { close(copy) } }
    #expect(try ImportLock(on: rig.live.path) == nil)
    lock = nil
    #expect(try ImportLock(on: rig.live.path) != nil)
  }

  @Test func anotherNameOfTheJournalIsTheSameJournal() throws {
    let rig = try ImportRig()
    let other = try rig.centre.open()
    let lock = try #require(try ImportLock(on: rig.live.path))
    #expect(throws: ImportError.self) {
      try Importer(.units, by: Centre.manager).run(try ImportRig.file("unit\n9-9-901\n"), into: other)
    }
    withExtendedLifetime(lock) {}
  }
}

extension ImportLock {
  /// More descriptors of the same open file.
  fileprivate func copies() -> [Int32] { [dup(file)] }
}
