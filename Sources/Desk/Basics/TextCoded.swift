/// A value that is written as a text.
public protocol TextCoded: Hashable, Sendable {
  /// nil where the text means nothing.
  init?(coded text: String)
  /// As it is written.
  var coded: String { get }
}

extension Code {
  @inlinable public init?(coded text: String) { self.init(rawValue: text) }
  @inlinable public var coded: String { rawValue }
}

extension String: TextCoded {
  public init?(coded text: String) { self = text }
  public var coded: String { self }
}

extension StaffCode: TextCoded {
  public init?(coded text: String) { self.init(text) }
  public var coded: String { value }
}

extension UnitCode: TextCoded {
  public init?(coded text: String) { self.init(text) }
  public var coded: String { value }
}

extension OrderID: TextCoded {
  /// Reads `1042.1`.
  public init?(coded text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Self.positive(parts[0]), let index = Self.positive(parts[1]) else {
      return nil
    }
    self.init(TicketNumber(number), index)
  }

  private static func positive(_ digits: Substring.UTF8View) -> Int32? {
    guard (1...10).contains(digits.count) else { return nil }
    var value: Int64 = 0
    for byte in digits {
      guard 48...57 ~= byte else { return nil }
      value = value * 10 + Int64(byte - 48)
    }
    return Int32(exactly: value)
  }

  public var coded: String { description }
}

extension Seconds: TextCoded {
  /// Reads `7d`, `36h`, `1d12h30m`.
  public init?(coded text: String) {
    guard let span = MomentReading.span(text) else { return nil }
    self = span
  }

  public var coded: String {
    var (text, rest) = ("", max(0, whole))
    for (unit, length): (String, Int64) in [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)] {
      if rest >= length { text += "\(rest / length)" + unit }
      rest %= length
    }
    return text.isEmpty ? "0s" : text
  }
}

extension Shift: TextCoded {
  public init?(coded text: String) { self.init(text: text) }
  public var coded: String { text }
}

extension Duty: TextCoded {
  public init?(coded text: String) { self.init(text: text) }
  public var coded: String { text }
}

extension Licence: TextCoded {
  /// What is no licence as this version writes one is a licence of that name.
  public init?(coded text: String) { self = Licence(text: text) ?? Licence(text) }
  public var coded: String { text }
}
