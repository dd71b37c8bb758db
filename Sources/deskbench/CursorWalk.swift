import Glibc

/// The cursor goes up and down a long list, more down than up, always after the screen has come to rest: how long until
/// the first byte of the answer, and how many bytes the answer has.
struct CursorWalk {
  let rows: Int32
  let columns: Int32
  let presses = 600

  /// Takes the walk in a program; the same steps in each.
  func take(_ command: [String]) -> (times: [Double], bytes: Double) {
    guard let terminal = PseudoTerminal(command, rows: rows, columns: columns),
      terminal.firstByte(within: 20_000) != nil
    else { return ([], .nan) }
    // Both go on reading when their first picture stands.
    terminal.settle(3500)
    var chance = Chance(seed: 20_261_125)
    var times: [Double] = []
    var bytes = 0
    for _ in 0..<presses {
      usleep(useconds_t(chance.next() % 20_000))
      // What a clock changed meanwhile is not the answer.
      _ = terminal.drain(quiet: 0)
      let start = now()
      terminal.type(chance.next() % 10 < 7 ? "j" : "k")
      guard let answer = terminal.firstByte(within: 1000) else { continue }
      times.append((answer - start) * 1000)
      bytes += terminal.drain(quiet: 4).bytes
    }
    return (times, Double(bytes) / Double(times.count))
  }
}
