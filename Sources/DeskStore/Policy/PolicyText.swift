public import Desk
import Settings

/// A policy as the text of a policy file, with comments in both languages; reading it gives the policy back.
///
///     print(PolicyText(.builtIn).text)
public struct PolicyText {
  /// The file.
  public var text: String { lines.joined(separator: "\n") + "\n" }
  var lines: [String] = []

  /// The file of a policy.
  public init(_ policy: Policy) {
    comment(
      "服务时限政策。井号之后是说明。检查：dutydesk policy check 文件名",
      "The policy of the service centre. What follows a # is a remark. To check it: dutydesk policy check FILE"
    )
    comment(
      "时长的写法：15m 为十五分钟，4h 为四小时，7d 为七天，1h30m 为一个半小时。",
      "Spans of time: 15m is a quarter of an hour, 4h four hours, 7d seven days, 1h30m an hour and a half.")
    comment(
      "整节省略的，按内置政策执行。时间以服务中心所在时区为准。",
      "A section that is left out stays as it is built in. Times are those of the clock on the centre's wall."
    )
    put("name = " + SettingsString.text(policy.name), "版本名称", "what this version is called")
    if policy.escalation.isEmpty { put("escalation = \"none\"", "不提醒", "nobody is shown anything") }
    if policy.visits.rules.isEmpty { put("visit = \"none\"", "不抽样回访", "no return visits by sample") }
    calendars(policy)
    targets(policy.targets)
    pauses(policy.pauses)
    alarms(policy)
    visits(policy.visits)
    roles(policy.permissions)
    speaks(policy.speaks)
    gates(policy)
    dispatch(policy.dispatch)
    skills(policy.dispatch)
    limits(policy.limits)
    put(
      "warranty = " + Self.span(policy.dispatch.warranty), "完工后多久之内再修算返修",
      "a new order within that time of the work makes it good")
    put(
      "licence-notice = " + Self.span(policy.dispatch.licenceNotice), "证照到期前多久提醒管理人员",
      "how long before its last day the end of a licence is told")
    returnVisits(policy.limits)
    referral(policy.limits)
  }

  // MARK: lines

  /// A remark in both languages.
  mutating func comment(_ zh: String, _ en: String) {
    lines.append("# " + zh)
    lines.append("# " + en)
  }

  /// The remark above a section, set apart from what comes before.
  mutating func chapter(_ zh: String, _ en: String) {
    lines.append("")
    comment(zh, en)
  }

  /// A line, with a remark after it.
  mutating func put(_ line: String, _ zh: String, _ en: String) { lines.append("\(line)  # \(zh) \(en)") }
  mutating func put(_ line: String) { lines.append(line) }

  /// `key = ["a", "b"]`, over several lines where it is long.
  mutating func put(_ key: String, _ values: [String]) {
    let line = key + " = " + Self.list(values)
    guard line.unicodeScalars.count > 100 else { return lines.append(line) }
    lines.append(key + " = [")
    var row = " "
    for value in values.map({ " " + SettingsString.text($0) + "," }) {
      if row.unicodeScalars.count + value.unicodeScalars.count > 100 {
        lines.append(row)
        row = " "
      }
      row += value
    }
    lines.append(row)
    lines.append("]")
  }

  static func list(_ values: [String]) -> String {
    "[" + values.map { SettingsString.text($0) }.joined(separator: ", ") + "]"
  }

  /// One code alone, several in a list.
  static func oneOrList(_ values: [String]) -> String {
    values.count == 1 ? SettingsString.text(values[0]) : list(values)
  }

  /// `15m`, `24h`, `7d`, `1h30m`: hours up to three days, as rulebooks count them.
  static func span(_ span: Seconds) -> String {
    let seconds = max(0, span.whole)
    if seconds > 0, seconds <= 72 * 3600, seconds % 3600 == 0 { return "\(seconds / 3600)h" }
    let (days, rest) = (seconds / 86_400, seconds % 86_400)
    if days == 0 { return SettingsDuration.text(Int(rest)) }
    return "\(days)d" + (rest == 0 ? "" : SettingsDuration.text(Int(rest)))
  }
}
