import Foundation
import TestSupport
import Testing

/// Out and back: the same journal, and the same desk.
@Suite struct ExportRoundTripTests {
  private static let forms: [[String]] = [
    ["--names", "codes"], ["--names", "zh"], ["--names", "en"], ["--excel", "--names", "zh"],
    ["--excel", "--names", "en"], ["--format", "jsonl"], ["--format", "jsonl", "--names", "zh"],
  ]

  @Test func everyFormGivesTheSameJournalByteForByte() throws {
    let centre = try Centre(demo: 150)
    // Texts that are hard on a form: formulas, quotes, lines, signs that nobody sees.
    for text in ["=1+1", "'=x", "\"", "a\nb\r\nc", "\u{FEFF}x", "，；", "\\N", "{\"a\":1}", "  -2 "] {
      #expect(try centre.run("note", "1001", "--text=" + text).status == 0)
    }
    let whole = centre.bytes
    for (place, options) in Self.forms.enumerated() {
      let out = centre.directory.file("out\(place)")
      let answer = try centre.run(["export", out] + options)
      try #require(answer.status == 0, "\(answer)")
      let back = try centre.run("import", "desk", out, "--journal", centre.directory.file("back\(place)"))
      #expect(back.status == 0 && back.out.contains("byte for byte"), "\(options) \(back)")
      #expect(try centre.bytes(of: "back\(place)") == whole, "\(options)")
      #expect(try centre.done("verify", "--journal", centre.directory.file("back\(place)")).status == 0)
    }
  }

  @Test func everyEventThereIsComesBack() throws {
    let centre = try Centre(empty: ())
    let whole = try Data(
      contentsOf: URL(fileURLWithPath: fixture("golden/ProcessFaultTests/every-event-journal.txt")))
    let healing = try #require(whole.range(of: Data("\"type\":\"journal.healed\"".utf8)))
    let lines = String(decoding: whole[..<healing.lowerBound], as: UTF8.self).split(separator: "\n").dropLast(
      2)
    let sound = Data((lines.joined(separator: "\n") + "\n").utf8)
    for (name, bytes) in [("sound", sound), ("healed", whole)] {
      let path = try centre.directory.write(Array(bytes), to: name)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      for (place, options) in Self.forms.enumerated() {
        let out = centre.directory.file("\(name)\(place)")
        #expect(try centre.run(["export", out, "--journal", path] + options).status == 0)
        let back = centre.directory.file("\(name)\(place).journal")
        let made = try centre.done("import", "desk", out, "--journal", back, "--json").object()
        // What a healing set aside is in no event: that journal is another one, and sound.
        #expect(made["same"] as? Bool == (name == "sound"), "\(name) \(options)")
        let found = try Data(contentsOf: URL(fileURLWithPath: back))
        if name == "sound" { #expect(found == sound, "\(options)") }
        #expect(try centre.run("verify", "--journal", back).status == 0)
        let line = ["list", "--queue", "all", "--json", "--now", "2026-12-01T00:00:00Z", "--journal"]
        #expect(try centre.run(line + [path]).out == centre.run(line + [back]).out)
      }
    }
  }

  @Test func theDeskIsTheSameInEveryList() throws {
    let centre = try Centre(demo: 60)
    // Another journal, with the same desk: its head is another one.
    let out = try centre.export("out", "--names", "codes")
    try out.edit("manifest.json") {
      $0.replacingOccurrences(of: #""head":"\d+:"#, with: #""head":"1:"#, options: .regularExpression)
    }
    let other = centre.directory.file("other")
    let made = try centre.done("import", "desk", out.path, "--journal", other, "--json").object()
    #expect(made["same"] as? Bool == false)
    let moment = "2027-01-01T00:00:00Z"
    var lines: [[String]] = [
      ["list", "--queue", "all"], ["list", "--queue", "all", "--json"], ["list", "--queue", "all", "--csv"],
      ["staff", "list", "--all"], ["staff", "list", "--all", "--json"], ["unit", "list"],
      ["contact", "list"],
      ["roster", "show"], ["policy", "list"], ["board"], ["board", "--json"], ["due"], ["due", "--json"],
      ["overview"], ["escalations"],
    ]
    for number in 1001...1060 {
      lines.append(["show", "\(number)", "--history", "--json"])
      lines.append(["show", "\(number)"])
      for clock in ["act", "respond", "arrive", "resolve", "reply", "promise", "visit"] where number % 10 == 0
      {
        lines.append(["show", "\(number)", "--explain", clock])
      }
    }
    for line in lines {
      let before = try centre.run(line + ["--now", moment])
      let after = try centre.run(line + ["--now", moment, "--journal", other])
      #expect(before.status == 0 && before.out == after.out && before.err == after.err, "\(line)")
    }
  }

  @Test func aChangedExportMakesAJournalOfItsOwnThatSaysWhereItComesFrom() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "first")
    _ = try centre.ticket("repair", "--summary", "second")
    let out = try centre.export("out", "--names", "codes")
    try out.edit("events.csv") { $0.replacingOccurrences(of: "first", with: "changed") }
    let path = centre.directory.file("new")
    let made = try centre.done("import", "desk", out.path, "--journal", path, "--json").object()
    let old = try #require(try out.manifest()["journal"] as? String)
    #expect(made["same"] as? Bool == false && made["uuid"] as? String != old)
    let first = String(decoding: try centre.bytes(of: "new"), as: UTF8.self).prefix { $0 != "\n" }
    let head = try #require(try out.manifest()["head"] as? String)
    #expect(first.contains("\"from\":{\"uuid\":\"\(old)\",\"head\":\"\(head)\"}"))
    #expect(try centre.done("list", "--journal", path).out.contains("changed"))
    #expect(try centre.run("verify", "--journal", path).status == 0)
    // It is a journal like any other.
    #expect(try centre.run("note", "1001", "x", "--journal", path).status == 0)
  }

  @Test func whatIsNotWholeIsRefused() throws {
    let centre = try Centre(demo: 40)
    let cases: [([String], String)] = [
      (["--without", "persons"], "--without"), (["--tables", "events"], "--tables"),
      (["--from", "2020-01-01"], "--from"), (["--format", "sql"], "csv or jsonl"),
    ]
    for (place, (options, said)) in cases.enumerated() {
      let out = centre.directory.file("out\(place)")
      #expect(try centre.run(["export", out] + options).status == 0)
      let answer = try centre.run("import", "desk", out, "--journal", centre.directory.file("new"))
      #expect(answer.status == 1 && answer.err.contains(said), "\(answer)")
    }
    let good = try centre.export("good", "--names", "codes")
    let taken = try centre.run("import", "desk", good.path, "--journal", centre.journal)
    #expect(taken.status == 1 && taken.err.contains("never overwritten"), "\(taken)")
    let nowhere = try centre.run(
      "import", "desk", centre.directory.file("none"), "--journal", centre.directory.file("new"))
    #expect(nowhere.status == 2 && nowhere.err.contains("dutydesk export"), "\(nowhere)")
    #expect(!FileManager.default.fileExists(atPath: centre.directory.file("new")))
  }

  @Test func whatWasSpoiltByHandIsNamedAndNothingIsMade() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "first")
    try centre.done("note", "1001", "x")
    let events = try centre.export("out", "--names", "codes")
    let text = try events.text("events.csv")
    let lines = text.components(separatedBy: "\r\n")
    func replaced(_ from: String, _ to: String) -> String { text.replacingOccurrences(of: from, with: to) }
    let cases: [(String, String, Int32)] = [
      ((lines[..<6] + lines[7...]).joined(separator: "\r\n"), "no hole", 1),
      ((lines[..<7] + lines[6...]).joined(separator: "\r\n"), "twice", 1),
      ((lines[..<1] + lines[2...]).joined(separator: "\r\n"), "number 0", 1),
      (replaced("\"\"summary\"\"", "\"\"sumary\"\""), "sumary", 1),
      (
        replaced("{\"\"ticket\"\":1001,\"\"text\"\"", "{\"\"ticket\"\":1001,\"\"text\"\" \"\""), "cannot be",
        1
      ),
      (
        replaced(",1001,,\"{\"\"ticket\"\":1001,\"\"text\"\"", ",1002,,\"{\"\"ticket\"\":1001,\"\"text\"\""),
        "Change both", 1
      ),
      (replaced("seq,", "number,"), "no column seq", 1), ("", "cannot be read", 1),
      (text + "\"", "cannot be read", 1), (replaced("\r\n10,", "\r\nten,"), "“ten”", 1),
      (replaced("T", "x"), "at cannot be", 1),
    ]
    for (changed, said, status) in cases {
      try #require(changed != text)
      try Data(changed.utf8).write(to: URL(fileURLWithPath: events.path + "/events.csv"))
      let answer = try centre.run("import", "desk", events.path, "--journal", centre.directory.file("new"))
      #expect(answer.status == status && answer.err.contains(said), "\(said): \(answer)")
      let left = try FileManager.default.contentsOfDirectory(atPath: centre.directory.path)
      #expect(left.allSatisfy { !$0.hasPrefix("new") }, "\(left)")
    }
    try events.edit("manifest.json") { String($0.dropLast(40)) }
    #expect(
      try centre.run("import", "desk", events.path, "--journal", centre.directory.file("new")).status == 2)
  }
}
