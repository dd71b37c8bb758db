import Testing

/// `overview` and `wall`: what the screens of that name show, as text and for scripts.
@Suite struct OverviewCommandTests {
  private func busy() throws -> Centre {
    let centre = try Centre()
    let complaint = try centre.ticket(
      "complaint", "--summary", "楼上装修太吵", "--unit", "3-2-1201", "--owner", "li.na")
    try centre.done("respond", complaint, "--text", "已联系", "--as", "li.na")
    try centre.done("promise", complaint, "--by", "+5m", "--text", "马上回电", "--as", "li.na")
    _ = try centre.ticket(
      "repair", "--summary", "厨房漏水", "--unit", "3-2-1201", "--urgency", "urgent", "--topic", "plumbing")
    return centre
  }

  @Test func theOverviewNamesWhoWasPromisedWord() throws {
    let centre = try busy()
    let overview = try centre.done("overview", "--json", "--as", "li.na").object()
    let promised = try #require(overview["promised"] as? [[String: Any]])
    #expect(promised.count == 1 && promised[0]["owner"] as? String == "li.na")
    #expect(overview["open"] as? Int == 2 && overview["received"] as? Int == 2)
    let page = try centre.done("overview", "--lang", "zh").out
    #expect(page.contains("今天答应回话的 1") && page.contains("楼上装修太吵"))
  }

  @Test func theWallNamesFiguresTicketsAndTechnicians() throws {
    let centre = try busy()
    let wall = try centre.done("wall", "--json").object()
    #expect(wall["unassigned"] as? Int == 1)
    let people = try #require(wall["technicians"] as? [[String: Any]])
    #expect(Set(people.compactMap { $0["staff"] as? String }).isSuperset(of: ["wang", "zhao"]))
    let tickets = try #require(wall["tickets"] as? [Int])
    #expect(!tickets.isEmpty && tickets.count <= 2)
    #expect(try centre.done("wall").out.contains("Late, and due within the hour"))
  }

  @Test func anotherMomentIsShownAsTheListsShowIt() throws {
    let centre = try busy()
    let later = try centre.done("wall", "--json", "--now", "+3d").object()
    let late = try centre.done("list", "--late", "--json", "--now", "+3d").objects()
    #expect(later["late"] as? Int == late.count && !late.isEmpty)
  }
}
