// Numbers and moments, whatever door they come in by: the command line, a form, an import, a plan.

extension Ruling {
  /// Refuses what makes no sense, and what lies too far ahead to be meant.
  func makeSense(_ entries: [Entry]) throws(Refusal) {
    let last = min(now + Sense.ahead, Sense.moments.upperBound)
    for entry in entries { try makeSense(entry.body, until: last) }
  }

  func makeSense(_ body: EventBody, until last: Instant = Sense.moments.upperBound) throws(Refusal) {
    if let nonsense = body.nonsense(until: last) { throw .senseless(nonsense) }
  }

  /// Refuses a list that is longer than there can be.
  func count(_ count: Int, _ measure: Measure, _ limit: Int) throws(Refusal) {
    guard count <= limit else { throw .tooMany(measure, limit: limit) }
  }

  /// The lists and texts of somebody's record; nil where they stay as they are.
  func fits(
    trades: [Trade]?, licences: [Licence]?, accounts: [String]?, provider: String?, phone: String?,
    ref: String?
  ) throws(Refusal) {
    try count(trades?.count ?? 0, .trades, Trade.allCases.count)
    try count(licences?.count ?? 0, .licences, Sense.licences)
    try count(accounts?.count ?? 0, .accounts, Sense.accounts)
    for licence in licences ?? [] { try fits(licence.name, .licence, limit: TextLimit.name) }
    for account in accounts ?? [] { try fits(account, .account, limit: TextLimit.name) }
    try fits(provider ?? "", .provider, limit: TextLimit.name)
    try fits(phone ?? "", .phone, limit: TextLimit.name)
    try fits(ref ?? "", .ref, limit: TextLimit.name)
  }
}
