/// The name of a thing that can be asked, as permissions, help and refusals use it.
public enum Verb: String, Code {
  case staff, registers, receive, edit, classify, assign, note, inform, check, respond, urge, promise, wait,
    resume, escalate, decide, resolve, refuse, reply, visit, close, reopen, cancel, inspect, dispatch, send,
    accept,
    decline, travel, arrive, pause, `continue`, complete, signoff, withdraw,
    merge, unmerge, link, undo, acknowledge, policy, roster, away, rush, transfer, price, call, rework,
    propose, rebook
  /// Referring a matter to a body outside, and what that answers; keeping the registers of bodies and services.
  case refer, catalogue
  /// Deciding on damage of the journal; bringing it back after a failed sync.
  case repair, care
  case importRecords = "import"
}

extension Verb {
  /// The rights of the rulebook's records, and who has each where a policy says nothing (RULEBOOK): they stand line by line in
  /// a table of their own, so that a policy that is older than one of them takes nothing away.
  public static let records: KeyValuePairs<Verb, [StaffRole]> = [
    .refer: [.clerk, .maintenanceSupervisor, .supervisor, .manager],
    .catalogue: [.supervisor, .manager],
  ]

  /// All others, which a policy grants role by role.
  public static let ofRoles = allCases.filter { verb in !records.contains { $0.key == verb } }
}
