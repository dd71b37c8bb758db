public import Desk
import Journal

extension LiveDesk {
  /// Founds a centre: a new journal at `path` with the first manager in it, opened for writing.
  ///
  /// - Parameters:
  ///   - zone: the centre's zone; `StoreError.unknownZone` where this machine has none of that name.
  ///   - group: the group of accounts that may write as well; only the owner where nil.
  ///   - policy: what holds from the beginning; the policy built in where nil.
  ///   - account: the account of the first manager, bound to that person; its name becomes the staff code.
  ///   - name: the manager's name; the account's where it is empty.
  ///
  /// Throws `JournalError.exists` where there is a file already. Folders that are missing are made, mode 0700.
  public static func create(
    path: String, centre: String, zone: String, group: String? = nil, policy: PolicyAdoption? = nil,
    firstManager account: String = ProcessIdentity.account, name: String = "", at: Instant? = nil
  ) throws(StoreError) -> LiveDesk {
    _ = try ZoneReader.zone(named: zone)
    try JournalPath.makeFolder(of: path)
    let moment = at ?? WallClock.now
    let code = ProcessIdentity.staffCode(of: account)
    let manager = Staff(
      code: code, name: name.isEmpty ? account : name, role: .manager, accounts: [account])
    var first = Batch()
    first.add(Entry(by: code, body: .staffAdded(manager)), at: moment)
    if let policy { first.add(Entry(by: code, body: .policyAdopted(policy)), at: moment) }
    try StoreError.journal { () throws in
      try Journal.create(
        path: path, identity: Identity(centre: centre, zone: zone), at: moment.milliseconds, by: code.value,
        group: group, first: first)
    }
    return try LiveDesk(path: path, writing: true)
  }
}
