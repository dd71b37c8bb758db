import Terminal
import Words

extension ActionTable {
  private static func step(
    _ name: ActionName, _ keys: [Key], _ zh: (String, String), _ en: (String, String)
  ) -> ActionEntry {
    ActionEntry(name, keys, (zh.0, en.0), (zh.1, en.1), Scope.screens)
  }

  static let ticketSteps: [ActionEntry] = [
    step(.assign, [.character("a"), .control("A")], ("指派", "指定责任人"), ("Assign", "Names who is responsible")),
    step(
      .dispatch, [.character("d"), .control("D")], ("派单", "派维修人员，现在或预约时段"),
      ("Dispatch", "Sends a technician, now or for a window")),
    step(
      .rebook, [.character("^")], ("改约", "约定时段改到别的时候：谁提出、为什么"),
      ("Rebook", "The promised time is moved: who asked, and why")),
    step(
      .respond, [.character("r"), .control("R")], ("响应", "和住户联系上了"), ("Respond", "The resident was spoken to")
    ),
    step(.note, [.character("t"), .control("T")], ("备注", "记一条备注"), ("Note", "Writes a note")),
    step(.inform, [.character("i")], ("告知", "把进度告诉住户"), ("Inform", "Tells the resident how it goes")),
    step(
      .promise, [.character("p"), .control("O")], ("承诺", "约定什么时候回复"),
      ("Promise", "Promises the resident an answer by a time")),
    step(
      .wait, [.character("w"), .control("W")], ("挂起", "等业主、配件、天气……"),
      ("Wait", "Rests: resident, parts, weather …")),
    step(.resume, [.character("W")], ("恢复", "恢复处理"), ("Resume", "Goes on after waiting")),
    step(.check, [.character("K")], ("核实", "到现场看过了"), ("Check", "It was looked at on the spot")),
    step(
      .resolve, [.character("s"), .control("E")], ("结果", "登记处理结果"),
      ("Result", "The result is back at the desk")),
    step(
      .refuse, [.character("&")], ("婉拒", "不能办：说明理由和建议"),
      ("Decline", "It cannot be done: why, and what instead")),
    step(
      .reply, [.character("y"), .control("Y")], ("回复", "把结果告诉住户"), ("Reply", "Tells the resident the outcome")
    ),
    step(
      .close, [.character("x"), .control("X")], ("办结", "办结；缺什么会说明"), ("Close", "Closes; says what is missing")
    ),
    step(
      .visit, [.character("v"), .control("V")], ("回访", "回访住户，记满意度"),
      ("Visit", "Return visit and satisfaction")),
    step(.urge, [.character("u"), .control("U")], ("催单", "住户又来催"), ("Urge", "The resident asked again")),
    step(.classify, [.character("c")], ("分类", "改类型、等级、事项"), ("Classify", "Changes kind, urgency, topic")),
    step(.edit, [.character("e")], ("更正", "更正房号、姓名、电话、摘要"), ("Edit", "Corrects room, name, phone, summary")),
    step(.escalate, [.character("E")], ("上报", "上报主管决定"), ("Escalate", "Puts it before the supervisor")),
    step(.decide, [.character("D")], ("决定", "记主管的决定"), ("Decide", "Records the supervisor's decision")),
    step(.inspect, [.character("I")], ("验收", "主管检查验收"), ("Inspect", "The supervisor's inspection")),
    step(
      .acknowledge, [.character("U")], ("知悉", "知道了：从“提醒我的”移走"),
      ("Seen", "I have seen what is escalated to me; it leaves my list")),
    step(
      .merge, [.character("m")], ("并单", "和另一张工单是同一件事，并过去"),
      ("Merge", "It is the same matter as another ticket, which goes on")),
    step(.unmerge, [.character("S")], ("拆分", "拆开并单，各自恢复"), ("Split", "Takes merged tickets apart again")),
    step(.link, [.character("l")], ("关联", "成为另一张工单的一部分"), ("Link", "Makes it a part of another ticket")),
    step(
      .undo, [.character("z")], ("撤销", "撤销自己刚做的最后一步"),
      ("Undo", "Takes back the very last thing you did")),
    step(.reopen, [.character("O")], ("重开", "重新打开"), ("Reopen", "Opens it again")),
    step(
      .cancel, [.character("X")], ("作废", "作废，要写原因并确认"), ("Cancel", "Cancels it, with a reason and a question")
    ),
    ActionEntry(
      .explain, [.character("h"), .function(11)], ("说明", "Explain"),
      ("每个时限怎么算出来的", "How each clock was reckoned"), [.ticket]),
  ]

  static let orderSteps: [ActionEntry] = [
    step(.accept, [.character("A")], ("接单", "维修人员接单"), ("Accept", "The technician takes the order")),
    step(.travel, [.character("T")], ("出发", "维修人员出发"), ("Travel", "The technician sets out")),
    step(.arrive, [.character("R")], ("到场", "维修人员到场"), ("Arrive", "The technician is on site")),
    step(.pause, [.character("P")], ("暂停", "暂停派工单"), ("Pause", "The order rests")),
    step(.continue, [.character("C")], ("继续", "继续派工单"), ("Continue", "The order goes on")),
    step(.complete, [.character("F")], ("完工", "登记结果、材料、工时"), ("Complete", "Result, materials, working time")),
    step(.signoff, [.character("G")], ("签收", "住户验收签字"), ("Sign-off", "The resident accepts the work")),
    step(.send, [.character("B")], ("派出", "把预约的单子现在派出"), ("Send", "Sends a reserved order now")),
    step(.decline, [.character("N")], ("退单", "维修人员退单"), ("Decline", "The technician gives it back")),
    step(.withdraw, [.character("Z")], ("撤单", "撤回派工单"), ("Withdraw", "Takes the order back")),
    step(.transfer, [.character("H")], ("转派", "换一个人去"), ("Hand on", "Somebody else goes instead")),
    step(
      .exchange, [.character("Q")], ("对换", "两张派工单对换人"), ("Exchange", "Two orders change technicians")),
    step(
      .call, [.character("J")], ("电话跟进", "打电话问维修人员，接通则重新计时"),
      ("Check call", "Asks the technician how it goes; the idle timer starts anew")),
    step(
      .price, [.character("$")], ("报价", "有偿服务：报价，住户同意后施工"),
      ("Price", "Paid work: the price, and who agreed to it")),
    step(.rework, [.character("Y")], ("返修", "标为哪张派工单的返修"), ("Rework", "It makes good an earlier order")),
  ]

  static let hours: [ActionEntry] = [
    ActionEntry(
      .away, [.character("V")], ("在岗", "Away"),
      ("登记请假、休息、外出，或销假", "Leave, a rest, an errand; or back again"), [.board]),
    ActionEntry(
      .roster, [.character("f")], ("排班", "Roster"), ("改某天或几天的班", "Changes the duty of a day or some days"),
      [.board]),
    ActionEntry(
      .swapDuties, [.character("%")], ("换班", "Swap"),
      ("与另一人对换某天的班", "Two people do each other's duty on a day"),
      [.board]),
    ActionEntry(
      .rush, [.character("!")], ("紧急", "Emergency"),
      ("紧急：一步登记并派人，手续后补", "Taken in and dispatched in one step, the paper afterwards"), Scope.screens),
  ]

  static let planning: [ActionEntry] = [
    ActionEntry(
      .acceptVisit, [.character("+"), .function(6)], ("照办", "Accept"),
      ("按计划派选中的这一单", "Sends somebody to what is chosen, as planned"), [.board]),
    ActionEntry(
      .acceptPlan, [.character("*"), .function(11)], ("全部照办", "Accept all"),
      ("按计划派出现在能派的全部工单，先列出再确认", "Sends everybody who can be sent now, after showing whom"), [.board]),
    ActionEntry(
      .timeline, [.character("|"), .function(7)], ("时间轴", "Timeline"),
      ("显示或收起今后八小时", "Shows the eight hours ahead, or not"), [.board]),
    ActionEntry(
      .slip, [.character("#")], ("派工单", "Slip"),
      ("派工单：打印、存为网页、念给维修的短信", "The work order: on paper, as a page, as a message"), Scope.screens),
    ActionEntry(
      .saveA4, [.control("S"), .function(6)], ("存A4", "Save A4"),
      ("存为 A4 网页，用浏览器打印", "Keeps it as a page for A4"),
      [.slip]),
    ActionEntry(
      .saveSlip, [.control("T"), .function(7)], ("存小票", "Save 80mm"),
      ("存为 80 毫米小票网页", "Keeps it as a page for an 80 mm roll"), [.slip]),
  ]

  static let dialogs: [ActionEntry] = [
    ActionEntry(
      .save, [.control("S"), .function(6)], ("保存", "Save"),
      ("记录下来；被拒绝时内容保留", "Records it; refused, what was typed stays"),
      [.form, .intake]),
    ActionEntry(
      .nextField, [.tab], ("下一项", "Next"), ("到下一项", "To the next field"), [.form, .intake]),
    ActionEntry(
      .previousField, [.backTab], ("上一项", "Previous"), ("到上一项", "To the field before"), [.form, .intake]),
    ActionEntry(
      .phrases, [.control("T"), .function(2)], ("常用语", "Phrases"),
      ("插入中心的常用语，可用拼音首字母找", "Puts in a phrase of the centre; a few letters find it"), [.form]),
    ActionEntry(
      .lineMode, [.function(7), .control("O")], ("一行/表单", "Line/form"),
      ("用一行文字登记，或用表单", "Takes it in as one line, or as a form"),
      [.intake]),
    ActionEntry(
      .clear, [.control("D"), .function(11)], ("清空", "Clear"), ("清空这张登记", "Empties the form"), [.intake]),
    ActionEntry(
      .confirm, [.character("y"), .function(7)], ("确认", "Yes"),
      ("确认；其他键都是取消", "Confirms; any other key does not"),
      [.confirm]),
  ]

  /// Taking in a call: all of it with Ctrl, and with keys that an input method lets through.
  static let intake: [ActionEntry] = [
    ActionEntry(
      .matters, [.control("T"), .function(2)], ("常用", "Frequent"),
      (
        "常见的事：输入拼音首字母，如 sgbl，类型、等级、事项一起填好",
        "Frequent matters: a few letters fill in words, kind, urgency and topic"
      ),
      [.intake]),
    ActionEntry(
      .nextCaller, [.control("X"), .function(12)], ("换人", "Caller"),
      ("来电的是这一户的下一位", "The next one of the household is calling"), [.intake]),
    ActionEntry(
      .putOnRecord, [.control("K")], ("记入台账", "On record"),
      (
        "把来电人登记到这一户（主管以后核实）；没有的房号记为待核",
        "Puts the caller on record there, to be confirmed; an unknown room is noted"
      ),
      [.intake]),
    ActionEntry(
      .confirmPeople, [.character("y"), .control("Y")], ("核实", "Confirm"),
      ("核实这一户待核的住户", "Confirms who was put on record in this room while on the phone"), [.registers]),
    ActionEntry(
      .nextBeside, [.control("N"), .controlDown], ("旁边下一条", "Beside: next"),
      ("旁边的下一条：房号，或可能是同一件事的工单", "The next beside: a place, or a ticket that may be the same matter"),
      [.intake]),
    ActionEntry(
      .previousBeside, [.control("P"), .controlUp], ("上一条", "previous"),
      ("旁边的上一条", "The one before it"), [.intake]),
    ActionEntry(
      .urgeInstead, [.control("R"), .function(3)], ("记催单", "Urge it"),
      (
        "不另立单：给旁边选中的工单记一次催单，写上已输入的内容",
        "No new ticket: the one chosen beside is asked for again, with what was typed"
      ),
      [.intake]),
    ActionEntry(
      .saveLinked, [.control("G"), .function(4)], ("存为分单", "Save as part"),
      ("保存为新工单，并关联到旁边选中的工单", "Saves a new ticket as a part of the one chosen beside"), [.intake]),
  ]
}
