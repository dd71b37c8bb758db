import Desk
import TestSupport
import Testing

/// Intake in one line (R10).
struct IntakeLineTests {
  private let desk: ServiceDesk = {
    var scene = Scene()
    scene.happen(.contactAdded(Contact(unit: "3-2-1501", name: "王女士", phone: "13900001501")))
    scene.happen(.contactAdded(Contact(unit: "3-2-1501", name: "李先生", phone: "13900001502")))
    return scene.desk
  }()

  private func read(_ text: String) -> IntakeDraft { IntakeLine.parse(text, desk: desk) }

  @Test func everythingOnOneLine() {
    let draft = read("3-2-1501 厨房 漏水 !urgent @li.na #plumbing =repair %wechat ~王女士 13700000000")
    #expect(draft.problems == [])
    #expect(
      draft.receipt
        == Receipt(
          kind: .repair, urgency: .urgent, unit: "3-2-1501", topic: .plumbing, summary: "厨房 漏水",
          caller: "王女士", phone: "13700000000", channel: .wechat, owner: "li.na"))
  }

  @Test func theWordsOfBothLanguagesAndFullWidthMarksAreUnderstood() {
    let draft = read("3-2-1501　漏水 ！急修 ＠李娜 ＃给排水 ＝投诉 ％微信 ～李先生")
    #expect(draft.problems == [])
    #expect(draft.receipt.urgency == .urgent)
    #expect(draft.receipt.owner == "li.na")
    #expect(draft.receipt.topic == .plumbing)
    #expect(draft.receipt.kind == .complaint)
    #expect(draft.receipt.channel == .wechat)
    #expect(draft.receipt.caller == "李先生")
    #expect(draft.receipt.summary == "漏水")
    #expect(read("x !Urgent #Plumbing").receipt.urgency == .urgent)
  }

  @Test func whatIsNotSaidIsOrdinary() {
    let draft = read("请来人看看")
    #expect(draft.receipt == Receipt(kind: .repair, urgency: .normal, summary: "请来人看看"))
    #expect(draft.problems == [] && draft.judged == [])
  }

  @Test func topicAndUrgencyAreJudgedByTheWordsUnlessTheyAreSaid() {
    let draft = read("家里停水了")
    #expect(draft.receipt.topic == .plumbing && draft.receipt.urgency == .urgent)
    #expect(draft.judged == [.topic, .urgency])
    let said = read("家里停水了 !一般 #其他")
    #expect(said.receipt.topic == .other && said.receipt.urgency == .normal && said.judged == [])
    #expect(read("灯坏了").judged == [.topic])
    #expect(read("擦玻璃").receipt.topic == .sanitation)
  }

  @Test func whatTheRegistersKnowIsFilledIn() {
    // One person lives there: that must be the caller.
    let alone = read("3-2-1502 漏水").receipt
    #expect(alone.caller == "陈先生")
    #expect(alone.phone == "13800001502")
    // Two live there: only the clerk can hear who it is.
    let two = read("3-2-1501 漏水").receipt
    #expect(two.caller == "")
    #expect(two.phone == "")
    #expect(read("3-2-1501 漏水 ~李先生").receipt.phone == "13900001502")
    let known = read("漏水 13900001501").receipt
    #expect(known.unit == "3-2-1501")
    #expect(known.caller == "王女士")
    #expect(read("漏水 13911112222").receipt.unit == nil)
    #expect(read("3-2-1502 漏水 ~张三").receipt.phone == "")
  }

  @Test func whatNamesNothingKnownIsPointedOut() {
    #expect(read("漏水 !schnell").problems == [.unknownWord("!schnell")])
    #expect(read("漏水 #x =y %z").problems == [.unknownWord("#x"), .unknownWord("=y"), .unknownWord("%z")])
    #expect(read("漏水 @nobody").problems == [.unknownStaff("nobody")])
    #expect(read("漏水 @gone").problems == [.unknownStaff("gone")])
    #expect(
      read("3-2-1503 漏水").problems == [.unknownUnit("3-2-1503", similar: ["3-2-1501", "3-2-1502"])])
    #expect(read("").problems == [.nothingSaid])
    #expect(read("3-2-1502 !urgent").problems == [.nothingSaid])
  }

  @Test func whatIsSaidTwiceIsPointedOutAndNotOverwritten() {
    #expect(read("漏水 !urgent !critical").problems == [.saidTwice("!critical")])
    #expect(read("漏水 !urgent ！特急").receipt.urgency == .urgent)
    #expect(read("漏水 #plumbing #power").problems == [.saidTwice("#power")])
    #expect(read("漏水 =repair =inquiry").problems == [.saidTwice("=inquiry")])
    #expect(read("漏水 !urgent #plumbing =repair %wechat ~张三").problems == [])
  }

  @Test func aMarkAloneIsAWordOfTheSummary() {
    #expect(read("漏水 ! 快").receipt.summary == "漏水 ! 快")
    #expect(read("漏水!").receipt.summary == "漏水!")
  }

  @Test func aSecondPlaceOrNumberBelongsToTheSummary() {
    let draft = read("3-2-1502 漏到 3-2-1501 电话 13700000000 13600000000")
    #expect(draft.receipt.unit == "3-2-1502")
    #expect(draft.receipt.summary == "漏到 3-2-1501 电话 13600000000")
    #expect(draft.receipt.phone == "13700000000")
    #expect(read("欠费 123456").receipt.summary == "欠费 123456")
  }

  @Test func whatIsReadWithoutProblemsIsAccepted() throws {
    var random = SeededRandom()
    let words = [
      "3-2-1501", "3-2-1502", "12-1-101", "9-9-9", "漏水", "!urgent", "!急修", "!", "@li.na", "@wang", "@x",
      "#电梯",
      "#?", "=投诉", "=", "%电话", "~陈先生", "13800001502", "1", "！一般", "a-b-c", "\t", "　",
    ]
    let scene = Scene()
    for _ in 0..<3_000 {
      let line = (0..<Int.random(in: 0..<9, using: &random)).map { _ in
        words[Int.random(in: 0..<words.count, using: &random)]
      }.joined(separator: " ")
      let draft = IntakeLine.parse(line, desk: scene.desk)
      if draft.problems.isEmpty {
        #expect(scene.refusal(.receive(draft.receipt), by: "li.na") == nil, "\(line)")
      }
    }
  }

  @Test func peopleAreFoundByPhoneAndTicketsByPlace() throws {
    #expect(desk.contacts(withPhone: "13900001502").map(\.name) == ["李先生"])
    #expect(desk.contacts(withPhone: "") == [])
    var scene = Scene()
    let (first, second) = (try scene.ticket(), try scene.ticket())
    #expect(scene.desk.tickets(at: "3-2-1502").map(\.number) == [second, first])
    #expect(scene.desk.tickets(at: "3-2-1501").isEmpty)
  }
}
