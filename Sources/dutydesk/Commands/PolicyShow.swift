import Desk
import DeskStore
import Journal

extension CommandTable {
  private static let isDefault = OptionDefinition(
    "default", nil, Phrase("内置的政策，可作为自己文件的底稿", "the one built in, to begin a file of your own with"))

  static let policyShow = CommandDefinition(
    path: ["policy", "show"], section: .policy,
    summary: Phrase("现行的政策，写成政策文件", "the policy in force, as a policy file"), options: [isDefault],
    examples: ["policy show", "policy show --default", "policy show --json"], formats: [.json],
    takesMoment: true,
    work: .other { session, invocation in
      let version: PolicyVersion
      if invocation.has(isDefault) {
        version = PolicyVersion(.builtIn, zone: .utc)
      } else {
        let live = try session.open(invocation)
        version = live.desk.policies.version(at: live.moment.instant ?? session.started)
      }
      guard invocation.has(.json) else {
        return session.out.page(version.text ?? PolicyText(version.policy).text)
      }
      session.out.json { writer in
        writer.field("name", version.policy.name)
        writer.moment("effective", version.effective)
        writer.moment("adopted", version.adopted)
        writer.optional("by", version.by?.value)
        writer.optional("meeting", version.seq == nil ? nil : version.meeting)
        writer.optional("seq", version.seq)
        writer.policy(version.policy)
      }
    })
}
