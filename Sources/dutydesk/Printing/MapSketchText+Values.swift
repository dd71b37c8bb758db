import Desk
import DeskStore
import Settings
import Words

/// What becomes of the values of a ledger, as far as it can be told or guessed.
extension MapSketchText {
  mutating func values() {
    let lists: [(ImportColumn, (String) -> String?, [String])] = [
      (.kind, { TicketKind.matching($0)?.rawValue }, TicketKind.allCases.map(\.rawValue)),
      (.urgency, { Urgency.matching($0)?.rawValue }, Urgency.allCases.map(\.rawValue)),
      (.topic, { Topic.matching($0)?.rawValue }, Topic.allCases.map(\.rawValue)),
      (.channel, { Channel.matching($0)?.rawValue }, Channel.allCases.map(\.rawValue)),
    ]
    for (column, known, codes) in lists where Self.ours(sketch).contains(column) {
      guard let theirs = sketch.column(.ours(column)) else { continue }
      let values = theirs.values ?? []
      section("values.\(column.rawValue)")
      say("可用：\(words.list(codes))", "allowed: \(words.list(codes))")
      if theirs.values == nil {
        say("超过\(ColumnCensus.listed)种，未列出。", "more than \(ColumnCensus.listed); not listed.")
      }
      for value in values { pattern(value, known(value.text), Self.guess(column, value.text)) }
    }
    if steps.contains(.satisfaction), let values = sketch.column(.satisfaction)?.values {
      section("values.reason", active: false)
      for value in values {
        pattern(
          value, VisitOutcome.matching(value.text)?.rawValue, Self.guess(.reason, value.text), active: false)
      }
    }
  }

  /// A value of theirs: nothing to be said where we know it, a proposal where we can guess, else a question.
  private mutating func pattern(
    _ value: (text: String, count: Int), _ known: String?, _ guess: String?, active: Bool = true
  ) {
    let isPlain = !value.text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "$") }
    let count = rows(value.count)
    let remark =
      known != nil
      ? count + words.text("，已认识", ", known")
      : guess != nil ? count : count + words.text("，请填写", ", to be decided")
    set(
      SettingsString.key(value.text), "\"\(known ?? guess ?? "")\"",
      active: active && isPlain && known == nil && guess != nil, remark)
  }

  private static func guess(_ column: ImportColumn, _ text: String) -> String? {
    let words: [(String, [String])] =
      switch column {
      case .urgency:
        [
          ("critical", ["特急", "非常紧急", "1 - Critical"]),
          ("urgent", ["紧急", "急", "高", "加急", "High", "2 - High"]),
          ("normal", ["一般", "普通", "中", "正常", "低", "Medium", "Low", "3 - Moderate", "4 - Low"]),
        ]
      case .kind: [("repair", ["维修", "报修", "报修单"]), ("complaint", ["投诉单"]), ("inquiry", ["咨询"])]
      case .topic:
        [
          ("plumbing", ["水", "漏水", "水暖", "管道", "下水", "水管"]), ("power", ["电", "电路", "照明", "强电"]),
          ("doors-windows", ["门窗", "门", "窗", "锁"]), ("lift", ["电梯"]),
          ("low-voltage", ["门禁", "对讲", "弱电", "监控"]), ("sanitation", ["保洁", "卫生"]),
        ]
      case .reason:
        [
          ("yes", ["非常满意", "很满意", "好"]), ("fairly", ["一般", "基本满意", "较满意", "比较满意"]),
          ("no", ["差", "很不满意", "不满"]),
          ("unreached", ["未接通", "无人接听", "没打通", "未接", "无人", "不在家", "no answer"]),
        ]
      default: []
      }
    return words.first { $0.1.contains(text) }?.0
  }

  mutating func unknown() {
    let ours = Self.ours(sketch).filter { sketch.column(.ours($0)) != nil }
    let hasUnits = ours.contains(.unit) && sketch.kind != .units
    let hasStaff =
      sketch.kind != .staff
      && (ours.contains(.owner) || ours.contains(.by) || sketch.column(.technician) != nil)
    guard hasUnits || hasStaff else { return }
    section("unknown")
    say(
      "台账里没有的房屋和人员：\"add\" 登记，\"refuse\" 拒绝该行，\"none\" 留空",
      "places and people that the desk does not know: \"add\", \"refuse\" the row, \"none\"")
    if hasUnits { set("unit", "\"add\"") }
    if hasStaff { set("staff", "\"add\"") }
  }

  mutating func log() {
    guard sketch.isLog else { return }
    section("log")
    section("log.states")
    say(
      "可用：open、waiting resident|parts|…、resolved、closed、cancelled、ignore、refuse",
      "allowed: open, waiting resident|parts|…, resolved, closed, cancelled, ignore, refuse")
    guard let values = sketch.column(.ours(.state))?.values else {
      say("超过\(ColumnCensus.listed)种，未列出。", "more than \(ColumnCensus.listed); not listed.")
      return
    }
    for value in values {
      let guess = Self.states.first { $0.names.contains(value.text.lowercased()) }?.state
      let count = rows(value.count)
      set(
        SettingsString.key(value.text), "\"\(guess ?? "open")\"", active: guess != nil,
        guess == nil ? count + words.text("，请核对", ", to be decided") : count)
    }
  }

  private static let states: [(state: String, names: [String])] = [
    (
      "open",
      ["open", "new", "active", "in progress", "assigned", "待处理", "处理中", "已派单", "已派工", "维修中", "未完成", "新建"]
    ),
    ("resolved", ["resolved", "done", "completed", "已完工", "已修复", "已解决", "完工"]),
    ("closed", ["closed", "已办结", "办结", "已完成", "完成", "已关闭", "关闭", "已结单"]),
    ("cancelled", ["cancelled", "canceled", "已取消", "取消", "作废", "已作废"]),
    ("waiting resident", ["awaiting user info", "等待业主", "待业主"]),
    ("waiting parts", ["awaiting parts", "待料", "等待材料", "缺料"]),
    ("waiting provider", ["awaiting vendor", "等待厂家", "外委"]),
  ]
}
