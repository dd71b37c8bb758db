import Desk

/// What became of one simulated day.
struct DayOutcome {
  var orders: Int
  /// Weight of the breaches, and how many there were by urgency.
  var breached = 0
  var breaches: [Urgency: Int] = [:]
  /// Seconds late, of all orders together, and by urgency with the number of its orders and the latest of them.
  var lateness = 0
  var late: [Urgency: Lateness] = [:]
  /// Seconds of travel, and of travel and work by technician.
  var travel = 0
  var busy: [Int] = []
  /// Seconds that deciding took, and how often something was decided.
  var seconds = 0.0
  var decisions = 0

  /// How late the orders of one urgency were, in seconds.
  struct Lateness {
    var orders = 0
    var sum = 0
    var worst = 0
  }

  /// How often work in hand was left for something critical.
  var interruptions = 0

  init(orders: Int) { self.orders = orders }

  /// Notes an order that was done, or that never was.
  mutating func note(_ order: SimulatedOrder, arrived: Int?, finished: Int?) {
    let end = Crew.days * 86_400
    let late = max(0, (arrived ?? end) - order.arriveBy, (finished ?? end) - order.finishBy)
    lateness += late
    self.late[order.urgency, default: Lateness()].orders += 1
    self.late[order.urgency, default: Lateness()].sum += late
    self.late[order.urgency, default: Lateness()].worst = max(
      self.late[order.urgency]?.worst ?? 0, late)
    guard late > 0 else { return }
    breached += order.weight
    breaches[order.urgency, default: 0] += 1
  }

  /// How unevenly the work lies on those who worked: deviation over mean.
  var unevenness: Double {
    let mean = Double(busy.reduce(0, +)) / Double(max(1, busy.count))
    guard mean > 0 else { return 0 }
    let squares = busy.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return (squares / Double(busy.count)).squareRoot() / mean
  }
}
