import Desk
import DeskStore
import Terminal
import Words

extension RegisterPage {
  static let policies = RegisterPage(
    name: "policies", title: Phrase("政策", "Policies"), empty: Phrase("没有政策。", "No policy."),
    headings: [Phrase("名称", "Name"), Phrase("生效", "In force from")], scrollsText: true,
    count: { $0.policies.versions.count },
    // From the newest back.
    entries: { desk in desk.policies.versions.indices.reversed().map { PolicyEntry(place: $0) } })
}

/// A version of the policy: what the centre promises.
struct PolicyEntry: RegisterEntry {
  /// Its place in the book of policies.
  let place: Int

  var selection: Selection { Selection() }
  var tickets: String? { nil }

  func cells(_ context: Context) -> [Span] {
    let version = context.desk.policies.versions[place]
    return [
      Span(context.words.policy(version.policy.name), .title),
      Span(version.effective.map { context.time($0) } ?? context.say("一向", "always"), .muted),
    ]
  }

  func searched(_ context: Context) -> String { context.desk.policies.versions[place].policy.name }

  func lines(_ document: RegisterDocument) -> [Line] {
    let (context, width) = (document.context, document.width)
    let version = context.desk.policies.versions[place]
    let words = context.words
    var lines = [Line.heading(context.words.policy(version.policy.name), width: width)]
    if let adopted = version.adopted {
      let who = version.by.map { context.name(of: $0) } ?? ""
      let text = context.say(
        "\(context.time(adopted)) \(who)录入。会议：\(version.meeting)",
        "adopted \(context.time(adopted)) by \(who). Meeting: \(version.meeting)")
      lines += TextWidth.wrap(text, width: width).map { Line($0, .muted) }
    } else {
      lines.append(Line(words.text("内置政策", "built in"), .muted))
    }
    lines += promises(version.policy, context, width: width)
    let text = version.text ?? PolicyText(version.policy).text
    return lines + [.empty, Line.heading(context.say("全文", "In full"), width: width)]
      + text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { row -> [Line] in
        let role: Role = row.hasPrefix("#") ? .muted : row.hasPrefix("[") ? .title : .normal
        let wrapped = TextWidth.wrap(TextWidth.sanitise(String(row)), width: width)
        return wrapped.isEmpty ? [.empty] : wrapped.map { Line($0, role) }
      }
  }

  /// What is promised to whom: a line for each kind and urgency, alike ones together.
  private func promises(_ policy: Policy, _ context: Context, width: Int) -> [Line] {
    let words = context.words
    let clocks: [ClockName] = [.act, .respond, .arrive, .resolve, .reply]
    var lines: [Line] = []
    for kind in TicketKind.allCases {
      var groups: [(urgencies: [Urgency], times: String)] = []
      for urgency in Urgency.allCases {
        let times = clocks.compactMap { clock in
          policy.targets.target(clock, kind, urgency, .other).map {
            words.name(clock) + " " + words.counted($0)
          }
        }.joined(separator: context.say("，", ", "))
        if let place = groups.firstIndex(where: { $0.times == times }) {
          groups[place].urgencies.append(urgency)
        } else {
          groups.append(([urgency], times))
        }
      }
      for group in groups where !group.times.isEmpty {
        let who =
          groups.count == 1
          ? words.name(kind)
          : words.name(kind) + " " + group.urgencies.map { words.name($0) }.joined(separator: "/")
        lines.append(Line(who, .title))
        lines += TextWidth.wrap(group.times, width: max(10, width - 2)).map { Line("  " + $0) }
      }
    }
    return [Line.heading(context.say("承诺", "Promises"), width: width)] + lines
  }
}
