/// The ways of deciding who goes where next that are compared.
enum DispatchMethod: String, CaseIterable {
  case firstCome = "first come"
  case earliestDue = "earliest due"
  case dueButLost = "earliest due, lost last"
  case nearestFree = "nearest free"
  case plan
}

/// Somebody sent to an order.
struct Sending {
  var technician: Int
  var order: Int
}
