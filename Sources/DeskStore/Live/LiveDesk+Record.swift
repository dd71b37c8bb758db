public import Desk
import Journal

/// Decides and records one command of many: what it led to, or why it was refused.
public typealias Recorder = (_ command: Command, _ at: Instant) throws -> Result<[Event], Refusal>

extension LiveDesk {
  /// Records many commands under one lock, as imports and made-up centres need it; each is decided on the state
  /// that the ones before it left. Refused ones leave nothing behind.
  ///
  ///     try live.recording { record in
  ///       for row in rows { results.append(try record(row.command, row.at)) }
  ///     }
  ///
  /// What was accepted is written in batches of whole records of up to 1 MiB, one sync for each, and is safe once
  /// this returns. When a batch cannot be written, the desk is read from the file again, where the batches
  /// before it are kept, and the error is thrown. When `body` throws, what was accepted so far is kept.
  ///
  /// With `asksAboutClock`, for whoever records by the machine's clock, `StoreError.refused(.clockFar)` is thrown first where
  /// that is far from the last event. `waiting` is called again and again while somebody else holds the journal.
  public func recording(
    asksAboutClock: Bool = false, waiting: () -> Void = {}, _ body: (Recorder) throws -> Void
  ) throws {
    guard moment == .live else { throw StoreError.anotherMoment }
    try proveAuthority()
    var fault: (any Error)?
    do {
      try StoreError.journal { () throws in
        try journal.locked(patience: Patience.standard, waiting: waiting) { appending in
          try catchUp { visit in _ = try appending.readNew(visit) }
          if asksAboutClock { try desk.askAboutClock(WallClock.now) }
          fault = try record(body, into: &appending)
        }
      }
    } catch {
      // Whatever was folded in ahead of the file has to go again.
      try level()
      throw error
    }
    if let fault { throw fault }
  }

  /// Records steps that are known beforehand; the results stand in the order of the steps.
  public func record(_ steps: [(command: Command, at: Instant)]) throws -> [Result<[Event], Refusal>] {
    var results: [Result<[Event], Refusal>] = []
    results.reserveCapacity(steps.count)
    try recording { record in
      for step in steps { results.append(try record(step.command, step.at)) }
    }
    return results
  }

  /// Decides and folds in many commands and writes nothing: afterwards the desk is as it was before. Returns the desk as it
  /// would be then; `keep` is handed what would be written.
  @discardableResult
  func rehearsing(keep: @escaping (Entry, Instant) -> Void = { _, _ in }, _ body: (Recorder) throws -> Void)
    rethrows
    -> ServiceDesk
  {
    let before = desk
    defer { desk = before }
    try body { command, at in decideAndEvolve(command, at) { keep($0, at) } }
    return desk
  }

  /// Appends what was decided on the desk as it was after the event `seq`; false, and nothing written, where something else
  /// has been recorded since.
  ///
  /// The desk stays behind what was appended until ``take(_:)`` gives it what this led to; after false, and after an error, it
  /// is ``level()`` that brings it to what the journal has.
  func append(_ decided: Batch, after seq: Int64) throws -> Bool {
    guard moment == .live else { throw StoreError.anotherMoment }
    try proveAuthority()
    return try StoreError.journal { () throws in
      try journal.locked(patience: Patience.standard, waiting: {}) { appending in
        // What others recorded is folded in unless the desk lacks what went before it.
        if desk.lastSeq == journal.head.seq {
          try catchUp { visit in _ = try appending.readNew(visit) }
        } else {
          _ = try appending.readNew { _ in }
        }
        guard journal.head.seq == seq else { return false }
        _ = try appending.append(decided)
        return true
      }
    }
  }

  /// Brings the desk to what the journal has, by reading it again where it has gone on without the desk.
  func level() throws(StoreError) {
    if desk.lastSeq != journal.head.seq { try reload() }
  }

  /// Takes over a desk that has all that the journal has; false where it is another moment's.
  func take(_ decided: ServiceDesk) -> Bool {
    guard decided.lastSeq == journal.head.seq else { return false }
    desk = decided
    return true
  }

  /// Hands `body` its recorder and writes what was accepted; what `body` throws comes back as a value.
  private func record(
    _ body: (Recorder) throws -> Void, into appending: inout Appending
  ) throws -> (any Error)? {
    var batch = PendingBatch(first: journal.head.seq + 1)
    var fault: (any Error)?
    do {
      try body { command, at in
        try batch.requireWritable()
        let result = decideAndEvolve(command, at) { batch.records.add($0, at: at) }
        if batch.isFull { try batch.flush(into: &appending) }
        return result
      }
    } catch {
      fault = error
    }
    // A failed write is told as what it is, whatever `body` made of it.
    try batch.requireWritable()
    try batch.flush(into: &appending)
    return fault
  }

  private func decideAndEvolve(
    _ command: Command, _ at: Instant, _ keep: (Entry) -> Void
  ) -> Result<[Event], Refusal> {
    // Whoever is restored is restored by `perform`, the only command whose surroundings have to be read.
    let surroundings = (try? surroundings(for: command.action)) ?? .none
    do throws(Refusal) {
      var events: [Event] = []
      for entry in try desk.decide(command, now: at, in: surroundings) {
        keep(entry)
        events.append(Event(seq: desk.lastSeq + 1, at: at, entry: entry))
        desk.evolve(events[events.count - 1])
      }
      return .success(events)
    } catch {
      return .failure(error)
    }
  }
}

/// Records that are decided and folded in, and wait for the next write.
private struct PendingBatch {
  var records = Batch()
  /// The number that the first of them must get.
  private var first: Int64
  private var fault: (any Error)?

  init(first: Int64) { self.first = first }

  /// Whether it is time to write; the longest entry there is still fits below 1 MiB.
  var isFull: Bool { records.byteCount >= 800 << 10 }

  /// Throws what made an earlier write fail.
  func requireWritable() throws {
    if let fault { throw fault }
  }

  mutating func flush(into appending: inout Appending) throws {
    guard !records.isEmpty else { return }
    do {
      let seqs = try appending.append(records)
      guard seqs.lowerBound == first else {
        throw StoreError.outOfStep(expected: first, found: seqs.lowerBound)
      }
      first = seqs.upperBound + 1
      records.removeAll(keepingCapacity: true)
    } catch {
      fault = error
      throw error
    }
  }
}
