import Desk
import Terminal
import Words

extension ActionTable {
  private static func step(
    _ name: ActionName, _ keys: [Key], _ label: Phrase, _ help: Phrase
  ) -> ActionEntry {
    ActionEntry(name, keys, label, help, Scope.screens)
  }

  static let ticketSteps: [ActionEntry] = [
    step(
      .assign, [.character("a"), .control("A")], Phrase("指派", "Assign"),
      Phrase("指定责任人", "Names who is responsible")),
    step(
      .dispatch, [.character("d"), .control("D")], Phrase("派单", "Dispatch"),
      Phrase("派维修人员，现在或预约时段", "Sends a technician, now or for a window")),
    step(
      .rebook, [.character("^")], Phrase("改约", "Rebook"),
      Phrase("约定时段改到别的时候：谁提出、为什么", "The promised time is moved: who asked, and why")),
    step(
      .respond, [.character("r"), .control("R")], Phrase("响应", "Respond"),
      Phrase("和住户联系上了", "The resident was spoken to")
    ),
    step(.note, [.character("t"), .control("T")], Phrase("备注", "Note"), Phrase("记一条备注", "Writes a note")),
    step(
      .inform, [.character("i")], Phrase("告知", "Inform"), Phrase("把进度告诉住户", "Tells the resident how it goes")),
    step(
      .promise, [.character("p"), .control("O")], Phrase("承诺", "Promise"),
      Phrase("约定什么时候回复", "Promises the resident an answer by a time")),
    step(
      .wait, [.character("w"), .control("W")], Phrase("挂起", "Wait"),
      Phrase("等业主、配件、天气……", "Rests: resident, parts, weather …")),
    step(.resume, [.character("W")], Phrase("恢复", "Resume"), Phrase("恢复处理", "Goes on after waiting")),
    step(.check, [.character("K")], Phrase("核实", "Check"), Phrase("到现场看过了", "It was looked at on the spot")),
    step(
      .resolve, [.character("s"), .control("E")], Phrase("结果", "Result"),
      Phrase("登记处理结果", "The result is back at the desk")),
    step(
      .refuse, [.character("&")], Phrase("婉拒", "Decline"),
      Phrase("不能办：说明理由和建议", "It cannot be done: why, and what instead")),
    step(
      .reply, [.character("y"), .control("Y")], Phrase("回复", "Reply"),
      Phrase("把结果告诉住户", "Tells the resident the outcome")
    ),
    step(
      .close, [.character("x"), .control("X")], Phrase("办结", "Close"),
      Phrase("办结；缺什么会说明", "Closes; says what is missing")
    ),
    step(
      .visit, [.character("v"), .control("V")], Phrase("回访", "Visit"),
      Phrase("回访住户，记满意度", "Return visit and satisfaction")),
    step(
      .urge, [.character("u"), .control("U")], Phrase("催单", "Urge"),
      Phrase("住户又来催", "The resident asked again")),
    step(
      .classify, [.character("c")], Phrase("分类", "Classify"),
      Phrase("改类型、等级、事项", "Changes kind, urgency, topic")),
    step(
      .edit, [.character("e")], Phrase("更正", "Edit"),
      Phrase("更正房号、姓名、电话、摘要", "Corrects room, name, phone, summary")),
    step(
      .escalate, [.character("E")], Phrase("上报", "Escalate"),
      Phrase("上报主管决定", "Puts it before the supervisor")),
    step(
      .decide, [.character("D")], Phrase("决定", "Decide"),
      Phrase("记主管的决定", "Records the supervisor's decision")),
    step(
      .inspect, [.character("I")], Phrase("验收", "Inspect"), Phrase("主管检查验收", "The supervisor's inspection")),
    step(
      .acknowledge, [.character("U")], Phrase("知悉", "Seen"),
      Phrase("知道了：从“提醒我的”移走", "I have seen what is escalated to me; it leaves my list")),
    step(
      .merge, [.character("m")], Phrase("并单", "Merge"),
      Phrase("和另一张工单是同一件事，并过去", "It is the same matter as another ticket, which goes on")),
    step(
      .unmerge, [.character("S")], Phrase("拆分", "Split"),
      Phrase("拆开并单，各自恢复", "Takes merged tickets apart again")),
    step(
      .link, [.character("l")], Phrase("关联", "Link"),
      Phrase("成为另一张工单的一部分", "Makes it a part of another ticket")),
    step(
      .undo, [.character("z")], Phrase("撤销", "Undo"),
      Phrase("撤销自己刚做的最后一步", "Takes back the very last thing you did")),
    step(.reopen, [.character("O")], Phrase("重开", "Reopen"), Phrase("重新打开", "Opens it again")),
    step(
      .cancel, [.character("X")], Phrase("作废", "Cancel"),
      Phrase("作废，要写原因并确认", "Cancels it, with a reason and a question")
    ),
    ActionEntry(
      .explain, [.character("h"), .function(11)], Phrase("说明", "Explain"),
      Phrase("每个时限怎么算出来的", "How each clock was reckoned"), [.ticket]),
  ]

  static let orderSteps: [ActionEntry] = [
    step(
      .accept, [.character("A")], Phrase("接单", "Accept"), Phrase("维修人员接单", "The technician takes the order")),
    step(.travel, [.character("T")], Phrase("出发", "Travel"), Phrase("维修人员出发", "The technician sets out")),
    step(.arrive, [.character("R")], Phrase("到场", "Arrive"), Phrase("维修人员到场", "The technician is on site")),
    step(.pause, [.character("P")], Phrase("暂停", "Pause"), Phrase("暂停派工单", "The order rests")),
    step(.continue, [.character("C")], Phrase("继续", "Continue"), Phrase("继续派工单", "The order goes on")),
    step(
      .complete, [.character("F")], Phrase("完工", "Complete"),
      Phrase("登记结果、材料、工时", "Result, materials, working time")),
    step(
      .signoff, [.character("G")], Phrase("签收", "Sign-off"), Phrase("住户验收签字", "The resident accepts the work")
    ),
    step(.send, [.character("B")], Phrase("派出", "Send"), Phrase("把预约的单子现在派出", "Sends a reserved order now")),
    step(
      .decline, [.character("N")], Phrase("退单", "Decline"), Phrase("维修人员退单", "The technician gives it back")),
    step(.withdraw, [.character("Z")], Phrase("撤单", "Withdraw"), Phrase("撤回派工单", "Takes the order back")),
    step(
      .transfer, [.character("H")], Phrase("转派", "Hand on"), Phrase("换一个人去", "Somebody else goes instead")),
    step(
      .exchange, [.character("Q")], Phrase("对换", "Exchange"),
      Phrase("两张派工单对换人", "Two orders change technicians")),
    step(
      .call, [.character("J")], Phrase("电话跟进", "Check call"),
      Phrase("打电话问维修人员，接通则重新计时", "Asks the technician how it goes; the idle timer starts anew")),
    step(
      .price, [.character("$")], Phrase("报价", "Price"),
      Phrase("有偿服务：报价，住户同意后施工", "Paid work: the price, and who agreed to it")),
    step(
      .rework, [.character("Y")], Phrase("返修", "Rework"),
      Phrase("标为哪张派工单的返修", "It makes good an earlier order")),
  ]

  static let hours: [ActionEntry] = [
    ActionEntry(
      .away, [.character("V")], Phrase("在岗", "Away"),
      Phrase("登记请假、休息、外出，或销假", "Leave, a rest, an errand; or back again"), [.board]),
    ActionEntry(
      .roster, [.character("f")], Phrase("排班", "Roster"),
      Phrase("改某天或几天的班", "Changes the duty of a day or some days"),
      [.board]),
    ActionEntry(
      .swapDuties, [.character("%")], Phrase("换班", "Swap"),
      Phrase("与另一人对换某天的班", "Two people do each other's duty on a day"),
      [.board]),
    ActionEntry(
      .rush, [.character("!")], Phrase("紧急", "Emergency"),
      Phrase("紧急：一步登记并派人，手续后补", "Taken in and dispatched in one step, the paper afterwards"), Scope.screens),
  ]

  static let planning: [ActionEntry] = [
    ActionEntry(
      .acceptVisit, [.character("+"), .function(6)], Phrase("照办", "Accept"),
      Phrase("按计划派选中的这一单", "Sends somebody to what is chosen, as planned"), [.board]),
    ActionEntry(
      .acceptPlan, [.character("*"), .function(11)], Phrase("全部照办", "Accept all"),
      Phrase("按计划派出现在能派的全部工单，先列出再确认", "Sends everybody who can be sent now, after showing whom"), [.board]),
    ActionEntry(
      .timeline, [.character("|"), .function(7)], Phrase("时间轴", "Timeline"),
      Phrase("显示或收起今后八小时", "Shows the eight hours ahead, or not"), [.board]),
    ActionEntry(
      .slip, [.character("#")], Phrase("派工单", "Slip"),
      Phrase("派工单：打印、存为网页、念给维修的短信", "The work order: on paper, as a page, as a message"), Scope.screens),
    ActionEntry(
      .saveA4, [.control("S"), .function(6)], Phrase("存A4", "Save A4"),
      Phrase("存为 A4 网页，用浏览器打印", "Keeps it as a page for A4"),
      [.slip]),
    ActionEntry(
      .saveSlip, [.control("T"), .function(7)], Phrase("存小票", "Save 80mm"),
      Phrase("存为 80 毫米小票网页", "Keeps it as a page for an 80 mm roll"), [.slip]),
  ]

  static let dialogs: [ActionEntry] = [
    ActionEntry(
      .save, [.control("S"), .function(6)], Phrase("保存", "Save"),
      Phrase("记录下来；被拒绝时内容保留", "Records it; refused, what was typed stays"),
      [.form, .intake]),
    ActionEntry(
      .nextField, [.tab], Phrase("下一项", "Next"), Phrase("到下一项", "To the next field"), [.form, .intake]),
    ActionEntry(
      .previousField, [.backTab], Phrase("上一项", "Previous"), Phrase("到上一项", "To the field before"),
      [.form, .intake]),
    ActionEntry(
      .phrases, [.control("T"), .function(2)], Phrase("常用语", "Phrases"),
      Phrase("插入中心的常用语，可用拼音首字母找", "Puts in a phrase of the centre; a few letters find it"), [.form]),
    ActionEntry(
      .lineMode, [.function(7), .control("O")], Phrase("一行/表单", "Line/form"),
      Phrase("用一行文字登记，或用表单", "Takes it in as one line, or as a form"),
      [.intake]),
    ActionEntry(
      .clear, [.control("D"), .function(11)], Phrase("清空", "Clear"), Phrase("清空这张登记", "Empties the form"),
      [.intake]),
    ActionEntry(
      .confirm, [.character("y"), .function(7)], Phrase("确认", "Yes"),
      Phrase("确认；其他键都是取消", "Confirms; any other key does not"),
      [.confirm]),
  ]

  /// Taking in a call: all of it with Ctrl, and with keys that an input method lets through.
  static let intake: [ActionEntry] = [
    ActionEntry(
      .matters, [.control("T"), .function(2)], Phrase("常用", "Frequent"),
      Phrase(
        "常见的事：输入拼音首字母，如 sgbl，类型、等级、事项一起填好",
        "Frequent matters: a few letters fill in words, kind, urgency and topic"),
      [.intake]),
    ActionEntry(
      .nextCaller, [.control("X"), .function(12)], Phrase("换人", "Caller"),
      Phrase("来电的是这一户的下一位", "The next one of the household is calling"), [.intake]),
    ActionEntry(
      .putOnRecord, [.control("K")], Phrase("记入台账", "On record"),
      Phrase(
        "把来电人登记到这一户（主管以后核实）；没有的房号记为待核",
        "Puts the caller on record there, to be confirmed; an unknown room is noted"),
      [.intake]),
    ActionEntry(
      .confirmPeople, [.character("y"), .control("Y")], Phrase("核实", "Confirm"),
      Phrase("核实这一户待核的住户", "Confirms who was put on record in this room while on the phone"), [.registers]),
    ActionEntry(
      .nextBeside, [.control("N"), .controlDown], Phrase("旁边下一条", "Beside: next"),
      Phrase("旁边的下一条：房号，或可能是同一件事的工单", "The next beside: a place, or a ticket that may be the same matter"),
      [.intake]),
    ActionEntry(
      .previousBeside, [.control("P"), .controlUp], Phrase("上一条", "previous"),
      Phrase("旁边的上一条", "The one before it"), [.intake]),
    ActionEntry(
      .urgeInstead, [.control("R"), .function(3)], Phrase("记催单", "Urge it"),
      Phrase(
        "不另立单：给旁边选中的工单记一次催单，写上已输入的内容",
        "No new ticket: the one chosen beside is asked for again, with what was typed"),
      [.intake]),
    ActionEntry(
      .saveLinked, [.control("G"), .function(4)], Phrase("存为分单", "Save as part"),
      Phrase("保存为新工单，并关联到旁边选中的工单", "Saves a new ticket as a part of the one chosen beside"), [.intake]),
  ]
}
