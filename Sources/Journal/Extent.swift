/// How far the file may be read now, and what is confirmed of it.
struct Extent: Equatable {
  /// Records up to here are confirmed; beyond, only an unbroken chain counts.
  var settled: Int64
  /// Nothing beyond is looked at.
  var end: Int64
  /// The head the state file names; nil when there is no usable one: then a bad end is an unfinished tail.
  var head: Head?
  /// Bytes whose author was told that they are not saved.
  var refused: Range<Int64>?
  /// Bytes beyond `end` that another process is writing, or that a failed sync left in doubt.
  var heldBack: Int64 = 0
  /// The file is shorter than the confirmed head.
  var endsEarly = false
}

extension Journal {
  /// Finds out how far the file may be read. Without the lock, what another process is writing is left alone.
  func look(underLock: Bool) throws(JournalError) -> Extent {
    let position = sequencer.position
    if !underLock, try currentSize() == position { return Extent(settled: position, end: position) }
    // The state before the size: so the size cannot be older than the head.
    let block = readState()
    let size = try currentSize()
    isPoisoned = isPoisoned || poisons(block)
    let head = try usableHead(block, size: size)
    if let head, head.offset >= size || isPoisoned {
      return extent(confirmed: head, size: size, refused: block?.refused)
    }
    if isPoisoned { return Extent(settled: position, end: position, heldBack: size - position) }
    if underLock { return open(head, size: size, refused: block?.refused) }
    guard try fileSystem.lock(file.number, .shared) else {
      let settled = max(head?.offset ?? position, position)
      return Extent(settled: settled, end: settled, head: head, heldBack: size - settled)
    }
    defer { _ = try? fileSystem.lock(file.number, .none) }
    return try look(underLock: true)
  }

  /// The size of the file, once it is certain that it is still the same file.
  func currentSize() throws(JournalError) -> Int64 {
    let open = try fileSystem.status(file.number)
    do throws(JournalError) {
      let named = try fileSystem.status(named: path)
      guard named.device == open.device, named.inode == open.inode else { throw .replaced }
    } catch .io(_, .noSuchFile), .io(_, .notDirectory) {
      throw .replaced
    }
    guard open.size >= sequencer.position else {
      throw .shrunk(known: sequencer.position, found: open.size)
    }
    return open.size
  }

  private func extent(confirmed head: Head, size: Int64, refused: Range<Int64>?) -> Extent {
    let settled = max(min(head.offset, size), sequencer.position)
    return Extent(
      settled: settled, end: settled, head: head, refused: refused, heldBack: size - settled,
      endsEarly: head.offset > size)
  }

  private func open(_ head: Head?, size: Int64, refused: Range<Int64>?) -> Extent {
    let settled = head.map { max($0.offset, sequencer.position) } ?? size
    return Extent(settled: settled, end: size, head: head, refused: refused)
  }

  /// The head of `block`, unless no line of this file can end there.
  private func usableHead(_ block: StateBlock?, size: Int64) throws(JournalError) -> Head? {
    guard let head = block?.head else { return nil }
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
