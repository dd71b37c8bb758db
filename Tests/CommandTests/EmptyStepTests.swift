import TestSupport
import Testing

/// Steps that would say nothing are refused at the command line as in the console, and a hold is not changed unawares.
@Suite struct EmptyStepTests {
  private func centre() throws -> (Centre, String) {
    let centre = try Centre()
    return (centre, try centre.ticket("repair", "--summary", "厨房漏水", "--owner", "li.na"))
  }

  @Test(arguments: [
    ["note"], ["inform"], ["check"], ["respond"], ["urge"], ["decide"], ["resolve"], ["cancel"],
    ["wait", "--reason", "resident"],
  ])
  func aStepWithoutWordsIsRefusedAndNothingIsWritten(step: [String]) throws {
    let (centre, number) = try centre()
    let before = try centre.show(number)["last_seq"] as? Int
    for words: [String] in [
      [],
      [
        "--\(step[0] == "check" ? "finding" : step[0] == "resolve" ? "result" : step[0] == "cancel" ? "why" : "text")",
        " \t",
      ],
    ] {
      let refused = try centre.run([step[0], number] + step.dropFirst() + words + ["--lang", "zh"])
      #expect(
        [1, 2].contains(refused.status) && !refused.err.isEmpty && refused.out.isEmpty,
        "\(step) \(words): \(refused)")
    }
    #expect(try centre.show(number)["last_seq"] as? Int == before)
  }

  @Test func aHoldIsChangedOnlyWhereThatIsMeant() throws {
    let (centre, number) = try centre()
    try centre.done("wait", number, "--reason", "provider", "--until", "+2h")
    let refused = try centre.run("wait", number, "--reason", "resident", "--text", "不在家", "--lang", "zh")
    #expect(
      refused.status == 1 && refused.err.contains("已经挂起（等外协") && refused.err.contains("--force"), "\(refused)"
    )
    let english = try centre.run("wait", number, "--reason", "resident", "--text", "x", "--lang", "en")
    #expect(english.status == 1 && english.err.contains("on hold already"))
    #expect(try centre.show(number)["waiting_for"] as? String == "provider")
    try centre.done("wait", number, "--reason", "resident", "--text", "不在家", "--force")
    #expect(try centre.show(number)["waiting_for"] as? String == "resident")
    // A hold that is over is no hold that is changed.
    let other = try centre.ticket("repair", "--summary", "x", "--owner", "li.na", "--on", "-5h")
    try centre.done("wait", other, "--reason", "parts", "--on", "-4h", "--until", "-3h")
    try centre.done("wait", other, "--reason", "weather", "--text", "下雨")
  }
}
