/// Arithmetic that stays at the end of what 64 bits can tell instead of stopping the program: a moment or a span that far
/// off means nothing any more, and a record that says so must still be shown.
public enum Saturating {
  /// The sum, or the nearest number to it.
  @inlinable public static func sum(_ a: Int64, _ b: Int64) -> Int64 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? (b < 0 ? .min : .max) : sum
  }

  /// The difference, or the nearest number to it.
  @inlinable public static func difference(_ a: Int64, _ b: Int64) -> Int64 {
    let (difference, overflow) = a.subtractingReportingOverflow(b)
    return overflow ? (b < 0 ? .max : .min) : difference
  }

  /// The product, or the nearest number to it.
  @inlinable public static func product(_ a: Int64, _ b: Int64) -> Int64 {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? ((a < 0) == (b < 0) ? .max : .min) : product
  }

  /// The whole units in a number, rounded down; `unit` is above 0.
  @inlinable public static func floor(_ value: Int64, _ unit: Int64) -> Int64 {
    let quotient = value / unit
    return value % unit < 0 ? quotient - 1 : quotient
  }
}
