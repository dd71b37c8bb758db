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
    try centre.done("acknowledge", number)
    #expect(try !centre.run("escalations", "--lang", "en").out.contains(number))
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
