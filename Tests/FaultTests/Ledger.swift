/// What the authors of tickets were told: the yardstick for what a journal shows afterwards.
struct Ledger {
  /// Creating the journal was reported as done.
  var isCreated = false
  /// Tickets that somebody tried to record, in order.
  var attempted: [Int64] = []
  /// Tickets whose authors were told that they are saved, in order.
  var acknowledged: [Int64] = []
  /// Tickets whose authors were told that they are NOT saved.
  var refused: Set<Int64> = []
  /// Refused tickets with an acknowledged one behind them: their bytes, if any, have been set aside for ever.
  var buried: Set<Int64> = []
  /// A sync failed since the machine was started.
  var isPoisoned = false

  mutating func acknowledge(_ tickets: [Int64]) {
    acknowledged += tickets
    buried.formUnion(refused)
  }

  /// What is wrong with showing `shown`; nil when it is honest. A power loss may take the note that a ticket was
  /// refused with it, for the state file is not synced: then only buried ones must stay away.
  func fault(showing shown: [Int64], afterPowerLoss: Bool = false) -> String? {
    let set = Set(shown)
    let lost = acknowledged.filter { !set.contains($0) }
    if !lost.isEmpty { return "acknowledged and lost: \(lost)" }
    let invented = set.subtracting(attempted)
    if !invented.isEmpty { return "never recorded and shown: \(invented.sorted())" }
    let withdrawn = set.intersection(afterPowerLoss ? buried : buried.union(refused))
    if !withdrawn.isEmpty { return "reported as not saved and shown: \(withdrawn.sorted())" }
    if zip(shown, shown.dropFirst()).contains(where: { $0 >= $1 }) { return "out of order: \(shown)" }
    return nil
  }
}
