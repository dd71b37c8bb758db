import Foundation
import TestSupport
import Testing

/// What a rule refuses: status 1, a sentence that says what would be allowed, and a journal exactly as before.
@Suite struct RefusalTests {
  /// A command on a prepared centre, and pieces of the sentence that answers it.
  struct Case: Sendable, CustomTestStringConvertible {
    let line: [String]
    let said: [String]
    init(_ line: String, _ said: String...) {
      self.line = line.split(separator: " ").map { $0.replacingOccurrences(of: "_", with: " ") }
      self.said = said
    }
    var testDescription: String { line.joined(separator: " ") }
  }

  /// 1001 received, 1002 assigned to li.na with order 1002.1 to wang, 1003 closed.
  static let cases: [Case] = [
    Case("new repair --summary x --unit 3-2-1203", "“3-2-1203”", "Similar rooms: 3-2-1201"),
    Case("new repair --summary _", "summary is missing"),
    Case("new repair --summary x --owner nobody", "“nobody”"),
    Case("new repair --summary x --ref r-3", "“r-3” is ticket 1003"),
    Case("new booking --summary x --window 2020-01-01..2020-01-02", "already over"),
    Case("log 9-9-9_灯坏", "There is no room “9-9-9”"),
    Case("log 灯坏_@nobody", "“nobody”"),
    Case("log !urgent", "summary is missing"),
    Case("assign 1099 --to li.na", "There is no ticket 1099"),
    Case("assign 1002 --to li.na", "Nothing would change"),
    Case("note 1001", "The text is missing"),
    Case("inform 1003 x", "while it is closed", "What can be done now"),
    Case("check 1003 --finding x", "it must be received, assigned, working, waiting, resolved or replied"),
    Case("respond 1001 --text _", "The text is missing"),
    Case("urge 1003", "while it is closed"),
    Case("promise 1001 --by -1h", "is already over. Give a later time"),
    Case("wait 1001 --reason parts", "Nobody is responsible for ticket 1001 yet"),
    Case("resume 1002", "must be waiting"),
    Case("escalate 1003", "while it is closed"),
    Case("decide 1002", "The text is missing"),
    Case("resolve 1001 --result x", "Nobody is responsible"),
    Case("resolve 1002", "The result is missing"),
    Case("reply 1002 --text x", "no result to tell yet"),
    Case("visit 1002 --satisfied yes", "must be replied or closed"),
    Case("close 1002", "1002.1 completed, declined or withdrawn"),
    Case("reopen 1002", "must be resolved, replied or closed"),
    Case("cancel 1001", "The reason is missing"),
    Case("cancel 1003 --why x", "while it is closed"),
    Case("inspect 1002 --passed yes", "must be resolved, replied or closed"),
    Case("edit 1002 --unit 3-2-12", "Similar rooms"),
    Case("edit 1002 --summary y", "Nothing would change"),
    Case("classify 1002 --kind repair", "Nothing would change"),
    Case("dispatch 1001 --to li.na", "李娜 is not a technician"),
    Case("dispatch 1002 --to wang", "already has order 1002.1"),
    Case("dispatch 1002 --to zhao", "not the trade it takes", "--force"),
    Case("dispatch 1003 --to wang", "while it is closed"),
    Case("dispatch 1002.1", "it must be reserved"),
    Case("accept 1002.2", "There is no order 1002.2", "1002.1"),
    Case("accept 1001", "Nobody has been dispatched"),
    Case("decline 1002.1", "The reason is missing"),
    Case("travel 1009.1", "There is no ticket 1009"),
    Case("arrive 1001.1", "There is no order 1001.1"),
    Case("pause 1002.1 --reason parts", "1002.1 is dispatched", "The next step: accept an order"),
    Case("continue 1002.1", "it must be paused"),
    Case("complete 1002.1 --result x", "it must be on site or paused"),
    Case("signoff 1002.1", "it must be completed"),
    Case("staff add wang --name x --role clerk", "The staff code wang exists already"),
    Case("staff add Wang --name x --role clerk", "“Wang” cannot be a code"),
    Case("staff edit nobody --name x", "“nobody”"),
    Case("staff leave \(Program.account)", "is the last active manager"),
    Case("unit add 3-2-901", "The room 3-2-901 exists already"),
    Case("unit edit 3-2-902 --note x", "There is no room"),
    Case("contact add 3-2-1201 --name 张磊", "has a contact called 张磊 already"),
    Case("contact add 9-9-9 --name x", "There is no room"),
    Case("contact edit 3-2-1201 --name 李四 --phone 1", "Registered there: 张磊"),
    Case("contact list 9-9-9", "There is no room"),
    Case("note 1002 x --if-seq 3", "was changed"),
    Case("note 1002 x --on 2099-01-01", "is in the future"),
    Case("note 1002 x --on -4d", "only the last 3d can still be entered"),
    Case("resolve 1002 --result x --on -2h", "lies before what came first"),
    Case("note 1002 x --actor nobody", "“nobody”"),
    Case("show 1099", "There is no ticket 1099"),
  ]

  private static func prepared() throws -> Centre {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "x", "--unit", "3-2-1201")
    let second = try centre.ticket("repair", "--summary", "y", "--topic", "plumbing", "--owner", "li.na")
    try centre.done("dispatch", second, "--to", "wang")
    let third = try centre.ticket("inquiry", "--summary", "z", "--owner", "li.na", "--ref", "r-3")
    try centre.done("reply", third, "--text", "ok")
    try centre.done("close", third)
    return centre
  }

  @Test func everyRefusalSaysWhatWouldBeAllowedAndChangesNothing() throws {
    let centre = try Self.prepared()
    let before = centre.bytes
    for test in Self.cases {
      let answer = try centre.run(test.line)
      #expect(answer.status == 1, "\(answer)")
      #expect(answer.out.isEmpty, "\(answer)")
      for piece in test.said { #expect(answer.err.contains(piece), "\(piece) in \(answer)") }
      #expect(answer.err.hasSuffix("\n") && answer.err.hasPrefix("dutydesk: "), "\(answer)")
      #expect(centre.bytes == before, "\(answer)")
    }
  }

  @Test func everyRefusalIsSaidInChineseToo() throws {
    let centre = try Self.prepared()
    let before = centre.bytes
    for test in Self.cases {
      let answer = try centre.run(test.line + ["--lang", "zh"])
      #expect(answer.status == 1, "\(answer)")
      let sentence = answer.err.replacingOccurrences(of: "dutydesk: ", with: "")
      #expect(sentence.unicodeScalars.contains { $0.value >= 0x4E00 && $0.value < 0xA000 }, "\(answer)")
      for word in [" the ", " is ", " must ", "There "] { #expect(!sentence.contains(word), "\(answer)") }
    }
    #expect(centre.bytes == before)
  }

  @Test func rolesAreRefusedWithThoseWhoMay() throws {
    let centre = try Self.prepared()
    let before = centre.bytes
    let cases: [(String, [String], String)] = [
      ("li.na", ["cancel", "1001", "--why", "x"], "Allowed: manager, centre supervisor"),
      ("li.na", ["inspect", "1001", "--passed", "yes"], "The role duty clerk may not record an inspection"),
      ("chen", ["staff", "leave", "wang"], "Allowed: manager."),
      ("wang", ["note", "1001", "x"], "Technicians may only work on what they were dispatched to"),
      ("wang", ["assign", "1002", "--to", "chen"], "The role technician may not name an owner"),
    ]
    for (who, line, said) in cases {
      let answer = try centre.run(line + ["--as", who])
      #expect(answer.status == 1, "\(answer)")
      #expect(answer.err.contains(said), "\(answer)")
    }
    #expect(centre.bytes == before)
  }

  @Test func aBlockGivesWayToNobody() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "困人", "--topic", "lift", "--owner", "li.na")
    let answer = try centre.run("dispatch", number, "--to", "wang", "--force")
    #expect(answer.status == 1)
    #expect(answer.err.contains("not the licence it takes"))
    #expect(answer.err.contains("Nobody can overrule"))
  }
}
