import Foundation
import TestSupport
import Testing

@testable import dutydesk

/// Tables as people read them.
@Suite struct TextTableTests {
  private func printed(_ table: TextTable) throws -> [String] {
    let folder = try TemporaryDirectory()
    let path = folder.file("out")
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(file) }
    let out = Output(file)
    table.print(on: out, ink: Ink(isColoured: false))
    out.flush()
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test func oneEndlessCellMakesNoOtherRowLonger() throws {
    let endless = String(repeating: "水", count: 50_000)
    for place in 0..<3 {
      var table = TextTable([
        .init(heading: "a"), .init(heading: "b", isRight: true), .init(heading: "c", isFlexible: true),
      ])
      for row in 0..<400 {
        var cells = ["一\(row)", "二", "三"]
        if row == 7 { cells[place] = endless }
        table.add(cells.map { .init($0) })
      }
      let rows = try printed(table)
      #expect(rows.count == 401 && rows[8].contains(endless), "nothing of it is cut")
      #expect(rows.enumerated().allSatisfy { $0.offset == 8 || $0.element.utf8.count < 700 })
    }
  }

  @Test func columnsStandBeneathEachOther() throws {
    var table = TextTable([.init(heading: "名"), .init(heading: "n", isRight: true), .init(heading: "c")])
    table.add([.init("张磊"), .init("7"), .init("x")])
    table.add([.init("李"), .init("1042"), .init("y")])
    #expect(try printed(table) == ["名       n  c", "张磊     7  x", "李    1042  y"])
  }
}
