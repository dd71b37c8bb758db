import Glibc

/// The console as a person meets it: first frame, key to first byte, an idle minute; `less` on the same list as
/// text is the yardstick in the same run.
struct ConsoleBench {
  /// The console under test, and the file that the yardstick pages through.
  let console: [String]
  let yardstick: [String]
  private let presses = 300

  func run() {
    print("first frame, 120×40, median of 7, milliseconds")
    let first = median((0..<7).map { _ in firstFrame(console) })
    let other = median((0..<7).map { _ in firstFrame(yardstick) })
    report("  console", first, "less", other)

    print("key to first byte, \(presses) cursor moves, milliseconds")
    let keys = keyLatencies(console)
    let paging = keyLatencies(yardstick)
    for share in [0.5, 0.99] {
      report("  p\(Int(share * 100))", percentile(keys, share), "less", percentile(paging, share))
    }
    idle(seconds: 20)
  }

  private func firstFrame(_ command: [String]) -> Double {
    PseudoTerminal.secondsToFirstFrame(command).map { $0 * 1000 } ?? .nan
  }

  private func keyLatencies(_ command: [String]) -> [Double] {
    guard let terminal = PseudoTerminal(command), terminal.firstByte(within: 5000) != nil else { return [] }
    _ = terminal.drain(quiet: 300)
    var times: [Double] = []
    for press in 0..<presses {
      let start = now()
      terminal.type(press % 60 < 30 ? "j" : "k")
      guard let answer = terminal.firstByte(within: 1000) else { continue }
      times.append((answer - start) * 1000)
      _ = terminal.drain(quiet: 4)
    }
    return times
  }

  private func idle(seconds: Int) {
    guard let terminal = PseudoTerminal(console), terminal.firstByte(within: 5000) != nil else { return }
    _ = terminal.drain(quiet: 300)
    let before = terminal.processorSeconds()
    let start = now()
    var bytes = 0
    while now() - start < Double(seconds) { bytes += terminal.drain(quiet: 200).bytes }
    let used = terminal.processorSeconds() - before
    let share = used / (now() - start) * 100
    print("idle for \(seconds) s: \(bytes / seconds) bytes a second, \(fixed(share, 2)) % of a core")
  }

  private func report(_ label: String, _ value: Double, _ other: String, _ reference: Double) {
    print(
      "\(label) \(fixed(value, 2)), \(other) \(fixed(reference, 2)), ratio \(fixed(value / reference, 2))")
  }
}

/// The middle one of some figures.
func median(_ values: [Double]) -> Double { percentile(values, 0.5) }

/// The figure below which that share of them lies.
func percentile(_ values: [Double], _ share: Double) -> Double {
  guard !values.isEmpty else { return .nan }
  let sorted = values.sorted()
  return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
}

/// A figure with so many decimals.
func fixed(_ value: Double, _ decimals: Int) -> String {
  guard value.isFinite else { return "–" }
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let whole = (value.magnitude * scale).rounded()
  var digits = String(Int(whole))
  while digits.count <= decimals { digits = "0" + digits }
  let sign = value < 0 ? "-" : ""
  let split = digits.index(digits.endIndex, offsetBy: -decimals)
  return decimals == 0 ? sign + digits : sign + digits[..<split] + "." + digits[split...]
}
