// Adopting a policy, and putting a ticket under another one (R21; DOMAIN, clock rule 2).

extension Ruling {
  func adopt(_ adoption: PolicyAdoption) throws(Refusal) -> [Entry] {
    var adoption = adoption
    let policy = adoption.policy
    // The first one, before there is anything that could live under another, holds for all time before it too.
    let isFirst = desk.tickets.isEmpty && desk.policies.adopted.isEmpty && adoption.effective == nil
    if !isFirst { try require(adoption.meeting, .meeting, limit: TextLimit.summary) }
    try require(policy.name, .name, limit: TextLimit.name)
    try fits(adoption.text, .policy, limit: TextLimit.policy)
    try count(desk.policies.versions.count, .policies, Sense.policies)
    guard desk.policies.place(named: policy.name) == nil else { throw .alreadyExists(.policy(policy.name)) }
    if let effective = adoption.effective, effective < now { throw .effectiveTooEarly(effective) }
    for verb in [Verb.policy, .staff] {
      let somebody = desk.staff.values.contains { $0.isActive && policy.allows($0.role, verb) }
      guard somebody else { throw .nobodyCould(verb) }
    }
    adoption.effective = isFirst ? nil : adoption.effective ?? now
    return [entry(.policyAdopted(adoption))]
  }

  /// The name of a policy that the ticket does not live under yet.
  func applicable(_ name: String, to ticket: Ticket) throws(Refusal) -> String {
    guard let place = desk.policies.place(named: name) else {
      throw .unknownPolicy(name, known: desk.policies.versions.map(\.policy.name))
    }
    if let effective = desk.policies.versions[place].effective, effective > happened {
      throw .notYetEffective(name, from: effective)
    }
    guard place != ticket.policyPlace(in: desk.policies) else { throw .nothingToChange }
    return name
  }
}
