import Foundation
import Testing

@testable import Terminal

/// The screen in memory, and the real one where there is no terminal.
struct ScreenTests {
  @Test func framesAreKeptAndNotRepeated() {
    let screen = MemoryScreen(size: Size(width: 10, height: 2))
    var frame = Frame(screen.size)
    screen.show(frame)
    screen.show(frame)
    #expect(screen.frames.count == 1)
    frame.put("漏水", x: 0, y: 0)
    frame.bells = 2
    screen.show(frame)
    screen.show(frame)
    #expect(screen.frames.count == 2)
    #expect(screen.frame?.row(0) == "漏水")
    #expect(screen.events == [.bell(2)])
  }

  @Test func aMovedCursorIsAnotherFrame() {
    let screen = MemoryScreen(size: Size(width: 10, height: 2))
    var frame = Frame(screen.size)
    screen.show(frame)
    frame.cursor = Point(x: 1, y: 1)
    screen.show(frame)
    #expect(screen.frames.map(\.cursor) == [nil, Point(x: 1, y: 1)])
  }

  @Test func keysComeOnce() {
    let screen = MemoryScreen(size: Size(width: 10, height: 2))
    screen.type("a漏\n")
    screen.type(.up, .paste("x"))
    screen.resize(to: Size(width: 20, height: 3))
    #expect(screen.readKeys() == [.character("a"), .character("漏"), .enter, .up, .paste("x"), .resize])
    #expect(screen.readKeys() == [])
    #expect(screen.size == Size(width: 20, height: 3))
  }

  @Test func suspendingRunsTheBodyBetween() throws {
    let screen = MemoryScreen(size: Size(width: 10, height: 2))
    screen.suspend { #expect(screen.events == [.suspended]) }
    screen.setMouse(false)
    screen.redraw()
    screen.setTheme(try Theme.named("day", in: nil))
    screen.close()
    screen.close()
    screen.show(Frame(screen.size))
    #expect(screen.events == [.suspended, .resumed, .mouse(false), .redrawn, .closed])
    #expect(screen.frames.isEmpty)
    #expect(screen.isClosed)
    #expect(screen.theme?.name == "day")
  }
}

/// Waiting for input.
struct WaitTests {
  private func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    try #require(Foundation.pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  @Test func whatCanBeReadIsSaidAtOnce() throws {
    let (first, firstEnd) = try pipe()
    let (second, secondEnd) = try pipe()
    defer { for end in [first, firstEnd, second, secondEnd] { Foundation.close(end) } }
    #expect(Foundation.write(secondEnd, "x", 1) == 1)
    let awakening = wait(for: [first, -1, second], until: nil)
    #expect(awakening.ready == [second])
    #expect(awakening.contains(second) && !awakening.contains(first))
    #expect(!awakening.interrupted && !awakening.isEmpty)
  }

  @Test func aDeadlineInThePastDoesNotWait() throws {
    let (read, write) = try pipe()
    defer { for end in [read, write] { Foundation.close(end) } }
    #expect(wait(for: [read], until: monotonicMilliseconds() - 5000).isEmpty)
    #expect(wait(for: [], until: 0).isEmpty)
  }

  @Test func theDeadlineIsReachedAndNotPassedByIfNothingComes() {
    let deadline = monotonicMilliseconds() + 20
    #expect(wait(for: [], until: deadline).isEmpty)
    #expect(monotonicMilliseconds() >= deadline)
  }

  @Test func anEndThatIsGoneIsReadable() throws {
    let (read, write) = try pipe()
    Foundation.close(write)
    defer { Foundation.close(read) }
    #expect(wait(for: [read], until: nil).ready == [read])
  }
}
