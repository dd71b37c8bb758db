public import Desk
import Journal

/// What recording a command led to.
public struct Outcome: Hashable, Sendable {
  /// What was recorded for it.
  public var events: [Event]
  /// What others had recorded before it, unknown to the desk until now.
  public var caughtUp: [Event]
  /// The number of the last of `events`.
  public var seq: Int64

  /// The ticket it is about, if any.
  public var ticket: TicketNumber? { events.lazy.compactMap(\.entry.body.ticket).first }
  /// The work order it is about, if any.
  public var order: OrderID? {
    for event in events {
      if case .order(let id, _) = event.entry.body { return id }
    }
    return nil
  }
}

/// How long a writer waits for the others.
public enum Patience {
  /// Five seconds, as JOURNAL.md says.
  public static let standard = 5.0
}

extension LiveDesk {
  /// Decides a command on the newest state and records what it means, durably: once this returns it is kept.
  ///
  /// - Parameters:
  ///   - at: the moment of recording; the machine's clock unless given.
  ///   - patience: how many seconds to wait for other writers before `JournalError.busy`.
  ///   - waiting: called again and again meanwhile, so that a screen stays alive.
  ///
  /// Throws `StoreError.refused` when a rule says no; the file then holds exactly what it held. Events of others
  /// that were met on the way are kept for the next `follow` or `perform`.
  public func perform(
    _ command: Command, at: Instant? = nil, patience: Double = Patience.standard, waiting: () -> Void = {}
  ) throws(StoreError) -> Outcome {
    guard moment == .live else { throw .anotherMoment }
    try proveAuthority()
    let events = try StoreError.journal { () throws in
      try journal.locked(patience: patience, waiting: waiting) { appending in
        try catchUp { visit in _ = try appending.readNew(visit) }
        return try append(command, at: at ?? WallClock.now, isTimeGiven: at != nil, to: &appending)
      }
    }
    for event in events { desk.evolve(event) }
    return Outcome(events: events, caughtUp: takeUnreported(), seq: events.last?.seq ?? desk.lastSeq)
  }

  private func append(
    _ command: Command, at moment: Instant, isTimeGiven: Bool, to appending: inout Appending
  ) throws -> [Event] {
    var asked: [Refusal] = []
    if !isTimeGiven, !command.isForced {
      do throws(Refusal) { try desk.askAboutClock(moment) } catch { asked.append(error) }
    }
    let surroundings = try surroundings(for: command.action)
    let entries: [Entry]
    do throws(Refusal) {
      entries = try desk.decide(command, now: moment, in: surroundings)
    } catch {
      throw error.isQuestion ? Refusal.together(asked + [error]) : error
    }
    guard asked.isEmpty else { throw Refusal.together(asked) }
    guard !entries.isEmpty else { return [] }
    var batch = Batch()
    for entry in entries { batch.add(entry, at: moment) }
    let seqs = try appending.append(batch)
    return zip(seqs, entries).map { Event(seq: $0, at: moment, entry: $1) }
  }
}

extension Batch {
  /// Adds an entry as a record of its type; one that this version does not know is never written.
  mutating func add(_ entry: Entry, at moment: Instant) {
    if case .unrecognised = entry.body { return }
    add(
      at: moment.milliseconds, by: entry.by.value, actor: entry.actor?.value, on: entry.on?.milliseconds,
      type: entry.body.typeName
    ) { writer in entry.write(to: &writer) }
  }
}
