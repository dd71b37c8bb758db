import TestSupport
import Testing

@testable import Terminal

/// Drawing into frames.
struct FrameTests {
  @Test func textStandsWhereItIsPut() {
    var frame = Frame(width: 12, height: 2)
    #expect(frame.put("3栋 ok", x: 1, y: 0, style: Style(.room)) == 6)
    #expect(frame.text == " 3栋 ok\n")
    #expect(frame.styleMap == ".rrrrrr\n")
    #expect(frame[2, 0].width == 2)
    #expect(frame[3, 0].width == 0)
    #expect(frame[2, 0].text == "栋")
  }

  @Test(arguments: [
    (Alignment.left, "漏水  |"), (.right, "  漏水|"), (.centre, " 漏水 |"),
  ])
  func aWidthIsFilledWithBlanks(align: Alignment, expected: String) {
    var frame = Frame(width: 7, height: 1)
    frame.fill(frame.bounds, with: "x")
    #expect(frame.put("漏水", x: 0, y: 0, width: 6, align: align) == 6)
    frame.put("|", x: 6, y: 0)
    #expect(frame.text == expected)
  }

  @Test func whatDoesNotFitIsCutWithAMark() {
    var frame = Frame(width: 8, height: 1)
    #expect(frame.put("厨房漏水", x: 0, y: 0, width: 6) == 6)
    #expect(frame.row(0) == "厨房~")
    #expect(frame.put("厨房漏水", x: 0, y: 0, width: 5) == 5)
    #expect(frame.row(0) == "厨房~")
    #expect(frame.put("厨房漏水", x: 0, y: 0, width: 5, truncation: nil) == 5)
    #expect(frame.row(0) == "厨房")
    #expect(frame.put("厨房漏水了吗", x: 0, y: 0) == 7)
    #expect(frame.row(0) == "厨房漏~")
    #expect(frame.put("厨", x: 7, y: 0, truncation: nil) == 0)
    #expect(frame.put("厨", x: 7, y: 0) == 1)
    #expect(frame[7, 0].text == "~")
  }

  @Test func outsideTheFrameNothingHappens() {
    var frame = Frame(width: 4, height: 2)
    let blank = frame
    #expect(frame.put("x", x: 4, y: 0) == 0)
    #expect(frame.put("x", x: 0, y: 2) == 0)
    #expect(frame.put("x", x: 0, y: -1) == 0)
    #expect(frame.put("x", x: 0, y: 0, width: 0) == 0)
    frame.fill(Rect(x: 10, y: 10, width: 5, height: 5), with: "x")
    frame[9, 9] = Cell("x")
    #expect(frame == blank)
    #expect(frame[-1, 0] == .blank)
    #expect(Frame(width: -1, height: 5).text == "\n\n\n\n")
  }

  @Test func aTextBeginningLeftOfTheFrameShowsItsRest() {
    var frame = Frame(width: 6, height: 1)
    frame.put("漏水了", x: -1, y: 0, truncation: nil)
    #expect(frame.row(0) == " 水了")
    frame.put("abcdef", x: -2, y: 0)
    #expect(frame.row(0) == "cdef")
  }

  @Test func halfOfAWideCharacterBlanksTheOtherHalf() {
    var frame = Frame(width: 6, height: 1)
    frame.put("漏水了", x: 0, y: 0)
    frame.put("x", x: 1, y: 0)
    #expect(frame.row(0) == " x水了")
    frame.put("y", x: 2, y: 0)
    #expect(frame.row(0) == " xy 了")
    frame.put("中", x: 3, y: 0)
    #expect(frame.row(0) == " xy中")
    frame[5, 0] = Cell("中")
    #expect(frame[5, 0].text == " ")
  }

  @Test func boxesHaveTitlesAndThreeKindsOfLines() {
    func drawn(_ borders: Borders) -> String {
      var frame = Frame(width: 12, height: 3, borders: borders)
      frame.box(frame.bounds, title: "工单队列一览")
      return frame.text
    }
    #expect(drawn(.line) == "┌─ 工单队 ─┐\n│          │\n└──────────┘")
    #expect(drawn(.ascii) == "+- 工单队 -+\n|          |\n+----------+")
    #expect(drawn(.none) == "   工单队\n\n")
  }

  @Test func aBoxTooSmallIsLeftOut() {
    var frame = Frame(width: 5, height: 5)
    frame.box(Rect(x: 0, y: 0, width: 1, height: 5))
    frame.box(Rect(x: 0, y: 0, width: 5, height: 1))
    #expect(frame == Frame(width: 5, height: 5))
    frame.box(Rect(x: 0, y: 0, width: 4, height: 2), title: "long")
    #expect(frame.row(0) == "┌──┐")
  }

  @Test func restylingKeepsCharactersWhole() {
    var frame = Frame(width: 6, height: 1)
    frame.put("a漏b", x: 0, y: 0, style: Style(.late))
    frame.restyle(Rect(x: 0, y: 0, width: 2, height: 1)) { $0.on(.selected) }
    #expect(frame.styleMap == "LLLL")
    #expect(frame.overlayMap == "sss")
    #expect(frame.row(0) == "a漏b")
    frame.restyle(Rect(x: 2, y: 0, width: 1, height: 1)) { _ in Style(.met) }
    #expect(frame.overlayMap == "sss")
  }

  @Test func framesAreDrawnIntoFrames() {
    var inner = Frame(width: 4, height: 2)
    inner.put("漏水", x: 0, y: 0, style: Style(.late))
    inner.put("ok", x: 0, y: 1)
    var frame = Frame(width: 6, height: 2)
    frame.draw(inner, x: 1, y: 0)
    #expect(frame.text == " 漏水\n ok")
    #expect(frame.styleMap == ".LLLL\n")
    frame.draw(inner, x: 3, y: 0)
    #expect(frame.row(0) == " 漏漏")
  }

  @Test func everyRoleHasANameAndALetterOfItsOwn() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
    #expect(Role.allCases.allSatisfy { Role(named: $0.name) == $0 })
    #expect(Role.atRisk.name == "at-risk")
    #expect(Role.keyLabel.name == "key-label")
    #expect(Role(named: "atRisk") == nil)
  }

  @Test func geometry() {
    let rect = Rect(x: 2, y: 1, width: 4, height: 3)
    #expect(rect.contains(Point(x: 5, y: 3)))
    #expect(!rect.contains(Point(x: 6, y: 3)))
    #expect(rect.inset(by: 1) == Rect(x: 3, y: 2, width: 2, height: 1))
    #expect(rect.inset(by: 5).isEmpty)
    #expect(rect.intersection(Rect(x: 4, y: 0, width: 9, height: 2)) == Rect(x: 4, y: 1, width: 2, height: 1))
    #expect(rect.intersection(Rect(x: 9, y: 9, width: 1, height: 1)).isEmpty)
  }
}

/// Whatever is drawn, a frame holds whole characters and its rows are exactly as wide as it is.
struct FrameInvariantTests {
  @Test func randomDrawingNeverLeavesHalfACharacter() {
    var random = SeededRandom()
    for _ in 0..<300 {
      var frame = Frame(
        width: Int.random(in: 1...14, using: &random), height: Int.random(in: 1...4, using: &random))
      for _ in 0..<40 {
        draw(into: &frame, &random)
        expectWhole(frame, "seed \(random.seed)")
      }
    }
  }

  private func draw(into frame: inout Frame, _ random: inout SeededRandom) {
    let x = Int.random(in: -3...15, using: &random)
    let y = Int.random(in: -1...4, using: &random)
    let width = Int.random(in: 0...9, using: &random)
    let style = Style(Role.allCases.randomElement(using: &random) ?? .normal)
    let text = WidthTests.text(upTo: 8, &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: frame.put(text, x: x, y: y, style: style)
    case 1:
      let align = [Alignment.left, .right, .centre].randomElement(using: &random) ?? .left
      let written = frame.put(text, x: x, y: y, width: width, style: style, align: align)
      let expected = y < 0 || y >= frame.height ? 0 : max(0, min(width, frame.width - x))
      #expect(written == expected, "seed \(random.seed)")
    case 2: frame.fill(Rect(x: x, y: y, width: width, height: 2), style: style, with: text.first ?? "中")
    case 3: frame[x, y] = Cell(text.first ?? "中", style: style)
    case 4: frame.restyle(Rect(x: x, y: y, width: width, height: 1)) { _ in style }
    default: frame.put(text, x: x, y: y, width: width, style: style, truncation: "中")
    }
  }

  private func expectWhole(_ frame: Frame, _ context: Comment) {
    for y in 0..<frame.height {
      var columns = 0
      while columns < frame.width {
        let cell = frame[columns, y]
        #expect(cell.width == 1 || cell.width == 2, context)
        #expect(TextWidth.width(of: cell.text) == Int(cell.width), context)
        if cell.width == 2 {
          #expect(columns + 1 < frame.width && frame[columns + 1, y].width == 0, context)
          #expect(frame[columns + 1, y].style == cell.style, context)
        }
        columns += max(1, Int(cell.width))
      }
      #expect(columns == frame.width, context)
      #expect(TextWidth.width(of: frame.row(y)) <= frame.width, context)
    }
  }
}
