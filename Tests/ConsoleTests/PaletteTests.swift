import Desk
import Terminal
import Testing

@testable import Console

/// What is typed into the palette finds what is called so before what only speaks of it.
@Suite struct PaletteTests {
  private func found(_ typed: String, _ language: Language) throws -> [ActionName] {
    let driver = Driver(try SmallDesk().port, language: language)
    try driver.run(.palette)
    driver.type(typed)
    let palette = try driver.top(Palette.self)
    let shown = palette.list.shown(driver.console.context)
    #expect(palette.list.highlighted == shown.first, "Enter takes the first")
    return shown.compactMap { if case .action(let name) = $0 { name } else { nil } }
  }

  @Test(arguments: ["回复", "reply", "Reply", " reply"], Language.allCases)
  func theActionOfThatNameComesFirst(typed: String, language: Language) throws {
    let found = try found(typed, language)
    #expect(found.first == .reply)
    let list = try #require(found.firstIndex(of: .listReply))
    if typed == "回复" {
      let promise = try #require(found.firstIndex(of: .promise))
      #expect(list < promise, "a part of a name counts more than a part of the help")
    }
  }

  @Test(arguments: ["1004", "#1004", "工单1004", "1004.1", "＃１００４"])
  func `a ticket's number opens it`(typed: String) throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.palette)
    driver.type(typed)
    #expect(driver.text.contains("Half of the flat"))
    driver.press(.enter)
    #expect(driver.scope == .ticket && driver.text.contains("#1004"))
  }

  @Test(arguments: ["1004.1", "#1004", "工单1004", "＃１００４"])
  func `going to a ticket takes its number as it is printed`(typed: String) throws {
    let driver = Driver(try SmallDesk().port)
    try driver.run(.goTo)
    driver.type(typed)
    driver.press(.enter)
    #expect(driver.scope == .ticket && driver.text.contains("#1004"))
  }

  @Test func aBeginningCountsMoreThanAMiddle() throws {
    let found = try found("re", .en)
    let places = [ActionName.respond, .listReply, .note].map { found.firstIndex(of: $0) ?? -1 }
    #expect(places[0] >= 0 && places[1] > places[0])
  }

  @Test func everyActionIsFoundByItsName() throws {
    for language in Language.allCases {
      let driver = Driver(try SmallDesk().port, language: language)
      let all = Palette(about: .queue, selection: Selection(), driver.console.context).list.choices
      for choice in all {
        let label = choice.label(driver.console.context)
        let first = try #require(try found(label, language).first)
        #expect(ActionTable.entry(first).label(in: language) == label)
      }
    }
  }
}
