import Desk
import Terminal
import Testing

@testable import Console

/// How many keys a call costs, from the queue to the recorded ticket.
@Suite struct IntakeSpeedTests {
  /// Presses keys and counts them; every hanzi counts as one.
  private final class Typist {
    let driver: Driver
    private(set) var keys: [Key] = []
    init(_ driver: Driver) { self.driver = driver }

    func press(_ keys: Key...) {
      self.keys += keys
      driver.console.handle(keys)
    }
    func type(_ text: String) { for character in text { press(.character(character)) } }
  }

  /// What is to be on record however it was typed.
  private func expectBurstPipe(_ driver: Driver, sourceLocation: SourceLocation = #_sourceLocation) throws {
    // It is critical, so whom to send is asked at once.
    #expect(driver.scope == .form, sourceLocation: sourceLocation)
    let ticket = try driver.ticket(1008)
    #expect(ticket.unit == UnitCode("3-2-1201"), sourceLocation: sourceLocation)
    #expect(ticket.caller == "张磊" && ticket.phone == "13822221201", sourceLocation: sourceLocation)
    #expect(ticket.kind == .repair && ticket.topic == .plumbing, sourceLocation: sourceLocation)
    #expect(ticket.urgency == .critical, sourceLocation: sourceLocation)
    #expect(ticket.summary == "水管爆裂", sourceLocation: sourceLocation)
    #expect(driver.queue.selected == TicketNumber(1008), sourceLocation: sourceLocation)
  }

  @Test func aBurstPipeOfAKnownHouseholdTakesElevenKeys() throws {
    let typist = Typist(Driver(try SmallDesk().port, as: SmallDesk.clerk))
    typist.press(.character("n"))
    typist.type("zl")
    typist.press(.enter, .control("T"))
    typist.type("sgbl")
    typist.press(.enter, .control("S"))
    try expectBurstPipe(typist.driver)
    #expect(typist.keys.count == 11)
    #expect(typist.keys.count <= 25)
  }

  @Test(arguments: ["3212", "1201", "321201", "3-2-1201"])
  func theSameByTheDigitsOfTheRoom(_ room: String) throws {
    let typist = Typist(Driver(try SmallDesk().port, as: SmallDesk.clerk))
    typist.press(.function(3))
    typist.type(room)
    typist.press(.enter, .function(2))
    typist.type("sgbl")
    typist.press(.enter, .control("S"))
    try expectBurstPipe(typist.driver)
    #expect(typist.keys.count <= 25, "\(typist.keys.count)")
  }

  @Test func theWordsAloneMakeTopicAndUrgency() throws {
    let typist = Typist(Driver(try SmallDesk().port, as: SmallDesk.clerk))
    typist.press(.function(3))
    typist.type("zl")
    typist.press(.enter)
    typist.type("水管爆裂")
    typist.press(.control("S"))
    try expectBurstPipe(typist.driver)
    #expect(typist.keys.count <= 25, "\(typist.keys.count)")
  }

  @Test func nothingButHanziAndKeysThatPassAnInputMethodAreNeeded() throws {
    for name in ["张磊", "１２０１"] {
      let typist = Typist(Driver(try SmallDesk().port, as: SmallDesk.clerk))
      typist.press(.function(3))
      typist.type(name)
      typist.press(.enter)
      typist.press(.function(2))
      typist.type("水管")
      typist.press(.enter, .function(6))
      try expectBurstPipe(typist.driver)
      let others = typist.keys.filter { key in
        if case .character(let character) = key { return character.isASCII }
        return !key.passesInputMethods
      }
      #expect(others.isEmpty, "\(others)")
      #expect(typist.keys.count <= 25)
    }
  }

  @Test func aSecondCallAboutTheSamePipeIsAnUrgeInSixKeys() throws {
    let typist = Typist(Driver(try SmallDesk().port, as: SmallDesk.clerk))
    typist.press(.function(3))
    typist.type("zl")
    typist.press(.enter, .control("R"))
    typist.press(.character("y"))
    #expect(typist.keys.count == 6)
    #expect(try typist.driver.ticket(1005).urged == 2)
    #expect(typist.driver.port.desk.tickets.count == 7)
  }
}
