import TestSupport
import Testing

@testable import Terminal

/// Mouse reports in decimal (SGR, 1006), which know no last column.
@Suite struct MouseReportTests {
  private func decode(_ parts: String...) -> [Key] {
    var decoder = KeyDecoder()
    return parts.flatMap { part in decoder.decode(part.unicodeScalars.map { .scalar($0.value) }) }
  }

  @Test func clicksAndTheWheelBeyondColumn223() {
    #expect(decode("\u{1B}[<0;250;12M\u{1B}[<0;250;12m") == [.click(x: 249, y: 11)])
    #expect(decode("\u{1B}[<64;1;1Mx") == [.wheel(up: true, x: 0, y: 0), .character("x")])
    #expect(decode("\u{1B}[<65;500;90M") == [.wheel(up: false, x: 499, y: 89)])
    // With Ctrl held; another button; motion.
    #expect(decode("\u{1B}[<16;3;4M") == [.click(x: 2, y: 3)])
    #expect(decode("\u{1B}[<2;3;4M\u{1B}[<35;3;4M") == [])
  }

  @Test func aReportThatComesInTwoReadsTypesNothing() {
    let whole = "\u{1B}[<0;250;12M"
    for cut in 3..<whole.count {
      let parts = (String(whole.prefix(cut)), String(whole.dropFirst(cut)))
      #expect(decode(parts.0, parts.1) == [.click(x: 249, y: 11)], "\(cut)")
    }
  }

  @Test func noReportIsTooStrange() {
    var random = SeededRandom()
    let symbols = Array("0123456789;;;<Mmq\u{1B}[漏")
    for _ in 0..<3_000 {
      let tail = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
        symbols.randomElement(using: &random) ?? "0"
      }
      _ = decode("\u{1B}[<" + String(tail))
    }
    #expect(decode("\u{1B}[<99999999999999999999;1;1M") == [])
    #expect(decode("\u{1B}[<0;0;0M\u{1B}[<M\u{1B}[<;;M") == [])
  }
}
