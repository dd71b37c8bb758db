import Desk
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

  @Test func aResizeIsFollowed() throws {
    let screen = MemoryScreen(size: Size(width: 80, height: 24))
    let port = try SmallDesk().port
    let console = Console(port: port, me: nil, language: .en, size: screen.size)
    screen.resize(to: Size(width: 130, height: 50))
    screen.type(.closed)
    ConsoleLoop(console: console, port: port, screen: screen, theme: "night").run()
    #expect(console.size == Size(width: 130, height: 50))
  }
}
