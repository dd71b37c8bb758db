import Desk
import DeskStore
import Journal
import Terminal
import TestSupport
import Testing

@testable import Console

/// A step for all marked tickets is one step to whoever did it, on a journal too.
@Suite struct BulkUndoTests {
  @Test func isTakenBackAsOneStep() throws {
    let place = try TemporaryDirectory()
    let me = StaffCode("li.na")
    let live = try LiveDesk.create(
      path: place.file("desk.journal"), centre: "翠湖", zone: "UTC", firstManager: "li.na")
    let numbers = try (0..<4).compactMap { n in
      let receipt = Receipt(kind: .repair, topic: .other, summary: "第\(n)件")
      return try live.perform(Command(by: me, action: .receive(receipt))).ticket
    }
    // One is taken by somebody already, so that the step is refused for it.
    _ = try live.perform(Command(by: me, action: .ticket(numbers[3], .assign(to: me))))
    let port = try LiveDeskPort(live)
    let console = Console(port: port, me: me, language: .zh, size: Size(width: 80, height: 24))
    console.handle([.character("*"), .character("a")])
    console.handle([.control("S")])
    #expect(numbers.prefix(3).allSatisfy { port.desk.tickets[$0]?.owner == me }, "\(console.draw().text)")
    // What was refused and what was done stay marked.
    #expect(console.layers.queue.marked == Set(numbers))
    #expect(Set(port.desk.lastSteps(of: me).compactMap(\.ticket)) == Set(numbers.prefix(3)))
    console.handle([.escape])
    console.handle([.character("z")])
    #expect(console.draw().text.contains("一起撤销这3步"), "\(console.draw().text)")
    console.handle([.character("y")])
    #expect(numbers.prefix(3).allSatisfy { port.desk.tickets[$0]?.owner == nil })
    #expect(port.desk.tickets[numbers[3]]?.owner == me)
  }
}
