import Desk
import DeskStore
import Terminal
import TestSupport
import Testing

@testable import Console

/// What stands beside a field while a time is typed, and what saving makes of it.
struct TimeFieldTests {
  private static let names: [FieldName] = [.by, .until, .received, .moment, .window, .span, .days, .day]

  private static let pieces =
    MomentForms.all.flatMap { $0.zh + $0.en }
    + [
      "明天", "9:00", "-", "..", "昨天", "11:00", "2015-01-01", "2099-01-01", "2060-01-01", "12-05", "到", "8点",
      "3年", "5天前",
    ]

  private func text(_ random: inout SeededRandom) -> String {
    (0..<Int.random(in: 1..<4, using: &random)).map { _ in
      Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
    }.joined(separator: Bool.random(using: &random) ? "" : " ")
  }

  /// What is called well is taken: by the form, and by the desk.
  @Test func `a hint never calls well what saving refuses`() throws {
    var random = SeededRandom()
    let port = try SmallDesk().port
    let driver = Driver(port)
    let context = driver.console.context
    var taken = 0
    for _ in 0..<6000 {
      let text = text(&random)
      for name in Self.names {
        let field = TimeField(name: name, context: context)
        guard let hint = field.hint(text), !hint.isRefused else { continue }
        taken += 1
        let action: Action?
        switch name {
        case .by: action = .ticket(1004, .promise(by: try field.moment(text), text: "x"))
        case .until: action = .ticket(1004, .wait(.parts, until: try field.moment(text), text: "x"))
        case .window: action = .receive(Receipt(kind: .booking, summary: "x", window: try field.window(text)))
        case .span:
          action = .addAbsence(
            Absence(staff: SmallDesk.plumber, reason: .rest, window: try field.window(text), text: ""))
        case .days, .day:
          action = .setRoster(
            RosterLine(
              staff: SmallDesk.plumber, days: try field.days(text), duty: .off, reason: HoursReason("更正")))
        case .received:
          let on = try field.moment(text)
          let command = Command(
            by: SmallDesk.clerk, on: on, action: .receive(Receipt(kind: .repair, summary: "x")))
          #expect(throws: Never.self, "\(name) \(text)") { _ = try port.desk.decide(command, now: port.now) }
          action = nil
        default:
          #expect(try field.moment(text) <= port.now)
          action = nil
        }
        guard let action else { continue }
        #expect(throws: Never.self, "\(name) \(text): \(hint.text)") {
          // A hold that breaks a promise is a question of its own.
          let command = Command(by: SmallDesk.supervisor, isForced: name == .until, action: action)
          _ = try port.desk.decide(command, now: port.now)
        }
      }
    }
    #expect(taken > 1000)
  }

  @Test(arguments: [Language.zh, .en]) func `the reading stands beside the field as it is typed`(
    language: Language
  )
    throws
  {
    let driver = Driver(try SmallDesk().port, language: language, 80, 24)
    try driver.run(.promise)
    for (typed, zh, en) in [
      ("5点", "今天 17:00", "today 17:00"), ("明早9点", "明天 09:00", "tomorrow 09:00"),
      ("周三 10点", "11-25 10:00", "11-25 10:00"),
      ("今天9:00", "今天 09:00 已过", "today 09:00 is over"), ("改天", "?", "?"),
    ] {
      driver.type(typed)
      #expect(driver.text.contains(language == .zh ? zh : en), "\(typed)\n\(driver.text)")
      for _ in typed { driver.press(.backspace) }
    }
  }

  @Test func `a refused time is told as a sentence when it is saved`() throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.promise)
    driver.type("昨天 9:00")
    try driver.run(.save)
    #expect(try driver.top(Form.self).problem != nil)
    #expect(driver.text.contains("2026-11-21 09:00"))
  }
}
