/// A program that nobody touches: what it writes, and what of a core it takes.
struct IdleWatch {
  let seconds: Int

  /// Bytes a second, the seconds in which there were any, and the share of a core in per cent; nil where it does not run.
  func take(_ command: [String]) -> (bytes: Double, busy: Int, share: Double)? {
    guard let terminal = PseudoTerminal(command), terminal.firstByte(within: 5000) != nil else { return nil }
    _ = terminal.drain(quiet: 500)
    let used = terminal.processorSeconds()
    let start = now()
    var bytes = 0
    var busy: Set<Int> = []
    while now() - start < Double(seconds) {
      let left = (start + Double(seconds) - now()) * 1000
      guard terminal.firstByte(within: Int32(max(1, left))) != nil else { break }
      let written = terminal.drain(quiet: 5).bytes
      guard written > 0 else { break }
      bytes += written
      busy.insert(Int(now() - start))
    }
    let share = (terminal.processorSeconds() - used) / (now() - start) * 100
    return (Double(bytes) / Double(seconds), busy.count, share)
  }
}
