internal import Glibc

/// A stretch of bytes that is no good record as a whole. Where line feeds were damaged, changed or taken out it holds
/// several: each is looked for between its opening `{"seq":` and its closing checksum, and one whose only fault is its
/// line feed counts, wherever it stands.
struct FusedLine {
  private let base: UnsafeRawPointer
  private let length: Int
  private let offset: Int64
  /// A line feed ends it.
  private let closed: Bool
  /// It goes on behind its end, or began before its start.
  private let isOpen: Bool
  private let isContinued: Bool

  /// `{"seq":` and the closing member `,"crc":"xxxxxxxx"}`.
  private static let closing: StaticString = ",\"crc\":\""
  private static let closingLength = 18
  /// No record is shorter than its envelope.
  private static let shortest = 100
  /// Records within a record are a foreigner's, and few: a beginning that so many ends do not fit is none.
  private static let mostMisfits = 16

  init(
    _ base: UnsafeRawPointer, _ length: Int, offset: Int64, closed: Bool, isOpen: Bool = false,
    isContinued: Bool = false
  ) {
    self.base = base
    self.length = length
    self.offset = offset
    self.closed = closed
    self.isOpen = isOpen
    self.isContinued = isContinued
  }

  /// Appends the good records inside and the bad stretches between them; says how many bytes are done with. All of
  /// them, unless it goes on: then a record may have begun in the last mebibyte.
  func resynchronise(into lines: inout [ScannedLine]) -> Int {
    var done = 0
    var from = 0
    var misfits = 0
    while length - done >= FusedLine.shortest, let end = closing(from: from) {
      let first = misfits < FusedLine.mostMisfits ? firstOpening(in: done..<from) : nil
      let openings = [lastOpening(in: from..<end), first].compactMap(\.self)
      let found = openings.lazy.compactMap { start in record(start, end).map { (start, $0) } }.first
      from = end
      misfits += 1
      guard let (start, line) = found else { continue }
      appendBad(done..<start, to: &lines)
      lines.append(line)
      done = start + line.length
      from = done
      misfits = 0
    }
    let stop = isOpen ? max(done, length - LineScanner.longest) : length
    appendBad(done..<stop, to: &lines)
    return stop
  }

  private func appendBad(_ bytes: Range<Int>, to lines: inout [ScannedLine]) {
    guard !bytes.isEmpty else { return }
    lines.append(
      ScannedLine(
        offset: offset + Int64(bytes.lowerBound), length: bytes.count, envelope: nil,
        isContinued: isContinued && bytes.lowerBound == 0))
  }

  /// The record between those places, with what stands for its line feed.
  private func record(_ start: Int, _ end: Int) -> ScannedLine? {
    guard let envelope = LineScanner.scan(base + start, end - start + 1, ignoringLineFeed: true) else {
      return nil
    }
    if isVoid(at: end) { return nil }
    let feed = feed(at: end)
    return ScannedLine(
      offset: offset + Int64(start), length: end - start + feed, envelope: envelope,
      hasBadLineFeed: !(closed && end + feed == length && feed == 1 && byte(end) == 0x0a), feed: feed)
  }

  /// Whether somebody set it aside: a blank and a line feed, which a healing writes behind an open line.
  private func isVoid(at end: Int) -> Bool {
    end + 2 == length && byte(end) == 0x20 && byte(end + 1) == 0x0a
  }

  /// How many bytes stand for the line feed of a record that ends there: none where it was taken out, two for CR LF.
  private func feed(at end: Int) -> Int {
    if end == length || isOpening(end) { return 0 }
    return byte(end) == 0x0d && end + 1 < length && byte(end + 1) == 0x0a ? 2 : 1
  }

  /// Behind the end before, a record begins at the last opening; one that holds others, at the first before that.
  private func lastOpening(in range: Range<Int>) -> Int? {
    var last: Int?
    var position = range.lowerBound
    while let opening = firstOpening(in: position..<range.upperBound) {
      last = opening
      position = opening + 1
    }
    return last
  }

  private func firstOpening(in range: Range<Int>) -> Int? {
    var position = range.lowerBound
    while position < range.upperBound, let brace = memchr(base + position, 0x7b, range.upperBound - position)
    {
      position = UnsafeRawPointer(brace) - base
      if isOpening(position) { return position }
      position += 1
    }
    return nil
  }

  /// Where the next closing member ends, at or behind a place.
  private func closing(from start: Int) -> Int? {
    var position = start
    while position + FusedLine.closingLength <= length,
      let comma = memchr(base + position, 0x2c, length - position - FusedLine.closingLength + 1)
    {
      position = UnsafeRawPointer(comma) - base
      if memcmp(comma, FusedLine.closing.utf8Start, FusedLine.closing.utf8CodeUnitCount) == 0,
        byte(position + 16) == 0x22, byte(position + 17) == 0x7d
      {
        return position + FusedLine.closingLength
      }
      position += 1
    }
    return nil
  }

  private func isOpening(_ place: Int) -> Bool {
    let wanted = LineScanner.opening
    return place + wanted.utf8CodeUnitCount <= length
      && memcmp(base + place, wanted.utf8Start, wanted.utf8CodeUnitCount) == 0
  }

  private func byte(_ place: Int) -> UInt8 { base.load(fromByteOffset: place, as: UInt8.self) }
}
