/// A physical line that is no good record. Where a line feed was damaged it holds several: each is looked for at an
/// inner `{"seq":`, and one whose only fault is its line feed counts.
struct FusedLine {
  private let base: UnsafeRawPointer
  private let length: Int
  private let offset: Int64
  private let closed: Bool
  /// Where records may begin, and the end.
  private var cuts: [Int]

  /// Records within records are few; more openings than this are some other text.
  private static let mostOpenings = 64

  init(_ base: UnsafeRawPointer, _ length: Int, offset: Int64, closed: Bool) {
    self.base = base
    self.length = length
    self.offset = offset
    self.closed = closed
    cuts = [0]
    var position = 1
    while cuts.count < FusedLine.mostOpenings, let opening = FusedLine.opening(base, length, from: position) {
      cuts.append(opening)
      position = opening + 1
    }
    cuts.append(length)
  }

  /// Appends the good records inside and the bad stretches between them.
  func resynchronise(into lines: inout [ScannedLine]) {
    var first = 0
    while first < cuts.count - 1 {
      if let (last, envelope) = goodRecord(from: first) {
        let closes = closed && last == cuts.count - 1
        lines.append(line(first, last, envelope, hasBadLineFeed: !closes))
        first = last
      } else {
        lines.append(line(first, first + 1, nil))
        first += 1
      }
    }
  }

  private func goodRecord(from first: Int) -> (last: Int, envelope: Envelope)? {
    for last in (first + 1)..<cuts.count {
      let closes = closed && last == cuts.count - 1
      let found = LineScanner.scan(
        base + cuts[first], cuts[last] - cuts[first], ignoringLineFeed: !closes)
      if let found { return (last, found) }
    }
    return nil
  }

  private func line(
    _ first: Int, _ last: Int, _ envelope: Envelope?, hasBadLineFeed: Bool = false
  ) -> ScannedLine {
    ScannedLine(
      offset: offset + Int64(cuts[first]), length: cuts[last] - cuts[first], envelope: envelope,
      hasBadLineFeed: hasBadLineFeed)
  }

  private static func opening(_ base: UnsafeRawPointer, _ length: Int, from start: Int) -> Int? {
    let wanted = LineScanner.opening
    var position = start
    while position + wanted.utf8CodeUnitCount <= length {
      var place = 0
      while place < wanted.utf8CodeUnitCount,
        base.load(fromByteOffset: position + place, as: UInt8.self) == wanted.utf8Start[place]
      {
        place += 1
      }
      if place == wanted.utf8CodeUnitCount { return position }
      position += 1
    }
    return nil
  }
}
