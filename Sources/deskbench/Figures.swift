/// The middle one of some figures.
func median(_ values: [Double]) -> Double { percentile(values, 0.5) }

/// The figure below which that share of them lies.
func percentile(_ values: [Double], _ share: Double) -> Double {
  guard !values.isEmpty else { return .nan }
  let sorted = values.sorted()
  return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
}

/// A figure with so many decimals.
func fixed(_ value: Double, _ decimals: Int) -> String {
  guard value.isFinite else { return "–" }
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let whole = (value.magnitude * scale).rounded()
  var digits = String(Int(whole))
  while digits.count <= decimals { digits = "0" + digits }
  let sign = value < 0 ? "-" : ""
  let split = digits.index(digits.endIndex, offsetBy: -decimals)
  return decimals == 0 ? sign + digits : sign + digits[..<split] + "." + digits[split...]
}
