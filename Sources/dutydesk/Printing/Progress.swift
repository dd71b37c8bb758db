import Words

/// A line on the terminal that says how far something long has got; silent where there is no terminal.
final class Progress {
  private let out: Output
  private let words: Words
  private let isShown: Bool
  private var told = -1

  init(_ out: Output, _ words: Words) {
    self.out = out
    self.words = words
    isShown = out.isTerminal
  }

  /// So many of so many are done, in whatever is counted.
  func tell(_ done: Int64, of all: Int64) {
    guard isShown, all > 0 else { return }
    show(Int(Double(done) / Double(all) * 100)) { "\($0)%" }
  }

  /// So many are done; how many there will be is not known.
  func tell(_ done: Int) { show(done) { words.rowsSoFar($0) } }

  /// Takes the line away.
  func end() {
    guard isShown, told >= 0 else { return }
    out.notice(nil)
  }

  private func show(_ value: Int, _ text: (Int) -> String) {
    guard isShown, value != told else { return }
    told = value
    out.notice(text(value))
  }
}
