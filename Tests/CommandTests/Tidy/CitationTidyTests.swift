import Foundation
import Testing

/// What pages and comments point to is there.
@Suite struct CitationTidyTests {
  private static let rules = "Sources/Desk/Desk.docc/Rules.md"

  /// Everything in which a rule may be cited: pages and comments, each with where it stands.
  private static let everything = Result<[(place: String, text: String)], any Error> {
    let pages = try Tree.pages.filter { $0 != rules }.map { ($0, try Tree.text($0)) }
    let comments = try (Tree.swift("Sources") + Tree.swift("Tests")).flatMap { file in
      try Tree.comments(file).map { (file, $0) }
    }
    return pages + comments
  }

  private static func said() throws -> [(place: String, text: String)] { try everything.get() }

  @Test func `every rule that is cited stands on the page of rules`() throws {
    let page = try Tree.text(Self.rules)
    let rows = Set(page.captures(#"(?m)^\| (R[0-9]+) \|"#).map { $0[1] })
    var cited = 0
    for (place, text) in try Self.said() {
      for found in text.captures(#"(?<![\w\\"*.])(R[1-9][0-9]?)(?![\w*])"#) {
        cited += 1
        #expect(rows.contains(found[1]), "\(place) cites \(found[1])")
      }
    }
    #expect(cited > 60)
  }

  @Test func `every clock rule that is cited stands on the page of rules`() throws {
    let page = try Tree.text(Self.rules)
    let start = try #require(page.range(of: "## The clock rules\n")?.upperBound)
    let list = page[start...].prefix(upTo: try #require(page[start...].range(of: "\n## ")?.lowerBound))
    let numbers = Set(String(list).captures(#"(?m)^([0-9]+)\. "#).map { $0[1] })
    var cited = 0
    for (place, text) in try Self.said() {
      for found in text.captures(#"\b[Rr]ules? ([0-9]+(?:(?:, | and | to )[0-9]+)*)"#) {
        for number in found[1].captures("[0-9]+") {
          cited += 1
          #expect(numbers.contains(number[0]), "\(place) cites clock rule \(number[0])")
        }
      }
    }
    #expect(cited > 60)
  }

  @Test func `every section that is cited is a heading`() throws {
    func headings(_ pages: [String]) throws -> [String] {
      try pages.flatMap { try Tree.text($0).captures("(?m)^##+ (.*)$").map { $0[1].lowercased() } }
    }
    let rules = try headings([Self.rules]) + ["clock rule", "the clock rules", "clock rules"]
    let journal = try ["Format", "Care"].map { try Tree.text("Sources/Journal/Journal.docc/\($0).md") }
      .joined().lowercased()
    var cited = 0
    for (place, text) in try Self.said() {
      for found in text.captures(#"\b(DOMAIN|REQUIREMENTS|JOURNAL)\b, ([a-zA-Z][a-zA-Z' ]*)"#) {
        let section = found[2].trimmingCharacters(in: .whitespaces).lowercased()
        guard section != "r" else { continue }
        cited += 1
        let isThere =
          found[1] == "JOURNAL" ? journal.contains(section) : rules.contains { section.hasSuffix($0) }
        #expect(isThere, "\(place) cites \(found[1]), \(section)")
      }
      // Notes that are no part of the package lead nobody anywhere.
      let foreign = text.captures(
        #"\b(?:DESK [A-Z]?[0-9]|(?:STYLE|HOUSE|LOOK|SCALE|CENTRES|RULEBOOK|DESK),? [a-z])"#)
      #expect(foreign.isEmpty, "\(place) cites \(foreign)")
    }
    #expect(cited > 50)
  }

  @Test func `every link of a page leads to a file, and every page is linked`() throws {
    let files = Set(Tree.files)
    var linked: Set<String> = ["README.md", ".github/CONTRIBUTING.md"]
    for page in Tree.pages {
      let folder = Tree.top.appendingPathComponent(page).deletingLastPathComponent()
      let text = try Tree.text(page)
      for found in text.captures(#"\]\(([^)#\s]+)(?:#[^)]*)?\)"#) where !found[1].contains("://") {
        let target = folder.appendingPathComponent(found[1]).standardizedFileURL.path
        let path = String(target.dropFirst(Tree.top.standardizedFileURL.path.count + 1))
        #expect(files.contains(path), "\(page) links to \(found[1])")
        if path != page { linked.insert(path) }
      }
      for found in text.captures(#"<doc:(\w+)>"#) {
        let path = (page as NSString).deletingLastPathComponent + "/\(found[1]).md"
        #expect(files.contains(path), "\(page) links to \(found[1])")
      }
    }
    for page in Tree.pages { #expect(linked.contains(page), "no page leads to \(page)") }
    for file in Tree.swift("Sources") {
      for found in try Tree.text(file).captures(#"<doc:(\w+)>"#) {
        #expect(files.contains { $0.hasSuffix(".docc/\(found[1]).md") }, "\(file) links to \(found[1])")
      }
    }
  }

  @Test func `every file that a page or a comment names is there`() throws {
    for (place, text) in try Self.said() + [(Self.rules, try Tree.text(Self.rules))] {
      for found in text.captures(#"`([\w+./-]+\.(?:swift|md|sh|py|cast))`"#) {
        #expect(Tree.files.contains { ("/" + $0).hasSuffix("/" + found[1]) }, "\(place) names \(found[1])")
      }
      for found in text.captures(#"(?<![\w/])((?:Sources|Tests|themes|\.ci)/[\w+./-]*\w)"#) {
        let isThere = Tree.files.contains { $0 == found[1] || $0.hasPrefix(found[1] + "/") }
        #expect(isThere || found[1].hasSuffix(".docc"), "\(place) names \(found[1])")
      }
    }
  }

  @Test func `every type that the pages of rules and architecture name is declared`() throws {
    var names = Set(try Tree.types("Sources").keys).union(try Tree.types("Tests").keys)
    names.formUnion(Tree.files.map { (($0 as NSString).lastPathComponent as NSString).deletingPathExtension })
    names.formUnion(try Tree.text("Package.swift").captures(#"name: "(\w+)""#).map { $0[1] })
    for page in [Self.rules, "Sources/Desk/Desk.docc/Architecture.md"] {
      for found in try Tree.text(page).captures(#"`([A-Z][a-z]\w*(?:\+\w+)?)(?:\.[a-z][^`]*)?`"#) {
        // The folders of a module are named like its files.
        let isFolder = Tree.files.contains { $0.contains("/\(found[1])/") }
        #expect(names.contains(found[1]) || isFolder, "\(page) names \(found[1])")
      }
    }
  }
}
