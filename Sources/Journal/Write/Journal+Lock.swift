extension Journal {
  /// Runs `body` while no other process can append.
  ///
  /// The lock is tried every few milliseconds for `patience` seconds, `waiting` being called in between; then
  /// `.busy` is thrown and nothing was done. A signal that would stop the process waits until the lock is given back, and
  /// from the first write on one that would end it. Throws also what forbids writing (see `access`), `.replaced`, `.shrunk`, and what `body` throws.
  public func locked<Result>(
    patience: Double, waiting: () -> Void = {}, _ body: (inout Appending) throws -> Result
  ) throws -> Result {
    try requireWriting()
    return try holding(patience: patience, waiting: waiting) {
      try requireWriting()
      var appending = Appending(self)
      return try body(&appending)
    }
  }

  /// Runs `body` while this process holds the lock, whatever else may forbid writing.
  @discardableResult
  func holding<Result>(
    patience: Double, waiting: () -> Void = {}, _ body: () throws -> Result
  ) throws -> Result {
    let signals = try acquire(patience, waiting)
    defer {
      held = nil
      _ = try? fileSystem.lock(file.number, .none)
      fileSystem.release(signals)
    }
    let size = try currentSize()
    try holdState()
    try forgetRefused(beyond: size)
    isPoisoned = isPoisoned || poisons(readState())
    return try body()
  }

  private func acquire(_ patience: Double, _ waiting: () -> Void) throws(JournalError) -> HeldSignals {
    let start = fileSystem.elapsed()
    while true {
      let signals = fileSystem.holdSignals(.stopping)
      do {
        if try fileSystem.lock(file.number, .exclusive) { return signals }
      } catch {
        fileSystem.release(signals)
        throw error
      }
      fileSystem.release(signals)
      guard Double(fileSystem.elapsed() - start) < patience * 1000 else { throw .busy }
      waiting()
      fileSystem.pause(milliseconds: 5)
    }
  }
}
