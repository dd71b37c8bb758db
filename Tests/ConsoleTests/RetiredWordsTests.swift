import Desk
import Foundation
import Terminal
import Testing
import Words

@testable import Console

/// Words that a clerk does not say, or that meant several things, are said nowhere any more.
@Suite struct RetiredWordsTests {
  /// What is looked for, and what of it may stay.
  private static let retired: [(word: String, instead: String, stays: [String])] = [
    ("受理", "登记、首次处理、待指派", []), ("短讯", "短信", []), ("查岗", "电话跟进", []), ("同户词近", "同一户·说法相近", []),
    ("还没有房号", "查不到这个房号", []), ("直接告诉住户", "当面或电话", []), ("看到的", "现场情况", []), ("查看情况", "现场情况", []),
    ("公告答复", "张贴公告答复", ["张贴公告答复"]), ("上报给", "提醒", []), ("built-in", "内置", []), ("built in", "内置", []),
    ("\"内容\"", "住户说、办结说明、说明", []),
  ]

  /// What reads words of others, in which the old ones may stand.
  private static let readers: Set = ["ColumnMeaning.swift", "Vocabulary.swift", "Queue.swift"]

  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")

  /// Every text in hanzi that the program may say, with where it stands.
  private static func phrases() throws -> [(file: String, line: Int, text: String)] {
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var found: [(String, Int, String)] = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      for (place, line) in try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        guard !line.drop(while: \.isWhitespace).hasPrefix("//") else { continue }
        for text in line.matches(of: #/"(?:[^"\\]|\\.)*"/#).map({ String($0.output) })
        where text.unicodeScalars.contains(where: \.properties.isIdeographic) {
          found.append((file.lastPathComponent, place + 1, text))
        }
      }
    }
    return found
  }

  @Test func noChinesePhraseSaysThem() throws {
    let phrases = try Self.phrases()
    #expect(phrases.count > 2_000, "the sources were not found")
    for (file, line, text) in phrases where !Self.readers.contains(file) {
      for (word, instead, stays) in Self.retired {
        let rest = stays.reduce(text) { $0.replacing($1, with: "") }
        #expect(!rest.contains(word), "\(file):\(line) says \(word), not \(instead): \(text)")
      }
    }
  }

  @Test func theVocabularyDoesNotSayThemEither() {
    let names =
      QueueName.allCases.map { $0.name(in: .zh) } + TicketStatus.allCases.map { $0.name(in: .zh) }
      + ClockName.allCases.map { $0.name(in: .zh) }
    for name in names { #expect(!name.contains("受理") && !name.contains("上报"), "\(name)") }
  }

  @Test func whatPeopleTypedBeforeIsStillUnderstood() {
    #expect(QueueName.matching("待受理") == .intake && QueueName.matching("待指派") == .intake)
    #expect(QueueName.matching("上报") == .escalated && QueueName.matching("提醒我的") == .escalated)
    #expect(TicketStatus.matching("待受理") == .received && TicketStatus.matching("待指派") == .received)
    #expect(ClockName.matching("受理") == .act && ClockName.matching("首次处理") == .act)
    #expect(
      Words.policyOnRecord("内置") == Policy.builtIn.name && Words.policyOnRecord("built-in") == "built-in")
    #expect(Words(.zh).policy(Policy.builtIn.name) == "内置")
  }

  @Test func peopleAreCalledByTheirNamesInRefusals() throws {
    let port = try SmallDesk().port
    let words = Words(.zh).knowing(port.desk)
    let code = SmallDesk.plumber
    let order = OrderID(1004, 1)
    for refusal: Refusal in [
      .hasLeft(code), .notATechnician(code), .lastManager(code), .lastManagerHere(code),
      .warned([.shift], technician: code),
      .blocked(.licence, technician: code), .notYourOrder(order, of: code), .stillHolds(code, [order]),
      .noDuty(code, day: 20_000),
      .notAway(code),
    ] {
      let sentence = words.sentence(for: refusal, zone: port.desk.zone)
      #expect(sentence.contains("王强") && !sentence.contains(code.value), "\(sentence)")
    }
  }

  /// A field for words is called after the step that it is for.
  @Test func whatIsTypedIsCalledAfterItsStep() throws {
    for (number, action, label): (TicketNumber, ActionName, String) in [
      (1006, .urge, "住户说"), (1003, .respond, "沟通情况"), (1006, .note, "备注"), (1003, .wait, "说明"),
      (1001, .visit, "住户说"),
    ] {
      let driver = Driver(try SmallDesk().port, 120, 40)
      try driver.run(.listAll)
      driver.select(number)
      try driver.run(action)
      #expect(driver.scope == .form && driver.text.contains(label), "\(action)\n\(driver.text)")
      driver.press(.enter, .enter)
      if action == .urge || action == .note {
        #expect(driver.text.contains("“\(label)”还没有填"), "\(driver.text)")
      }
    }
  }
}
