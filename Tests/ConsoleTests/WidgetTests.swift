import Desk
import Terminal
import TestSupport
import Testing
import Words

@testable import Console

/// The small parts the screens are made of.
@Suite struct WidgetTests {
  @Test func theCaretMovesByWholeCharacters() {
    var field = TextField("厨房a水")
    #expect(field.caretColumn == 7)
    _ = field.handle(.left)
    #expect(field.caretColumn == 5)
    _ = field.handle(.backspace)
    #expect(field.text == "厨房水" && field.caretColumn == 4)
    _ = field.handle(.home)
    _ = field.handle(.delete)
    #expect(field.text == "房水")
    _ = field.handle(.end)
    _ = field.handle(.control("U"))
    #expect(field.isEmpty)
  }

  @Test func pastedLinesBecomeOneLine() {
    var field = TextField()
    _ = field.handle(.paste("第一行\n第二行\u{1B}[31m"))
    #expect(field.text == "第一行 第二行[31m")
  }

  @Test func aFieldShowsItsCaretAtEveryWidthAndPlace() {
    let text = "3-2-1201 厨房漏水 water everywhere 请尽快"
    for width in 2...40 {
      var field = TextField(text)
      for _ in 0...text.count {
        let shown = field.visible(width: width)
        #expect(TextWidth.width(of: shown.text) <= width)
        #expect(shown.caret < width)
        _ = field.handle(.left)
      }
    }
  }

  @Test func wideTextIsCutAtEveryColumnWithoutBreakingARow() {
    let line = Line([Span("a水管b爆裂", .title), Span("厨房", .room, width: 5, align: .right), Span("尾")])
    for x in 0..<12 {
      for width in 0...16 {
        var canvas = Canvas(size: Size(width: 14, height: 1), now: SmallDesk.now)
        canvas.frame.fill(Rect(x: 0, y: 0, width: 14, height: 1), with: "汉")
        canvas.put(line, x: x, y: 0, width: width)
        #expect((0..<14).reduce(0) { $0 + Int(canvas.frame[$1, 0].width) } == 14)
      }
    }
  }

  @Test func everyRowOfEveryScreenIsAsWideAsTheScreen() throws {
    let driver = Driver(try SmallDesk().port)
    let tours: [[ActionName]] = [
      [], [.open], [.board], [.intake], [.help], [.palette], [.assign], [.classify], [.cancel],
    ]
    for width in stride(from: 80, through: 131, by: 1) {
      driver.console.resize(to: Size(width: width, height: 26))
      for tour in tours {
        for action in tour { try driver.run(action) }
        let frame = driver.frame()
        for y in 0..<frame.height {
          #expect((0..<width).reduce(0) { $0 + Int(frame[$1, y].width) } == width)
        }
        #expect(frame.cursor.map { $0.x < width && $0.y < 26 } ?? false, "\(tour) at \(width)")
        while driver.console.layers.count > 1 { driver.press(.escape) }
      }
    }
  }

  @Test(arguments: [
    (3599, "59分59秒", "59m 59s"), (0, "0秒", "0s"), (59, "59秒", "59s"), (3600, "1时00分", "1h 00m"),
    (86_399, "23时59分", "23h 59m"), (86_400, "1天00时", "1d 00h"), (-1, "-1秒", "-1s"),
    (-7260, "-2时01分", "-2h 01m"), (100_000_000, "1157天", "1157d"),
  ])
  func aCountdownIsShort(seconds: Int64, zh: String, en: String) {
    let countdown = Countdown(remaining: Seconds(seconds))
    #expect(countdown.text(Words(.zh)) == zh)
    #expect(countdown.text(Words(.en)) == en)
    #expect(TextWidth.width(of: zh) <= Countdown.width && en.count <= Countdown.width)
  }

  @Test func aCountdownForeseesItsNextChange() {
    var random = SeededRandom()
    for language in Language.allCases {
      let words = Words(language)
      for _ in 0..<2000 {
        let start = Int64.random(in: -200_000...200_000, using: &random)
        let countdown = Countdown(remaining: Seconds(start))
        let wait = countdown.changesAfter.whole
        #expect(wait >= 1)
        let before = Countdown(remaining: Seconds(start - wait + 1)).text(words)
        #expect(before == countdown.text(words), "\(start): still the same after \(wait - 1) s")
        #expect(
          Countdown(remaining: Seconds(start - wait)).text(words) != countdown.text(words),
          "\(start): different after \(wait) s")
      }
    }
  }

  @Test func everyFieldHasALabelInBothLanguages() {
    for name in FieldName.allCases {
      for language in Language.allCases { #expect(!name.label(Words(language)).isEmpty) }
    }
  }
}
