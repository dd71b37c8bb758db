/// Several ways of doing the same thing, measured in turn in one run, so that what disturbs one disturbs all.
struct Contest {
  private var names: [String] = []
  private var rates: [[Double]] = []

  /// Notes what a contestant reached in one pass, in units of work a second.
  mutating func note(_ name: String, _ rate: Double) {
    guard let place = names.firstIndex(of: name) else {
      names.append(name)
      rates.append([rate])
      return
    }
    rates[place].append(rate)
  }

  /// Does `work` and notes how many of its `units` it managed a second.
  mutating func time(_ name: String, units: Int, _ work: () throws -> Void) rethrows {
    let start = now()
    try work()
    note(name, Double(units) / (now() - start))
  }

  /// Prints the medians as times of one unit, each beside the first.
  func reportTimes() {
    let yardstick = rates.first.map { median($0) } ?? .nan
    for (name, rates) in zip(names, rates) {
      let label = name + String(repeating: " ", count: max(0, 34 - name.count))
      print(
        "  \(label)\(grouped(1000 / median(rates))) ms   × \(fixed(yardstick / median(rates), 2)) of the first"
      )
    }
  }

  /// Prints the medians, and each beside the first.
  func report(_ unit: String) {
    let yardstick = rates.first.map { median($0) } ?? .nan
    for (name, rates) in zip(names, rates) {
      let middle = median(rates)
      let label = name + String(repeating: " ", count: max(0, 34 - name.count))
      print("  \(label)\(grouped(middle)) \(unit)   × \(fixed(middle / yardstick, 3)) of the first")
    }
  }
}

/// A whole number with commas, at least twelve columns wide.
func grouped(_ value: Double) -> String {
  guard value.isFinite else { return "–" }
  var text = ""
  for (place, digit) in String(Int64(value.rounded())).reversed().enumerated() {
    if place > 0, place % 3 == 0 { text = "," + text }
    text = String(digit) + text
  }
  return String(repeating: " ", count: max(0, 12 - text.count)) + text
}
