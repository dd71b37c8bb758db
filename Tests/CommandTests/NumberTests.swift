import Foundation
import TestSupport
import Testing

/// Numbers and moments that make no sense, from the command line and from files: status 1 for what the desk refuses, 2 for
/// what is none; a sentence in both languages that names the field and the limit; the journal as it was.
struct NumberTests {
  /// A command line, its status, and what is said in English and in Chinese.
  struct Case: Sendable, CustomTestStringConvertible {
    let line: [String]
    let status: Int32
    let en: [String]
    let zh: [String]
    var testDescription: String { line.joined(separator: " ") }

    init(_ status: Int32, _ line: String, _ en: [String], _ zh: [String]) {
      self.line = line.split(separator: " ").map { $0.replacingOccurrences(of: "_", with: " ") }
      (self.status, self.en, self.zh) = (status, en, zh)
    }
  }

  /// 1001.1 is on the spot.
  static let cases: [Case] = [
    Case(
      1, "complete 1001.1 --result x --labour 310105199001011234",
      ["working time", "from 0 minutes to 99999 minutes"], ["工时", "0分钟", "99999分钟"]),
    Case(1, "complete 1001.1 --result x --labour 100000", ["working time", "99999"], ["工时", "99999"]),
    Case(1, "complete 1001.1 --result x --labour 200d", ["working time", "99999"], ["工时", "99999"]),
    Case(
      2, "complete 1001.1 --result x --labour 99999999999999999999", ["--labour", "99999"],
      ["--labour", "99999"]),
    Case(2, "complete 1001.1 --result x --labour -5", ["--labour", "no duration"], ["--labour", "读不懂时长"]),
    Case(
      1, "complete 1001.1 --result x --material tap_x9999999_@1", ["quantity of a material", "1000000"],
      ["材料数量", "1000000"]),
    Case(2, "complete 1001.1 --result x --material tap_x1_@1e99", ["no material"], ["读不懂材料"]),
    Case(
      1, "complete 1001.1 --result x --material tap_x1000000_@999999999",
      ["sum of materials", "¥999999999.99"],
      ["合计", "¥999999999.99"]),
    Case(
      1, "complete 1001.1 --result x --charge 310105199001011234",
      ["charge makes no sense", "¥999999999.99"],
      ["收费不合理", "¥999999999.99"]),
    Case(
      1, "complete 1001.1 --result x --material tap_x99999999999999999999_@1", ["quantity of a material"],
      ["材料数量"]),
    Case(2, "complete 1001.1 --result x --charge 12e99", ["no price"], ["读不懂价格"]),
    Case(2, "price 1001.1 -1", ["price"], ["-1"]),
    Case(
      2, "new repair --summary x --rings 310105199001011234", ["--rings", "0 to 99"], ["--rings", "0到99"]),
    Case(2, "staff edit wang --limit 0", ["--limit", "1 to 99"], ["--limit", "1到99"]),
    Case(2, "staff edit wang --limit 9223372036854775808", ["--limit", "1 to 99"], ["--limit", "1到99"]),
    Case(2, "staff edit wang --trade plumber:99999999999999999999", ["--trade"], ["--trade"]),
    Case(
      1, "staff edit wang --licence lift:9999-12-31", ["last day of a licence", "Check the year"],
      ["证照有效期", "请核对年份"]),
    Case(
      1, "staff edit wang --shift 08:00-17:00 --from 9999-12-31",
      ["day from which the shift holds", "Check the year"],
      ["班次生效日期", "请核对年份"]),
    Case(1, "roster set wang --from 9999-12-31 --duty off", ["day of the roster"], ["排班日期"]),
    Case(1, "roster set wang --from 0001-01-01 --duty off --reason x", ["day of the roster"], ["排班日期"]),
    Case(
      1, "roster set wang --from 2027-01-01 --to 2099-01-01 --duty off", ["400 days at most"], ["最多排400天"]),
    Case(
      1, "away wang --window 2027-01-01_08:00..2040-01-01_08:00", ["absence is too long", "1827d"],
      ["请假时段太长", "1827天"]),
    Case(1, "away wang --until 9999-12-31", ["absence", "Check the year"], ["请假时段", "请核对年份"]),
    Case(1, "promise 1001 --by 9999-12-31", ["promised time", "Check the year"], ["承诺的时间", "请核对年份"]),
    Case(1, "promise 1001 --by +20000d", ["promised time", "Check the year"], ["承诺的时间", "请核对年份"]),
    Case(2, "promise 1001 --by +99999999999999999999d", ["is no time"], ["读不懂时间"]),
    Case(
      1, "wait 1001 --reason parts --until 9999-12-31", ["time until which it waits"], ["挂起的期限"]),
    Case(
      1, "new booking --summary x --window 2027-01-01_08:00..2029-01-01_08:00",
      ["promised window is too long"],
      ["预约时段太长"]),
    Case(1, "note 1001 x --on 0001-01-01", ["can still be entered"], ["只能补录"]),
    Case(2, "note 310105199001011234 x", ["no ticket number"], ["不是工单编号"]),
    Case(2, "accept 1001.310105199001011234", ["no work order"], ["不是派工单编号"]),
    Case(1, "note 2147483647 x", ["There is no ticket"], ["没有2147483647号工单"]),
  ]

  private static func prepared() throws -> Centre {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "x", "--topic", "plumbing", "--owner", "li.na")
    try centre.done("dispatch", number, "--to", "wang")
    try centre.done("arrive", "\(number).1")
    return centre
  }

  @Test func `numbers that make no sense are refused with the field and the limit`() throws {
    let centre = try Self.prepared()
    let before = centre.bytes
    for test in Self.cases {
      for (language, pieces) in [("en", test.en), ("zh", test.zh)] {
        let answer = try centre.run(test.line + ["--lang", language])
        #expect(answer.status == test.status, "\(answer)")
        for piece in pieces { #expect(answer.err.contains(piece), "\(piece) in \(answer)") }
        #expect(centre.bytes == before, "\(answer)")
      }
    }
  }

  @Test func `rows of files with such numbers are refused one by one`() throws {
    let centre = try Self.prepared()
    let before = centre.bytes
    let staff = "code,name,role,limit\nnew,新,technician,310105199001011234\nnew2,新,technician,0\n"
    try centre.directory.write(Array(staff.utf8), to: "staff.csv")
    let people = try centre.run("import", "staff", centre.directory.file("staff.csv"))
    #expect(people.status == 1 && people.err.contains("1…99"), "\(people)")
    let tickets =
      "ref,received,kind,summary\na-1,0001-01-01 08:00,repair,x\na-2,9999-12-31 08:00,repair,x\n"
    try centre.directory.write(Array(tickets.utf8), to: "tickets.csv")
    let answer = try centre.run("import", "tickets", centre.directory.file("tickets.csv"))
    #expect(answer.status == 1 && answer.err.contains("time at which it happened"), "\(answer)")
    #expect(centre.bytes == before)
  }

  /// A journal in which an older version recorded such a number opens, tells it, and goes on.
  @Test(arguments: ["en", "zh"]) func `an absurd working time of an older version is told and does no harm`(
    language: String
  ) throws {
    let centre = try Self.prepared()
    try centre.done("complete", "1001.1", "--result", "x", "--labour", "12345")
    let text = String(decoding: centre.bytes, as: UTF8.self)
    let forged = try Resealed.journal(
      text.replacingOccurrences(of: "\"labour\":12345", with: "\"labour\":310105199001011234"))
    try forged.write(to: URL(fileURLWithPath: centre.journal))
    try? FileManager.default.removeItem(atPath: centre.journal + ".state")
    let shown = try centre.done("show", "1001", "--lang", language)
    #expect(
      shown.out.contains(
        language == "zh" ? "【工时不合理，不予计算】" : "[the working time makes no sense and counts for nothing]"),
      "\(shown)")
    for command in ["list", "board", "plan", "overview", "due", "verify"] { try centre.done(command) }
    try centre.done("resolve", "1001", "--result", "x")
    #expect(try centre.ticket("repair", "--summary", "y") == "1002")
  }
}
