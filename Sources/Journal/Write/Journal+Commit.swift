extension Journal {
  /// Writes `bytes` at the end of the file, which is at `start`, syncs them and moves the head to `head`.
  func commit(_ bytes: [UInt8], at start: Int64, head: Head) throws(JournalError) {
    // Given back with the lock, when the state file says it too.
    _ = fileSystem.holdSignals(.all)
    do {
      try write(bytes)
    } catch {
      refuse(from: start)
      throw error
    }
    do {
      try fileSystem.syncData(file.number)
    } catch {
      // The kernel has marked the pages clean: another sync would succeed and prove nothing.
      isPoisoned = true
      refuse(from: start)
      throw error
    }
    knownSince = knownSince ?? self.head.seq + 1
    self.head = head
    synced = head
    judged = nil
    sequencer.position = head.offset
    sequencer.expected = head.seq + 1
    writeState(currentState())
  }

  /// One write; when it comes up short, the rest once.
  private func write(_ bytes: [UInt8]) throws(JournalError) {
    try bytes.withBytes { buffer throws(JournalError) in
      var count = try fileSystem.write(file.number, buffer)
      if count < buffer.count {
        count += try fileSystem.write(file.number, UnsafeRawBufferPointer(rebasing: buffer[count...]))
      }
      guard count == buffer.count else { throw .io(.write, .noSpace) }
    }
  }

  /// Marks what lies behind `start` as not saved: its author is told so, even where whole lines of it arrived.
  func refuse(from start: Int64) {
    // The head stays where it was: what came behind it is not known to be on the disk. Where it could not be stored
    // after an earlier append, that one's records were acknowledged all the same.
    if let size = try? fileSystem.status(file.number).size, size > start { refusedHere = start..<size }
    var block = withOwnMarks(readState() ?? currentState())
    block.boot = boot
    judged = nil
    if block.refused != nil || isPoisoned { writeState(block) }
  }
}
