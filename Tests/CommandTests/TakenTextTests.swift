import Foundation
import TestSupport
import Testing

/// What nobody sees is left at the door, whichever door it is.
@Suite struct TakenTextTests {
  private static let unseen = "\u{202D}\u{200D}\u{1B}[31m\u{0007}\u{2066}\u{FEFF}\u{E0041}\u{AD}"
  private static let typed = "厨房\(unseen)漏水"
  private static let taken = "厨房[31m漏水"

  @Test func theJournalHoldsNothingThatNobodySees() throws {
    let centre = try Centre()
    let (typed, unit) = (Self.typed, "3-2-1201")
    let number = try centre.ticket(
      "repair", "--summary", typed, "--unit", unit, "--caller", typed, "--phone",
      "138\u{200B}0000\u{202C}1502",
      "--owner", "li.na")
    for step in ["note", "inform", "check", "respond", "urge", "escalate", "resolve", "reply"] {
      _ = try centre.run(step, number, typed)
      _ = try centre.run(step, number, "--text", typed)
      _ = try centre.run(step, number, "--result", typed)
    }
    try centre.done("log", "\(unit) \(typed) ~\(typed)")
    try centre.done("staff", "add", "sun.li", "--name", typed, "--role", "clerk")
    try centre.done("unit", "add", "9-9-901", "--note", typed)
    try centre.done("contact", "add", unit, "--name", typed, "--phone", typed)
    let file = centre.directory.file("rows.csv")
    try
      "ref,kind,summary,caller,received\nA1,repair,\(typed.replacing("\u{1B}", with: "")),\(Self.unseen.replacing("\u{1B}", with: ""))张,2025-03-01 08:00\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    try centre.done("import", "tickets", file)
    let text = String(decoding: centre.bytes, as: UTF8.self)
    for scalar in Self.unseen.unicodeScalars
    where !scalar.properties.isAlphabetic && scalar.value > 0x7E || scalar.value < 0x20 {
      let escaped = "\\u" + String(scalar.value + 0x10000, radix: 16).dropFirst()
      #expect(!text.unicodeScalars.contains { $0 == scalar && scalar != "\n" }, "\(escaped)")
      #expect(!text.lowercased().contains(escaped), "\(escaped)")
    }
    #expect(text.contains(Self.taken))
    #expect(try centre.show(number)["phone"] as? String == "13800001502")
  }

  @Test func linesOfATextAreKeptAndAPathIsTakenAsItIs() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "x")
    try centre.done("note", number, "--text", "一\n二")
    #expect(String(decoding: centre.bytes, as: UTF8.self).contains("一\\n二"))
    let odd = centre.directory.file("a\u{200B}b.csv")
    try "unit\n9-9-902\n".write(toFile: odd, atomically: true, encoding: .utf8)
    try centre.done("import", "units", odd)
  }
}
