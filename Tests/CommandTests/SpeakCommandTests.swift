import Foundation
import TestSupport
import Testing

/// Who may say on the command line that somebody else did it.
@Suite struct SpeakCommandTests {
  @Test func nobodySeesDecidesOrFindsForTheirSuperiors() throws {
    let centre = try Centre()
    try centre.done(
      "staff", "add", "lin", "--name", "林", "--role", "auditor", "--os-user", Program.account)
    let number = try centre.ticket(
      "repair", "--summary", "x", "--urgency", "critical", "--owner", "li.na", "--on", "-2h")
    let before = centre.bytes
    for (line, who) in [
      (["acknowledge", number, "--actor", "chen"], "li.na"),
      (["note", number, "x", "--actor", "chen"], "li.na"),
      (["note", number, "x", "--actor", Program.account], "chen"), (["undo", "--actor", "chen"], "li.na"),
      (["new", "finding", "--summary", "x", "--on", "-70h", "--actor", Program.account], "lin"),
      (["new", "finding", "--summary", "x", "--actor", "wang"], "lin"),
      (["note", number, "x", "--actor", "wang"], "lin"),
    ] {
      for language in ["en", "zh"] {
        let answer = try centre.run(line + ["--as", who, "--lang", language])
        #expect(answer.status == 1, "\(answer)")
        #expect(answer.err.contains(language == "zh" ? "不能代" : "in the name of") || who == "lin", "\(answer)")
      }
    }
    #expect(centre.bytes == before)
    try centre.done("note", number, "x", "--actor", "wang", "--as", "li.na")
    try centre.done("acknowledge", number, "--as", "chen")
  }

  @Test func aPolicySaysWhoSpeaksForWhom() throws {
    let centre = try Centre()
    let shown = try centre.done("policy", "show")
    #expect(shown.out.contains("[speaks]"))
    let strict = "name = \"strict\"\n[speaks]\nsteps = [\"accept\"]\ntechnician = \"supervisor\"\n"
    let path = try centre.directory.write(Array(strict.utf8), to: "strict.policy")
    let difference = try centre.done("policy", "diff", "default", path)
    #expect(difference.out.contains("Steps keyed for others") && difference.out.contains("technician"))
    let changes = try centre.done("policy", "diff", "default", path, "--json").objects()
    #expect(changes.contains { $0["what"] as? String == "speaks" && $0["role"] as? String == "technician" })
    try centre.done("policy", "adopt", path, "--meeting", "x")
    let number = try centre.ticket("repair", "--summary", "x", "--topic", "plumbing", "--owner", "li.na")
    try centre.done("dispatch", number, "--to", "wang")
    #expect(try centre.run("accept", number, "--as", "li.na").status == 1)
    #expect(try centre.run("note", number, "x", "--actor", "wang", "--as", "chen").status == 1)
    try centre.done("accept", number, "--as", "chen")
    let speaks = try centre.done("policy", "show", "--json").object()["speaks"] as? [String: Any]
    #expect(speaks?["steps"] as? [String] == ["accept"])
    let rows = try #require(speaks?["roles"] as? [[String: Any]])
    #expect(rows.count == 1 && rows[0]["by"] as? [String] == ["supervisor"])
  }

  @Test(arguments: [
    ("manager = \"clerk\"", "“clerk”"), ("technician = \"auditor\"", "“auditor”"),
    ("auditor = \"manager\"", "“manager”"),
    ("steps = [\"acknowledge\"]", "“acknowledge”"), ("steps = [\"decide\"]", "“decide”"),
    ("nobody = \"clerk\"", "nobody"), ("supervisor = \"maintenance-supervisor\"", "“maintenance-supervisor”"),
  ])
  func aPolicyCannotSayWhatNobodyMay(_ line: String, _ quoted: String) throws {
    let centre = try Centre(empty: ())
    let path = try centre.directory.write(Array("name = \"x\"\n[speaks]\n\(line)\n".utf8), to: "x.policy")
    let answer = try centre.run("policy", "check", path)
    #expect(answer.status == 2 && answer.lines.first?.contains(quoted) ?? false, "\(answer)")
  }
}
