import Desk

@testable import Console

/// A desk in memory behind the console's door: the same deciding and folding, no file.
final class MemoryDesk: DeskPort {
  private(set) var desk: ServiceDesk
  var now: Instant
  var restriction: Restriction?
  var isTicking = true
  var wakeDescriptor: Int32 { -1 }
  /// All events, in order.
  private(set) var events: [Event] = []
  /// What somebody else wrote and the console has not seen yet.
  private var foreign: [Event] = []
  /// Thrown by the next recording.
  var failure: (any Error)?
  /// How often a history was read.
  private(set) var historiesRead = 0

  /// Pieces of quiet work left, and what happens with each.
  var quietPieces = 0
  var onQuietPiece: (() throws -> Void)?
  var hasQuietWork: Bool { quietPieces > 0 }

  func doQuietWork() throws {
    quietPieces -= 1
    try onQuietPiece?()
  }

  init(desk: ServiceDesk, now: Instant) {
    self.desk = desk
    self.now = now
  }

  func perform(_ command: Command) throws -> [Event] {
    if let failure {
      self.failure = nil
      throw failure
    }
    let entries = try desk.decide(command, now: now)
    return entries.map(record)
  }

  /// What another console writes; seen by `follow`.
  func performElsewhere(_ command: Command) throws {
    foreign += try perform(command)
  }

  private func record(_ entry: Entry) -> Event {
    let event = Event(seq: Int64(events.count), at: now, entry: entry)
    events.append(event)
    desk.evolve(event)
    return event
  }

  /// Records an entry without asking, as when a desk is set up.
  func add(_ entry: Entry) { _ = record(entry) }

  func history(of number: TicketNumber) -> [Event] {
    historiesRead += 1
    return events.filter { $0.entry.body.ticket == number }
  }

  func follow() throws -> [Event] {
    defer { foreign = [] }
    return foreign
  }

  func sentence(for error: any Error, in language: Language) -> String { "\(error)" }
}
