import Testing

@testable import Desk

/// What is referred to bodies outside, and what they answer (R55).
struct ReferralTests {
  private func refer(_ body: RecordCode, until: String? = nil, text: String = "请处理") -> TicketAction {
    .refer(Referring(to: body, text: text, until: until.map(after)))
  }

  private func answer(_ body: RecordCode, final: Bool = false, text: String = "已收") -> TicketAction {
    .answered(BodyAnswer(from: body, text: text, isFinal: final))
  }

  private func due(_ number: TicketNumber, _ scene: Scene) -> [String: Instant] {
    Dictionary(
      scene.desk.referrals(of: number).map { ($0.body.value, $0.due) }, uniquingKeysWith: { $1 })
  }

  @Test func `the answer is due as said, else as the body answers, else as the policy says`() throws {
    var scene = Scene()
    try scene.run(try AskedBody.set("police", answer: "2d"), by: "chen")
    let number = try scene.ticket()
    try scene.step(number, refer("committee", until: "30h"))
    try scene.step(number, refer("police"))
    try scene.step(number, refer("subdistrict"))
    #expect(
      due(number, scene) == [
        "committee": after("30h"), "police": after("2d"), "subdistrict": after("7d"),
      ])
    let deadlines = scene.desk.furtherDeadlines(at: scene.now)
    #expect(deadlines.map(\.due) == [after("30h"), after("2d"), after("7d")])
    #expect(!deadlines[0].isLate(at: after("30h")), "at the due moment it is in time")
    #expect(deadlines[0].isLate(at: after("30h") + Seconds(1)))
    #expect(deadlines[0].who == .staff("li.na"))
  }

  @Test func `asked again, a body is reminded: its day stays unless another one is named`() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, refer("police", until: "2d"))
    try scene.step(number, refer("police", text: "再催"), at: "1d")
    #expect(due(number, scene) == ["police": after("2d")])
    #expect(scene.desk.referrals(of: number).first?.reminders == 1)
    try scene.step(number, refer("police", until: "5d"))
    #expect(due(number, scene) == ["police": after("5d")])
    #expect(scene.desk.referrals(of: number).first?.since == after("0m"))
  }

  @Test func `only a final answer ends it, each body for itself`() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, refer("police"))
    try scene.step(number, refer("market"))
    try scene.step(number, answer("police"))
    #expect(Set(due(number, scene).keys) == ["police", "market"])
    try scene.step(number, answer("police", final: true))
    #expect(Set(due(number, scene).keys) == ["market"])
    guard case .record(let refusal)? = scene.refusal(.ticket(number, answer("police")), by: "li.na") else {
      Issue.record("answered after the final answer")
      return
    }
    #expect(refusal.refusal.sentence.en.contains("market"))
    try scene.step(number, answer("market", final: true))
    #expect(scene.desk.referrals.isEmpty && scene.desk.furtherDeadlines(at: scene.now).isEmpty)
  }

  @Test func `nobody is asked whom the register does not have`() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(AskedBody.retire("market"), by: "chen")
    for code in ["market", "mars"] as [RecordCode] {
      guard case .record(let refusal)? = scene.refusal(.ticket(number, refer(code)), by: "li.na") else {
        Issue.record("referred to \(code)")
        continue
      }
      #expect(refusal.refusal.sentence.zh.contains("police"), "it lists those that there are")
    }
    scene.expectRefusal(.textMissing(.text), .ticket(number, refer("police", text: " ")))
    scene.clock("2h")
    scene.expectRefusal(.momentPassed(after("1h")), .ticket(number, refer("police", until: "1h")))
  }

  @Test func `a referral stops no clock, and counts as acting`() throws {
    var scene = Scene()
    let number = try scene.ticket()
    let before = try scene.clock(.resolve, of: number, at: "1h")
    try scene.step(number, refer("police"), at: "1h")
    #expect(try scene.clock(.resolve, of: number, at: "2h").due == before.due)
    #expect(try scene.clock(.act, of: number, at: "2h").state == .met)
  }

  @Test func `closing over a body that has not answered is asked about`() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, refer("police"))
    try scene.step(number, .resolve(result: "x"))
    try scene.step(number, .reply(text: "x", notice: false))
    guard case .record(let question)? = scene.refusal(.ticket(number, .close(text: "")), by: "li.na") else {
      Issue.record("closed without a word")
      return
    }
    #expect(question.refusal.isQuestion && question.refusal.sentence.zh.contains("公安派出所"))
    try scene.run(.ticket(number, .close(text: "")), forced: true)
    #expect(scene.desk.furtherDeadlines(at: scene.now).isEmpty, "nothing is due of what is closed")
    try scene.step(number, answer("police", final: true))
    #expect(scene.desk.referrals.isEmpty, "an answer may come later")
  }

  @Test func `what was asked for a ticket that goes on in another one stays due`() throws {
    var scene = Scene()
    let (one, other) = (try scene.ticket(), try scene.ticket())
    try scene.step(one, refer("police", until: "2d"))
    try scene.step(one, .merge(into: other), by: "chen")
    #expect(scene.desk.furtherDeadlines(at: scene.now).map(\.due) == [after("2d")])
    #expect(scene.desk.referrals(of: other).map(\.body) == ["police"], "it is asked for the one that goes on")
    try scene.step(other, .resolve(result: "x"))
    try scene.step(other, .reply(text: "x", notice: false, everyone: true))
    #expect(scene.refusal(.ticket(other, .close(text: "")), by: "li.na")?.isQuestion == true)
    // A reminder on the one that goes on is one of the same body.
    try scene.step(other, refer("police", text: "再催"))
    #expect(scene.desk.referrals(of: other).map(\.reminders) == [1])
    try scene.step(other, answer("police", final: true))
    #expect(scene.desk.furtherDeadlines(at: scene.now).isEmpty && scene.desk.referrals.isEmpty)
    try scene.step(other, .close(text: ""))
  }

  @Test func `cancelling over a body that has not answered is asked about, and its answer can come later`()
    throws
  {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, refer("police"))
    let cancel = Action.ticket(number, .cancel(why: "x"))
    #expect(scene.refusal(cancel, by: "chen")?.isQuestion == true)
    try scene.run(cancel, by: "chen", forced: true)
    #expect(scene.desk.furtherDeadlines(at: scene.now).isEmpty)
    try scene.step(number, answer("police", final: true))
    #expect(scene.desk.referrals.isEmpty)
  }

  @Test func `whoever sees to it, and how often it was asked for, is not what tells a deadline from others`()
    throws
  {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, refer("police"))
    let key = scene.desk.furtherDeadlines(at: scene.now).map(\.key)
    try scene.step(number, refer("police", text: "再催"), at: "1h")
    try scene.step(number, .assign(to: "zhou"), at: "2h")
    #expect(scene.desk.furtherDeadlines(at: scene.now).map(\.key) == key)
  }

  @Test func `taken back, it never was`() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, refer("police", until: "2d"))
    let before = scene.desk.referrals
    let further = [refer("police", until: "9d"), refer("market"), answer("police", final: true)]
    for (minute, action) in further.enumerated() {
      try scene.step(number, action, at: "\(minute + 1)m")
      #expect(scene.desk.referrals != before)
      try scene.run(.undo(number))
      #expect(scene.desk.referrals == before, "\(action)")
    }
  }

  @Test func `an answer keyed on the ticket that goes on is taken back where it was asked`() throws {
    var scene = Scene()
    let (one, other) = (try scene.ticket(), try scene.ticket())
    try scene.step(one, refer("police", until: "2d"))
    try scene.step(one, .merge(into: other), by: "chen", at: "1m")
    let before = scene.desk.referrals
    try scene.step(other, answer("police", final: true), at: "2m")
    #expect(scene.desk.referrals.isEmpty)
    try scene.run(.undo(other))
    #expect(scene.desk.referrals == before)
  }

  @Test func `one list has all that is due, the earliest first`() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.step(number, refer("police", until: "2h"))
    try scene.step(number, .wait(.parts, until: after("3h"), text: ""))
    let list = scene.desk.deadlines(at: scene.now)
    #expect(list.map(\.due) == list.map(\.due).sorted())
    #expect(Set(list.map(\.name.code)).isSuperset(of: ["referral", "hold", "resolve", "arrive"]))
    let running = try scene.found(number).clocks(scene.desk.policies, at: scene.now).filter {
      $0.state == .running && $0.due != nil
    }
    #expect(list.count == running.count + 2)
  }

  @Test func `a state keeps them`() throws {
    var scene = Scene()
    let number = try scene.ticket()
    try scene.run(try AskedBody.set("urban", name: "城管", relation: .supervision, answer: "3d"), by: "chen")
    try scene.step(number, refer("urban"))
    try scene.step(number, refer("police", until: "2d"))
    var writer = StateWriter()
    scene.desk.writeState(to: &writer)
    var desk = ServiceDesk(zone: .utc)
    try writer.bytes.withUnsafeBytes { bytes in
      var reader = StateReader(bytes)
      try desk.restoreState(from: &reader) { _ in nil }
      #expect(reader.isAtEnd)
    }
    #expect(desk.records == scene.desk.records && desk.referrals == scene.desk.referrals)
  }
}
