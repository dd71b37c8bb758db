import Desk
import DeskStore
import Foundation
import TestSupport
import Testing

@testable import dutydesk

/// Whatever stands in a journal, on a command line, in the environment or in a file: nothing of it takes the terminal over.
@Suite struct PrintedCharactersTests {
  private static let bad = Poison.text("x")

  /// Members whose values are codes, moments or figures; every other text of the journal is poisoned.
  private static let codes: Set<String> = [
    "type", "at", "on", "prev", "crc", "uuid", "kind", "urgency", "topic", "channel", "role", "trades",
    "shift", "effective", "from", "to", "day", "start", "end", "begun", "until", "reason", "satisfied",
    "place",
    "despite", "asked", "order", "next", "of", "format", "product", "duty", "levels", "relation", "answer",
  ]

  private static func texts(_ value: Any, _ key: String) -> [(String, String)] {
    switch value {
    case let text as String: [(key, text)]
    case let list as [Any]: list.flatMap { texts($0, key) }
    case let object as [String: Any]: object.flatMap { texts($0.value, $0.key) }
    default: []
    }
  }

  @Test func theForgedJournalPoisonsEveryTextOfEveryTypeOfEvent() throws {
    let bytes = try PoisonedCentre().centre.bytes
    var types: Set<String> = []
    for line in bytes.split(separator: 0x0A) {
      let object = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
      types.insert(try #require(object["type"] as? String))
      for (key, text) in Self.texts(object, "") where !text.contains(Poison.mark) && text != Program.account {
        #expect(Self.codes.contains(key), "\(key) of \(object["type"] ?? "")")
      }
    }
    // Those that the journal writes itself come from the commands that are run.
    let others: Set = [
      "journal.healed", "journal.repaired", "journal.recovered", "journal.archived", "ticket.withdrawn",
      "import.undone",
      // It has no text of anybody's.
      "ticket.undone",
    ]
    #expect(types.union(others) == Set(EventType.all.map(\.name)))
  }

  @Test(arguments: ["zh", "en"]) func nothingThatIsPrintedHoldsThem(_ language: String) throws {
    let centre = try PoisonedCentre().centre
    var met: Set<String> = []
    var quoting = 0
    for line in try lines(centre) {
      let answer = try centre.run(
        ["--lang", language] + line, input: Data(Self.bad.utf8))
      check(answer, line)
      if (answer.out + answer.err).contains(Poison.mark) { quoting += 1 }
      met.insert(CommandTable.command(Array(line.prefix(2)))?.spelling ?? line[0])
    }
    for command in CommandTable.all where command.path.first.map({ $0 != "console" && $0 != "demo" }) ?? false
    {
      #expect(met.contains(command.spelling), "never run: \(command.spelling)")
    }
    // Else it would be easy to hold nothing.
    #expect(quoting > 200, "\(quoting)")
  }

  @Test(arguments: ["zh", "en"]) func neitherDoesWhatIsSaidOfTheSurroundings(_ language: String) throws {
    let centre = try PoisonedCentre().centre
    let lines: [(String, [String])] = [
      ("DUTYDESK_AS", ["note", "1001", "x"]), ("DUTYDESK_JOURNAL", ["list"]), ("TERM", ["console"]),
      ("TZ", ["list"]), ("DUTYDESK_LANG", ["list"]), ("XDG_CONFIG_HOME", ["keys", "list"]),
    ]
    for (variable, line) in lines {
      check(
        try centre.run(["--lang", language] + line, environment: [variable: Self.bad]), [variable] + line)
    }
    let folder = try centre.directory.write([], to: "settings-folder")
    check(try centre.run(["theme", "check", folder + Self.bad]), ["theme"])
  }

  @Test func aDamagedJournalAndItsRepairTellNoLies() throws {
    let centre = try PoisonedCentre().centre
    var bytes = centre.bytes
    let spot = try #require(bytes.range(of: Data("ticket.informed".utf8))).lowerBound
    bytes[spot] ^= 1
    try bytes.write(to: URL(fileURLWithPath: centre.journal))
    let damaged: [[String]] = [
      ["verify"], ["verify", "--json"], ["journal", "info"], ["journal", "info", "--json"], ["list"],
      ["note", "1001", "x"], ["journal", "repair", "--reason", Self.bad], ["verify"],
      ["verify", "--lang", "zh"], ["verify", "--json"], ["journal", "info"], ["show", "1001", "--history"],
      ["journal", "backup", Self.bad], ["journal", "recover"], ["watch", "--from", "x" + Self.bad],
    ]
    for line in damaged { check(try centre.run(line), line) }
    #expect(try centre.done("verify").out.contains(Poison.mark))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "no script(1) here"))
  func onATerminalOnlyTheProgramsOwnColoursPass() throws {
    let centre = try PoisonedCentre().centre
    let lines = ["list", "list --queue all", "show 1001", "wall", "overview", "board", "due", "staff list"]
    for line in lines {
      let told = try centre.shell(
        "TERM=xterm script -qec \"$0 \(line)\" /dev/null </dev/null"
      ).out
      #expect(told.contains("\u{1B}["), "\(line)")
      var plain = told.replacingOccurrences(of: "\r\n", with: "\n")
      for code in ["1;31", "33", "2", "1", "0"] {
        plain = plain.replacingOccurrences(of: "\u{1B}[\(code)m", with: "")
      }
      #expect(Poison.found(in: Data(plain.utf8)) == [], "\(line)")
    }
  }

  @Test func jsonKeepsItsValuesAndCommaSeparatedValuesComeBack() throws {
    let centre = try PoisonedCentre().centre
    let ticket = try centre.show("1002")
    #expect(ticket["summary"] as? String == Poison.text("b"))
    #expect(ticket["unit"] as? String == PoisonedCentre.unit.value)
    let csv = try centre.done("list", "--queue", "all", "--csv")
    #expect(csv.out.contains("\"'=137"), "\(csv)")
  }

  @Test func aFormulaGoesOutGuardedAndComesInBare() throws {
    let (one, other) = (try Centre(), try Centre())
    for name in ["=1+1", "+86 138", "-x", "@x", "'=x", "＝x", "张磊"] {
      try one.done("contact", "add", "3-2-901", "--owner", "--name", name, "--phone=" + name)
    }
    let list = try one.done("contact", "list", "3-2-901", "--csv")
    #expect(list.out.contains("'=1+1") && list.out.contains("''=x") && !list.out.contains(",=1+1"))
    let file = try other.directory.write(Array(list.bytes), to: "contacts.csv")
    try other.done("import", "contacts", file)
    let before = try one.done("contact", "list", "3-2-901", "--json").out
    #expect(try other.done("contact", "list", "3-2-901", "--json").out == before)
    #expect(before.contains("\"=1+1\""))
  }

  private func check(_ answer: Answer, _ line: [String]) {
    let isCSV = line.contains("--csv")
    #expect(Poison.found(in: answer.bytes, isCSV: isCSV) == [], "\(line)")
    #expect(Poison.found(in: Data(answer.err.utf8)) == [], "\(line)")
    // A page keeps the lines that a text on paper has.
    guard !isCSV, !line.contains("html"), line.first != "policy" else { return }
    let fakes = (answer.out + "\n" + answer.err).split(separator: "\n").filter {
      $0.hasPrefix(Poison.fakeLine)
    }
    #expect(fakes.isEmpty, "\(line)")
  }

  private func lines(_ centre: Centre) throws -> [[String]] {
    let bad = Self.bad
    let table = try centre.directory.write(Array("unit,name\(bad)\n1,\"\(bad)\"\n".utf8), to: "t.csv")
    let rows = try centre.directory.write(
      Array("ref,event,on,by,text\n\"\(bad)\",\"\(bad)\",\"\(bad)\",x,y\nq,note,\"\(bad)\",x,y\n".utf8),
      to: "e.csv")
    let ledger = try centre.directory.write(
      Array(
        "\"\(bad)\",,\nref,state,updated,topic,\"\(bad)\"\n1,\"\(bad)\",\"\(bad)\",\"\(bad)\",\"\(bad)\"\n1,,,,\n"
          .utf8),
      to: "l.csv")
    let map = try centre.directory.write(Array("[columns]\nref = \"\(bad)\"\n\(bad) = 1\n".utf8), to: "m.map")
    let policy = try centre.directory.write(
      Array(
        "name = \"x\"\n[permissions]\n\"\(bad)\" = [\"\(bad.replacingOccurrences(of: "\n", with: " "))\"]\n"
          .utf8), to: "p.policy")
    let reading: [[String]] =
      [
        "staff list --all", "unit list", "contact list", "roster show", "list --queue all", "show 1001",
        "show 1002", "overview", "board", "wall", "due", "escalations", "policy list", "policy show",
        "plan", "recommend 1002", "show 1001 --history", "show 1001 --explain act", "verify",
        "journal info", "journal verify", "theme list", "keys list", "slip 1001.2", "body list",
        "body show police",
      ]
      .map { $0.split(separator: " ").map(String.init) }
    let formats = reading.flatMap { line in [line, line + ["--json"], line + ["--csv"], line + [bad]] }
    let pages: [[String]] = ["text", "html", "message"].flatMap { format in
      ["a4", "80mm"].map { ["slip", "1001.2", "--format", format, "--paper", $0] }
    }
    let files: [[String]] = [
      ["import", "units", table], ["import", "contacts", table], ["import", "staff", table],
      ["import", "tickets", table], ["import", "events", rows], ["import", "events", rows, "--map", map],
      ["import", "units", bad], ["import", "undo"], ["import", "undo", bad], ["import", "map", table],
      ["import", "map", ledger], ["import", "map", bad],
      ["import", "map", ledger, "--encoding", bad], ["policy", "check", policy],
      ["policy", "check", policy, "--json"],
      ["policy", "adopt", policy, "--meeting", bad], ["policy", "check", bad],
      ["policy", "diff", policy, "default"], ["policy", "diff", bad, bad],
      ["policy", "diff", "default", Poison.text("2026")], ["policy", "try", policy],
      ["theme", "check", policy],
      ["theme", "check", bad],
      ["keys", "check", policy], ["keys", "check", bad], ["policy", "check", "-"], ["init", "--name", bad],
      ["init", "--zone", bad, "--journal", centre.directory.file("new.journal")],
      ["init", "--zone", "UTC", "--name", bad, "--journal", centre.directory.file("other.journal")],
    ]
    return formats + pages + files + changes + wrong + care(centre)
  }

  /// Every change there is, with poisoned words where it takes any; most are refused.
  private var changes: [[String]] {
    let bad = Self.bad
    let taken = CommandTable.all.filter { if case .change = $0.work { true } else { false } }.flatMap {
      command -> [[String]] in
      let named = command.path + (command.arguments.isEmpty ? [] : [bad])
      return [named, command.path + ["1001"], command.path + ["1001.4", bad], named + ["--as", bad]]
    }
    let done: [[String]] = [
      ["note", "1001", bad], ["note", "1001", "x", "--actor", bad], ["assign", "1001", "--to", bad],
      ["cancel", "1005", "--why", bad], ["new", "repair", "--summary", bad, "--caller", bad, "--json"],
      ["new", "repair", "--summary", "x", "--unit", bad], ["log", "漏水 @" + bad],
      ["wait", "1002", "--reason", bad],
      ["new", "repair", "--summary", "x", "--ref", Poison.text("ref-a")],
      ["contact", "add", PoisonedCentre.unit.value, "--owner", "--name", Poison.text("张磊")],
      ["dispatch", "1002", "--to", PoisonedCentre.technician.value],
      ["dispatch", "1002", "--to", PoisonedCentre.technician.value, "--force"],
      ["rush", "repair", "--summary", bad, "--to", PoisonedCentre.technician.value],
      ["edit", "1001", "--summary", bad], ["policy", "apply", "1001", "--policy", bad], ["undo"],
      ["note", "1001", "x", "--if-seq", "1"],
      ["staff", "edit", PoisonedCentre.technician.value, "--name", bad],
      ["staff", "leave", PoisonedCentre.manager.value],
      ["away", PoisonedCentre.technician.value, "--until", "+1h", "--reason", bad],
    ]
    return taken + done
  }

  private var wrong: [[String]] {
    let bad = Self.bad
    return [
      [bad], ["help", bad], ["help"], ["help", "new"], ["list", bad], ["list", "--" + bad],
      ["list", "--queue", bad], ["show", bad], ["list", "--now", bad], ["list", "--as-of", bad],
      ["list", "--journal", bad], ["note", "1001", "x", "--as", bad], ["staff", bad],
      ["list", "--search", bad],
      ["slip", bad], ["slip", "1001.2", "--format", bad], ["watch", "--from", bad],
    ]
  }

  private func care(_ centre: Centre) -> [[String]] {
    let bad = Self.bad
    return [
      ["verify", "--against", bad], ["journal", "repair", "--reason", bad], ["journal", "recover"],
      ["journal", "restore-manager", "--why", bad, "--os-user", bad],
      ["journal", "restore-manager", "--why", bad], ["journal", "recover", "--force"],
      ["journal", "archive", centre.directory.file("a.journal"), bad],
      ["journal", "archive", bad, "--from", "2020-01-01", "--to", "2030-01-01"],
      ["journal", "backup", bad], ["journal", "backup", centre.directory.path + "/" + bad],
      ["journal", "info", "--journal", centre.directory.path], ["list", "--journal", centre.directory.path],
      ["exchange", bad], ["watch", bad], ["watch", "--no-follow"], ["watch", "--from", "0", "--to", "3"],
      ["export", centre.directory.file("out" + bad)], ["export", centre.directory.file("out" + bad)],
      ["export", centre.directory.file("whole")], ["export", centre.directory.file("x"), "--tables", bad],
      ["export", centre.directory.file("x"), "--without", bad], ["export", bad + "/x", "--json"],
      ["import", "desk", bad], ["import", "desk", centre.directory.path],
      ["import", "desk", centre.directory.file("whole"), "--journal", centre.directory.file("new" + bad)],
    ]
  }
}
