import Foundation
import TestSupport
import Testing

/// Merging, linking, taking back, escalation and policies, through the real program.
struct MatterTests {
  @Test func `a merged ticket goes on in the other one and comes back as it was`() throws {
    let centre = try Centre()
    let first = try centre.ticket("repair", "--summary", "漏水")
    let second = try centre.ticket("repair", "--summary", "楼下也漏")
    try centre.done("merge", second, "--into", first)
    #expect(try centre.show(second)["status"] as? String == "merged")
    let answer = try centre.run("note", second, "x", "--lang", "en")
    #expect(answer.status == 0)
    let refused = try centre.run("urge", second, "--lang", "en")
    #expect(refused.status == 1 && refused.err.contains("was merged into"))
    #expect(try centre.run("merge", first, "--into", first).status == 1)
    // The note came last and goes first.
    try centre.done("undo", second)
    #expect(try centre.show(second)["status"] as? String == "merged")
    try centre.done("undo", second)
    #expect(try centre.show(second)["status"] as? String == "received")
    #expect(try centre.run("undo", second).status == 1)
  }

  @Test func `a cancelled ticket is restored by its author`() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "漏水")
    try centre.done("cancel", number, "--why", "重复")
    try centre.done("undo")
    #expect(try centre.show(number)["status"] as? String == "received")
  }

  @Test func `what is late is shown to the manager until they have seen it`() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "漏水", "--urgency", "critical", "--on", "-2h")
    let shown = try centre.run("escalations", "--lang", "en")
    #expect(shown.status == 0 && shown.out.contains(number), "\(shown)")
    #expect(shown.out.contains("15m overdue"), "\(shown)")
    let steps = try centre.done("escalations", "--json").objects()
    #expect(steps.contains { $0["overdue_s"] as? Int == 900 && $0["share_percent"] is NSNull }, "\(steps)")
    try centre.done("acknowledge", number)
    let seen = try centre.done("escalations", "--seen", "--json").objects()
    #expect(
      seen.contains { $0["ticket"] as? Int == Int(number) && ($0["steps"] as? [Any])?.isEmpty == false })
    #expect(try !centre.run("escalations", "--lang", "en").out.contains(number))
    let again = try centre.run("acknowledge", number)
    #expect(again.status == 1 && again.err.contains("nothing to acknowledge"), "\(again)")
    let chinese = try centre.run("acknowledge", number, "--lang", "zh")
    #expect(chinese.status == 1 && chinese.err.contains("无需知悉"), "\(chinese)")
  }

  @Test func `what is odd about a policy is told when it is adopted, and who is missing on its ladder`()
    throws
  {
    let centre = try Centre()
    let folder = try TemporaryDirectory()
    let file = folder.path + "/odd.policy"
    let text =
      "name = \"odd\"\n[calendar.idle]\nmonday = \"08:00-12:00\"\n[[escalation]]\nclock = \"act\"\nat = 80\n"
      + "to = [\"maintenance-supervisor\", \"supervisor\"]\n"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let adopted = try centre.done("policy", "adopt", file, "--meeting", "x")
    #expect(adopted.err.contains(":2:1: warning: no clock goes by the calendar"), "\(adopted)")
    #expect(adopted.err.contains("escalates to maintenance-supervisor, and nobody"), "\(adopted)")
    try text.replacing("odd", with: "odder").write(toFile: file, atomically: true, encoding: .utf8)
    let chinese = try centre.done("policy", "adopt", file, "--meeting", "x", "--lang", "zh")
    #expect(chinese.err.contains("提醒：这份政策会提醒工程主管"), "\(chinese)")
    let begun = try Centre(empty: ())
    let made = try begun.done("init", "--policy", file)
    #expect(made.err.contains("warning: no clock goes by the calendar"), "\(made)")
  }

  @Test func `no ticket is put under a policy before that is in force`() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "漏水")
    let folder = try TemporaryDirectory()
    let file = folder.path + "/later.policy"
    try "name = \"later\"\n[[target]]\nresolve = 2h\n".write(toFile: file, atomically: true, encoding: .utf8)
    try centre.done("policy", "adopt", file, "--meeting", "x", "--effective", "2049-01-01")
    let refused = try centre.run("policy", "apply", number, "later")
    #expect(refused.status == 1 && refused.err.contains("in force from 2049-01-01 00:00"), "\(refused)")
    let chinese = try centre.run("policy", "apply", number, "later", "--lang", "zh")
    #expect(chinese.status == 1 && chinese.err.contains("自2049-01-01 00:00起生效"), "\(chinese)")
    try centre.done("cancel", number, "--why", "x")
    let closed = try centre.run("policy", "apply", number, "later")
    #expect(closed.err.contains("You cannot change the policy while it is cancelled"), "\(closed)")
  }

  @Test func `the resident of a merged ticket has waited since the first call`() throws {
    let centre = try Centre()
    let early = try centre.ticket("repair", "--summary", "漏水", "--on", "-10h")
    let late = try centre.ticket("repair", "--summary", "漏水", "--on", "-2h")
    try centre.done("merge", early, "--into", late)
    let shown = try centre.done("show", late)
    #expect(shown.out.contains("Waited for: Desk 10h"), "\(shown)")
  }

  @Test func `a journal can begin under a policy of its own`() throws {
    let centre = try Centre(empty: ())
    let faulty = centre.directory.file("faulty.policy")
    try "name = 1\n".write(toFile: faulty, atomically: true, encoding: .utf8)
    #expect(try centre.run("init", "--policy", faulty).status == 2)
    #expect(!FileManager.default.fileExists(atPath: centre.journal))
    let begun = try centre.run("init", "--policy", fixture("policies/office.policy"))
    #expect(begun.status == 0, "\(begun)")
    let listed = try centre.run("policy", "list", "--json")
    #expect(listed.out.contains("office hours") && !listed.out.contains("built-in"), "\(listed)")
  }

  @Test func `a trial lists what would have come out otherwise and changes nothing`() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "漏水", "--owner", "li.na", "--on", "-3h")
    let before = centre.bytes
    let folder = try TemporaryDirectory()
    let file = folder.path + "/two.policy"
    try "name = \"two\"\n[[target]]\nresolve = 2h\n".write(toFile: file, atomically: true, encoding: .utf8)
    let trial = try centre.run("policy", "try", file, "--lang", "en")
    #expect(trial.status == 0 && trial.out.contains("1 come out otherwise"), "\(trial)")
    #expect(trial.out.contains(number) && trial.out.contains("late by 1h"), "\(trial)")
    let none = try centre.run("policy", "try", file, "--to", "2020-01-01", "--lang", "en")
    #expect(none.out.contains("0 tickets tried"), "\(none)")
    #expect(try centre.run("policy", "try", file, "--from", "2026-02-02", "--to", "2026-02-01").status == 2)
    #expect(centre.bytes == before)
  }

  @Test func `a ticket says whom it waited for and what it was merged with`() throws {
    let centre = try Centre()
    let first = try centre.ticket("repair", "--summary", "漏水", "--owner", "li.na")
    let second = try centre.ticket("repair", "--summary", "楼下也漏", "--on", "-3h")
    try centre.done("merge", second, "--into", first)
    let shown = try centre.run("show", first, "--lang", "en")
    #expect(shown.out.contains("Merged in: #\(second)"), "\(shown)")
    try centre.done("wait", first, "--reason", "parts", "--text", "等配件")
    let waited = try #require(try centre.show(first)["waited"] as? [[String: Any]])
    #expect(waited.last?["cause"] as? String == "parts" && waited.last?["why"] as? String == "parts")
    #expect(try centre.show(second)["merged_into"] as? Int == Int(first))
  }

  @Test func `a policy holds for tickets received after it was adopted`() throws {
    let centre = try Centre()
    let before = try centre.ticket("repair", "--summary", "漏水")
    let folder = try TemporaryDirectory()
    let file = folder.path + "/short.policy"
    try "name = \"short\"\n[[target]]\nact = 1h\nresolve = 2h\n".write(
      toFile: file, atomically: true, encoding: .utf8)
    let missing = try centre.run("policy", "adopt", file)
    #expect(missing.status == 2)
    try centre.done("policy", "adopt", file, "--meeting", "居民代表会议")
    let after = try centre.ticket("repair", "--summary", "漏水")
    func names(_ number: String) throws -> Set<String> {
      let clocks = try #require(try centre.show(number)["clocks"] as? [[String: Any]])
      return Set(clocks.compactMap { $0["policy"] as? String })
    }
    #expect(try names(before) == ["built-in"])
    #expect(try names(after) == ["short"])
    try centre.done("policy", "apply", before, "short")
    #expect(try names(before).contains("short"))
    #expect(try centre.run("policy", "adopt", file, "--meeting", "x").status == 1)
    try "name = \"bad\"\n[[target]]\nact = 1x\n".write(toFile: file, atomically: true, encoding: .utf8)
    let bad = try centre.run("policy", "adopt", file, "--meeting", "x")
    #expect(bad.status == 2 && bad.err.contains(":3:"), "\(bad)")
    let shown = try centre.run("policy", "show")
    #expect(shown.out.contains("short"))
  }
}
