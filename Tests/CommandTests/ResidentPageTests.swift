import Testing

/// `show --explain`, `show --resident`, and what is told of a ringing telephone.
@Suite struct ResidentPageTests {
  private func centre() throws -> (Centre, String) {
    let centre = try Centre()
    let number = try centre.ticket(
      "repair", "--summary", "厨房漏水", "--unit", "3-2-1201", "--topic", "plumbing", "--owner", "li.na",
      "--rings", "6", "--on", "-30h")
    try centre.done("wait", number, "--reason", "resident", "--text", "不在家", "--on", "-20h")
    try centre.done("resume", number, "--on", "-18h")
    return (centre, number)
  }

  @Test func anExplanationNamesHoldsThatDidNotStopTheClockToo() throws {
    let (centre, number) = try centre()
    try centre.done("wait", number, "--reason", "approval", "--text", "等批", "--on", "-10h")
    try centre.done("resume", number, "--on", "-9h")
    let page = try centre.done("show", number, "--explain", "resolve", "--lang", "zh").out
    #expect(page.contains("停表") && page.contains("，不停表"), "\(page)")
  }

  @Test func aPageForTheResidentNamesNobodyAndNoNumbersOfOurs() throws {
    let (centre, number) = try centre()
    let page = try centre.done("show", number, "--resident", "--lang", "zh").out
    #expect(page.contains("工单\(number)") && page.contains("承诺") && page.contains("停表"))
    for hidden in ["li.na", "李娜", "built-in", "内置", "[", "139"] {
      #expect(!page.contains(hidden), "\(hidden)\n\(page)")
    }
    #expect(try centre.done("show", number, "--resident").out.contains("promised within"))
    #expect(try centre.run("show", number, "--resident", "--json").status == 2)
  }

  @Test func ringsAreShownWithWhatIsPromisedAndALetterHasNone() throws {
    let (centre, number) = try centre()
    #expect(try centre.done("show", number, "--lang", "zh").out.contains("铃响6声（应在3声内），当班"))
    #expect(try centre.done("show", number).out.contains("after 6 rings (promised within 3)"))
    let before = centre.bytes
    let letter = try centre.run(
      "new", "complaint", "--summary", "x", "--channel", "letterbox", "--rings", "2")
    #expect(letter.status == 1 && letter.err.contains("only on a telephone"), "\(letter)")
    #expect(centre.bytes == before)
  }
}
