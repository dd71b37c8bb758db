extension ServiceDesk {
  /// Who somebody is, from the account the kernel knows them by and the name they give (`--as`).
  ///
  /// One person bound to the account is meant without saying; of several, the one whose code is the account name.
  public func whoAmI(account: String, named: StaffCode?) throws(Refusal) -> StaffCode {
    let bound = staffInOrder.filter { $0.isActive && $0.accounts.contains(account) }.map(\.code)
    if let named {
      _ = try active(named)
      guard bound.contains(named) else { throw .notYou(account: account, named: named, candidates: bound) }
      return named
    }
    guard let only = bound.first else { throw .strangerAccount(account) }
    if bound.count == 1 { return only }
    guard bound.contains(StaffCode(account)) else { throw .whoAreYou(account: account, candidates: bound) }
    return StaffCode(account)
  }
}
