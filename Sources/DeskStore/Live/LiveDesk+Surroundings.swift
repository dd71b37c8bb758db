import Desk
import Journal

extension LiveDesk {
  /// What the machine says that a decision about the staff depends on; nothing is asked for any other.
  func surroundings(for action: Action) throws(StoreError) -> Surroundings {
    guard action.verb == .staff else { return .none }
    var names = [ProcessIdentity.account]
    for person in desk.staff.values where person.role == .manager && person.isActive {
      names += person.accounts
    }
    if case .staff(.edit(let edit)) = action { names += edit.accounts ?? [] }
    guard case .staff(.restoreManager(let account, _)) = action else {
      return Surroundings(accounts: existing(names))
    }
    let founder = try founder()
    names += (founder?.accounts ?? []) + (account.map { [$0] } ?? [])
    return Surroundings(
      accounts: existing(names), isRoot: Superuser.isAtWork(onFileAt: path), founder: founder)
  }

  /// The account that is at work exists, whatever the list of accounts says of its name.
  private func existing(_ names: [String]) -> Set<String> {
    Set(names).filter { $0 == ProcessIdentity.account || ProcessIdentity.exists($0) }
  }

  /// The first person of the journal, who is on one of its first records.
  private func founder() throws(StoreError) -> Surroundings.Founder? {
    for event in try events(at: [1, 2, 3]) {
      guard case .staffAdded(let person) = event.entry.body else { continue }
      return Surroundings.Founder(code: person.code, accounts: person.accounts)
    }
    return nil
  }
}
