import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  private static func side(_ placeholder: String) -> ArgumentDefinition {
    ArgumentDefinition(
      placeholder: placeholder,
      help: Phrase("政策文件、已采用版本的名称，或 default（内置）", "a policy file, the name of an adopted version, or default")
    )
  }

  static let policyDiff = CommandDefinition(
    path: ["policy", "diff"], section: .policy,
    summary: Phrase("两份政策有何不同", "in what two policies differ, promise by promise"),
    arguments: [side("A"), side("B")],
    examples: ["policy diff default 2027.policy", "policy diff 2026-01 2027.policy --json"], formats: [.json],
    work: .other { session, invocation in
      let file = PolicyFile(session: session, invocation: invocation)
      let old = try file.policy(invocation.argument(0) ?? "")
      let new = try file.policy(invocation.argument(1) ?? "")
      let changes = PolicyDifference(from: old, to: new).changes
      if invocation.has(.json) {
        session.out.json(changes) { writer, change in
          writer.change(change)
          writer.field("text", session.words.line(for: change))
        }
      } else if changes.isEmpty {
        session.out.line(session.words.text("没有不同。", "They say the same."))
      } else {
        for change in changes { session.out.line(session.words.line(for: change)) }
      }
    })
}
