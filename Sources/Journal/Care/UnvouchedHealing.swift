/// A healing that nobody vouches for: what it set aside goes on from what lies before it, so that it was refused, or is
/// hidden by a forgery, and the state file that knew which is gone.
public struct UnvouchedHealing: Equatable, Sendable {
  /// What was set aside, and by which record.
  public let healed: HealedRange
  /// How many records in it continue the chain.
  public let records: Int
}

extension Journal {
  /// So many healings are looked at; a journal has none or a few.
  private static let mostHealings = 100

  /// Finds the healings that nobody vouches for. The bytes of a forged one cannot be told from those of a true one: only the
  /// state file knew what was refused. Throws `.io`.
  func unvouchedHealings() throws(JournalError) -> [UnvouchedHealing] {
    guard knownSince != 0 else { return [] }
    var found: [UnvouchedHealing] = []
    for healed in notices.healed.prefix(Self.mostHealings) where healed.seq < knownSince ?? .max {
      let records = try continuing(in: healed)
      if records > 0 { found.append(UnvouchedHealing(healed: healed, records: records)) }
    }
    return found
  }

  /// How many records at the beginning of what was set aside continue the chain before it.
  private func continuing(in healed: HealedRange) throws(JournalError) -> Int {
    let (start, end) = (healed.bytes.lowerBound, healed.bytes.upperBound)
    guard var digest = try line(endingAt: start)?.digest else { return 0 }
    var count = 0
    var window = LineWindow(fileSystem, file.number, from: start, to: end, boundary: .max)
    while !window.isFinished {
      _ = try window.fill()
      while let line = window.current {
        guard let record = window.record(line), !line.hasBadLineFeed, record.prev == digest,
          record.seq == healed.seq + Int64(count)
        else { return count }
        count += 1
        digest = window.digest(line)
        window.advance()
      }
    }
    return count
  }
}
