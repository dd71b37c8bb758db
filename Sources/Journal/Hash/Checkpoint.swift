/// Where a reading of a sound journal stood: all that another process needs to go on from there (JOURNAL, snapshot).
public struct Checkpoint: Equatable, Sendable {
  /// The journal's own UUID.
  public let uuid: String
  /// The last record read.
  public let head: Head
  /// Where its line begins, in bytes from the start of the file.
  public let line: Int64
  /// Tails that were set aside before it.
  public let healed: [HealedRange]
  /// Where the records before it are found again.
  public let index: SparseIndex

  public init(uuid: String, head: Head, line: Int64, healed: [HealedRange], index: SparseIndex) {
    self.uuid = uuid
    self.head = head
    self.line = line
    self.healed = healed
    self.index = index
  }
}

extension Journal {
  /// Where the reading stands; nil where something is or was wrong with the file, or nothing has been read.
  public func checkpoint() -> Checkpoint? {
    guard head.seq >= 0, head.offset == sequencer.position, !identity.uuid.isEmpty, access.isSound,
      notices.damage.isEmpty, notices.repaired.isEmpty
    else { return nil }
    var line: Int64?
    try? lines(at: [head.seq]) { line = $0.offset }
    return line.map {
      Checkpoint(uuid: identity.uuid, head: head, line: $0, healed: notices.healed, index: index)
    }
  }

  /// Goes on from where another reading stood, as if everything before had been read; false, and nothing is changed,
  /// unless the line that ends there proves by its hash that the file is the same up to it.
  ///
  /// What lies before is not looked at: see ``CoveredScan``. A repair behind it speaks of what lies before. Then,
  /// without a usable state file, and after a failed sync, only a whole reading tells what counts.
  public func resume(from checkpoint: Checkpoint) -> Bool {
    guard sequencer.position == 0, head == .none, checkpoint.uuid == identity.uuid, !identity.uuid.isEmpty,
      let state = readState(), !state.isPoisoned, state.head.offset >= checkpoint.head.offset,
      let size = try? currentSize(), size >= checkpoint.head.offset, (try? isProved(checkpoint)) == true,
      (try? hasDecision(in: checkpoint.head.offset..<size)) == false
    else { return false }
    head = checkpoint.head
    index = checkpoint.index
    notices.healed = checkpoint.healed
    sequencer.position = checkpoint.head.offset
    sequencer.expected = checkpoint.head.seq + 1
    return true
  }
}

extension Journal {
  /// Whether the line that ends at `checkpoint` is the record that it names, and hashes to what it says.
  private func isProved(_ checkpoint: Checkpoint) throws(JournalError) -> Bool {
    let (line, head) = (checkpoint.line, checkpoint.head)
    guard line >= 0, line < head.offset, head.offset - line <= Int64(LineScanner.longest) else {
      return false
    }
    var bytes: [UInt8] = []
    try forEachChunk(of: line..<head.offset) { bytes.append(contentsOf: $0) }
    return bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, SHA256.digest(buffer) == head.digest else { return false }
      return LineScanner.scan(base, buffer.count)?.seq == head.seq
    }
  }

  /// Whether a `journal.repaired` record lies in `range` of the file.
  private func hasDecision(in range: Range<Int64>) throws(JournalError) -> Bool {
    var window = LineWindow(
      fileSystem, file.number, from: range.lowerBound, to: range.upperBound, boundary: .max)
    while !window.isFinished {
      _ = try window.fill()
      while let line = window.current {
        if window.record(line).flatMap({ Decision($0) }) != nil { return true }
        window.advance()
      }
    }
    return false
  }
}

extension Journal.Access {
  /// Whether nothing about the file itself stands in the way.
  fileprivate var isSound: Bool {
    switch self {
    case .readWrite, .readOnly(.openedForReading), .readOnly(.permission), .readOnly(.filesystem),
      .readOnly(.stateFile):
      true
    case .readOnly(.damage), .readOnly(.poisoned), .readOnly(.archive), .readOnly(.unrecognised),
      .readOnly(.carriageReturns):
      false
    }
  }
}
