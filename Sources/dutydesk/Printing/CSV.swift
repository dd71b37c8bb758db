/// A table of comma-separated values (RFC 4180) with its heading.
struct CSV {
  private let out: Output

  init(_ out: Output, _ heading: [String]) {
    self.out = out
    row(heading)
  }

  /// Prints one record.
  func row(_ fields: [String]) { out.record(fields) }
}
