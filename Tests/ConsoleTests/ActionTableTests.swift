import Desk
import Terminal
import Testing

@testable import Console

/// The action table holds everything once, and everything in it can be reached.
@Suite struct ActionTableTests {
  @Test func everyActionStandsInTheTableOnce() {
    let names = ActionTable.all.map(\.name)
    #expect(Set(names) == Set(ActionName.allCases))
    #expect(names.count == ActionName.allCases.count)
  }

  @Test func everyActionHasAKeyWordsAndAPlace() {
    for entry in ActionTable.all {
      // What is rare, and for which no key is left, is called by its name from the palette.
      #expect(!entry.keys.isEmpty || [.refer, .answered].contains(entry.name), "\(entry.name)")
      #expect(!entry.scopes.isEmpty, "\(entry.name)")
      for language in Language.allCases {
        #expect(!entry.label(in: language).isEmpty && !entry.help(in: language).isEmpty, "\(entry.name)")
      }
      #expect(entry.keys.allSatisfy { KeyName($0) != nil }, "\(entry.name) has a key without a name")
    }
  }

  @Test func noKeyMeansTwoThingsInOnePlace() {
    for scope in Scope.allCases {
      var owners: [Key: ActionName] = [:]
      for entry in ActionTable.entries(in: scope) {
        for key in entry.keys {
          #expect(owners[key] == nil, "\(key) in \(scope): \(entry.name) and \(owners[key]?.rawValue ?? "")")
          owners[key] = entry.name
        }
      }
    }
  }

  @Test func everyKeyReachesItsAction() {
    for scope in Scope.allCases {
      for entry in ActionTable.entries(in: scope) {
        for key in entry.keys {
          #expect(KeyMap.standard.action(for: key, in: scope, isTyping: false) == entry.name)
        }
      }
    }
  }

  /// With an input method on, only keys that are no characters arrive: an action has one, or it stands in the
  /// palette, which has.
  @Test func everyActionHasAPathPastInputMethods() throws {
    let palette = ActionTable.entry(.palette)
    #expect(palette.keys.contains { $0.passesInputMethods })
    for entry in ActionTable.all where !entry.keys.contains(where: \.passesInputMethods) {
      for scope in entry.scopes where scope != .confirm {
        #expect(palette.scopes.contains(scope), "\(entry.name) in \(scope)")
        let driver = Driver(try SmallDesk().port)
        let listed = Palette(about: scope, selection: Selection(), driver.console.context).list.choices
        #expect(listed.contains(.action(entry.name)), "\(entry.name) in \(scope)")
      }
    }
  }

  @Test func fullWidthKeysFoldToTheirActions() {
    #expect(KeyMap.standard.action(for: .character("？"), in: .queue, isTyping: false) == .help)
    #expect(KeyMap.standard.action(for: .character("："), in: .queue, isTyping: false) == .palette)
    #expect(KeyMap.standard.action(for: .character("／"), in: .queue, isTyping: false) == .find)
    #expect(KeyMap.standard.action(for: .character("ａ"), in: .queue, isTyping: false) == .assign)
    #expect(KeyMap.standard.action(for: .character("１"), in: .queue, isTyping: false) == .listIntake)
  }

  @Test func charactersAreTextWhileTyping() {
    for scope in Scope.allCases {
      for character in "abcxyzADX?:/1" {
        #expect(KeyMap.standard.action(for: .character(character), in: scope, isTyping: true) == nil)
      }
    }
  }

  @Test func theKeyBarShowsOnlyWhatExistsThere() {
    for scope in Scope.allCases {
      for name in ActionTable.bar(of: scope) {
        #expect(ActionTable.entry(name).scopes.contains(scope), "\(name) in \(scope)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func whatCannotBeDoneSaysWhyNot(language: Language) throws {
    let port = try SmallDesk().port
    let context = Driver(port, language: language).console.context
    for number in port.desk.tickets.map(\.number) {
      for action in ActionTable.ticketSteps + ActionTable.workSteps {
        let selection = Selection(ticket: number)
        let obstacle = ActionAvailability.obstacle(action, selection, context)
        let sentence = context.whyNot(action, selection)
        #expect((obstacle == nil) == (sentence == nil))
        if let sentence { #expect(sentence.count > 3, "\(number) \(action): \(sentence)") }
      }
    }
  }

  @Test func whatTheMenuOffersTheDeskAccepts() throws {
    let driver = Driver(try SmallDesk().port)
    for number in driver.port.desk.tickets.map(\.number) {
      for item in TicketScreen(number).menu(driver.console.context) where item.whyNot == nil {
        #expect(
          ActionAvailability.obstacle(item.action, Selection(ticket: number), driver.console.context) == nil)
      }
    }
    let closed = TicketScreen(TicketNumber(1001)).menu(driver.console.context)
    #expect(closed.first { $0.action == .reopen }?.whyNot == nil)
    #expect(closed.first { $0.action == .resolve }?.whyNot != nil)
  }

  @Test func nobodyMayDoAnythingWithoutAName() throws {
    let driver = Driver(try SmallDesk().port, as: nil)
    let before = driver.port.events.count
    for action in ActionTable.ticketSteps where !ActionTable.entry(action).keys.isEmpty {
      try driver.run(action)
      #expect(driver.scope == .queue)
      #expect(driver.console.notice?.tone == .refused)
    }
    #expect(driver.port.events.count == before)
  }

  @Test(arguments: Language.allCases)
  func aDeskThatCannotBeWrittenSaysSoInABanner(language: Language) throws {
    let port = try SmallDesk().port
    port.restriction = .otherMoment(SmallDesk.now, asOf: false)
    let driver = Driver(port, language: language)
    let frame = driver.frame()
    #expect(frame[0, 0].style.role == .banner)
    try driver.run(.note)
    #expect(driver.console.notice?.text == driver.console.context.restrictionSentence)
    port.restriction = .otherMoment(SmallDesk.now, asOf: true)
    #expect(driver.frame().row(0).contains("2026-11-22 14:05"))
  }
}
