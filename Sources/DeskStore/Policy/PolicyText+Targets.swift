import Desk
import Settings

extension PolicyText {
  mutating func targets(_ table: TargetTable) {
    chapter(
      "时限：kind 类型、urgency 紧急程度、topic 事项，可写一个或一列，不写即全部。越具体的越优先（事项、紧急程度、类型依次），同样具体的以后写的为准。",
      "Targets: kind, urgency and topic are a code or a list, all where left out. The most specific one wins "
        + "(topic, then urgency, then kind), the later of two alike.")
    comment(
      "act 首次处理、respond 响应、arrive 到场、resolve 处理、reply 回复、visit 回访；\"none\" 为不设。从登记时起算，或 after 之后：",
      "act, respond, arrive, resolve, reply, visit; \"none\": such tickets have no such clock. Counted from receipt, "
        + "or after:")
    comment(
      "after = \"window\" 约定时段结束、\"result\" 处理结果、\"reply\" 回复。calendar = \"日历\" 用于整段，或写在一个时限里。",
      "after = \"window\" (the end of what was promised), \"result\" or \"reply\". calendar = \"NAME\" for all of a "
        + "section or inside one target.")
    comment(
      "again = true：重新打开或退回之后的时限（respond 为业主再次联系时）；不写：回复、回访同第一次，其余不设。",
      "again = true: after a reopening or when it is sent back (respond: when the resident asks once more). Left out: "
        + "reply and visit as at first, the others not at all.")
    for group in TargetGroup.groups(of: table.rules) { section(group) }
  }

  private mutating func section(_ group: TargetGroup) {
    let (zh, en) = (Self.about(group, .zh), Self.about(group, .en))
    put("")
    put("[[target]]", zh, "/ " + en)
    if let kinds = group.kinds { put("kind = " + Self.oneOrList(kinds.map(\.rawValue))) }
    if let urgencies = group.urgencies { put("urgency = " + Self.oneOrList(urgencies.map(\.rawValue))) }
    if let topics = group.topics { put("topic = " + Self.oneOrList(topics.map(\.rawValue))) }
    if group.isAgain { put("again = true") }
    let counted = group.targets.compactMap(\.target).filter { $0.start != .window }.map(\.calendar)
    let calendar = counted.allSatisfy { $0 == counted.first } ? counted.first ?? nil : nil
    if let calendar { put("calendar = " + SettingsString.text(calendar)) }
    for (clock, target) in group.targets {
      put("\(clock.rawValue) = " + (target.map { Self.target($0, calendar) } ?? "\"none\""))
    }
  }

  private static func about(_ group: TargetGroup, _ language: Language) -> String {
    func names(_ codes: [some Named]?) -> String? {
      codes.map { $0.map { $0.name(in: language) }.joined(separator: Phrase("、", ", ").said(in: language)) }
    }
    let parts = [names(group.kinds), names(group.urgencies), names(group.topics)].compactMap { $0 }
    let again = group.isAgain ? [Phrase("再次", "again").said(in: language)] : []
    let all = parts.isEmpty ? [Phrase("全部", "all tickets").said(in: language)] : parts
    return (all + again).joined(separator: Phrase("，", "; ").said(in: language))
  }

  /// `15m`, or an inline table where more is to be said; `calendar` is that of the whole section.
  private static func target(_ target: Target, _ calendar: String?) -> String {
    let own = target.start == .window ? nil : target.calendar == calendar ? nil : target.calendar
    guard target.start != .receipt || own != nil else { return span(target.within) }
    let start = target.start == .receipt ? nil : "after = \"\(target.start.rawValue)\""
    let name = own.map { "calendar = " + SettingsString.text($0) }
    let parts = [start, "within = " + span(target.within), name].compactMap { $0 }
    return "{ " + parts.joined(separator: ", ") + " }"
  }

  mutating func visits(_ table: VisitTable) {
    guard !table.rules.isEmpty else { return }
    chapter(
      "回访：每百张工单抽多少张（share），重要的总要回访；没有写到的不抽。",
      "Return visits: how many in a hundred (share); important ones always. Of what no section names, none.")
    for group in VisitGroup.groups(of: table.rules) {
      put("[[visit]]")
      if let kinds = group.kinds { put("kind = " + Self.oneOrList(kinds.map(\.rawValue))) }
      if let urgencies = group.urgencies { put("urgency = " + Self.oneOrList(urgencies.map(\.rawValue))) }
      put("share = \(group.share)")
    }
  }
}

/// Neighbouring rules that one section can say: all its kinds by all its urgencies by all its topics, each with all
/// its clocks.
struct TargetGroup {
  var kinds: [TicketKind]?
  var urgencies: [Urgency]?
  var topics: [Topic]?
  let isAgain: Bool
  var targets: [(clock: ClockName, target: Target?)]

  private init(_ rule: TargetTable.Rule) {
    kinds = rule.kind.map { [$0] }
    urgencies = rule.urgency.map { [$0] }
    topics = rule.topic.map { [$0] }
    isAgain = rule.isAgain
    targets = [(rule.clock, rule.target)]
  }

  /// Groups that unfold into exactly these rules, in their order.
  static func groups(of rules: [TargetTable.Rule]) -> [TargetGroup] {
    var groups: [TargetGroup] = []
    for rule in rules {
      var group = TargetGroup(rule)
      if let last = groups.last, last.selects(like: group), last.comesBefore(rule.clock) {
        group.targets = last.targets + group.targets
        groups.removeLast()
      }
      groups.append(group)
    }
    // A section unfolds topics innermost, kinds outermost.
    return merged(merged(merged(groups, \.topics), \.urgencies), \.kinds)
  }

  private func selects(like other: Self) -> Bool {
    kinds == other.kinds && urgencies == other.urgencies && topics == other.topics && isAgain == other.isAgain
  }

  private func comesBefore(_ clock: ClockName) -> Bool {
    let order = ClockName.allCases
    guard let last = targets.last, let a = order.firstIndex(of: last.clock),
      let b = order.firstIndex(of: clock)
    else { return false }
    return a < b
  }

  private static func merged<Value: Equatable>(
    _ groups: [TargetGroup], _ list: WritableKeyPath<TargetGroup, [Value]?>
  ) -> [TargetGroup] {
    var merged: [TargetGroup] = []
    for group in groups {
      var alike = group
      if let last = merged.last, let before = last[keyPath: list], let more = group[keyPath: list] {
        alike[keyPath: list] = before
        if alike.selects(like: last), alike.promises(like: last), !more.contains(where: before.contains) {
          merged[merged.count - 1][keyPath: list] = before + more
          continue
        }
      }
      merged.append(group)
    }
    return merged
  }

  private func promises(like other: Self) -> Bool {
    targets.count == other.targets.count
      && zip(targets, other.targets).allSatisfy { $0.clock == $1.clock && $0.target == $1.target }
  }
}

/// Neighbouring rules of the visit table that one section can say.
struct VisitGroup {
  var kinds: [TicketKind]?
  var urgencies: [Urgency]?
  let share: Int

  /// Groups that unfold into exactly these rules, in their order.
  static func groups(of rules: [VisitTable.Rule]) -> [VisitGroup] {
    var groups: [VisitGroup] = []
    for rule in rules {
      let group = VisitGroup(
        kinds: rule.kind.map { [$0] }, urgencies: rule.urgency.map { [$0] }, share: rule.share)
      if let last = groups.last, last.share == rule.share, last.kinds == group.kinds,
        let before = last.urgencies, let urgency = rule.urgency, !before.contains(urgency)
      {
        groups[groups.count - 1].urgencies = before + [urgency]
      } else {
        groups.append(group)
      }
    }
    return groups.reduce(into: []) { merged, group in
      if let last = merged.last, last.share == group.share, last.urgencies == group.urgencies,
        let before = last.kinds, let more = group.kinds, !more.contains(where: before.contains)
      {
        merged[merged.count - 1].kinds = before + more
      } else {
        merged.append(group)
      }
    }
  }
}
