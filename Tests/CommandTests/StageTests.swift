import Desk
import Testing

@testable import dutydesk

/// The stages of the command line, each on its own.
@Suite struct StageTests {
  private func tokens(_ words: String...) -> [Token] {
    var lexer = Lexer(words)
    var tokens: [Token] = []
    while let token = lexer.next() { tokens.append(token) }
    return tokens
  }

  @Test func wordsBecomeTokensByTheirShape() {
    #expect(tokens("list", "--late") == [.word("list"), .option(name: "late", value: nil)])
    #expect(tokens("--on=14:05", "-h") == [.option(name: "on", value: "14:05"), .help])
    #expect(tokens("--text=a=b") == [.option(name: "text", value: "a=b")])
    #expect(tokens("--", "--late", "-h") == [.terminator, .word("--late"), .word("-h")])
    #expect(tokens("-30m", "-", "") == [.word("-30m"), .word("-"), .word("")])
  }

  @Test func aValueMayBeginWithADashButIsNoOption() {
    var lexer = Lexer(["-30m", "-", "--x", "a"])
    #expect(lexer.value() == "-30m")
    #expect(lexer.value() == "-")
    #expect(lexer.value() == nil)
    var text = Lexer(["--a b"])
    #expect(text.value() == "--a b")
  }

  @Test func slipsAreRecognised() {
    let known = ["list", "log", "new", "resolve", "reopen", "assign"]
    #expect(Nearness.nearest(to: "lsit", of: known).first == "list")
    #expect(Nearness.nearest(to: "reslove", of: known).first == "resolve")
    #expect(Nearness.nearest(to: "asign", of: known).first == "assign")
    #expect(Nearness.nearest(to: "reo", of: known) == ["reopen"])
    #expect(Nearness.nearest(to: "xyzzy", of: known).isEmpty)
    #expect(Nearness.distance("", "abc") == 3)
    #expect(Nearness.distance("ab", "ba") == 1)
    #expect(Nearness.distance("维修", "维护") == 1)
  }

  @Test func materialsAreReadFromTheirEnd() {
    #expect(Material(text: "水龙头 x2 @35.5") == Material(name: "水龙头", milliQuantity: 2000, unitPrice: 3550))
    #expect(
      Material(text: "PVC pipe x1.25 @8") == Material(name: "PVC pipe", milliQuantity: 1250, unitPrice: 800))
    #expect(Material(text: "胶带") == Material(name: "胶带", milliQuantity: 1000, unitPrice: 0))
    #expect(
      Material(text: "xylene x3") == Material(name: "xylene", milliQuantity: 3000, unitPrice: 0))
    // As it is typed in a hurry, and with a Chinese keyboard.
    for text in [
      "底盒x2@5", "底盒 ×2 ＠5", "底盒Ｘ２＠５", "底盒 2个 5元", "底盒2个@5", "底盒 5元 2个", "底盒*2 ¥5", "底盒 x2个 @5.00元",
    ] {
      #expect(
        Material(text: text) == Material(name: "底盒", milliQuantity: 2000, unitPrice: 500), "\(text)"
      )
    }
    for name in ["box2", "DN20", "灯泡 40", "螺丝包"] {
      #expect(Material(text: name) == Material(name: name, milliQuantity: 1000, unitPrice: 0))
    }
    for wrong in ["", "@35", "x2 @3", "tap @1.234", "tap @-1", "tap x0 @1", "底盒@@5", "底盒 x2 x3"] {
      #expect(Material(text: wrong) == nil, "\(wrong)")
    }
  }

  @Test func decimalFractionsAreExact() {
    #expect(DecimalText.read("0.05", places: 2) == 5)
    #expect(DecimalText.read("999999999.99", places: 2) == 99_999_999_999)
    for wrong in ["", ".", "1.", ".5", "1.2.3", "1,5", "٣", "1e3"] {
      #expect(DecimalText.read(Substring(wrong), places: 2) == nil, "\(wrong)")
    }
  }

  @Test func optionsOfACommandAreNotThoseOfAnother() throws {
    #expect(throws: UsageFault.self) { try Parser.parse(["close", "1001", "--to", "wang"]) }
    #expect(throws: UsageFault.self) { try Parser.parse(["--to", "wang", "assign", "1001"]) }
    guard case .run(let invocation) = try Parser.parse(["assign", "--to", "wang", "--as=li.na", "1001"])
    else {
      Issue.record("no invocation")
      return
    }
    #expect(invocation.argument(0) == "1001")
    #expect(invocation[.asStaff] == "li.na")
  }
}
