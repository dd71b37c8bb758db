import Foundation
import Testing

/// The life of a ticket from intake to its end, keyed on the command line.
@Suite struct RepairLifeTests {
  @Test func aRepairGoesFromIntakeToClosed() throws {
    let centre = try Centre()
    let number = try centre.ticket(
      "repair", "--summary", "厨房漏水", "--unit", "3-2-1201", "--caller", "张磊", "--urgency", "urgent", "--topic",
      "plumbing", "--rings", "2", "--ref", "old-7", "--important")
    #expect(number == "1001")
    #expect(try centre.show(number)["status"] as? String == "received")
    try centre.done("assign", number, "--to", "li.na")
    #expect(try centre.show(number)["status"] as? String == "assigned")
    let sent = try centre.done("dispatch", number, "--to", "wang", "--json").object()
    #expect(sent["order"] as? String == "1001.1")
    for step in ["accept", "travel", "arrive"] { try centre.done(step, "1001.1") }
    try centre.done("pause", "1001.1", "--reason", "parts", "--text", "缺角阀")
    try centre.done("continue", "1001.1")
    try centre.done(
      "complete", "1001.1", "--result", "换角阀", "--material", "角阀 x2 @35.50", "--material", "胶带 @3",
      "--labour",
      "1h10m")
    try centre.done("signoff", "1001.1", "住户签字")
    try centre.done("resolve", number, "--result", "已换角阀，试水正常")
    try centre.done("reply", number, "--text", "已告知")
    try centre.done("visit", number, "--satisfied", "yes")
    try centre.done("inspect", number, "--passed", "yes")
    try centre.done("close", number)
    let ticket = try centre.show(number)
    #expect(ticket["status"] as? String == "closed")
    #expect((ticket["orders"] as? [[String: Any]])?.first?["status"] as? String == "signed")
    let told = try centre.done("show", number).out
    #expect(told.contains("角阀 x2 @35.50"))
    #expect(told.contains("胶带 x1 @3.00"))
    #expect(told.contains("1h 10m"))
  }

  @Test func aClosedTicketOpensAgainWithASecondCycle() throws {
    let centre = try Centre()
    let number = try centre.ticket("inquiry", "--summary", "停车费怎么交", "--owner", "li.na")
    try centre.done("reply", number, "微信缴费")
    try centre.done("close", number)
    try centre.done("reopen", number, "--text", "没有解决")
    let ticket = try centre.show(number)
    #expect(ticket["status"] as? String == "working")
    #expect(ticket["cycle"] as? Int == 2)
  }

  /// Nobody reached is a step of its own, by phone or at the door, told in both languages.
  @Test func aVisitThatReachesNobodyIsOnRecord() throws {
    let centre = try Centre()
    let number = try centre.ticket(
      "complaint", "--summary", "夜间施工", "--topic", "noise", "--owner", "li.na", "--important")
    #expect(try centre.run("unreached", number).status == 1)
    try centre.done("check", number, "--finding", "属实")
    try centre.done("resolve", number, "--result", "已劝止")
    try centre.done("reply", number, "已告知")
    try centre.done("close", number)
    try centre.done("unreached", number, "--text", "关机")
    try centre.done("unreached", number, "--at", "door")
    #expect(try centre.run("unreached", number, "--at", "window").status == 2)
    let page = try centre.done("show", number, "--history", "--lang", "zh").out
    #expect(page.contains("回访没打通或没人在") && page.contains("电话") && page.contains("上门"), "\(page)")
    #expect(try centre.done("show", number, "--history").out.contains("nobody reached"))
    #expect(try centre.done("list", "--queue", "visit").out.contains(number))
    // How often it was tried stands beside the clock and in its explanation.
    for lang in [("zh", "没打通1天"), ("en", "nobody reached on 1 day")] {
      for page in [["show", number], ["show", number, "--explain", "visit"]] {
        #expect(try centre.run(page + ["--lang", lang.0]).out.contains(lang.1), "\(page)")
      }
    }
    try centre.done("visit", number, "--satisfied", "yes", "--at", "door")
    #expect(try centre.done("show", number, "--history", "--lang", "zh").out.contains("回访：上门；满意"))
    #expect(!(try centre.done("list", "--queue", "visit").out.contains(number)))
  }

  /// Two who are called the same are told apart wherever a reader meets them.
  @Test func namesakesAreToldApart() throws {
    let centre = try Centre()
    try centre.done("staff", "add", "wang2", "--name", "王强", "--role", "technician", "--trade", "plumber")
    let number = try centre.ticket("repair", "--summary", "漏水", "--topic", "plumbing", "--owner", "wang2")
    try centre.done("dispatch", number, "--to", "wang2", "--force")
    for page in [["show", number], ["list"], ["board"], ["recommend", number]] {
      let told = try centre.run(page).out
      #expect(told.contains("王强 (wang2)"), "\(page) \(told)")
    }
  }

  @Test func aComplaintNeedsACheckAResultAndAReply() throws {
    let centre = try Centre()
    let number = try centre.ticket("complaint", "--summary", "夜间施工", "--topic", "noise", "--owner", "李娜")
    let refused = try centre.run("close", number)
    #expect(refused.status == 1)
    #expect(refused.err.contains("a check on the spot; the result; the reply to the resident"))
    try centre.done("respond", number, "--text", "已回电")
    try centre.done("check", number, "--finding", "属实")
    try centre.done("inform", number, "正在协调")
    try centre.done("urge", number, "--text", "又来电")
    try centre.done("promise", number, "--by", "+2h", "回电")
    try centre.done("escalate", number, "--text", "请主管定")
    #expect(try centre.show(number)["escalated"] as? Bool == true)
    try centre.done("decide", number, "--text", "限时施工")
    try centre.done("resolve", number, "--result", "已停工")
    try centre.done("reply", number, "--text", "已告知", "--notice")
    try centre.done("close", number, "了结")
    let ticket = try centre.show(number)
    #expect(ticket["urged"] as? Int == 1)
    #expect(ticket["status"] as? String == "closed")
  }

  @Test func aTicketRestsAndGoesOn() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "门锁坏", "--owner", "li.na")
    try centre.done("wait", number, "--reason", "等业主", "--until", "+1d", "--text", "不在家")
    var ticket = try centre.show(number)
    #expect(ticket["status"] as? String == "waiting")
    #expect(ticket["waiting_for"] as? String == "resident")
    let clocks = try #require(ticket["clocks"] as? [[String: Any]])
    let arrive = try #require(clocks.first { $0["clock"] as? String == "arrive" })
    #expect(arrive["state"] as? String == "paused")
    #expect(arrive["due"] is NSNull)
    try centre.done("resume", number, "回来了")
    ticket = try centre.show(number)
    #expect(ticket["status"] as? String == "assigned")
    #expect(ticket["waiting_for"] is NSNull)
  }

  @Test func aTicketIsCorrectedClassifiedNotedAndCancelled() throws {
    let centre = try Centre()
    let number = try centre.ticket("repair", "--summary", "漏水")
    try centre.done(
      "edit", number, "--unit", "3-2-1202", "--caller", "刘洋", "--phone", "1", "--summary", "卫生间漏水")
    try centre.done(
      "classify", number, "--urgency", "特急", "--topic", "plumbing", "--kind", "incident", "--important")
    try centre.done("note", number, "钥匙在门卫处")
    var ticket = try centre.show(number)
    #expect(ticket["unit"] as? String == "3-2-1202")
    #expect(ticket["summary"] as? String == "卫生间漏水")
    #expect(ticket["urgency"] as? String == "critical")
    #expect(ticket["kind"] as? String == "incident")
    #expect(ticket["important"] as? Bool == true)
    try centre.done("classify", number, "--not-important")
    try centre.done("cancel", number, "--why", "重复登记")
    ticket = try centre.show(number)
    #expect(ticket["important"] as? Bool == false)
    #expect(ticket["status"] as? String == "cancelled")
  }

  @Test func aBookingIsReservedAndSentWhenItsTimeComes() throws {
    let centre = try Centre()
    let number = try centre.ticket(
      "booking", "--summary", "疏通下水", "--topic", "plumbing", "--owner", "li.na", "--window", "+1d..+2h")
    try centre.done("dispatch", number, "--to", "王强", "--window", "+1d..+2h")
    #expect(try order(centre, number)["status"] as? String == "reserved")
    let sent = try centre.done("dispatch", "\(number).1", "--json").object()
    #expect(sent["order"] as? String == "\(number).1")
    #expect(try order(centre, number)["status"] as? String == "dispatched")
    try centre.done("decline", "\(number).1", "--why", "没有工具")
    try centre.done("dispatch", number, "--to", "zhao", "--force")
    try centre.done("withdraw", number, "--why", "改期")
    #expect(try order(centre, number, 1)["status"] as? String == "withdrawn")
  }

  @Test func oneLineOfIntakeIsUnderstood() throws {
    let centre = try Centre()
    try centre.done("log", "3-2-1201 厨房漏水 !urgent @李娜 #plumbing")
    let ticket = try centre.show("1001")
    #expect(ticket["urgency"] as? String == "urgent")
    #expect(ticket["owner"] as? String == "li.na")
    #expect(ticket["topic"] as? String == "plumbing")
    #expect(ticket["caller"] as? String == "张磊")
    #expect(ticket["summary"] as? String == "厨房漏水")
  }

  @Test func intakeTellsTheNumberAndThePromisedTimes() throws {
    let centre = try Centre()
    let told = try centre.done("new", "repair", "--summary", "电梯停了", "--urgency", "critical", "--lang", "zh")
      .out
    #expect(told.contains("1001"))
    #expect(told.contains("到场：今天 ") || told.contains("到场：明天 "))
    #expect(told.contains("剩余 15分") || told.contains("剩余 14分"))
  }

  private func order(_ centre: Centre, _ number: String, _ place: Int = 0) throws -> [String: Any] {
    let orders = try #require(try centre.show(number)["orders"] as? [[String: Any]])
    return try #require(orders.indices.contains(place) ? orders[place] : nil)
  }
}
