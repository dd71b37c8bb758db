import Foundation
import TestSupport
import Testing

@testable import dutydesk

/// Every list that is printed as comma-separated values can be had for a spreadsheet.
@Suite struct ExcelListTests {
  @Test func everyListWithValuesHasTheForm() throws {
    let centre = try Centre()
    _ = try centre.ticket(
      "repair", "--summary", "=1+1", "--unit", "3-2-1201", "--phone", "13800001234", "--urgency", "urgent")
    for command in CommandTable.all where command.allFormats.contains(.csv) {
      #expect(command.options.contains { $0.name == "excel" }, "\(command.spelling)")
      let answer = try centre.run(command.path + ["--csv", "--excel", "--lang", "zh"])
      #expect(answer.status == 0 && answer.bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(command.spelling)")
      #expect(!answer.bytes.dropFirst(3).starts(with: [0xEF, 0xBB, 0xBF]))
      let plain = try centre.run(command.path + ["--csv"])
      let (sheet, codes) = (
        CSVText.rows(String(decoding: answer.bytes.dropFirst(3), as: UTF8.self)), CSVText.rows(plain.out)
      )
      #expect(sheet.count == codes.count && sheet[0].count == codes[0].count, "\(command.spelling)")
      #expect(sheet[0].joined().unicodeScalars.contains { $0.value > 0x4E00 }, "\(sheet[0])")
      let lonely = try centre.run(command.path + ["--excel"])
      #expect(lonely.status == 2 && lonely.err.contains("goes with --csv"), "\(lonely)")
    }
  }

  @Test func roomsAndPhonesStayWhatTheyAre() throws {
    let centre = try Centre()
    let contacts = try centre.done("contact", "list", "--csv", "--excel", "--lang", "en").out
    #expect(contacts.contains("\"=\"\"3-2-1201\"\"\",张磊,Owner,\"=\"\"13800001234\"\"\""), "\(contacts)")
    _ = try centre.ticket("repair", "--summary", "x", "--urgency", "urgent", "--on", "-2h")
    let due = CSVText.rows(try centre.done("due", "--csv").out)
    let left = try #require(due[0].firstIndex(of: "remaining_s"))
    // A number below zero is no formula.
    #expect(due.dropFirst().contains { $0[left].hasPrefix("-") })
    let sheet = CSVText.rows(try centre.done("list", "--csv", "--excel", "--lang", "zh").out)
    #expect(sheet[0].contains("登记时间（Asia/Shanghai）"))
  }

  @Test func aStaffNumberGoesWhereverThePersonGoes() throws {
    let centre = try Centre()
    try centre.done("staff", "edit", "wang", "--ref", "007")
    let list = try centre.done("staff", "list", "--json").objects()
    #expect(list.first { $0["staff"] as? String == "wang" }?["ref"] as? String == "007")
    let row = try centre.export("out", "--excel", "--lang", "zh").records("staff").first {
      $0["代码"] == "wang"
    }
    #expect(row?["工号"] == "=\"007\"")
    #expect(try centre.run("staff", "edit", "wang", "--ref", String(repeating: "x", count: 5000)).status == 1)
  }
}
