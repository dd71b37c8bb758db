import Foundation
import TestSupport
import Testing

/// What is left out is nowhere.
@Suite struct ExportPrivacyTests {
  private func everything(_ folder: ExportedFolder) throws -> String {
    var text = ""
    for name in try folder.names where !name.hasPrefix("policies") { text += try folder.text(name) }
    return text
  }

  @Test(arguments: ["csv", "jsonl", "sql"]) func nothingPersonalIsLeft(_ format: String) throws {
    let centre = try Centre(demo: 200)
    let contacts = try centre.done("contact", "list", "--json").objects()
    let staff = try centre.done("staff", "list", "--all", "--json").objects()
    let tickets = try centre.done("list", "--queue", "all", "--json").objects()
    func values(_ rows: [[String: Any]], _ keys: String...) -> Set<String> {
      Set(rows.flatMap { row in keys.compactMap { row[$0] as? String } }.filter { $0.count > 1 })
    }
    let text = try everything(
      try centre.export(
        "out", "--format", format, "--without", "persons,texts,rooms,staff,money", "--names", "codes"))
    let personal: [(String, Set<String>)] = [
      ("residents", values(contacts, "name", "phone").union(values(tickets, "caller", "phone"))),
      ("rooms", values(contacts, "unit").union(values(tickets, "unit"))),
      ("texts", values(tickets, "summary")),
      // A code as short as `li` stands in many a word.
      ("staff", values(staff, "name", "phone").union(values(staff, "staff").filter { $0.count > 5 })),
    ]
    for (kind, values) in personal {
      #expect(values.count > 4, "\(kind)")
      let found = values.filter { text.contains($0) }
      #expect(found.isEmpty, "\(kind): \(found.sorted().prefix(5))")
    }
    #expect(text.contains("ticket.received") && text.contains("repair"))
  }

  @Test func eachPartIsLeftOutByItself() throws {
    let centre = try Centre()
    _ = try centre.ticket(
      "repair", "--summary", "水管爆裂", "--unit", "3-2-1201", "--caller", "张磊", "--phone", "13800001234",
      "--owner",
      "li.na")
    try centre.done("dispatch", "1001", "--to", "wang")
    try centre.done("price", "1001.1", "87654.31", "--agreed-by", "张磊")
    let signs: [(String, [String])] = [
      ("persons", ["张磊", "13800001234"]), ("texts", ["水管爆裂"]), ("rooms", ["3-2-1201", "3-2-901"]),
      ("staff", ["li.na", "李娜", "13900000001"]), ("money", ["8765431"]),
    ]
    for (part, gone) in signs {
      let text = try everything(try centre.export(part, "--without", part, "--format", "jsonl"))
      for (other, signs) in signs {
        for sign in signs {
          // Rooms and residents are known together; a table without its key goes as a whole.
          let isGone = gone.contains(sign)
          if isGone { #expect(!text.contains(sign), "\(part) left out, \(sign) of \(other) is there") }
          if !isGone, other == "texts" || other == "money" {
            #expect(text.contains(sign), "\(part) took \(sign) along")
          }
        }
      }
    }
  }
}
