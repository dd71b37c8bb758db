/// How far the file may be read now, and what is confirmed of it.
struct Extent: Equatable {
  /// Every line up to here counts, or is damaged.
  var settled: Int64
  /// Nothing beyond is looked at.
  var end: Int64
  /// The last record that counts; nil when no usable state file tells: then a bad end is an unfinished tail.
  var head: Head?
  /// What lies between `settled` and `end`.
  var unfinished: UnfinishedTail?
  /// Bytes beyond `end` that another process is writing.
  var heldBack: Int64 = 0
  /// The file is shorter than the confirmed head.
  var endsEarly = false
}

extension Journal {
  /// Finds out how far the file may be read. Without the lock, what another process is writing is left alone.
  ///
  /// Records behind the confirmed head that count are first brought to the disk for certain, and under the lock the head
  /// is moved behind them: whoever acts on them must not lose them.
  func look(underLock: Bool) throws(JournalError) -> Extent {
    let position = sequencer.position
    if !underLock, try currentSize() == position { return Extent(settled: position, end: position) }
    // The state before the size: so the size cannot be older than the head.
    let block = readState()
    let size = try currentSize()
    isPoisoned = isPoisoned || poisons(block)
    guard let head = try usableHead(block, size: size) else {
      return try lookWithoutHead(size: size, underLock: underLock)
    }
    if head.offset >= size { return confirmed(head, size: size) }
    // After a failed sync nobody is writing any more.
    if underLock || isPoisoned { return try judged(head, size: size, block, fresh: underLock) }
    guard try fileSystem.lock(file.number, .shared) else {
      let settled = max(head.offset, position)
      return Extent(settled: settled, end: settled, head: head, heldBack: size - settled)
    }
    defer { _ = try? fileSystem.lock(file.number, .none) }
    // Whoever wrote meanwhile is done.
    guard try currentSize() == size, readState() == block else { return try lookOnce(fresh: false) }
    return try judged(head, size: size, block, fresh: false)
  }

  /// The same, while nobody can write.
  private func lookOnce(fresh: Bool) throws(JournalError) -> Extent {
    let block = readState()
    let size = try currentSize()
    isPoisoned = isPoisoned || poisons(block)
    guard let head = try usableHead(block, size: size) else { return try withoutHead(size: size) }
    if head.offset >= size { return confirmed(head, size: size) }
    return try judged(head, size: size, block, fresh: fresh)
  }

  /// Nothing says what is on the disk and what only in memory: it is brought there before anybody acts on it.
  private func withoutHead(size: Int64) throws(JournalError) -> Extent {
    let position = sequencer.position
    if isPoisoned { return Extent(settled: position, end: position, heldBack: size - position) }
    guard size > max(position, syncedSize) else { return Extent(settled: size, end: size) }
    do {
      try fileSystem.syncData(file.number)
    } catch {
      isPoisoned = true
      refuse(from: position)
      throw error
    }
    syncedSize = size
    return Extent(settled: size, end: size)
  }

  private func lookWithoutHead(size: Int64, underLock: Bool) throws(JournalError) -> Extent {
    let position = sequencer.position
    if underLock || isPoisoned { return try withoutHead(size: size) }
    guard try fileSystem.lock(file.number, .shared) else {
      return Extent(settled: position, end: position, heldBack: size - position)
    }
    defer { _ = try? fileSystem.lock(file.number, .none) }
    return try lookOnce(fresh: false)
  }

  private func confirmed(_ head: Head, size: Int64) -> Extent {
    let settled = max(min(head.offset, size), sequencer.position)
    return Extent(
      settled: settled, end: settled, head: head, heldBack: size - settled, endsEarly: head.offset > size)
  }

  private func judged(_ head: Head, size: Int64, _ block: StateBlock?, fresh: Bool) throws(JournalError)
    -> Extent
  {
    let tail = try judgeTail(behind: head, size: size, refused: block?.refused ?? refusedHere, fresh: fresh)
    let counts = try keep(tail, block) ? tail : JudgedTail(nothingOf: tail)
    let settled = max(counts.head.offset, sequencer.position)
    return Extent(settled: settled, end: size, head: counts.head, unfinished: counts.unfinished)
  }

  /// Makes what counts behind the confirmed head certain; false where the disk does not take it.
  private func keep(_ tail: JudgedTail, _ block: StateBlock?) throws(JournalError) -> Bool {
    guard tail.head != tail.confirmed, tail.head.offset > synced.offset, !isPoisoned else { return true }
    do {
      try fileSystem.syncData(file.number)
    } catch {
      isPoisoned = true
      refuse(from: tail.confirmed.offset)
      if held != nil { throw error }
      return false
    }
    synced = tail.head
    guard held != nil, var block else { return true }
    block.head = tail.head
    writeState(block)
    return true
  }

  /// The size of the file, once it is certain that it is still the same file.
  func currentSize() throws(JournalError) -> Int64 {
    let open = try fileSystem.status(file.number)
    do throws(JournalError) {
      for name in name == path ? [path] : [path, name] {
        let named = try fileSystem.status(named: name)
        guard named.device == open.device, named.inode == open.inode else { throw .replaced }
      }
    } catch .io(_, .noSuchFile), .io(_, .notDirectory) {
      throw .replaced
    }
    try Opening.refuseSeveralNames(path, open, fileSystem)
    guard open.size >= sequencer.position else {
      throw .shrunk(known: sequencer.position, found: open.size)
    }
    return open.size
  }

  /// The head of `block`, unless no line of this file can end there.
  func usableHead(_ block: StateBlock?, size: Int64) throws(JournalError) -> Head? {
    guard !hasCarriageReturns, let head = block?.head else { return nil }
    if head.offset > size || head.offset <= sequencer.position { return head }
    var bytes = [UInt8](repeating: 0, count: 1 + LineScanner.opening.utf8CodeUnitCount)
    let count = try bytes.withSpace { buffer throws(JournalError) in
      try fileSystem.readFully(file.number, into: buffer, at: head.offset - 1)
    }
    let opening = UnsafeBufferPointer(
      start: LineScanner.opening.utf8Start, count: LineScanner.opening.utf8CodeUnitCount)
    let isBoundary = bytes[0] == 0x0a || bytes[1..<count].elementsEqual(opening.prefix(count - 1))
    if isBoundary, try !isAnotherRecord(than: head) { return head }
    sequencer.add(Damage(kind: .headDiffers, bytes: head.offset..<head.offset))
    notices.damage = sequencer.damage
    return nil
  }

  /// Whether a good record with another seq ends where `head` should: lines were put in or taken out before it.
  private func isAnotherRecord(than head: Head) throws(JournalError) -> Bool {
    guard let line = try line(endingAt: head.offset), line.digest != head.digest,
      line.bytes.count <= LineScanner.longest
    else { return false }
    var bytes: [UInt8] = []
    try forEachChunk(of: line.bytes) { bytes.append(contentsOf: $0) }
    return GoodCopy(bytes).map { $0.seq != head.seq } ?? false
  }
}
