import Testing

/// A run of many cases of one fault: counts them for the table, and reports the first violations one by one.
struct Cases: ~Copyable {
  private let fault: String
  private(set) var tried = 0
  private(set) var lost = 0
  private static let mostReported = 5

  init(_ fault: String) {
    self.fault = fault
  }

  /// Counts a case; `violation` says which promise it broke, nil that it broke none.
  mutating func count(_ violation: String?, _ name: @autoclosure () -> String) {
    tried += 1
    guard let violation else { return }
    lost += 1
    if lost <= Cases.mostReported { Issue.record("\(fault), \(name()): \(violation)") }
  }

  deinit {
    FaultTable.count(fault, cases: tried, lost: lost)
  }
}
