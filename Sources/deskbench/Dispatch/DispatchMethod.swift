/// The ways of deciding who goes where next that are compared.
enum DispatchMethod: String, CaseIterable {
  case firstCome = "first come"
  case earliestDue = "earliest due"
  /// What cannot be in time any more goes last: the stronger yardstick when there is too much to do.
  case dueButLost = "due, lost last"
  case nearestFree = "nearest free"
  /// The same without a reserve.
  case planAtOnce = "plan, no reserve"
  /// The plan where nobody is called off what they have in hand.
  case planStaying = "plan, none called"
  case plan
}

/// Somebody sent to an order.
struct Sending {
  var technician: Int
  var order: Int
  /// Whether they leave the work in hand for it.
  var interrupts = false
}
