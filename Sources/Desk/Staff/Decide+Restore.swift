// The way back in when nobody can manage the desk any more: the superuser of the machine gives the founder their account.

extension ServiceDesk {
  /// The founder works here again, as a manager with that account, or with the one they began the journal with.
  ///
  /// Only the superuser may: no role, for roles are what is being mended, and whoever owns the machine owns the file
  /// anyway. What was done, by which account and why is recorded like any other change.
  func managerRestored(
    _ command: Command, account wanted: String?, why: String, in surroundings: Surroundings
  ) throws(Refusal) -> [Entry] {
    guard surroundings.isRoot else { throw .onlySuperuser }
    guard let founder = surroundings.founder, var person = staff[founder.code] else { throw .noFounder }
    guard !why.utf8.allSatisfy({ $0 <= 32 }) else { throw .textMissing(.why) }
    guard why.utf8.count <= TextLimit.text else { throw .textTooLong(.why, limit: TextLimit.text) }
    let account = try existing(wanted.map { [$0] } ?? founder.accounts, surroundings)
    var edit = StaffEdit(code: person.code)
    edit.role = person.role == .manager ? nil : .manager
    edit.accounts = person.accounts.contains(account) ? nil : person.accounts + [account]
    guard !edit.isEmpty || !person.isActive else { throw .nothingToChange }
    edit.reason = HoursReason(why)
    let edited = Entry(by: command.by, body: .staffEdited(edit))
    guard !person.isActive else { return [edited] }
    person.isActive = true
    return [Entry(by: command.by, body: .staffAdded(person)), edited]
  }

  private func existing(_ accounts: [String], _ surroundings: Surroundings) throws(Refusal) -> String {
    guard let account = accounts.first(where: { surroundings.hasAccount($0) }) else {
      throw .noSuchAccount(accounts.first ?? "")
    }
    return account
  }
}
