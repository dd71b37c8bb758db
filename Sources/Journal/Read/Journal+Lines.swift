extension Journal {
  /// Reads the records with these seqs again from the file and hands them over in rising order; those that are not
  /// there, or were never read by `readNew`, are passed over.
  public func lines(at seqs: [Int64], _ visit: (Record) throws -> Void) throws {
    var wanted = seqs.filter { $0 >= 0 && $0 < sequencer.expected }.sorted()[...]
    while let first = wanted.first {
      if let copy = restored[first] {
        try copy.visit(at: 0, visit)
        wanted = wanted.drop { $0 == first }
        continue
      }
      let run = restored.isEmpty ? wanted : wanted.prefix { restored[$0] == nil }
      let start = index.start(for: first)
      let found = try walk(from: start, for: run, visit)
      wanted = wanted.drop { $0 <= max(found, first) }
    }
  }

  /// Whether the record that `head` names is there and hashes to what it says, so that all before it is the same too.
  public func holds(_ head: Head) throws -> Bool {
    if let copy = restored[head.seq] { return copy.digest == head.digest }
    var isSame = false
    try lines(at: [head.seq]) { record in
      let text = UnsafeRawBufferPointer(rebasing: record.line.dropLast())
      isSame = isSame || text.digestAddingLineFeed == head.digest
    }
    return isSame
  }

  /// Visits the first run of `wanted` records that lie near one another; returns the last seq looked for.
  private func walk(
    from start: Int64, for wanted: ArraySlice<Int64>, _ visit: (Record) throws -> Void
  ) throws -> Int64 {
    let limit = sequencer.position
    var rest = wanted
    var end = min(start + Journal.stride, limit)
    var from = start
    while true {
      // A line is known to end where all that was read ends, with or without its line feed.
      var window = LineWindow(
        fileSystem, file.number, from: from, to: end, boundary: end == limit ? limit : .max)
      while !window.isFinished {
        _ = try window.fill()
        while let line = window.current {
          window.advance()
          guard let envelope = line.envelope, let record = window.record(line), !isSetAside(line) else {
            continue
          }
          rest = rest.drop { $0 < envelope.seq }
          guard let next = rest.first else { return wanted.last ?? 0 }
          if next == envelope.seq {
            rest = rest.drop { $0 == next }
            try visit(record)
          }
        }
      }
      if let seen = wanted[..<rest.startIndex].last { return seen }
      if end == limit { return wanted.first ?? 0 }
      // What was cut off at the end is looked at again, with more behind it; what lies before is not.
      from = max(from, min(window.scannedEnd, end))
      end = min(end + 8 * (end - start), limit)
    }
  }

  /// Sixteen records of a usual length, with room to spare.
  private static let stride: Int64 = 1 << 14

  private func isSetAside(_ line: ScannedLine) -> Bool {
    notices.healed.contains { $0.bytes.contains(line.offset) }
  }

  /// Whether an earlier line has the same bytes as `record`.
  func hasCopy(of record: Record) throws -> Bool {
    var isCopy = false
    try lines(at: [record.seq]) { earlier in
      isCopy = isCopy || earlier.offset < record.offset && earlier.line.elementsEqual(record.line)
    }
    return isCopy
  }
}
