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
    // More than a tenth is refused: nothing is written, unless that is wanted.
    let stopped = try centre.run("import", "contacts", contacts)
    #expect(stopped.status == 1 && stopped.out.contains("nothing was written"), "\(stopped)")
    let second = try centre.run("import", "contacts", contacts, "--anyway")
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
    let first = try centre.run("import", "tickets", tickets, "--json", "--anyway")
    #expect(first.status == 0)
    let report = try first.object()
    #expect(report["taken"] as? Int == 2 && report["refused"] as? Int == 2)
    #expect((report["faults"] as? [[String: Any]])?.compactMap { $0["line"] as? Int } == [4, 5])
    #expect(first.err.contains("line 4 (A-3): ") && first.err.contains("line 5 (A-4): "))
    let events = try write(
      centre, "events.csv",
      "ref,event,on,by,to,reason,text\nA-1,assign,2024-03-01 09:05,,li.na,,\nA-1,resolve,2024-03-01 12:00,,,,修好\n"
        + "A-9,note,2024-03-01 12:00,,,,x\n")
    let steps = try centre.run("import", "events", events, "--lang", "zh", "--anyway")
    #expect(steps.status == 0, "\(steps)")
    #expect(steps.err.contains("第4行（A-9）："))
    let ticket = try centre.show("1001")
    #expect(ticket["status"] as? String == "resolved")
    #expect(ticket["imported"] as? Bool == true)
    #expect(ticket["ref"] as? String == "A-1")
    let before = centre.bytes
    for (kind, file) in [("tickets", tickets), ("events", events)] {
      #expect(try centre.run("import", kind, file, "--anyway").status == 0)
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
      ("", "there is no line that names the columns"), ("zimmer\n1\n", "unknown columns: zimmer"),
      ("unit,unit\n1,2\n", "unknown columns: unit#2"),
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

  @Test func aFileThatIsNoTextWithCertaintyIsNotTakenAtAll() throws {
    let centre = try Centre()
    let before = centre.bytes
    var bytes = Array("unit,note\n5-1-101,ok\n5-1-102,".utf8) + [0xFF, 0xFE]
    bytes += Array("\n5-1-103\n".utf8)
    let file = try centre.directory.write(bytes, to: "units.csv")
    let answer = try centre.run("import", "units", file)
    #expect(
      answer.status == 2 && answer.err.contains("neither UTF-8") && answer.err.contains("--encoding"),
      "\(answer)")
    #expect(centre.bytes == before)
  }

  @Test func rowsThatAreNoRowsAreRefusedAndTheOthersKept() throws {
    let centre = try Centre()
    let file = try write(centre, "units.csv", "unit,note\n5-1-101,ok\n5-1-102,a,b\n5-1-104,\"open\n")
    let answer = try centre.run("import", "units", file, "--anyway")
    #expect(answer.status == 0, "\(answer)")
    #expect(answer.err.contains("line 3: It has 3 cells"))
    #expect(answer.err.contains("line 4: A quote is never closed"))
    #expect(try centre.done("unit", "list", "--csv").out.contains("5-1-101"))
  }

  /// A GB18030 ledger with a title above the columns gets in by what the page of imports says, from its columns' names alone.
  @Test func aLedgerOutOfASpreadsheetComesInByTheMapMadeForIt() throws {
    let centre = try Centre(empty: ())
    try centre.done("init", "--zone", "Asia/Shanghai")
    let text = """
      阳光花园 2024 年报修台账,,,,,,,,,
      单号,报修时间,房号,业主,电话,内容,派工时间,维修人员,完工时间,办结时间
      W1,2024/3/1 8:05,3-2-1201,张磊,13800000001,漏水,2024/3/1 8:20,王强,2024/3/1 10:30,2024/3/1 11:00
      W2,2024/3/13 9:05,5-1-101,李四,13800000002,灯不亮,2024/3/13 9:30,赵六,,

      """
    let bytes = try #require(written(text, in: "gb18030"))
    let ledger = try centre.directory.write(bytes, to: "ledger.csv")
    let map = try write(centre, "ledger.map", try centre.done("import", "map", ledger).out)
    let rehearsal = try centre.run("import", "tickets", ledger, "--map", map, "--dry-run")
    #expect(rehearsal.status == 0, "\(rehearsal)")
    let answer = try centre.run("import", "tickets", ledger, "--map", map)
    #expect(answer.status == 0 && answer.out.contains("2 taken"), "\(answer)")
    #expect(answer.err.contains("GB18030"))
    let ticket = try centre.show("1001")
    #expect(ticket["summary"] as? String == "漏水" && ticket["status"] as? String == "closed", "\(ticket)")
  }

  @Test func aWholeImportIsTakenBackFromTheCommandLine() throws {
    let centre = try Centre()
    let file = try write(centre, "t.csv", "ref,kind,summary,received\nA-1,repair,x,2024-03-01 09:00\n")
    let taken = try centre.run("import", "tickets", file, "--json")
    let began = try #require(try taken.object()["began"] as? Int)
    #expect(try centre.done("import", "undo").out.contains("\(began)  "))
    #expect(try centre.done("import", "undo", "\(began)").out.contains("Taken back: 1 ticket;"))
    #expect(try centre.run("import", "undo", "\(began)").status == 1)
    #expect(try centre.run("import", "undo", "x").status == 2)
    #expect(try centre.run("show", "1001").status == 1)
    #expect(try centre.done("import", "tickets", file).out.contains("1 taken"))
  }

  @Test func refusedRowsAreWrittenToBeMendedAndTakenAgain() throws {
    let centre = try Centre()
    let file = try write(
      centre, "t.csv",
      "ref,kind,summary,received\nA-1,repair,x,2024-03-01 09:00\nA-2,repair,y,2024-02-30 09:00\n")
    let bad = centre.directory.path + "/bad.csv"
    let answer = try centre.run("import", "tickets", file, "--anyway", "--refused", bad)
    #expect(answer.status == 0 && answer.err.contains("bad.csv"), "\(answer)")
    let rows = try String(contentsOfFile: bad, encoding: .utf8)
    #expect(
      rows.hasPrefix("ref,kind,summary,received,#line,#refused")
        && rows.contains("A-2,repair,y,2024-02-30 09:00,3,"))
    // The same again, as after a trial: nothing is there twice.
    #expect(try centre.run("import", "tickets", file, "--anyway", "--refused", bad).status == 0)
    #expect(try String(contentsOfFile: bad, encoding: .utf8) == rows)
    #expect(!FileManager.default.fileExists(atPath: bad + "~"))
    // Mended in part, read and written under the one name: what is refused still has its remark once.
    let more = rows.replacing("2024-02-30", with: "2024-02-29") + "A-3,repair,z,2024-02-30 09:00,4,x\r\n"
    _ = try write(centre, "bad.csv", more)
    let second = try centre.run("import", "tickets", bad, "--anyway", "--refused", bad)
    #expect(second.status == 0 && second.out.contains("1 taken"), "\(second)")
    let left = try String(contentsOfFile: bad, encoding: .utf8)
    #expect(
      left.hasPrefix("ref,kind,summary,received,#line,#refused\r\nA-3,repair,z,2024-02-30 09:00,3,"),
      "\(left)")
    // What was there, and is not the same, is kept beside it.
    #expect(try String(contentsOfFile: bad + "~", encoding: .utf8) == more)
    // All mended: there is no such file any more.
    _ = try write(centre, "bad.csv", left.replacing("2024-02-30", with: "2024-02-29"))
    #expect(try centre.done("import", "tickets", bad, "--refused", bad).out.contains("1 taken"))
    #expect(!FileManager.default.fileExists(atPath: bad))
    #expect(try String(contentsOfFile: bad + "~", encoding: .utf8) == more)
    #expect(try String(contentsOfFile: bad + "~2", encoding: .utf8).contains("2024-02-29"))
    // An import that is stopped says in the file which rows it stopped for.
    let stopped = centre.directory.path + "/stopped.csv"
    #expect(try centre.run("import", "tickets", file, "--refused", stopped).status == 1)
    #expect(try String(contentsOfFile: stopped, encoding: .utf8) == rows)
    let names = try FileManager.default.contentsOfDirectory(atPath: centre.directory.path)
    #expect(names.allSatisfy { !$0.hasPrefix("bad.csv.") && !$0.hasPrefix("stopped.csv.") }, "\(names)")
  }

  /// Nothing else is written over, and what cannot be written is said before anything is recorded, in both languages.
  @Test func refusedRowsAreWrittenOverNothingElse() throws {
    let centre = try Centre()
    let file = try write(centre, "t.csv", "kind,summary,received\nrepair,x,2024-03-01 09:00\n")
    let before = centre.bytes
    for (path, zh, en) in [
      (file, "不是被拒绝行的文件", "holds no refused rows"), ("/nowhere/bad.csv", "不能写入", "cannot be written"),
      (centre.directory.path, "不是被拒绝行的文件", "holds no refused rows"),
    ] {
      for (language, said) in [("zh", zh), ("en", en)] {
        let answer = try centre.run("import", "tickets", file, "--refused", path, "--lang", language)
        #expect(answer.status == 2 && answer.err.contains(said), "\(answer)")
      }
    }
    #expect(centre.bytes == before)
  }

  /// What was not written is not said to have been: a trial, a stopped import.
  @Test func whatIsOnlyCheckedIsToldAsSuch() throws {
    let centre = try Centre()
    let map = try write(
      centre, "t.map",
      """
      kind = "tickets"
      [columns]
      kind = "repair"
      summary = "{what}"
      received = "{when}"
      unit = "{where}"
      owner = "{who}"
      [unknown]
      unit = "add"
      staff = "add"
      [history]
      close-open = "all"
      """)
    let file = try write(
      centre, "t.csv", "what,when,where,who\nx,2024-03-01 09:00,9-9-1,新人\ny,2024-02-30 09:00,9-9-2,别人\n")
    let before = centre.bytes
    for option in ["--dry-run", "--force"] {
      let answer = try centre.run("import", "tickets", file, "--map", map, option)
      #expect(answer.status == 1 && answer.out.contains("would add 1 rooms and 1 people"), "\(answer)")
      #expect(answer.out.contains("1 would be cancelled and 0 closed"), "\(answer)")
      #expect(centre.bytes == before)
    }
    let answer = try centre.run("import", "tickets", file, "--map", map, "--anyway")
    #expect(
      answer.out.contains("; added 1 rooms and 1 people") && answer.out.contains("1 were cancelled"),
      "\(answer)")
    // The room and the person that only the refused row names are not entered.
    let units = try centre.done("unit", "list", "--csv").out
    #expect(units.contains("9-9-1") && !units.contains("9-9-2"))
    #expect(!(try centre.done("staff", "list", "--csv").out.contains("别人")))
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
