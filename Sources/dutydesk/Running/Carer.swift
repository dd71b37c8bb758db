import Desk
import DeskStore
import Glibc
import Journal

/// Who takes care of a journal: asked before anything of it is touched, and recorded with what is done.
struct Carer {
  /// The code under which it is recorded.
  let code: StaffCode

  /// The person at the keyboard, if the journal's own records allow them `verb`; nothing that lies beside the journal is
  /// believed for it.
  ///
  /// Root may always, for root could do it by hand and then nobody would know. Where damage took all who may, the owner of
  /// the file may. Throws the refusal for everybody else.
  init(_ session: Session, _ invocation: Invocation, _ path: String, _ verb: Verb) throws {
    let live = try LiveDesk(path: path, writing: true, isProven: true)
    session.zone = live.desk.zone
    let policy = live.desk.policies.policy(at: session.started)
    let mayAnybody = live.desk.staff.values.contains { $0.isActive && policy.allows($0.role, verb) }
    let isTrusted = Superuser.isAtWork(onFileAt: path) || !mayAnybody && Self.owns(path)
    let author: StaffCode
    do {
      author = try session.author(invocation, on: live)
    } catch let refusal as Refusal {
      guard isTrusted, invocation[.asStaff] == nil else { throw refusal }
      code = ProcessIdentity.staffCode(of: ProcessIdentity.account)
      return
    }
    guard !isTrusted else {
      code = author
      return
    }
    let role = try live.desk.active(author).role
    guard policy.allows(role, verb) else {
      throw Refusal.notPermitted(role, verb, allowed: policy.roles(allowed: verb))
    }
    code = author
  }

  private static func owns(_ path: String) -> Bool {
    var status = stat()
    return UserNamespace.isTrusted(onFileAt: path)
      && GroupRights.forFile(path) { stat(path, &status) } == 0 && status.st_uid == getuid()
  }
}
