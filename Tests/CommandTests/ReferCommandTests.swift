import Foundation
import TestSupport
import Testing

/// Bodies outside and what is referred to them, from the command line (R55).
@Suite struct ReferCommandTests {
  private func json(_ text: String) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  }

  @Test func `a body is put on record, changed, listed, shown and retired`() throws {
    let centre = try Centre()
    let set = try centre.done(
      "body", "set", "urban", "--name", "城管中队", "--relation", "监督协调", "--phone", "87651234", "--answer", "3天")
    #expect(set.out.contains("城管中队"), "\(set.out)")
    try centre.done("body", "set", "urban", "--phone", "87650000")
    let shown = try centre.done("body", "show", "urban").out
    #expect(shown.contains("87650000") && shown.contains("3d") && shown.contains("Supervision"), "\(shown)")
    let list = try json(try centre.done("body", "list", "--json").out)
    #expect(list.count == 8)
    let urban = try #require(list.first { $0["body"] as? String == "urban" })
    #expect(urban["relation"] as? String == "supervision" && urban["retired"] as? Bool == false)
    try centre.done("body", "retire", "urban", "--why", "撤并")
    let csv = try centre.done("body", "list", "--csv").out
    #expect(
      csv.split(separator: "\n").first?.hasPrefix("body,name,relation,phone,answer,retired") == true, "\(csv)"
    )
    #expect(csv.contains("urban,") && csv.contains(",yes"))
    let told = try json("[" + centre.done("body", "set", "urban", "--name", "城管", "--json").out + "]")
    #expect(told.first?["record"] as? String == "body:urban")
    #expect(try centre.done("body", "list", "--lang", "zh").out.contains("业主委员会"))
  }

  @Test func `a referral is due like a promise, until its final answer`() throws {
    let centre = try Centre()
    let number = try centre.ticket("complaint", "--summary", "临街占道", "--owner", "li.na")
    try centre.done("refer", number, "--to", "subdistrict", "--until", "+2d", "请派人处理")
    try centre.done("refer", number, "--to", "公安派出所", "夜里有人喧哗")
    let due = try json(try centre.done("due", "--json").out).filter { $0["clock"] as? String == "referral" }
    #expect(due.compactMap { $0["body"] as? String } == ["subdistrict", "police"])
    #expect(try centre.done("due", "--lang", "zh").out.contains("外转 街道办事处"))
    let shown = try centre.done("show", number, "--lang", "zh").out
    #expect(shown.contains("外转：街道办事处") && shown.contains("外转：公安派出所"), "\(shown)")
    // Nobody closes over it unasked.
    try centre.done("check", number, "看过")
    try centre.done("resolve", number, "清理了")
    try centre.done("reply", number, "已清理")
    let asked = try centre.run(["close", number, "--lang", "zh"])
    #expect(asked.status == 1 && asked.err.contains("街道办事处") && asked.err.contains("--force"), "\(asked.err)")
    try centre.done("answered", number, "--from", "subdistrict", "--final", "已处罚摊主")
    try centre.done("answered", number, "--from", "police", "--final", "已劝离")
    #expect(
      try json(try centre.done("due", "--json").out).allSatisfy { $0["clock"] as? String != "referral" })
    try centre.done("close", number)
    let history = try centre.done("show", number).out
    #expect(history.contains("Referred: 街道办事处") && history.contains("Final answer: 公安派出所"), "\(history)")
  }

  @Test func `what is due today stands on the overview`() throws {
    let centre = try Centre()
    let number = try centre.ticket("complaint", "--summary", "临街占道", "--owner", "li.na")
    try centre.done("refer", number, "--to", "market", "--until", "+1m", "查无照经营")
    let overview = try centre.done("overview", "--lang", "zh").out
    #expect(overview.contains("其他到期事项 1") && overview.contains("市场监督管理"), "\(overview)")
  }

  @Test func `wrong use is refused in a sentence and nothing is written`() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "漏水", "--owner", "li.na")
    let before = centre.bytes
    let wrong: [([String], Int32)] = [
      (["refer", number, "x"], 2), (["refer", number, "--to", "mars", "x"], 1),
      (["refer", number, "--to", "police"], 1),
      (["refer", number, "--to", "police", "--until", "soon", "x"], 2),
      (["refer", number, "--to", "police", "--until", "-1d", "x"], 1),
      (["refer", "9999", "--to", "police", "x"], 1), (["answered", number, "--from", "police", "x"], 1),
      (["answered", number, "--final", "x"], 2), (["body", "set"], 2),
      (["body", "set", "城管", "--name", "x"], 1),
      (["body", "set", "new"], 1), (["body", "set", "police", "--relation", "friend"], 2),
      (["body", "set", "police", "--answer", "soon"], 2), (["body", "retire", "police"], 2),
      (["body", "retire", "mars", "--why", "x"], 1), (["body", "show", "mars"], 1), (["body"], 2),
    ]
    for (arguments, status) in wrong {
      let answer = try centre.run(arguments)
      #expect(answer.status == status && !answer.err.isEmpty, "\(arguments): \(answer.status) \(answer.err)")
    }
    #expect(centre.bytes == before)
  }
}
