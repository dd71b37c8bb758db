import Foundation
import Testing

/// One name for one thing, no file too long to be read, none that nobody reads.
@Suite struct TreeTidyTests {
  /// Names that several types have. A list that only becomes shorter: what is renamed is taken out here, and nothing is put in.
  private static let severalTimes: Set<String> = [
    "Batch", "Candidate", "Cell", "Change", "Choice", "Code", "Column", "DecimalText", "Entry",
    "Event", "Failure", "Field", "Form", "Format", "Head", "Interruption", "Key", "Kind", "Likeness", "Limit",
    "Look", "Name", "Nearness", "Obstacle", "Opening", "Options", "Order", "Outcome", "Pair", "Pane",
    "Part", "Person", "Piece", "Place", "Problem", "Reading", "Report", "Request", "Row", "Rule", "Section",
    "Span",
    "Start", "State", "Step", "Stretch", "TicketView", "Token", "Verdict", "Work",
  ]

  @Test func `a name means one type`() throws {
    let several = Set(try Tree.types("Sources").filter { $1.count > 1 }.keys)
    let new = several.subtracting(Self.severalTimes).sorted()
    #expect(new.isEmpty, "declared more than once")
    let gone = Self.severalTimes.subtracting(several).sorted()
    #expect(gone.isEmpty, "declared once now: to be taken off the list")
  }

  @Test func `the words know no screen`() throws {
    for file in Tree.swift("Sources/Words") {
      let screens = try Tree.text(file).captures(#"(?m)^[^/\n]*import (?:Console|Terminal)$"#).map { $0[0] }
      #expect(screens.isEmpty, "\(file): \(screens)")
    }
  }

  /// Where a language is told apart by hand: the one place for all that is said, and what is no single phrase.
  private static let languagesToldApart: Set<String> = [
    "Sources/Desk/Basics/Phrase.swift",
    // The language that is switched to.
    "Sources/Desk/Basics/Language.swift",
    // Lists that have other lines in each language.
    "Sources/Desk/Moments/MomentForms.swift", "Sources/Console/Preferences/Phrases.swift",
    // Columns: words of the one language are longer.
    "Sources/Console/Screens/Board/BoardRows.swift", "Sources/Console/Screens/Intake/IntakeSide.swift",
  ]

  @Test func `a language is told apart in one place`() throws {
    let files = try Tree.swift("Sources").filter { file in
      !(try Tree.text(file).captures(#"[!=]= (?:Language)?\.(?:zh|en)\b|case [^:\n]*\.(?:zh|en)\b"#)).isEmpty
    }
    let new = Set(files).subtracting(Self.languagesToldApart).sorted()
    #expect(new.isEmpty, "say it with a Phrase")
    let gone = Self.languagesToldApart.subtracting(files).sorted()
    #expect(gone.isEmpty, "told apart no longer: to be taken off the list")
  }

  @Test func `no source file has more than 500 lines`() throws {
    for file in Tree.swift("Sources") + Tree.swift("Tests") + Tree.swift("themes") {
      let lines = try Tree.text(file).split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 500, "\(file) has \(lines) lines")
    }
  }

  /// Everything that may name a file: sources, tests, scripts and pages.
  private static func readers() throws -> [String: String] {
    let scripts = Tree.files.filter { file in
      ["Sources/", "Tests/", ".ci/"].contains { file.hasPrefix($0) }
        && ([".swift", ".sh", ".py"].contains { file.hasSuffix($0) } || file.hasPrefix(".ci/"))
    }
    return Dictionary(uniqueKeysWithValues: try (scripts + Tree.pages).map { ($0, try Tree.text($0)) })
  }

  @Test func `every fixture is read by somebody`() throws {
    let readers = try Self.readers()
    for file in Tree.files where file.hasPrefix("Tests/Fixtures/") {
      let parts = file.split(separator: "/").map(String.init)
      // Golden files have a test of their own, and a corpus is read folder by folder.
      guard parts.count > 2, parts[2] != "golden", parts[2] != "corpus" else { continue }
      let stem = (parts[parts.count - 1] as NSString).deletingPathExtension
      let isRead = readers.contains { $0.key != file && $0.value.contains(stem) }
      #expect(isRead, "nobody reads \(file)")
    }
    let targets = try Tree.text("Tests/FuzzTests/FuzzTarget.swift").captures(#"case ([a-z, ]+)"#)
      .flatMap { $0[1].components(separatedBy: ", ") }
    for file in Tree.files where file.hasPrefix("Tests/Fixtures/corpus/") {
      let target = file.split(separator: "/")[3]
      #expect(targets.contains(String(target)), "nobody reads \(file)")
    }
  }

  @Test func `what the quick tier leaves out is there to be left out`() throws {
    let script = try Tree.text(".ci/quick")
    let tests = try Tree.swift("Tests").map { try Tree.text($0) }
    func names(_ list: String) throws -> [String] {
      try #require(script.captures(#"(?s)\n\#(list)=\((.*?)\n\)"#).first)[1].captures(#"'([^']+)'|([\w]+)"#)
        .map { $0[1] + $0[2] }
    }
    for suite in try names("suites") {
      #expect(
        tests.contains { !$0.captures("(?:struct|class|enum) \(suite)\\b").isEmpty }, "no suite \(suite)")
    }
    for test in try names("tests") {
      #expect(
        tests.contains { $0.contains("func \(test)") || $0.contains("func `\(test)") }, "no test \(test)")
    }
  }

  /// The names of golden files that a folder of tests asks for; what is put in at run time matches any word that stands as a
  /// word of its own in these tests, or a number.
  private static func asked(_ folder: String) throws -> (patterns: [String], words: Set<String>) {
    let tests = try Tree.swift("Tests").filter { $0.contains("/\(folder)/") }.map { try Tree.text($0) }
    let names = tests.flatMap { $0.captures(#"golden\([\s\S]*?"([^"\n]*\.(?:txt|map))""#).map { $0[1] } }
    let words = tests.flatMap { $0.captures(#""([\w-]+)"|case (\w+)"#).map { $0[1] + $0[2] } }
    let patterns = names.map { name in
      NSRegularExpression.escapedPattern(for: name).replacingOccurrences(
        of: #"\\\\\\\([^)]*\\\)"#, with: "([\\\\w-]+)", options: .regularExpression)
    }
    return (patterns, Set(words))
  }

  @Test func `every golden file is asked for by a test`() throws {
    let themes = Tree.files.filter { $0.hasPrefix("themes/") }.map {
      (($0 as NSString).lastPathComponent as NSString).deletingPathExtension
    }
    let golden = Tree.files.filter { $0.hasPrefix("Tests/Fixtures/golden/") }
    let tests = try Tree.swift("Tests").map { try Tree.text($0) }
    for (folder, files) in Dictionary(grouping: golden, by: { String($0.split(separator: "/")[3]) }) {
      var (patterns, words) = try Self.asked(folder)
      words.formUnion(themes + ["zh", "en"])
      for file in files {
        let name = file.split(separator: "/").dropFirst(4).joined(separator: "/")
        let isAsked = patterns.contains { pattern in
          guard let found = name.captures("^" + pattern + "$").first else { return false }
          return found.dropFirst().allSatisfy(words.contains)
        }
        let isRead = tests.contains { $0.contains("golden/\(folder)/\(name)") }
        #expect(isAsked || isRead, "no test asks for \(file)")
      }
    }
  }
}
