import Desk
import Testing

@testable import dutydesk

/// Where the answer goes, and what happens when nobody takes it.
@Suite struct OutputTests {
  @Test func aReaderThatGoesAwayEndsItQuietly() throws {
    let centre = try Centre()
    for number in 0..<30 { _ = try centre.ticket("repair", "--summary", "漏水 \(number)") }
    let result = try centre.shell(
      "(\"$0\" list --json --queue all; echo \"status $?\" >&2) | head -c 10 | wc -c")
    #expect(result.out.split(separator: "\n").first?.drop { $0 == " " } == "10")
    #expect(result.err == "status 0\n")
  }

  @Test func aFullDiskIsToldWhenAnAnswerCannotBePrinted() throws {
    let centre = try Centre()
    let reading = try centre.shell("\"$0\" list > /dev/full")
    #expect(reading.status == 5)
    #expect(reading.err.contains("could not be printed"))
    let writing = try centre.shell("\"$0\" new repair --summary x > /dev/full")
    #expect(writing.status == 0)
    #expect(writing.err.contains("Saved, but"))
    #expect(try centre.show("1001")["summary"] as? String == "x")
  }

  @Test func aClosedOutputIsNoCrash() throws {
    let centre = try Centre()
    #expect(try centre.shell("\"$0\" new repair --summary x >&- 2>&-").status == 0)
    #expect(try centre.show("1001")["summary"] as? String == "x")
  }

  @Test func colourIsOnlyInkAndNeverTheWord() {
    #expect(Ink(isColoured: false)("超时", .late) == "超时")
    #expect(Ink(isColoured: true)("超时", .late) == "\u{1B}[1;31m超时\u{1B}[0m")
    #expect(Ink(isColoured: true)("x", .plain) == "x")
  }

  @Test func theProgramLinksNoFoundation() throws {
    let linked = try Centre(empty: ()).shell("ldd \"$0\"").out
    #expect(linked.contains("libc.so"))
    #expect(!linked.contains("Foundation"), "\(linked)")
    #expect(!linked.lowercased().contains("icu"), "\(linked)")
  }

  @Test func theConsoleWithoutATerminalSaysWhatElseThereIs() throws {
    let centre = try Centre()
    for line in [[], ["console"]] as [[String]] {
      let answer = try centre.run(line)
      #expect(answer.status == 2, "\(answer)")
      #expect(answer.err.contains("needs a terminal") && answer.err.contains("dutydesk list"))
    }
  }
}
