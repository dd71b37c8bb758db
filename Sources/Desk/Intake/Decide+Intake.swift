extension Ruling {
  func receive(_ receipt: Receipt) throws(Refusal) -> [Entry] {
    // The patrol empties the letterbox: what it brings is keyed as it came (R8).
    let brought = author.role == .patrol && receipt.channel == .letterbox
    if author.role == .auditor || author.role == .patrol, receipt.kind != .finding, !brought {
      throw .findingsOnly(author.role)
    }
    try require(receipt.summary, .summary, limit: TextLimit.summary)
    if receipt.rings != nil, receipt.channel != .phone { throw .ringsWithoutACall(receipt.channel) }
    try fits(receipt.caller, .name, limit: TextLimit.name)
    try fits(receipt.phone, .phone, limit: TextLimit.name)
    if let unit = receipt.unit { try desk.requireUnit(unit) }
    if let owner = receipt.owner { _ = command.isImported ? try desk.known(owner) : try desk.active(owner) }
    if let ref = receipt.ref {
      try fits(ref, .ref, limit: TextLimit.name)
      if let number = desk.references[ref] { throw .alreadyExists(.reference(ref, number)) }
    }
    let number = desk.tickets.nextNumber
    try check(receipt.window, for: OrderID(number, 1))
    guard Sense.ticket ~= Int64(number.value) else { throw .tooManyTickets }
    return [entry(.ticket(number, .received(receipt)))]
  }

  /// What the resident was told at once is recorded with the matter: whoever said it answers for it, a question is over with
  /// it, and everything else goes on.
  func answer(_ receipt: Receipt, _ text: String) throws(Refusal) -> [Entry] {
    try require(text, .text)
    var receipt = receipt
    receipt.owner = receipt.owner ?? author.code
    let number = desk.tickets.nextNumber
    let isOver = receipt.kind == .inquiry
    for verb in isOver ? [Verb.reply, .close] : [.respond] {
      try desk.requireRight(author.code, to: verb, now: now)
    }
    let told: [TicketEvent] =
      isOver ? [.replied(text: text, notice: false), .closed(text: "")] : [.responded(text: text)]
    return try receive(receipt) + told.map { entry(.ticket(number, $0)) }
  }
}

extension ServiceDesk {
  /// Refuses a place that is not in the register, naming some that look like it.
  func requireUnit(_ code: UnitCode) throws(Refusal) {
    guard households[code] == nil else { return }
    throw .unknownUnit(code, similar: unitsSimilar(to: code))
  }

  /// Up to five registered places whose code looks like this one: the same beginning, or one that ends in it.
  public func unitsSimilar(to code: UnitCode) -> [UnitCode] {
    let wanted = code.value.lowercased()
    func shared(_ other: String) -> Int {
      let other = other.lowercased()
      let head = zip(wanted.utf8, other.utf8).prefix { $0 == $1 }.count
      let tail = zip(wanted.utf8.reversed(), other.utf8.reversed()).prefix { $0 == $1 }.count
      return max(head, tail)
    }
    let ranked = households.keys.map { (code: $0, score: shared($0.value)) }.filter { $0.score >= 2 }
    return ranked.sorted { ($1.score, $0.code) < ($0.score, $1.code) }.prefix(5).map(\.code)
  }
}
