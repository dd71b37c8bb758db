import Desk
import Terminal
import TestSupport
import Testing

@testable import Console

/// Every screen as a picture, in both languages and two sizes.
@Suite struct GoldenFrameTests {
  static let sizes = [(80, 24), (120, 40)]

  private func each(_ name: String, _ prepare: (Driver) throws -> Void) throws {
    var faults: [any Error] = []
    for (width, height) in Self.sizes {
      for language in Language.allCases {
        let frame = try Driver.frame(width, height, language, prepare)
        #expect(rowsFill(frame), "\(name) \(width) \(language)")
        do {
          try golden(picture(frame), "\(name)-\(width)x\(height)-\(language.rawValue).txt")
        } catch { faults.append(error) }
      }
    }
    for fault in faults { throw fault }
  }

  /// Text, then where the cursor stands.
  private func picture(_ frame: Frame) -> String {
    let cursor = frame.cursor.map { "\($0.x),\($0.y)" } ?? "hidden"
    return frame.text + "\n-- cursor \(cursor) title \(frame.title ?? "") --\n"
  }

  private func rowsFill(_ frame: Frame) -> Bool {
    (0..<frame.height).allSatisfy { y in
      (0..<frame.width).reduce(0) { $0 + Int(frame[$1, y].width) } == frame.width
    }
  }

  @Test func queueLooksTheSame() throws { try each("queue") { _ in } }

  @Test func queueSaysWhatToDoWhenItIsEmpty() throws {
    for (width, height) in Self.sizes {
      for language in Language.allCases {
        let driver = Driver(SmallDesk.empty(), language: language, width, height)
        try golden(
          picture(driver.frame()), "queue-empty-\(width)x\(height)-\(language.rawValue).txt")
      }
    }
  }

  @Test func queueNarrowedLooksTheSame() throws {
    try each("queue-search") {
      try $0.run(.find)
      $0.type("水")
    }
  }

  @Test func ticketLooksTheSame() throws {
    try each("ticket") {
      $0.press(.character("1"), .character("2"))
      try $0.run(.open)
    }
  }

  @Test func ticketExplainedLooksTheSame() throws {
    try each("ticket-explained") {
      try $0.run(.goTo)
      $0.type("1002")
      $0.press(.enter)
      try $0.run(.explain)
      try $0.run(.nextPane)
    }
  }

  @Test func intakeFormLooksTheSame() throws {
    try each("intake") {
      try $0.run(.intake)
      $0.type("1201")
      $0.press(.tab)
      try $0.fill(.summary, "卫生间天花板渗水")
      try $0.focus(.urgency)
    }
  }

  @Test func intakeSuggestionsLookTheSame() throws {
    try each("intake-rooms") {
      try $0.run(.intake)
      $0.type("3-2")
    }
  }

  @Test func intakeLineLooksTheSame() throws {
    try each("intake-line") {
      try $0.run(.intake)
      try $0.run(.lineMode)
      $0.type("3-2-1201 卫生间渗水 !urgent @wang.qiang #plumbing")
    }
  }

  @Test func boardLooksTheSame() throws { try each("board") { try $0.run(.board) } }

  @Test func boardOnTheRightLooksTheSame() throws {
    try each("board-technicians") {
      try $0.run(.board)
      try $0.run(.nextPane)
      $0.press(.down, .down)
    }
  }

  @Test func dispatchFormLooksTheSame() throws {
    try each("dispatch") {
      try $0.run(.board)
      try $0.run(.dispatch)
    }
  }

  @Test func waitFormLooksTheSame() throws {
    try each("wait") {
      try $0.run(.goTo)
      $0.type("1003")
      $0.press(.enter)
      try $0.run(.wait)
      $0.press(.down, .tab)
      $0.type("明天 9:00")
    }
  }

  @Test func cancelQuestionLooksTheSame() throws {
    try each("cancel") {
      try $0.run(.cancel)
      $0.type("重复登记")
      try $0.run(.save)
    }
  }

  @Test func paletteLooksTheSame() throws {
    try each("palette") {
      try $0.run(.palette)
      $0.press(.down, .down)
    }
  }

  @Test func helpLooksTheSame() throws { try each("help") { try $0.run(.help) } }

  @Test func thePastLooksTheSame() throws {
    try each("past") {
      try $0.run(.lookAt)
      $0.type("13:00")
      $0.press(.enter)
      try $0.run(.nextEvent)
      try $0.run(.nextEvent)
    }
  }

  @Test func theQuestionForATimeLooksTheSame() throws {
    try each("past-when") {
      try $0.run(.lookAt)
      $0.type("13:00")
    }
  }

  @Test func rolesOfTheQueueLookTheSame() throws {
    let frame = try Driver.frame(80, 24, .zh)
    try golden(frame.styleMap + "\n---\n" + frame.overlayMap, "queue-80x24-zh-styles.txt")
  }

  @Test func rolesOfTheTicketLookTheSame() throws {
    let frame = try Driver.frame(120, 40, .en) { try $0.run(.open) }
    try golden(frame.styleMap, "ticket-120x40-en-styles.txt")
  }

  @Test(arguments: [(79, 24), (80, 23), (20, 5), (3, 2)])
  func aSmallWindowSaysWhatItNeeds(width: Int, height: Int) throws {
    let frame = try Driver.frame(width, height, .en)
    let text = frame.text.filter { !$0.isWhitespace }
    #expect(text.hasPrefix(String("Thewindowis\(width)x\(height)".prefix(text.count))))
  }

  @Test func aWideWindowIsUsed() throws {
    try golden(picture(try Driver.frame(200, 60, .zh)), "queue-200x60-zh.txt")
  }
}
