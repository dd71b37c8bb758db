import Foundation
import TestSupport
import Testing

/// Bringing old records in.
@Suite struct ImportTests {
  private func write(_ centre: Centre, _ name: String, _ text: String) throws -> String {
    try centre.directory.write(Array(text.utf8), to: name)
  }

  @Test func registersComeInAndRefusedRowsAreNamed() throws {
    let centre = try Centre()
    let units = try write(centre, "units.csv", "unit\r\n5-1-101\r\n5-1-102\r\n3-2-901\r\n")
    let told = try centre.done("import", "units", units)
    #expect(told.out.contains("3 rows: 2 taken"))
    #expect(told.out.contains("1 known already"))
    let contacts = try write(
      centre, "contacts.csv",
      "unit,name,role,phone\n5-1-101,\"赵, 大\",owner,1\n9-9-9,无名,owner,2\n5-1-102,钱二,tenant,3\n")
    let second = try centre.run("import", "contacts", contacts)
    #expect(second.status == 0)
    #expect(second.err.contains("line 3: There is no room “9-9-9”"))
    #expect(second.out.contains("2 taken") && second.out.contains("1 refused"))
    #expect(
      try centre.done("contact", "list", "5-1-101", "--json").objects().first?["name"] as? String == "赵, 大")
  }

  @Test func ticketsAndTheirEventsComeInOnce() throws {
    let centre = try Centre()
    let tickets = try write(
      centre, "tickets.csv",
      "ref,kind,summary,received,unit,urgency,topic\n"
        + "A-1,repair,旧漏水,2024-03-01 09:00,3-2-1201,urgent,plumbing\nA-2,投诉,噪音,2024-03-02 10:00,,,noise\n"
        + "A-3,nonsense,x,2024-03-02 10:00,,,\nA-4,repair,x,30/02/2024,,,\n")
    let first = try centre.run("import", "tickets", tickets, "--json")
    #expect(first.status == 0)
    let report = try first.object()
    #expect(report["taken"] as? Int == 2 && report["refused"] as? Int == 2)
    #expect((report["faults"] as? [[String: Any]])?.compactMap { $0["line"] as? Int } == [4, 5])
    #expect(first.err.contains("line 4: ") && first.err.contains("line 5: "))
    let events = try write(
      centre, "events.csv",
      "ref,event,on,by,to,reason,text\nA-1,assign,2024-03-01 09:05,,li.na,,\nA-1,resolve,2024-03-01 12:00,,,,修好\n"
        + "A-9,note,2024-03-01 12:00,,,,x\n")
    let steps = try centre.run("import", "events", events, "--lang", "zh")
    #expect(steps.status == 0, "\(steps)")
    #expect(steps.err.contains("第4行："))
    let ticket = try centre.show("1001")
    #expect(ticket["status"] as? String == "resolved")
    #expect(ticket["imported"] as? Bool == true)
    #expect(ticket["ref"] as? String == "A-1")
    let before = centre.bytes
    for (kind, file) in [("tickets", tickets), ("events", events)] {
      #expect(try centre.run("import", kind, file).status == 0)
      #expect(centre.bytes == before)
    }
  }

  @Test func aRehearsalWritesNothing() throws {
    let centre = try Centre()
    let before = centre.bytes
    let units = try write(centre, "units.csv", "unit\n5-1-101\n")
    let told = try centre.done("import", "units", units, "--dry-run")
    #expect(told.out.contains("1 taken") && told.out.contains("nothing written"))
    #expect(centre.bytes == before)
  }

  @Test func rowsMayComeThroughStandardInputWithAMark() throws {
    let centre = try Centre()
    let input = Data([0xEF, 0xBB, 0xBF]) + Data("unit\n5-1-101\n".utf8)
    #expect(try centre.run("import", "units", "-", input: input).status == 0)
    #expect(try centre.done("unit", "list", "--csv").out.contains("5-1-101"))
  }

  @Test func aMapGivesForeignColumnsTheirNames() throws {
    let centre = try Centre()
    let map = try write(centre, "rooms.map", "kind = \"units\"\n[columns]\nunit = \"{Flat}\"\n")
    let rooms = try write(centre, "rooms.csv", "Flat,Colour\n7-1-101,red\n")
    let answer = try centre.run("import", "units", rooms, "--map", map)
    #expect(answer.status == 0, "\(answer)")
    #expect(try centre.done("unit", "list", "--csv").out.contains("7-1-101"))
    let wrong = try write(centre, "wrong.map", "kind = \"rooms\"\n")
    let refused = try centre.run("import", "units", rooms, "--map", wrong)
    #expect(refused.status == 2)
    #expect(refused.err.contains("wrong.map:1:"))
  }

  @Test func aFileThatCannotBeTakenIsExplained() throws {
    let centre = try Centre()
    let before = centre.bytes
    let cases: [(String, String)] = [
      ("", "the file is empty"), ("room\n1\n", "unknown columns: room"),
      ("unit,unit\n1,2\n", "stands there twice"),
      ("kind\nhome\n", "these columns are missing: unit"),
    ]
    for (text, said) in cases {
      let file = try write(centre, "bad.csv", text)
      let answer = try centre.run("import", "units", file)
      #expect(answer.status == 2, "\(answer)")
      #expect(answer.err.contains(said), "\(answer)")
    }
    let missing = try centre.run("import", "units", "/nowhere.csv")
    #expect(missing.status == 2 && missing.err.contains("/nowhere.csv cannot be read"))
    #expect(try centre.run("import", "units", centre.directory.path).status == 2)
    #expect(centre.bytes == before)
  }

  @Test func rowsThatAreNoTextAreRefusedAndTheOthersKept() throws {
    let centre = try Centre()
    var bytes = Array("unit,note\n5-1-101,ok\n5-1-102,".utf8) + [0xFF, 0xFE]
    bytes += Array("\n5-1-103\n5-1-104,\"open\n".utf8)
    let file = try centre.directory.write(bytes, to: "units.csv")
    let answer = try centre.run("import", "units", file)
    #expect(answer.status == 0, "\(answer)")
    #expect(answer.err.contains("line 3: Cell 2 is not valid UTF-8"))
    #expect(answer.err.contains("line 4: It has 1 cells"))
    #expect(answer.err.contains("line 5: A quote is never closed"))
    #expect(try centre.done("unit", "list", "--csv").out.contains("5-1-101"))
  }

  @Test func nothingTakenIsARefusalAndTheRoleCounts() throws {
    let centre = try Centre()
    let before = centre.bytes
    let file = try write(centre, "contacts.csv", "unit,name\n9-9-9,x\n")
    #expect(try centre.run("import", "contacts", file).status == 1)
    let units = try write(centre, "units.csv", "unit\n5-1-101\n")
    let answer = try centre.run("import", "units", units, "--as", "li.na")
    #expect(answer.status == 1)
    #expect(answer.err.contains("may not change the register of rooms"))
    #expect(centre.bytes == before)
  }

  @Test func theStaffListComesInAgainAsItWasWritten() throws {
    let (centre, other) = (try Centre(), try Centre(empty: ()))
    try other.done("init", "--zone", "UTC")
    let file = try other.directory.write(
      Array(try centre.done("staff", "list", "--csv").bytes), to: "staff.csv")
    let answer = try other.run("import", "staff", file)
    #expect(answer.status == 0, "\(answer)")
    #expect(try other.done("staff", "list", "--csv").out.contains("wang,王强,technician,plumber"))
  }
}
