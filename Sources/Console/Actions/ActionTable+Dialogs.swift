import Desk
import Terminal
import Words

/// The board's plan and what goes on paper, forms and questions, and taking in a call.
extension ActionTable {
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
