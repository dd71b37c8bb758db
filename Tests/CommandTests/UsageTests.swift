import Foundation
import Testing

/// Command lines that are wrong in themselves: status 2, a sentence that shows the right form, nothing changed.
@Suite struct UsageTests {
  private static let cases: [([String], [String])] = [
    (["console", "x"], ["“x” is too much"]),
    (["frobnicate"], ["There is no command “frobnicate”", "dutydesk help"]),
    (["asign", "1001"], ["Did you mean assign?"]),
    (["lsit"], ["Did you mean list?"]),
    (["staff"], ["After staff comes one of: add, edit, list, leave"]),
    (["staff", "ad"], ["Did you mean add?"]),
    (["help", "nwe"], ["Did you mean new?"]),
    (["list", "--stauts", "x"], ["Did you mean --status?", "dutydesk help list"]),
    (["list", "-x"], ["There is no option “-x”"]),
    (["list", "--queue"], ["--queue needs a value", "intake", "mine"]),
    (["list", "--queue", "--json"], ["--queue needs a value"]),
    (["list", "--queue", "nonsense"], ["--queue cannot be “nonsense”", "visit"]),
    (["list", "--late=yes"], ["--late takes no value"]),
    (["list", "--limit", "0"], ["whole number from 1"]),
    (["list", "--limit", "x"], ["whole number from 1"]),
    (["list", "--sort", "size"], ["due, age, number"]),
    (["list", "--json", "--csv"], ["--json and --csv exclude each other"]),
    (["list", "--now", "10:00", "--as-of", "10:00"], ["--now and --as-of exclude each other"]),
    (["list", "--as-of", "+1h"], ["needs a time in the past"]),
    (["list", "--now", "soon"], ["“soon” is no time", "2026-11-22 14:05", "-30m"]),
    (["list", "extra"], ["“extra” is too much", "Usage: dutydesk list"]),
    (["list", "--lang", "fr"], ["--lang cannot be “fr”"]),
    (["show"], ["N is missing"]),
    (["show", "abc"], ["“abc” is no ticket number"]),
    (["show", "1001", "--csv"], ["show has no --csv output"]),
    (["show", "1001", "--explain", "x"], ["--explain cannot be “x”", "promise"]),
    (["new"], ["KIND is missing"]),
    (["new", "repair"], ["--summary is missing"]),
    (["new", "nonsense", "--summary", "x"], ["“nonsense” is none of: repair, complaint"]),
    (["new", "repair", "--summary", "x", "--summary", "y"], ["--summary can be given only once"]),
    (["new", "repair", "--summary", "x", "--rings", "-3"], ["whole number"]),
    (["new", "repair", "--summary", "x", "--rings", "999999999999999999999"], ["whole number"]),
    (["new", "repair", "--summary", "x", "--on", "2026-02-30"], ["is no time"]),
    (["new", "repair", "--summary", "x", "--window", "soon"], ["no stretch of time", "START..END"]),
    (["new", "repair", "--summary", "x", "--window", "..14:00"], ["no stretch of time"]),
    (["log", "灯坏 !soonish"], ["“!soonish” means nothing here"]),
    (["assign", "1001"], ["--to is missing"]),
    (["assign", "1001", "--to", "wang", "--now", "10:00"], ["--now is for looking only", "--on"]),
    (["note", "1001", "x", "--as-of", "-1h"], ["--as-of is for looking only"]),
    (["note", "1001", "x", "--text", "y"], ["--text can be given only once"]),
    (["note", "1001", "x", "--if-seq", "last"], ["--if-seq cannot be “last”"]),
    (["edit", "1001"], ["At least one of these is needed: --unit U"]),
    (["classify", "1001"], ["At least one of these is needed: --kind K"]),
    (["classify", "1001", "--important", "--not-important"], ["exclude each other"]),
    (["wait", "1001"], ["--reason is missing", "resident, appointment, weather"]),
    (["promise", "1001", "--by", "later"], ["“later” is no time"]),
    (["visit", "1001", "--satisfied", "maybe"], ["yes, fairly, no"]),
    (["inspect", "1001", "--passed", "perhaps"], ["yes, no"]),
    (["dispatch", "1001"], ["--to is missing"]),
    (["dispatch", "x.y", "--to", "wang"], ["is no ticket number"]),
    (["accept", "1001.x"], ["is no work order", "1042.1"]),
    (["complete", "1001.1", "--result", "x", "--material", "@35"], ["is no material", "tap x2 @35.00"]),
    (["complete", "1001.1", "--result", "x", "--labour", "long"], ["is no duration"]),
    (["staff", "add", "x", "--name", "x", "--role", "boss"], ["--role cannot be “boss”", "clerk"]),
    (
      ["staff", "add", "x", "--name", "x", "--role", "clerk", "--shift", "8-17"],
      ["is no shift", "08:00-17:00"]
    ),
    (
      ["staff", "add", "x", "--name", "x", "--role", "technician", "--trade", "magic"], ["--trade cannot be"]
    ),
    (["staff", "edit", "wang"], ["At least one of these is needed"]),
    (["unit", "edit", "3-2-901"], ["At least one of these is needed"]),
    (["contact", "add", "3-2-901", "--name", "x", "--owner", "--tenant"], ["exclude each other"]),
    (["due", "--within", "soon"], ["is no duration", "1h30m"]),
    (["watch", "--from", "x"], ["--from cannot be “x”"]),
    (["--journal"], ["--journal needs a value"]),
  ]

  @Test func aWrongLineIsExplainedAndChangesNothing() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "x", "--owner", "li.na")
    let before = centre.bytes
    for (line, said) in Self.cases {
      let answer = try centre.run(line)
      #expect(answer.status == 2, "\(answer)")
      #expect(answer.out.isEmpty, "\(answer)")
      for piece in said { #expect(answer.err.contains(piece), "\(piece) in \(answer)") }
    }
    #expect(centre.bytes == before)
  }

  @Test func aWrongLineIsExplainedInChineseToo() throws {
    let centre = try Centre()
    for (line, _) in Self.cases where !line.contains("--lang") {
      let answer = try centre.run(["--lang", "zh"] + line)
      #expect(answer.status == 2, "\(answer)")
      #expect(answer.err.unicodeScalars.contains { $0.value >= 0x4E00 && $0.value < 0xA000 }, "\(answer)")
    }
  }

  @Test func anArgumentThatIsNotUTF8IsRefused() throws {
    let centre = try Centre()
    let before = centre.bytes
    let answer = try centre.shell("\"$0\" new repair --summary \"$(printf 'a\\377b')\"")
    #expect(answer.status == 2)
    #expect(answer.err.contains("Argument 4 is not valid UTF-8"))
    #expect(centre.bytes == before)
  }

  @Test func valuesMayBeWrittenWithEqualsBeginWithADashOrFollowTwoDashes() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary=--odd-- text", "--owner=li.na", "--on", "-30m")
    #expect(try centre.show(number)["summary"] as? String == "--odd-- text")
    try centre.done("note", "--on=-10m", number, "--", "--not-an-option")
    try centre.done("note", number, "--text", "- a list")
    let told = try centre.done("show", number).out
    #expect(told.contains("--not-an-option"))
    #expect(told.contains("- a list"))
  }

  @Test func globalOptionsMayStandBeforeAndAfterTheCommand() throws {
    let centre = try Centre()
    let other = try Centre()
    _ = try other.ticket("repair", "--summary", "elsewhere")
    for line in [
      ["--journal", other.journal, "list", "--json"], ["list", "--json", "--journal=" + other.journal],
      ["--json", "list", "--journal", other.journal],
    ] {
      let tickets = try centre.run(line).objects()
      #expect(tickets.first?["summary"] as? String == "elsewhere")
    }
  }
}
