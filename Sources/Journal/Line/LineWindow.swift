internal import Glibc

/// One physical line, or a stretch of one, and what was found in it.
struct ScannedLine {
  /// Where it begins in the journal.
  let offset: Int64
  /// In bytes, line feed included.
  let length: Int
  /// Nil for bytes that are no good record.
  let envelope: Envelope?
  /// The record is good but for its line feed.
  var hasBadLineFeed = false
  /// How many bytes stand for its line feed: one, but for lines whose end was changed.
  var feed = 1
  /// It is the later part of a line that is longer than any record.
  var isContinued = false

  /// Where it ends in the journal.
  var end: Int64 { offset + Int64(length) }
  /// How long the record is with its own line feed.
  var recordLength: Int { length - feed + 1 }
}

/// A stretch of the journal moving through memory: reads ahead in chunks, scans what has come into lines.
///
/// Scanning touches nothing but the bytes; it is separate from judging the lines in their order, so that it could
/// run ahead on another core.
struct LineWindow: ~Copyable {
  /// How far beyond a line the journal must have been scanned before the line may be believed: a healing behind it
  /// may set it aside. No write is longer than 1 MiB, and healings interrupted on top of it are small.
  static let lookahead: Int64 = 5 << 18
  /// Room for the longest stretch that can wait for its line feed, the longest line before it, and the lookahead.
  private static let capacity = 8 << 20
  private static let chunk = 1 << 20

  private let fileSystem: any FileSystem
  private let file: Int32
  /// Lines are cut here even without a line feed: the confirmed end.
  private let boundary: Int64
  /// Where reading stops.
  private let limit: Int64

  private let buffer: UnsafeMutableRawBufferPointer
  /// Where `buffer` begins in the journal.
  private var origin: Int64
  private var filled = 0
  private var scanned = 0
  /// What is scanned ends within a line.
  private(set) var isInLine = false

  /// The lines scanned and not yet dropped.
  private(set) var lines: [ScannedLine] = []
  /// The next of them to be judged.
  private(set) var next = 0

  /// A window over `start..<limit`; a line is known to end at `boundary`.
  init(_ fileSystem: any FileSystem, _ file: Int32, from start: Int64, to limit: Int64, boundary: Int64) {
    self.fileSystem = fileSystem
    self.file = file
    self.limit = limit
    self.boundary = boundary
    origin = start
    let size = min(Int64(LineWindow.capacity), max(limit - start, 1))
    buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(size), alignment: 64)
  }

  deinit {
    buffer.deallocate()
  }

  /// Everything has been read and scanned.
  var isFinished: Bool { origin + Int64(filled) >= limit }

  /// Where the scanned lines end.
  var scannedEnd: Int64 { origin + Int64(scanned) }

  /// The bytes at the very end that no line feed closes.
  var remainder: Range<Int64> { scannedEnd..<(origin + Int64(filled)) }

  /// The line to be judged next, if enough has been read behind it.
  var current: ScannedLine? {
    guard next < lines.count else { return nil }
    let line = lines[next]
    return isFinished || line.end + LineWindow.lookahead <= scannedEnd ? line : nil
  }

  /// Steps over the current line.
  mutating func advance() {
    next += 1
  }

  /// The bytes of `line`, which must not have been dropped.
  func bytes(_ line: ScannedLine) -> UnsafeRawBufferPointer {
    let start = Int(line.offset - origin)
    return UnsafeRawBufferPointer(rebasing: buffer[start..<(start + line.length)])
  }

  /// The record in `line`; nil where it is none.
  func record(_ line: ScannedLine) -> Record? {
    guard let envelope = line.envelope, let base = bytes(line).baseAddress else { return nil }
    return Record(base: base, envelope: envelope, offset: line.offset, length: line.recordLength)
  }

  /// What the record in `line` hashes to with the line feed that it should have.
  func digest(_ line: ScannedLine) -> Digest {
    let bytes = bytes(line)
    guard line.hasBadLineFeed else { return SHA256.digest(bytes) }
    return UnsafeRawBufferPointer(rebasing: bytes[..<(line.recordLength - 1)]).digestAddingLineFeed
  }

  /// Reads the next chunk, scans the lines it completes and returns the place of the first of them in `lines`.
  mutating func fill() throws(JournalError) -> Int {
    if buffer.count - filled < LineWindow.chunk || judged > 2 * LineWindow.chunk { dropJudged() }
    let wanted = min(buffer.count - filled, LineWindow.chunk, Int(limit - origin) - filled)
    let space = UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<(filled + wanted)])
    let count = try fileSystem.readFully(file, into: space, at: origin + Int64(filled))
    guard count == wanted else {
      throw .shrunk(known: limit, found: origin + Int64(filled + count))
    }
    filled += count
    let first = lines.count
    scan()
    return first
  }

  /// How many bytes at the front of the buffer nobody needs any more.
  private var judged: Int { next < lines.count ? Int(lines[next].offset - origin) : scanned }

  private mutating func dropJudged() {
    let kept = judged
    lines.removeFirst(next)
    next = 0
    guard kept > 0, let base = buffer.baseAddress else { return }
    base.copyMemory(from: base + kept, byteCount: filled - kept)
    origin += Int64(kept)
    filled -= kept
    scanned -= kept
  }

  private mutating func scan() {
    guard let base = buffer.baseAddress else { return }
    while scanned < filled {
      let cut = Int(min(max(boundary - origin, 0), Int64(filled)))
      let end = scanned < cut ? cut : filled
      let found = memchr(base + scanned, 0x0a, end - scanned)
      if let found {
        add(base, length: UnsafeRawPointer(found) - UnsafeRawPointer(base) - scanned + 1, closed: true)
      } else if end == cut, scanned < cut, origin + Int64(cut) == boundary {
        add(base, length: cut - scanned, closed: false)
      } else if filled - scanned >= 2 * LineScanner.longest {
        addPart(base)
      } else {
        return
      }
    }
  }

  private mutating func add(_ base: UnsafeMutableRawPointer, length: Int, closed: Bool) {
    let start = UnsafeRawPointer(base) + scanned
    if closed, !isInLine, let envelope = LineScanner.scan(start, length) {
      lines.append(ScannedLine(offset: scannedEnd, length: length, envelope: envelope))
    } else {
      let line = FusedLine(start, length, offset: scannedEnd, closed: closed, isContinued: isInLine)
      _ = line.resynchronise(into: &lines)
    }
    isInLine = false
    scanned += length
  }

  /// Takes in what is certain of a line that is longer than any record.
  private mutating func addPart(_ base: UnsafeMutableRawPointer) {
    let line = FusedLine(
      UnsafeRawPointer(base) + scanned, filled - scanned, offset: scannedEnd, closed: false, isOpen: true,
      isContinued: isInLine)
    scanned += line.resynchronise(into: &lines)
    isInLine = true
  }
}
