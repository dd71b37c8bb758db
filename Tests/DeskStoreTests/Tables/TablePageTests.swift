import Desk
import Foundation
import TestSupport
import Testing

@testable import DeskStore

/// The page of the documentation that lists every column is made of the same list as everything else.
@Suite struct TablePageTests {
  private static let begin = "<!-- tables -->\n"
  private static let end = "<!-- end -->\n"

  private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/DeskStore/DeskStore.docc/Export.md")

  private static var made: String {
    TableCatalogue.all.map { table in
      let rows = table.headings.map { column in
        "| `\(column.name)` | \(column.title.zh) | \(column.title.en) | \(column.type.rawValue) | "
          + "\(column.privacy.text.joined(separator: ", ")) |"
      }
      return """
        ### \(table.name) \(table.title.zh)

        Found by \(table.key.map { "`\($0)`" }.joined(separator: ", ")).

        | column | 标题 | title | holds | says something of |
        |---|---|---|---|---|
        \(rows.joined(separator: "\n"))

        """
    }.joined(separator: "\n")
  }

  @Test func thePageListsEveryColumn() throws {
    let page = try String(contentsOf: Self.path, encoding: .utf8)
    let start = try #require(page.range(of: Self.begin))
    let stop = try #require(page.range(of: Self.end))
    let said = String(page[start.upperBound..<stop.lowerBound])
    if said == Self.made { return }
    if ProcessInfo.processInfo.environment["DUTYDESK_RECORD"] == "1" {
      let anew = page.replacingCharacters(in: start.upperBound..<stop.lowerBound, with: Self.made)
      try Data(anew.utf8).write(to: Self.path)
    }
    Issue.record("Export.md does not list the columns as they are (DUTYDESK_RECORD=1 writes it anew)")
  }
}
