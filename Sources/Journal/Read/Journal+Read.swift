/// What a look at the journal brought.
public struct ReadReport: Equatable, Sendable {
  /// How many records were handed over.
  public var records = 0
  /// Bytes behind them that another process is still writing, or that a failed sync left in doubt.
  public var heldBack: Int64 = 0
}

extension Journal {
  /// Hands every new and confirmed record to `visit`, in order; the first time, all of them.
  ///
  /// Records another process has not confirmed yet are held back, unless it is gone: then complete ones that continue
  /// the chain count. Damage does not stop the reading; it is listed in `notices` and takes away write access.
  /// Throws `.replaced`, `.shrunk`, `.io`, or what `visit` throws; the record it threw on counts as read.
  @discardableResult
  public func readNew(_ visit: (Record) throws -> Void) throws -> ReadReport {
    try read(look(underLock: false), visit)
  }

  /// Reads `extent`. `observe` is shown every physical line, good or bad, in order.
  func read(
    _ extent: Extent, observe: (ScannedLine, UnsafeRawBufferPointer) throws -> Void = { _, _ in },
    _ visit: (Record) throws -> Void
  ) throws -> ReadReport {
    var report = ReadReport(heldBack: extent.heldBack)
    notices.unfinishedTail = nil
    if extent.settled > sequencer.position {
      var reading = Reading(self, extent)
      defer { notices.damage = sequencer.damage }
      try reading.run(observe: observe) { record in
        report.records += 1
        try visit(record)
      }
      notices.unfinishedTail = try reading.unfinishedTail()
      notices.unvouched = try unvouchedHealings()
    } else if extent.end > extent.settled {
      notices.unfinishedTail = extent.unfinished
    }
    // What a failed sync left in doubt nobody is writing any more.
    if isPoisoned, extent.heldBack > 0 {
      notices.unfinishedTail = try unfinishedTail(extent.end..<(extent.end + extent.heldBack))
      report.heldBack = 0
    }
    if let head = extent.head, extent.endsEarly { reportEarlyEnd(at: extent.end, head) }
    // Offsets say nothing where line ends were changed; numbers do.
    if hasCarriageReturns, let head = readState()?.head, head.seq >= sequencer.expected {
      reportEarlyEnd(at: extent.end, Head(seq: head.seq, offset: extent.end, digest: head.digest))
    }
    notices.damage = sequencer.damage
    return report
  }

  /// What lies in `bytes` at the end, counted in lines.
  func unfinishedTail(_ bytes: Range<Int64>) throws(JournalError) -> UnfinishedTail {
    var rest = LineWindow(
      fileSystem, file.number, from: bytes.lowerBound, to: bytes.upperBound, boundary: .max)
    var entries = 0
    while !rest.isFinished {
      _ = try rest.fill()
      while let line = rest.current {
        // The rest of a long line is no further entry, nor is an empty line.
        if !line.isContinued, !rest.bytes(line).isBlank { entries += 1 }
        rest.advance()
      }
    }
    return UnfinishedTail(
      bytes: bytes, entries: max(1, entries + (rest.remainder.isEmpty || rest.isInLine ? 0 : 1)))
  }

  private func reportEarlyEnd(at end: Int64, _ confirmed: Head) {
    let missing = sequencer.expected <= confirmed.seq ? sequencer.expected...confirmed.seq : nil
    sequencer.add(Damage(kind: .endsEarly, bytes: end..<confirmed.offset, missing: missing))
    sequencer.expected = max(sequencer.expected, confirmed.seq + 1)
  }
}

extension UnsafeRawBufferPointer {
  /// Nothing but blanks and ends of lines.
  fileprivate var isBlank: Bool { allSatisfy { $0 == 0x20 || $0 == 0x0a || $0 == 0x0d || $0 == 0x09 } }
}
