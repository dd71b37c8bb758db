import Testing

/// `list --breached`: promises that were broken, whatever became of them since.
@Suite struct BrokenListTests {
  private func centre() throws -> Centre {
    let centre = try Centre()
    let leak = try centre.ticket(
      "repair", "--summary", "厨房漏水", "--unit", "3-2-1201", "--topic", "plumbing", "--owner", "li.na",
      "--on", "-40h")
    try centre.done("resolve", leak, "--result", "换了角阀", "--as", "li.na")
    try centre.done("reply", leak, "--text", "修好了", "--as", "li.na")
    try centre.done("close", leak, "--as", "li.na")
    _ = try centre.ticket("complaint", "--summary", "楼上装修太吵", "--unit", "3-2-1201", "--on", "-45h")
    return centre
  }

  @Test func whatWasKeptLateAndClosedIsListedAndNotLateNow() throws {
    let centre = try centre()
    let late = try centre.done("list", "--late", "--json").objects().compactMap { $0["number"] as? Int }
    let broken = try centre.done("list", "--breached", "--json").objects()
    let tickets = Set(broken.compactMap { $0["ticket"] as? Int })
    #expect(tickets.count == 2 && tickets.isSuperset(of: late) && late.count == 1)
    #expect(broken.contains { $0["open"] as? Bool == false && $0["met"] is String })
    let table = try centre.done("list", "--breached", "--lang", "zh").out
    #expect(table.contains("厨房漏水") && table.contains("还没兑现") && table.contains("2张工单上有"))
  }

  @Test func oneClockAndATimeNarrowIt() throws {
    let centre = try centre()
    let all = try centre.done("list", "--breached", "--json").objects().count
    let one = try centre.done("list", "--breached", "resolve", "--json").objects()
    #expect(!one.isEmpty && one.count < all && one.allSatisfy { $0["clock"] as? String == "resolve" })
    let before = try centre.done("list", "--breached", "--to", "-1d", "--json").objects().count
    let since = try centre.done("list", "--breached", "--from", "-1d", "--json").objects().count
    #expect(before + since == all)
    #expect(try centre.done("list", "--breached=处理", "--json").objects().count == one.count)
    let csv = try centre.done("list", "--breached", "--csv").out.split(separator: "\r\n")
    #expect(
      csv.count == all + 1 && csv[0].hasPrefix("number,kind,urgency,unit,topic,summary,clock,cycle,breached"))
  }

  @Test(arguments: ["technician", "owner", "provider", "building", "topic"])
  func itIsCountedByWhatTheyHaveInCommon(group: String) throws {
    let centre = try centre()
    let all = try centre.done("list", "--breached", "--json").objects().count
    let counts = try centre.done("list", "--breached", "--by", group, "--json").objects()
    #expect(counts.compactMap { $0["promises"] as? Int }.reduce(0, +) == all)
    #expect(
      try centre.done("list", "--breached", "--by", group, "--csv").out.hasPrefix("\(group),promises,tickets")
    )
    #expect(try centre.done("list", "--breached", "--by", group).out.contains("Mean late"))
  }

  @Test func whatGoesWithItAloneSaysSo() throws {
    let centre = try centre()
    for arguments in [
      ["list", "--by", "topic"], ["list", "--from", "-1d"], ["list", "--breached", "--late"],
      ["list", "--breached", "soon"],
    ] {
      let answer = try centre.run(arguments)
      #expect(answer.status == 2, "\(arguments) \(answer.err)")
    }
  }
}
