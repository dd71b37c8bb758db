import Desk
import DeskStore
import Foundation
import Journal
import TestSupport
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

  /// What an output writes into a file.
  private func written(_ work: (Output) -> Void) throws -> String {
    let folder = try TemporaryDirectory()
    let file = open(folder.file("out"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(file) }
    let out = Output(file)
    work(out)
    out.flush()
    return String(decoding: try folder.read("out"), as: UTF8.self)
  }

  @Test func colourIsOnlyInkAndNeverTheWord() throws {
    let (plain, coloured) = (Ink(isColoured: false), Ink(isColoured: true))
    #expect(try written { $0.line(plain("超时", .late)) } == "超时\n")
    #expect(try written { $0.line("a" + coloured("超时", .late) + "b") } == "a\u{1B}[1;31m超时\u{1B}[0mb\n")
    #expect(try written { $0.line(coloured("x", .plain)) } == "x\n")
    // A text that brings colours of its own leaves none, and cannot end the program's.
    #expect(try written { $0.line(coloured("\u{1B}[0mx", .late)) } == "\u{1B}[1;31m[0mx\u{1B}[0m\n")
  }

  @Test func everyWayOutCleansWhatItIsHanded() throws {
    let bad = Poison.text("x")
    #expect(Poison.found(in: Data(try written { $0.line(bad) }.utf8)) == [])
    #expect(Poison.found(in: Data(try written { $0.line(Inked(bad, .late)) }.utf8)).count == 2)
    #expect(Poison.found(in: Data(try written { $0.page(bad) }.utf8)) == [])
    let cells: [TableCell] = [.text(bad), .label(bad), .list([bad])]
    for isForSpreadsheet in [false, true] {
      let style = CellStyle(.words(.zh), zone: .utc, isForSpreadsheet: isForSpreadsheet)
      #expect(Poison.found(in: Data(try written { $0.record(cells, style) }.utf8), isCSV: true) == [])
    }
    let json = try written { out in out.json { $0.field("a", bad) } }
    #expect(Poison.found(in: Data(json.utf8)) == [])
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String]
    #expect(object == ["a": bad])
    #expect(try written { $0.line("a\nb\r\nc") } == "a b c\n")
    // Every character that must not be printed alone, so that no shorter way past the long one misses it.
    for scalar in bad.unicodeScalars {
      let text = "漏水" + String(scalar) + "，厨房"
      let json = try written { out in out.json { $0.field("a", text) } }
      #expect(Poison.found(in: Data(json.utf8)) == [], "\(scalar.value)")
      #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String] == ["a": text])
    }
    #expect(try written { $0.json([0x22, 0x9B, 0x22]) } == "\"\u{FFFD}\"")
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
