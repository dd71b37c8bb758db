import Foundation
import TestSupport
import Testing

/// `export`: what it writes, and what it refuses.
@Suite struct ExportTests {
  private static let tables = [
    "absences", "contacts", "events", "materials", "orders", "policies", "promises", "rosters", "staff",
    "tickets", "units", "visits", "waits",
  ]

  @Test func everyTableIsThereForItsOwnerAlone() throws {
    let centre = try Centre(demo: 80)
    let folder = try centre.export("out")
    #expect(
      try folder.names
        == (Self.tables.map { $0 + ".csv" } + ["README.txt", "load.duckdb.sql", "manifest.json"]).sorted())
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
    #expect(mode == 0o700)
    for name in try folder.names {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
    #expect(try folder.records("tickets").count == 80)
    #expect(!FileManager.default.fileExists(atPath: folder.path + ".partial"))
  }

  @Test func theManifestSaysWhatEachFileIs() throws {
    let centre = try Centre(demo: 60)
    let folder = try centre.export("out", "--excel", "--lang", "zh")
    let manifest = try folder.manifest()
    let info = try centre.done("verify", "--json").object()
    let head = try #require(info["head"] as? [String: Any])
    let (seq, digest) = (try #require(head["seq"] as? Int), try #require(head["digest"] as? String))
    #expect(manifest["head"] as? String == "\(seq):\(digest)")
    #expect(manifest["product"] as? String == "dutydesk" && manifest["zone"] as? String == "Asia/Shanghai")
    #expect(manifest["by"] as? String == Program.account)
    for file in try #require(manifest["files"] as? [[String: Any]]) {
      let name = try #require(file["name"] as? String)
      let data = try folder.bytes(name)
      #expect(file["bytes"] as? Int == data.count, "\(name)")
      let sum = try Program.run("/usr/bin/sha256sum", [folder.path + "/" + name])
      #expect(sum.hasPrefix(try #require(file["sha256"] as? String)), "\(name)")
      for table in file["tables"] as? [[String: Any]] ?? [] {
        let rows = try folder.rows(try #require(table["table"] as? String))
        #expect(table["rows"] as? Int == rows.count - 1, "\(name)")
        let columns = try #require(table["columns"] as? [[String: Any]])
        #expect(columns.count == rows[0].count)
        #expect(
          columns.allSatisfy { $0["privacy"] is [String] && $0["type"] is String && $0["zh"] is String })
      }
    }
    let page = try folder.text("README.txt")
    #expect(page.contains("个人信息") && page.contains("tickets.csv") && page.contains("工单"))
    #expect(try centre.export("en").text("README.txt").contains("personal data"))
  }

  @Test func namesAreTheUsersOrCodes() throws {
    let centre = try Centre()
    _ = try centre.ticket(
      "repair", "--summary", "厨房漏水", "--unit", "3-2-1201", "--urgency", "urgent", "--phone", "+86 138")
    let codes = try #require(try centre.export("codes", "--names", "codes").records("tickets").first)
    #expect(
      codes["kind"] == "repair" && codes["received"]?.hasSuffix("Z") == true && codes["important"] == "false")
    let zh = try #require(try centre.export("zh", "--lang", "zh").records("tickets").first)
    #expect(zh["类型"] == "报修" && zh["等级"] == "急修" && zh["重要"] == "否" && zh["房号"] == "3-2-1201")
    #expect(zh["登记时间"]?.hasSuffix("+08:00") == true && zh["电话"] == "'+86 138")
    let en = try #require(try centre.export("en", "--names", "en", "--lang", "zh").records("tickets").first)
    #expect(en["Kind"] == "Repair" && en["Urgency"] == "Urgent")
    let sheet = try centre.export("sheet", "--excel", "--lang", "zh")
    #expect(try sheet.bytes("tickets.csv").starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(try sheet.text("tickets.csv").contains("\r\n"))
    let row = try #require(try sheet.records("tickets").first)
    #expect(row["房号"] == "=\"3-2-1201\"" && row["电话"] == "=\"+86 138\"")
    let received = try #require(row["登记时间（Asia/Shanghai）"])
    #expect(received.hasPrefix("20") && !received.contains("+"))
    let json = try centre.export("json", "--format", "jsonl").text("tickets.jsonl")
    #expect(json.contains("\"kind\":\"repair\"") && json.contains("\"merged_into\":null"))
  }

  @Test func whatIsWrittenIsNeverRun() throws {
    let centre = try Centre()
    for text in ["=1+1", "@x", "-2", "＋x"] { _ = try centre.ticket("repair", "--summary", text) }
    for options in [[], ["--excel"], ["--names", "codes"]] {
      let folder = ExportedFolder(path: centre.directory.file("o\(options.count)\(options.last ?? "")"))
      #expect(try centre.run(["export", folder.path] + options).status == 0)
      let summaries = try folder.rows("tickets").dropFirst().map { $0[7] }
      #expect(summaries == ["'=1+1", "'@x", "'-2", "'＋x"])
    }
    let list = try centre.done(
      "list", "--csv", "--excel", "--queue", "all", "--sort", "number", "--lang", "zh")
    #expect(
      list.bytes.starts(with: [0xEF, 0xBB, 0xBF]) && list.out.contains("'=1+1,") && list.out.contains("摘要"))
  }

  @Test func onlyWhatIsAskedForIsThere() throws {
    let centre = try Centre(demo: 60)
    let some = try centre.export("some", "--tables", "工单,orders", "--names", "codes")
    #expect(try some.names.filter { $0.hasSuffix(".csv") } == ["orders.csv", "tickets.csv"])
    let all = try centre.export("all", "--names", "codes").records("tickets")
    let day = String(try #require(all[30]["received"]).prefix(10))
    let part = try centre.export("part", "--names", "codes", "--from", day, "--to", day)
    let numbers = Set(try part.records("tickets").map { $0["number"] })
    #expect(!numbers.isEmpty && numbers.count < 60)
    #expect(try part.records("promises").allSatisfy { numbers.contains($0["ticket"]) })
    #expect(
      try part.records("units").count
        == (try centre.export("u", "--tables", "units", "--names", "codes").records("units").count))
  }

  @Test func aMomentOfThePastIsExportedAsItWas() throws {
    let centre = try Centre(demo: 60)
    let events = try centre.export("all", "--names", "codes").records("events")
    let moment = try #require(events[events.count / 2]["at"])
    let then = try centre.export("then", "--names", "codes", "--as-of", moment)
    let known = try then.records("events")
    #expect(known.count < events.count && known.allSatisfy { ($0["at"] ?? "") <= moment })
    let list = try centre.done("list", "--queue", "all", "--json", "--as-of", moment).objects()
    #expect(try then.records("tickets").count == list.count)
    #expect((try then.manifest()["moment"] as? [String: Any])?["as_of"] as? String != nil)
  }

  @Test func nothingIsEverOverwritten() throws {
    let centre = try Centre()
    let folder = try centre.export("out")
    let before = try folder.bytes("manifest.json")
    let again = try centre.run("export", folder.path)
    #expect(again.status == 1 && again.err.contains("never overwritten"), "\(again)")
    #expect(try folder.bytes("manifest.json") == before)
    let empty = centre.directory.file("empty")
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: false)
    #expect(try centre.run("export", empty).status == 1)
    let file = try centre.directory.write([1], to: "file")
    #expect(try centre.run("export", file).status == 1)
    #expect(try centre.directory.read("file") == [1])
    try FileManager.default.createDirectory(
      atPath: centre.directory.file("next.partial"), withIntermediateDirectories: false)
    let half = try centre.run("export", centre.directory.file("next"), "--lang", "zh")
    #expect(half.status == 1 && half.err.contains("rm -r"), "\(half)")
  }

  @Test func whatCannotBeWrittenLeavesNothing() throws {
    let centre = try Centre(demo: 60)
    let nowhere = try centre.run("export", centre.directory.file("no/such/folder"))
    #expect(nowhere.status == 5 && nowhere.err.contains("Nothing was exported"), "\(nowhere)")
    #expect(try centre.run("export", "/proc/x").status == 5)
    let names = try FileManager.default.contentsOfDirectory(atPath: centre.directory.path).sorted()
    // A file may not become longer than a disk has room for.
    let full = try centre.shell("ulimit -f 8; \"$0\" export \(centre.directory.file("out"))")
    #expect(full.status == 5, "\(full)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: centre.directory.path).sorted() == names)
    #expect(try centre.run("export", "").status == 2)
  }

  @Test func anInterruptedExportLeavesOnlyItsPartialFolder() throws {
    let centre = try Centre(demo: 400)
    let out = centre.directory.file("out")
    let script = """
      "$0" export \(out) >/dev/null 2>&1 & p=$!
      while ! [ -d \(out).partial ] && kill -0 $p 2>/dev/null; do :; done
      kill -9 $p; wait $p 2>/dev/null; ls -d \(out)* ; :
      """
    let left = try centre.shell(script).out.split(separator: "\n").map(String.init)
    #expect(left == [out + ".partial"] || left == [out], "\(left)")
    #expect(try centre.done("verify", "--json").object()["ok"] as? Bool == true)
  }

  @Test func wrongOptionsAreSaid() throws {
    let centre = try Centre()
    let cases: [([String], String)] = [
      (["--format", "xlsx"], "csv, jsonl, sql"), (["--format", "sql", "--excel"], "--format csv"),
      (["--format", "sql", "--names", "zh"], "csv|jsonl"), (["--tables", "tickets,x"], "“x”"),
      (["--without", "names"], "persons"),
      (["--from", "2026-11-02", "--to", "2026-11-01"], "end before it begins"),
      (["--from", "someday"], "no date"), (["--names", "fr"], "zh, en, codes"),
    ]
    for (options, said) in cases {
      let answer = try centre.run(["export", centre.directory.file("out")] + options)
      #expect(answer.status == 2 && answer.err.contains(said), "\(answer)")
    }
    let nothing = try centre.run(
      "export", centre.directory.file("out"), "--tables", "contacts", "--without", "persons")
    #expect(nothing.status == 1 && nothing.err.contains("nothing to export"), "\(nothing)")
    #expect(try centre.run("list", "--excel").err.contains("--csv"))
    #expect(!FileManager.default.fileExists(atPath: centre.directory.file("out.partial")))
  }
}
