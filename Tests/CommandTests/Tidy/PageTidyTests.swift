import Desk
import Foundation
import Settings
import Testing

@testable import Console
@testable import DeskStore

/// What the pages list is what the tables of the program have.
@Suite struct PageTidyTests {
  @Test func `README is one page`() throws {
    let lines = try Tree.text("README.md").split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(lines < 200, "README.md has \(lines) lines; what is told at length has pages of its own")
  }

  /// Each type with the members that its row names outside of brackets.
  private static func rowsOfEvents() throws -> [String: Set<String>] {
    var rows: [String: Set<String>] = [:]
    for row in try Tree.text("Sources/DeskStore/DeskStore.docc/Events.md").captures(
      #"(?m)^\| (`[a-z]+\.[^|]*`) \| (.*) \|$"#)
    {
      let types = row[1].captures("`([^`]+)`").map { $0[1] }
      let subject = types[0].prefix { $0 != "." }
      let members = row[2].replacingOccurrences(of: #"\([^)]*\)"#, with: "", options: .regularExpression)
      for type in types {
        rows[type.contains(".") ? type : "\(subject).\(type)"] = Set(
          members.captures("`([^`]+)`").map { $0[1] })
      }
    }
    return rows
  }

  @Test func `the page of events lists every type and every member`() throws {
    let rows = try Self.rowsOfEvents()
    let types = Set(EventType.all.map(\.name))
    #expect(Set(rows.keys) == types, "\(types.symmetricDifference(rows.keys).sorted())")
    for (type, members) in rows {
      let known = Set(EventMembers.members[type, default: [:]].keys).subtracting([
        "imported", "import", "undoes",
      ])
      #expect(members == known, "\(type): \(members.symmetricDifference(known).sorted())")
    }
  }

  @Test func `the page of settings shows every setting of the console, and a file that can be read`() throws {
    let page = try Tree.text("Sources/Console/Console.docc/Settings.md")
    let file = try #require(page.captures(#"(?s)```toml\n(.*?)```"#).first)[1]
    _ = try Preferences(parsing: Array(file.utf8), file: "Settings.md")
    let shown = try #require(file.captures(#"(?s)\[console\]\n(.*?)\n\["#).first)[1]
      .captures(#"(?m)^([a-z-]+) ="#).map { $0[1] }
    let (_, faults) = Preferences.salvaging(Array("[console]\nnothing = 1\n".utf8), file: "x")
    guard case .unknownKey(_, let known)? = faults.first?.kind else {
      Issue.record("\(faults)")
      return
    }
    #expect(Set(shown) == Set(known))
  }

  /// What the program asks the environment for, and what of it those with a group's rights may say.
  private static func variablesOfTheProgram() throws -> Set<String> {
    var names: Set<String> = []
    for file in Tree.swift("Sources") {
      let text = try Tree.text(file)
      for found in text.captures(#"(?:getenv|variable|environment|folder)\("([A-Z][A-Z_]+)""#) {
        names.insert(found[1])
      }
      let inLists = text.captures(#""((?:DUTYDESK|XDG|LC)_[A-Z_]+|LANG|COLORTERM)""#)
      names.formUnion(inLists.map { $0[1] })
    }
    return names
  }

  @Test func `the page of settings lists every variable that the program hears`() throws {
    let page = try Tree.text("Sources/Console/Console.docc/Settings.md")
    let table = try #require(page.range(of: "## Variables of the environment"))
    let listed = Set(String(page[table.upperBound...]).captures("`([A-Z][A-Z_]+)`").map { $0[1] })
    let heard = try Self.variablesOfTheProgram()
    #expect(heard.count > 10 && listed == heard, "\(listed.symmetricDifference(heard).sorted())")
  }

  @Test func `contributing lists every variable that the tests know`() throws {
    let page = try Tree.text(".github/CONTRIBUTING.md")
    let listed = Set(page.captures(#"(?m)^\| `(DUTYDESK_[A-Z_]+)"#).map { $0[1] })
    var known: Set<String> = []
    let others = [".ci/run", ".ci/quick", "Package.swift", "Tests/Fixtures/fuzz.sh"]
    for file in Tree.swift("Tests") + others where !file.hasSuffix("Tidy/PageTidyTests.swift") {
      known.formUnion(try Tree.text(file).captures(#"\b(DUTYDESK_[A-Z_]*[A-Z])\b"#).map { $0[1] })
    }
    known.subtract(try Self.variablesOfTheProgram())
    #expect(listed == known, "\(listed.symmetricDifference(known).sorted())")
  }

  @Test func `the clerk's page gives each key its name`() throws {
    let readme = try Tree.text("README.md")
    let start = try #require(readme.range(of: "## 值班员一页纸")?.upperBound)
    let entries = KeyList(Preferences(), language: .zh).entries
    let said = String(readme[start...]).captures(#"`([^` ]+)` (\p{Han}+)"#)
    #expect(said.count > 20)
    for (key, words) in said.map({ ($0[1], $0[2]) }) {
      let labels = entries.filter { $0.keys.split(separator: " ").contains(Substring(key)) }.map(\.label)
      #expect(labels.isEmpty || labels.contains { words.hasPrefix($0) }, "`\(key)` \(words): \(labels)")
    }
  }

  @Test func `the page of architecture draws the arrows of the package`() throws {
    let package = try Tree.text("Package.swift")
    var arrows: [String: Set<String>] = [:]
    for found in package.captures(
      #"(?s)\.(?:target|executableTarget|systemLibrary)\(\s*name: "(\w+)"(.*?)(?=\n    \.|\n  \])"#)
    {
      let known = found[2].captures(#"(?s)dependencies: \[(.*?)\]"#).first?[1] ?? ""
      arrows[found[1]] = Set(known.captures(#""(\w+)""#).map { $0[1] })
    }
    for name in ["TestSupport", "faultwriter"] { arrows[name] = nil }
    let page = try Tree.text("Sources/Desk/Desk.docc/Architecture.md")
    var drawn: [String: Set<String>] = [:]
    for row in page.captures(#"(?m)^\| `(\w+)` \| [^|]* \|([^|]*)\|$"#) {
      drawn[row[1]] = Set(row[2].captures(#"`(\w+)`"#).map { $0[1] })
    }
    #expect(drawn == arrows)
  }

  @Test func `the five rows of speed in README stand on the page of speed`() throws {
    let readme = try Tree.text("README.md")
    let start = try #require(readme.range(of: "| what | dutydesk | yardstick")?.upperBound)
    let rows = readme[start...].components(separatedBy: "\n").dropFirst(2).prefix { $0.hasPrefix("|") }
    let page = Set(
      try Tree.text("Sources/deskbench/deskbench.docc/Speed.md").components(separatedBy: "\n"))
    #expect(rows.count == 5)
    for row in rows { #expect(page.contains(row), "\(row)") }
  }
}
