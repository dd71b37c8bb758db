import Desk
import DeskStore
import TestSupport
import Testing

@testable import Console

/// The console's door to a journal on the disk while the past is shown.
@Suite struct LivePastTests {
  private let place: TemporaryDirectory
  private let live: LiveDesk
  private let start: Instant
  private let clerk = StaffCode("li.na")

  /// A ticket three hours ago, another one two hours ago.
  init() throws {
    place = try TemporaryDirectory()
    start = WallClock.now - .hours(4)
    live = try LiveDesk.create(
      path: place.file("desk.journal"), centre: "翠湖", zone: "UTC", firstManager: "li.na", at: start)
    _ = try live.perform(receive("one"), at: start + .hours(1))
    _ = try live.perform(receive("two"), at: start + .hours(2))
  }

  private func receive(_ summary: String) -> Command {
    Command(by: clerk, action: .receive(Receipt(kind: .inquiry, topic: .fees, summary: summary)))
  }

  @Test func thePastIsShownAndCannotBeChanged() throws {
    let port = try LiveDeskPort(live, lookingBackAt: start + .minutes(90))
    #expect(port.desk.tickets.count == 1 && port.now == start + .minutes(90))
    #expect(!port.isTicking && port.restriction == .otherMoment(port.now, asOf: true))
    #expect(throws: StoreError.anotherMoment) { try port.perform(receive("x")) }
    try port.look(.nextEvent)
    #expect(port.desk.tickets.count == 2 && port.replay?.event?.entry.body.ticket == TicketNumber(1002))
    #expect(port.history(of: TicketNumber(1002)).count == 1)
    #expect(throws: StoreError.replay(.atTheEnd)) { try port.look(.nextEvent) }
  }

  @Test func whatOthersWriteMeanwhileIsThereInThePresent() throws {
    let port = try LiveDeskPort(live)
    #expect(port.isTicking && port.replay == nil)
    try port.look(.moment(start + .minutes(90)))
    let other = try LiveDesk(path: live.path, writing: true)
    _ = try other.perform(receive("three"))
    #expect(try port.follow().isEmpty && port.desk.tickets.count == 1)
    try port.lookAtPresent()
    #expect(port.desk.tickets.count == 3 && port.restriction == nil)
    #expect(try port.perform(receive("four")).count == 1)
  }

  @Test func aMomentThatIsStillToComeChangesNothing() throws {
    let port = try LiveDeskPort(live)
    #expect(throws: StoreError.self) { try port.look(.moment(WallClock.now + .hours(1))) }
    #expect(port.replay == nil && port.restriction == nil)
  }

  @Test func fromAnotherMomentByTodaysKnowledgeThePresentIsReachedToo() throws {
    let then = try LiveDesk(path: live.path, writing: true, moment: .now(start + .minutes(90)))
    let port = try LiveDeskPort(then)
    #expect(port.restriction == .otherMoment(start + .minutes(90), asOf: false))
    try port.lookAtPresent()
    #expect(port.isTicking && port.desk.tickets.count == 2)
    #expect(try port.perform(receive("three")).count == 1)
  }
}
