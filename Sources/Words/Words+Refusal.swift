public import Desk

/// What is wrong with a command, and what would be allowed.
extension Words {
  /// One or two sentences, with the moments on the centre's wall clock.
  public func sentence(for refusal: Refusal, zone: Zone) -> String {
    switch refusal {
    case .unknownStaff(let code): unknownStaff(code)
    case .hasLeft(let code): hasLeft(code)
    case .malformedCode(let code): malformed(code)
    case .notATechnician(let code): notATechnician(code)
    case .lastManager(let code): lastManager(code)
    case .lastManagerHere(let code): lastManagerHere(code)
    case .onlySuperuser: onlySuperuser
    case .noFounder: noFounder
    case .noSuchAccount(let account): noSuchAccount(account)
    case .whoAreYou(let account, let candidates): whoAreYou(account, candidates)
    case .strangerAccount(let account): stranger(account)
    case .disguised(let account): disguised(account)
    case .notYou(let account, let named, let candidates): notYou(account, named, candidates)
    case .unknownUnit(let code, let similar): unknownUnit(code, similar)
    case .unknownContact(let unit, let name, let known): unknownContact(unit, name, known)
    case .unknownTicket(let number): unknownTicket(number)
    case .unknownOrder(let id, let known): unknownOrder(id, known)
    case .alreadyExists(let thing): alreadyExists(thing)
    case .unknownImport(let number, let known):
      text(
        "没有第\(number)号导入可撤回。可撤回的：\(list(known.map { String($0) }))",
        "There is no import \(number) to take back. There are: \(list(known.map { String($0) }))")
    case .notPermitted(let role, let verb, let allowed): notPermitted(role, verb, allowed)
    case .notInTheirName(let role, let verb, let person, let theirs, let allowed):
      notInTheirName(role, verb, person, theirs, allowed)
    case .notYourOrder(let id, let technician): notYourOrder(id, technician)
    case .findingsOnly(let role): findingsOnly(role)
    case .record(let refusal): refusal.refusal.sentence.said(in: language)
    case .wrongStatus(let verb, let status, let allowed): wrongStatus(verb, status, allowed)
    case .wrongOrderStatus(let verb, let id, let status, let allowed):
      wrongOrderStatus(verb, id, status, allowed)
    case .noOwner(let number): noOwner(number)
    case .notReadyToClose(let number, let missing): notReady(number, missing)
    case .isMerged(let number, let survivor): isMerged(number, survivor)
    case .itself(let number): itself(number)
    case .severalHomes(let phone, let people): severalHomes(phone, people)
    case .ringsWithoutACall(let channel):
      text(
        "\(name(channel))没有铃响次数，只有电话才有。请去掉铃响次数，或把渠道改为电话。",
        "There are no rings to count on \(name(channel)), only on a telephone. Leave them out, or say that it was a call."
      )
    case .ordersOut(let number, let orders): ordersOut(number, orders)
    case .nothingToUndo(let limit): nothingToUndo(limit)
    case .notTakenBack(let number, let verb, let why): notTakenBack(number, verb, why)
    case .unknownPolicy(let name, let known): unknownPolicy(name, known)
    case .nobodyCould(let verb): nobodyCould(verb)
    case .effectiveTooEarly(let moment): effectiveTooEarly(fullTime(moment, zone))
    case .notYetEffective(let name, let moment): notYetEffective(name, fullTime(moment, zone))
    case .nothingToAcknowledge(let number): nothingToAcknowledge(number)
    case .noResultYet(let number): noResultYet(number)
    case .alreadyDispatched(let id): alreadyDispatched(id)
    case .changedMeanwhile(let number, let since, let now): changed(number, since, now)
    case .isElsewhere(let technician, let orders, let isLater): isElsewhere(technician, orders, isLater)
    case .outlasts(let number, let reason, let until, let clock, let due):
      outlasts(number, reason, fullTime(until, zone), clock, fullTime(due, zone))
    case .alreadyWaiting(let number, let reason, let until): alreadyWaiting(number, reason, until, zone)
    case .warned(let gates, let technician): warned(gates, technician)
    case .blocked(let gate, let technician): blocked(gate, technician)
    case .clockFar(let last, let now): clockFar(last, now, zone)
    case .notAgreed(let id, let charge, let agreed, let isFinal): notAgreed(id, charge, agreed, isFinal)
    case .doubtful(let id, let doubt): doubtful(id, doubt, zone)
    case .questions(let questions):
      questions.map { sentence(for: $0, zone: zone) }.joined(separator: text("", " "))
    case .nobodyThere(let verb, let id): nobodyThere(verb, id)
    case .stillHolds(let code, let orders): stillHolds(code, orders)
    case .nothingPlanned: nothingPlanned
    case .notAllPlanned(let left): notAllPlanned(left)
    case .senseless(let nonsense): senseless(nonsense, zone)
    case .tooMany(let measure, let limit): tooMany(measure, limit)
    case .notReworkOf(let id, let why): notRework(id, why)
    case .noDuty(let code, let day): noDuty(code, day)
    case .tooManyDays(let limit): tooManyDays(limit)
    case .correctionWithoutReason(let day): correctionWithoutReason(day)
    case .alreadyAway(let code, let window):
      alreadyAway(code, fullTime(window.start, zone), fullTime(window.end, zone))
    case .notAway(let code): notAway(code)
    case .nobodyNamed: nobodyNamed
    case .inTheFuture(let moment): inTheFuture(fullTime(moment, zone))
    case .beforeItsCause(let moment, let cause): beforeCause(moment, cause, zone)
    case .tooLate(let moment, let limit): tooLate(fullTime(moment, zone), limit)
    case .momentPassed(let moment): passed(fullTime(moment, zone))
    case .windowReversed(let window): reversed(window, zone)
    case .unclearTime(let fault): sentence(for: fault, zone: zone)
    case .textMissing(let field): missing(field)
    case .textTooLong(let field, let limit): tooLong(field, limit)
    case .nothingToChange: nothingToChange
    case .writtenByNewerVersion: writtenByNewerVersion
    case .tooManyTickets: tooManyTickets
    }
  }
}
