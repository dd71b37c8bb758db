/// What one word of a command line is by its shape alone.
enum Token: Equatable {
  /// `--name`, or `--name=value`.
  case option(name: String, value: String?)
  /// `-h`.
  case help
  /// `--`: everything after it is a value.
  case terminator
  case word(String)
}

/// The first stage: words into tokens, knowing nothing of the commands.
struct Lexer {
  private var rest: ArraySlice<String>
  private var isTerminated = false

  init(_ words: [String]) { rest = words[...] }

  /// The next token; nil at the end of the line.
  mutating func next() -> Token? {
    guard let word = rest.popFirst() else { return nil }
    if isTerminated { return .word(word) }
    if word == "--" {
      isTerminated = true
      return .terminator
    }
    if word == "-h" || word == "--help" { return .help }
    guard word.hasPrefix("--") else { return .word(word) }
    let text = word.dropFirst(2)
    guard let equals = text.firstIndex(of: "=") else { return .option(name: String(text), value: nil) }
    return .option(name: String(text[..<equals]), value: String(text[text.index(after: equals)...]))
  }

  /// The next word as the value of an option: anything, `-30m` and `-` included, that is no option itself.
  mutating func value() -> String? {
    guard let word = rest.first, !isTerminated, !word.hasPrefix("--") || word.contains(" "), word != "-h"
    else { return nil }
    rest.removeFirst()
    return word
  }
}
