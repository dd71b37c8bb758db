import Desk
import DeskStore
import Journal

extension CommandTable {
  private static let given = OptionDefinition(
    "os-user", .name,
    Phrase("给哪个本机账号；缺省为建立日志时的账号", "the account of this machine to give; that of the beginning unless said"))

  static let journalRestoreManager = CommandDefinition(
    path: ["journal", "restore-manager"], section: .journal,
    summary: Phrase(
      "无人能管理时，由 root 恢复第一位物业经理，记录在案", "root gives the first manager account and role back, on record"),
    options: [.why.required, given],
    examples: [
      "journal restore-manager --why '经理误删了自己的账号'",
      "journal restore-manager --os-user wangq --why 'the account of the beginning is gone'",
    ],
    formats: [.json],
    work: .other { session, invocation in
      // Asked first: who may not is told so, whatever else stands in the way.
      guard Superuser.isAtWork(onFileAt: try session.path(invocation)) else { throw Refusal.onlySuperuser }
      let live = try session.openForChange(invocation)
      let root = ProcessIdentity.staffCode(of: ProcessIdentity.account)
      let action = Action.restoreManager(account: invocation[given], why: invocation[.why] ?? "")
      let call = Call(session: session, invocation: invocation, live: live)
      try Change(call).record(Command(by: root, action: action))
    })
}
