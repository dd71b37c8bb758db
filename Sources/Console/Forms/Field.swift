import Desk
import Terminal
import Words

/// What a field of a form is for; its label and its blank text follow from it.
enum FieldName: String, CaseIterable, Hashable, Sendable {
  case text, why, result, finding, owner, technician, window, reason, until, by, kind, urgency, topic,
    important,
    unit, caller, phone, summary, channel, rings, received, satisfaction, visitPlace, passed, notice,
    materials, labour,
    number, line, into, parent, everyone, children, moment, labourPrice, charge, price, agreedBy, reached,
    first,
    absence, span, back, days, day, duty, with, second, other, viewName, when, instead, answer, asked,
    body, isFinal

  func label(_ words: Words) -> String {
    switch self {
    case .text: words.text("说明", "Text")
    case .viewName: words.text("名称", "Name")
    case .when: words.text("时间", "When")
    case .instead: words.text("建议", "Instead")
    case .answer: words.text("答复", "Answer")
    case .asked: words.text("谁提出", "Asked by")
    case .body: words.text("单位", "Body")
    case .isFinal: words.text("最终", "Final")
    case .why: words.text("原因", "Why")
    case .result: words.text("结果", "Result")
    case .finding: words.text("现场情况", "Finding")
    case .owner: words.text("责任人", "Owner")
    case .technician: words.text("维修人员", "Technician")
    case .window: words.text("时段", "Window")
    case .reason: words.text("原因", "Reason")
    case .until: words.text("等到", "Until")
    case .by: words.text("承诺时间", "By")
    case .kind: words.text("类型", "Kind")
    case .urgency: words.text("等级", "Urgency")
    case .topic: words.text("事项", "Topic")
    case .important: words.text("重要", "Important")
    case .unit: words.text("房号", "Room")
    case .caller: words.text("来电人", "Caller")
    case .phone: words.text("电话", "Phone")
    case .summary: words.text("摘要", "Summary")
    case .channel: words.text("渠道", "Channel")
    case .rings: words.text("铃响", "Rings")
    case .received: words.text("来电时间", "Called at")
    case .satisfaction: words.text("满意度", "Satisfied")
    case .visitPlace: words.text("方式", "How")
    case .passed: words.text("验收", "Passed")
    case .notice: words.text("答复方式", "Answered by")
    case .materials: words.text("材料", "Materials")
    case .labour: words.text("工时", "Labour")
    case .number: words.text("编号", "Number")
    case .line: words.text("一行", "Line")
    case .into: words.text("并入", "Into")
    case .parent: words.text("主单", "Part of")
    case .everyone: words.text("并单的人", "Merged in")
    case .children: words.text("分单", "Parts")
    case .moment: words.text("时刻", "Time")
    case .labourPrice: words.text("人工费", "Labour ¥")
    case .charge: words.text("住户付费", "Charge")
    case .price: words.text("价格", "Price")
    case .agreedBy: words.text("同意人", "Agreed by")
    case .reached: words.text("接通", "Answered")
    case .first: words.text("原派工单", "First order")
    case .absence: words.text("原因", "Why")
    case .span: words.text("到何时", "Until")
    case .back: words.text("销假", "Back")
    case .days: words.text("日期", "Days")
    case .day: words.text("日期", "Day")
    case .duty: words.text("班次", "Duty")
    case .with: words.text("与谁", "With")
    case .second: words.text("还派", "Also")
    case .other: words.text("与哪张", "With")
    }
  }

  /// What an empty field shows.
  func placeholder(_ words: Words) -> String {
    switch self {
    case .window: words.text("如 14:00-16:00、明天 9:00-11:00", "such as 14:00-16:00, tomorrow 9:00-11:00")
    case .until, .by: words.text("如 30m、2h、17:00、明天 9:00", "such as 30m, 2h, 17:00, tomorrow 9:00")
    case .received: words.text("现在；或 10m 前写 10m，或 13:45", "now; 10m for ten minutes ago, or 13:45")
    case .when: words.text("现在；或 10分钟前、14:05", "now; or 10m ago, 14:05")
    case .answer: words.text("当场的答复；咨询填了就办结", "said at once; closes an inquiry")
    case .instead: words.text("可以怎么办（可不填）", "what could be done (may be empty)")
    case .materials: words.text("水龙头 x1 @35.00；生料带 x2 @3", "tap x1 @35.00; tape x2 @3")
    case .labour: words.text("分钟", "minutes")
    case .unit: words.text("输入几位即可补全", "a few digits are enough")
    case .phone: words.text("输入号码可找到住户", "a number finds its household")
    case .rings: words.text("三声内接听", "answer within three")
    case .into: words.text("继续办理的工单编号", "number of the ticket that goes on")
    case .parent: words.text("主单编号；空着取消关联", "number of the whole; empty for none")
    case .moment:
      words.text("如 14:05、昨天 9:00、2h；留空为接班时", "14:05, yesterday 9:00, 2h; empty: shift start")
    case .line:
      words.text("3-2-1201 厨房漏水 !急修 @wang #给排水", "3-2-1201 kitchen leak !urgent @wang #plumbing")
    case .labourPrice: words.text("元", "yuan")
    case .charge: words.text("元；空着为免费", "yuan; empty where it is free")
    case .price: words.text("元，如 80 或 80.50", "yuan, such as 80 or 80.50")
    case .agreedBy: words.text("空着为还没有同意", "empty while nobody has")
    case .first: words.text("如 1042.1", "such as 1042.1")
    case .span:
      words.text(
        "如 30m、13:00；或 明天 8:00-17:00", "such as 30m, 13:00; or tomorrow 8:00-17:00")
    case .days:
      words.text("如 明天、11-28、2026-11-23..2026-11-27", "such as tomorrow, 11-28, 2026-11-23..2026-11-27")
    case .day: words.text("如 今天、明天、11-28", "such as today, tomorrow, 11-28")
    case .duty:
      words.text(
        "如 08:00-17:00；休息；待命 20:00-08:00；照常", "such as 08:00-17:00; off; on-call 20:00-08:00; usual")
    case .text, .why, .result, .finding, .owner, .technician, .reason, .kind, .urgency, .topic, .important,
      .caller, .summary, .channel, .satisfaction, .visitPlace, .passed, .notice, .number, .everyone,
      .children, .reached,
      .absence, .back, .with, .second, .other, .viewName, .asked, .body, .isFinal:
      ""
    }
  }

  /// Whether somebody's words stay on the lines on which they were written.
  var keepsLines: Bool { self == .summary || self == .line }

  /// The word for a yes or a no in this field.
  func word(for value: Bool, _ words: Words) -> String {
    switch self {
    case .passed: value ? words.text("合格", "Passed") : words.text("不合格", "Not passed")
    case .notice:
      value ? words.text("张贴公告", "A published notice") : words.text("当面或电话", "Telling the resident")
    case .important: value ? words.text("重要，必回访", "Important, always visited") : words.text("普通", "Ordinary")
    case .everyone:
      value ? words.text("都回复了", "All were told") : words.text("只这一位", "Only this caller")
    case .reached: value ? words.text("接通了", "Somebody answered") : words.text("没有接通", "Nobody answered")
    case .isFinal:
      value
        ? words.text("最终答复，不再等", "Final, nothing more is expected") : words.text("还要等答复", "More is expected")
    case .back: value ? words.text("回岗了", "Back at work") : words.text("还没有", "Not yet")
    case .children: value ? words.text("分单一起办结", "Close them too") : words.text("分单不动", "Leave them open")
    default: value ? words.yes : words.no
    }
  }
}

/// One field of a form.
struct Field: Equatable {
  enum Entry: Equatable {
    case text(TextField)
    case choice(PickList)
  }
  let name: FieldName
  var entry: Entry

  static func text(_ name: FieldName, _ text: String = "") -> Field {
    Field(name: name, entry: .text(TextField(text, keepsLines: name.keepsLines)))
  }
  static func choice(_ name: FieldName, _ choices: [Choice], chosen: Choice? = nil) -> Field {
    Field(name: name, entry: .choice(PickList(choices, chosen: chosen)))
  }
  /// A choice that somebody has to make: nothing is chosen before.
  static func open(_ name: FieldName, _ choices: [Choice]) -> Field {
    Field(name: name, entry: .choice(PickList(open: choices)))
  }
  /// When it happened, for what somebody may say that it happened earlier: steps of technicians, contact with residents.
  static let when = Field.text(.when)

  static func flag(_ name: FieldName, _ value: Bool) -> Field {
    choice(name, [.flag(value, name), .flag(!value, name)])
  }

  /// What was typed; empty for a choice.
  var text: String {
    if case .text(let field) = entry { return field.text }
    return ""
  }
  /// What is chosen; nil for a text.
  var chosen: Choice? {
    if case .choice(let list) = entry { return list.highlighted }
    return nil
  }
}
