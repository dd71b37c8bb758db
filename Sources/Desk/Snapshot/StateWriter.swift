/// Writes a state as bytes: integers little-endian in their full width, texts as UTF-8 behind their length in bytes
/// (32 bits), codes as their place in the list of all.
///
/// The bytes are for this version of the program only (``ServiceDesk/stateSum``); the truth is the journal.
public struct StateWriter {
  public private(set) var bytes: [UInt8]

  /// A writer that goes on behind `bytes`.
  public init(after bytes: [UInt8] = []) { self.bytes = bytes }

  /// Writes an integer.
  public mutating func number<Number: FixedWidthInteger>(_ value: Number) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes a text.
  public mutating func text(_ value: String) {
    number(UInt32(truncatingIfNeeded: value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  /// Writes a list behind the number of its elements.
  public mutating func list<Elements: Collection>(
    _ values: Elements, _ write: (inout StateWriter, Elements.Element) -> Void
  ) {
    number(UInt32(truncatingIfNeeded: values.count))
    for value in values { write(&self, value) }
  }

  mutating func flag(_ value: Bool) { number(UInt8(value ? 1 : 0)) }

  mutating func code<Value: StateCode>(_ value: Value) {
    number(UInt8(truncatingIfNeeded: Value.inOrder.firstIndex(of: value) ?? 0))
  }

  mutating func optional<Value>(_ value: Value?, _ write: (inout StateWriter, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  mutating func texts(_ values: [String]) { list(values) { $0.text($1) } }
}
