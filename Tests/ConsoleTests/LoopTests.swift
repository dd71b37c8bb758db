import Desk
import Journal
import Terminal
import Testing

@testable import Console

/// The loop between a screen and a desk, without a terminal.
@Suite struct LoopTests {
  private func loop(_ port: MemoryDesk, _ screen: MemoryScreen) -> ConsoleLoop {
    let console = Console(port: port, me: SmallDesk.supervisor, language: .zh, size: screen.size)
    return ConsoleLoop(console: console, port: port, screen: screen, theme: "night")
  }

  @Test func keysAreAnsweredWithOnePictureAndQuitEnds() throws {
    let screen = MemoryScreen(size: Size(width: 80, height: 24))
    let port = try SmallDesk().port
    screen.type(.down, .down, .enter)
    screen.type(.escape, .character("q"))
    loop(port, screen).run()
    #expect(screen.frames.count == 1, "all keys that were pending are answered before the next picture")
  }

  @Test func theThemeChangesByItsKey() throws {
    let screen = MemoryScreen(size: Size(width: 80, height: 24))
    screen.type(.function(9), .character("q"))
    loop(try SmallDesk().port, screen).run()
    #expect(screen.theme != nil && screen.theme?.name != "night")
  }

  @Test func suspendAndMouseAndRedrawReachTheScreen() throws {
    let screen = MemoryScreen(size: Size(width: 80, height: 24))
    screen.type(.control("Z"), .character("M"), .control("L"), .closed)
    loop(try SmallDesk().port, screen).run()
    #expect(screen.events == [.suspended, .resumed, .mouse(false), .redrawn])
  }

  @Test func quietWorkIsDoneAfterTheFirstPictureAndWaitsForKeys() throws {
    let screen = MemoryScreen(size: Size(width: 80, height: 24))
    let port = try SmallDesk().port
    var cursors: [Int?] = []
    port.quietPieces = 3
    port.onQuietPiece = {
      cursors.append(screen.frame?.cursor?.y)
      if port.quietPieces == 2 { screen.type(.down) }
      if port.quietPieces == 0 { screen.type(.closed) }
    }
    loop(port, screen).run()
    #expect(cursors == [3, 4, 4], "a key typed meanwhile is answered before the next piece")
    #expect(port.quietPieces == 0)
  }

  @Test func aKeyIsAnsweredBetweenThePiecesOfWhatOthersWrote() throws {
    let screen = MemoryScreen(size: Size(width: 80, height: 24))
    let port = try SmallDesk().port
    for number in 0..<6 {
      let receipt = Receipt(kind: .repair, summary: "y\(number)")
      try port.performElsewhere(Command(by: SmallDesk.clerk, action: .receive(receipt)))
    }
    let count = port.desk.tickets.count
    port.pieceLength = 2
    var cursors: [Int?] = []
    port.onPiece = {
      cursors.append(screen.frame?.cursor?.y)
      screen.type(port.isBehind ? .down : .closed)
    }
    loop(port, screen).run()
    #expect(cursors == [3, 4, 5])
    #expect(port.desk.tickets.count == count && !port.isBehind)
  }

  @Test func damageFoundInAQuietMomentIsShownAtOnce() throws {
    let screen = MemoryScreen(size: Size(width: 80, height: 24))
    let port = try SmallDesk().port
    port.quietPieces = 2
    port.onQuietPiece = {
      port.restriction = .readOnly(.damage)
      if port.quietPieces == 0 { screen.type(.closed) }
    }
    loop(port, screen).run()
    #expect(screen.frames.count == 2)
    #expect(screen.frame?.text.contains("日志已损坏") == true)
  }

  @Test func aDeskThatWasMadeAnewIsShownAtOnceAndSaid() throws {
    let screen = MemoryScreen(size: Size(width: 120, height: 40))
    let port = try SmallDesk().port
    let number = TicketNumber(1005)
    port.quietPieces = 2
    port.onQuietPiece = {
      // The same last event, another text: no page that was worked out before may stay.
      if port.quietPieces == 1 {
        port.restate(number, summary: "what the journal says")
        port.isMisled = true
      }
      if port.quietPieces == 0 { screen.type(.closed) }
    }
    loop(port, screen).run()
    #expect(screen.frames.count == 2)
    let text = screen.frame?.text ?? ""
    #expect(text.contains("what the journal says") && text.contains("快照与日志不符"), "\(text)")
  }

  @Test func aClockThatIsSetBackIsToldWithoutAKeyAndTheCountdownsGoOn() throws {
    let screen = MemoryScreen(size: Size(width: 120, height: 40))
    let port = try SmallDesk().port
    let console = Console(port: port, me: SmallDesk.supervisor, language: .en, size: screen.size)
    port.quietPieces = 2
    port.onQuietPiece = {
      if port.quietPieces == 1 { port.now = port.now - .hours(2) }
      if port.quietPieces == 0 { screen.type(.closed) }
    }
    ConsoleLoop(console: console, port: port, screen: screen, theme: "night").run()
    #expect(screen.frames.count == 2)
    #expect(screen.frame?.text.contains("set back by 2h") == true, "\(screen.frame?.text ?? "")")
    let next = try #require(console.changesAt)
    #expect(
      next > port.now && next - port.now <= .hours(1),
      "the next change is counted from the clock as it is now")
  }

  @Test func aResizeIsFollowed() throws {
    let screen = MemoryScreen(size: Size(width: 80, height: 24))
    let port = try SmallDesk().port
    let console = Console(port: port, me: nil, language: .en, size: screen.size)
    screen.resize(to: Size(width: 130, height: 50))
    screen.type(.closed)
    ConsoleLoop(console: console, port: port, screen: screen, theme: "night").run()
    #expect(console.seat.size == Size(width: 130, height: 50))
  }
}
