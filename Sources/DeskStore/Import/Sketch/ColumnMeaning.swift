public import Desk

/// What a column of somebody's ledger is for, by its name.
public enum ColumnMeaning: Hashable, Sendable {
  /// One of our columns.
  case ours(ImportColumn)
  /// When a step of the ticket was taken.
  case step(Verb)
  /// Who was sent.
  case technician
  /// What the material cost.
  case cost
  /// How content the resident was.
  case satisfaction

  /// Whether it holds moments.
  public var isMoment: Bool {
    switch self {
    case .step, .ours(.received), .ours(.resolved), .ours(.closed), .ours(.on): true
    case .ours, .technician, .cost, .satisfaction: false
    }
  }

  /// A meaning, and how telling the name is that says so: less is more.
  typealias Guess = (meaning: ColumnMeaning, rank: Int)

  /// A column of that name; nil where the name tells nothing.
  static func exactly(_ name: String) -> Guess? { byName[plain(name)] }

  /// A column whose Chinese name has one of the known names in it.
  static func roughly(_ name: String) -> Guess? {
    let name = plain(name)
    for (meaning, names) in names {
      let rank = names.firstIndex { !$0.utf8.allSatisfy { $0 < 0x80 } && name.contains($0) }
      if let rank { return (meaning, rank) }
    }
    return nil
  }

  /// In small letters, without blanks, signs and what stands in brackets.
  private static func plain(_ name: String) -> String {
    var depth = 0
    return String(
      String.UnicodeScalarView(
        name.lowercased().unicodeScalars.filter { scalar in
          if "(（[【".unicodeScalars.contains(scalar) { depth += 1 }
          defer { if ")）]】".unicodeScalars.contains(scalar) { depth -= 1 } }
          return depth == 0 && scalar.properties.isAlphabetic
        }))
  }

  private static let byName: [String: Guess] = Dictionary(
    names.flatMap { entry in
      entry.names.enumerated().map { (plain($0.element), (entry.meaning, $0.offset)) }
    }, uniquingKeysWith: { first, _ in first })

  /// The most telling first, meanings and names: what one column is called may stand within the name of another.
  private static let names: [(meaning: ColumnMeaning, names: [String])] = [
    (.step(.dispatch), ["派工时间", "派单时间", "派工日期", "派单日期", "dispatched", "dispatched at", "dispatch time"]),
    (.step(.arrive), ["到场时间", "上门时间", "到达时间", "到场日期", "arrived", "arrived at", "arrival time"]),
    (.step(.visit), ["回访时间", "回访日期", "visited", "visited at", "called back"]),
    (
      .ours(.resolved),
      [
        "完工时间", "完成时间", "解决时间", "修复时间", "竣工时间", "完工日期", "完成日期", "resolved", "resolved at",
        "completed", "completed at", "finished",
      ]
    ),
    (
      .ours(.closed),
      [
        "办结时间", "结单时间", "关闭时间", "结案时间", "归档时间", "办结日期", "closed", "closed at", "date closed", "closed date",
        "close date",
      ]
    ),
    (
      .ours(.on),
      ["更新时间", "修改时间", "变更时间", "on", "updated", "updated at", "sys updated at", "modified", "last update"]
    ),
    (
      .ours(.received),
      [
        "报修时间", "受理时间", "登记时间", "来电时间", "接报时间", "创建时间", "提交时间", "投诉时间", "报修日期", "受理日期",
        "登记日期", "时间", "日期", "received", "received at", "opened", "opened at", "created", "created at",
        "reported",
        "reported at", "sys created at", "created date", "date created", "date opened", "open date",
        "date received", "date",
      ]
    ),
    (.satisfaction, ["满意度", "满意程度", "回访结果", "评价", "satisfaction", "rating"]),
    (.cost, ["材料费", "材料金额", "cost of material", "material cost"]),
    (
      .technician,
      [
        "维修人员", "维修员", "维修工", "维修师傅", "师傅", "接单人", "派工人员", "施工人员", "上门人员", "technician", "worker",
        "repaired by",
      ]
    ),
    (.ours(.phone), ["电话", "手机", "联系方式", "phone", "mobile", "tel", "telephone", "phone number"]),
    (
      .ours(.ref),
      [
        "工单号", "单号", "编号", "流水号", "ref", "reference", "number", "id", "ticket", "ticket id", "ticket no",
        "request id", "incident", "case number", "request number", "unique key", "no", "序号",
      ]
    ),
    (.ours(.urgency), ["紧急程度", "优先级", "紧急", "urgency", "priority", "severity"]),
    (.ours(.state), ["工单状态", "处理状态", "状态", "进度", "state", "status", "incident state"]),
    (.ours(.result), ["处理结果", "维修结果", "处理情况", "维修情况", "result", "resolution", "outcome"]),
    (.ours(.channel), ["报修方式", "受理方式", "来源", "渠道", "channel", "source", "contact type"]),
    (.ours(.topic), ["报修项目", "维修项目", "报修类别", "维修类别", "事项", "topic", "category", "trade"]),
    (.ours(.kind), ["类别", "类型", "分类", "kind", "type"]),
    (
      .ours(.summary),
      [
        "报修内容", "报修事项", "报修事由", "问题描述", "故障描述", "内容", "描述", "现象", "summary", "description",
        "short description",
        "subject", "title", "problem", "fault", "descriptor",
      ]
    ),
    (.ours(.owner), ["负责人", "责任人", "处理人", "经办人", "受理人", "owner", "assignee", "assigned to", "responsible"]),
    (
      .ours(.unit),
      ["房号", "房间号", "房屋", "室号", "地址", "位置", "unit", "room", "flat", "apartment", "address", "location"]
    ),
    (.ours(.by), ["操作人", "更新人", "by", "updated by", "sys updated by"]),
    (.ours(.reopened), ["重开次数", "返修次数", "reopened", "reopen count"]),
    (
      .ours(.caller),
      ["业主", "住户", "联系人", "报修人", "来电人", "客户", "caller", "caller id", "contact", "resident", "tenant"]
    ),
    (.ours(.code), ["工号", "code", "staff no"]),
    (.ours(.role), ["岗位", "职务", "角色", "身份", "role", "position"]),
    (.ours(.trades), ["工种", "trades"]),
    (.ours(.name), ["姓名", "名字", "name", "full name"]),
  ]
}
