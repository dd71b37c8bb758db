import Desk
import Testing
import Words

/// Phrases that both the console and the command line say.
@Suite struct WordsTests {
  private let zh = Words(.zh)
  private let en = Words(.en)
  private let shanghai = Zone(name: "Asia/Shanghai", firstOffset: 8 * 3600)

  @Test(arguments: [
    (Seconds.hours(2) + .minutes(15), "剩余 2小时15分", "2h 15m left"),
    (Seconds.zero - .minutes(35), "超时 35分", "35m late"),
    (Seconds.days(3) + .hours(4) + .minutes(59), "剩余 3天4小时", "3d 4h left"),
    (Seconds.days(1), "剩余 1天", "1d left"), (Seconds(59), "剩余 59秒", "59s left"),
    (Seconds(65), "剩余 1分5秒", "1m 5s left"), (Seconds(600), "剩余 10分", "10m left"),
    (Seconds.zero, "剩余 0秒", "0s left"), (Seconds(-1), "超时 1秒", "1s late"),
    (Seconds.hours(1), "剩余 1小时", "1h left"),
  ])
  func countdownsSayTheTwoLargestUnits(_ span: Seconds, _ chinese: String, _ english: String) {
    #expect(zh.countdown(span) == chinese)
    #expect(en.countdown(span) == english)
  }

  @Test func whatASentenceAsksForIsAcceptedWhenItIsTyped() throws {
    let minute = Instant(seconds: 1_795_305_600)
    func after(_ seconds: Double) -> Instant {
      Instant(milliseconds: minute.milliseconds + Int64(seconds * 1000))
    }
    for (on, cause, first, least) in [
      (after(3), after(30.25), "08:00:30", "08:00:31"),
      (after(3), after(90), "08:01", "08:01:30"),
      (after(3), after(120), "08:02", "08:02"),
      (after(3), after(59.001), "08:00:59", "08:01"),
    ] {
      let refusal = Refusal.beforeItsCause(on, cause: cause)
      let day = "2026-11-22 "
      let english = en.sentence(for: refusal, zone: shanghai)
      #expect(english.contains("at \(day)\(first). Give \(day)\(least) or later"), "\(english)")
      #expect(zh.sentence(for: refusal, zone: shanghai).contains("请填写\(day)\(least)或以后"))
      let typed = try MomentReading(now: minute + .hours(1), zone: shanghai, sense: .past).moment(day + least)
      #expect(typed >= cause && typed - cause < .minutes(1))
    }
    let reversed = Refusal.windowReversed(Window(start: after(30), end: after(10)))
    #expect(en.sentence(for: reversed, zone: shanghai).contains("08:00:10, which is not after its start at"))
    // A note is told no nonsense.
    let old = Refusal.tooLate(Instant(seconds: -62_000_000_000), limit: .hours(72))
    #expect(!en.sentence(for: old, zone: shanghai).contains("note"))
  }

  @Test func aCountdownChangesNoSoonerThanItsStepSays() {
    for seconds in [0, 1, 59, 61, 599, 600, 3599, 3600, 86_399, 86_400, 200_000] {
      let span = Seconds(Int64(seconds))
      let step = Words.step(of: span)
      #expect(step == Seconds(1) || en.duration(span) == en.duration(Seconds(Int64(seconds / 60 * 60))))
    }
    #expect(Words.step(of: .minutes(20)) == .minutes(1))
    #expect(Words.step(of: .days(2)) == .hours(1))
  }

  @Test func momentsAreToldAsNearAsTheyAre() throws {
    func moment(_ text: String) throws -> Instant {
      try #require(try? MomentReading(now: Instant(seconds: 0), zone: shanghai, sense: .either).moment(text))
    }
    let now = try moment("2026-11-22 14:05")
    let cases = [
      ("2026-11-22 00:00", "今天 00:00", "today 00:00"), ("2026-11-21 23:59", "昨天 23:59", "yesterday 23:59"),
      ("2026-11-23 09:30", "明天 09:30", "tomorrow 09:30"), ("2026-11-20 14:05", "11-20 14:05", "11-20 14:05"),
      ("2025-11-20 14:05", "2025-11-20 14:05", "2025-11-20 14:05"),
    ]
    for (text, chinese, english) in cases {
      #expect(zh.time(try moment(text), shanghai, now: now) == chinese)
      #expect(en.time(try moment(text), shanghai, now: now) == english)
    }
    #expect(en.fullTime(now, shanghai) == "2026-11-22 14:05")
    let sameDay = Window(start: now, end: now + .hours(2))
    #expect(en.window(sameDay, shanghai) == "2026-11-22 14:05 - 16:05")
    let night = Window(start: now, end: now + .hours(12))
    #expect(en.window(night, shanghai) == "2026-11-22 14:05 - 2026-11-23 02:05")
  }

  @Test func listsAreJoinedAsPeopleSayThem() {
    #expect(zh.all(["甲", "乙", "丙"]) == "甲、乙和丙")
    #expect(en.all(["a", "b", "c"]) == "a, b and c")
    #expect(en.any(["a", "b"]) == "a or b")
    #expect(zh.any(["甲"]) == "甲")
    #expect(en.list([]) == "-")
  }

  @Test func everyEventIsOneLineInBothLanguages() {
    let teller = Words.Teller(name: { $0.value }, time: { _ in "14:05" })
    let events: [TicketEvent] = [
      .received(Receipt(kind: .repair, summary: "漏水")), .edited(TicketEdit(caller: "张")),
      .classified(Classification(urgency: .critical)), .assigned(to: StaffCode("li.na")), .noted(text: "a"),
      .informed(text: "a"), .checked(finding: "a"), .responded(text: "a"), .urged(text: ""),
      .promised(by: Instant(seconds: 0), text: ""), .waiting(.parts, until: Instant(seconds: 0), text: "a"),
      .resumed(text: ""), .escalated(text: ""), .decided(text: "a"), .resolved(result: "a"),
      .replied(text: "a", notice: false), .replied(text: "a", notice: true),
      .visited(.no, text: "", place: .door), .unreached(.phone, text: "a"),
      .closed(text: ""), .reopened(text: ""), .cancelled(why: "a"), .inspected(passed: true, text: ""),
      .inspected(passed: false, text: ""),
    ]
    let (chinese, english) = (
      events.map { zh.line(for: $0, teller) }, events.map { en.line(for: $0, teller) }
    )
    #expect(Set(chinese).count == events.count)
    #expect(Set(english).count == events.count)
    for (a, b) in zip(chinese, english) { #expect(a != b && !a.isEmpty && !b.contains("\n")) }
    #expect(english[10] == "On hold: Parts; Until: 14:05; a")
    let done = Completion(
      result: "换", materials: [Material(name: "管", milliQuantity: 1250, unitPrice: 800)], labourMinutes: 90)
    #expect(zh.line(for: .completed(done), teller) == "完工：换；材料：管 x1.25 @8.00；工时：1小时30分")
  }
}
