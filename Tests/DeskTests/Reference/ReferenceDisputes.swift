/// Where the engine and the rules as the reference reads them differ. Each is as the engine has it while it is `true`;
/// with `false` the reference goes by the rule, and random histories find the difference at once.
enum ReferenceDisputes {
  /// Clocks.md counts contact, note, check, decision and work as acting; the engine counts closing and cancelling too.
  static let closingIsAnAct = true
  /// A return visit is contact with the resident and meets `respond`; done by the owner it is no act to the engine.
  static let aVisitIsNoAct = true
  /// An answer owed again while the matter rests, under a policy whose pauses stop `respond`.
  static let anAnswerOwedAgainDoesNotRest = true
  /// A reply ends the waiting of the ticket (`waitingFor`), but its clocks rest on.
  static let aReplyLeavesTheClocksResting = true
}
