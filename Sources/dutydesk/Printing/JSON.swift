import Desk
import DeskStore
import Journal

extension Output {
  /// Prints one JSON object on a line of its own.
  func json(_ members: (inout JSONWriter) -> Void) {
    json(Self.object(members))
    line()
  }

  /// Prints a JSON array of objects, one a line.
  func json<Value>(_ values: some Sequence<Value>, _ members: (inout JSONWriter, Value) -> Void) {
    var isFirst = true
    page("[")
    for value in values {
      page(isFirst ? "\n" : ",\n")
      json(Self.object { members(&$0, value) })
      isFirst = false
    }
    page(isFirst ? "]\n" : "\n]\n")
  }

  private static func object(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.document(members)
    return writer.finish()
  }
}

extension JSONWriter {
  /// Writes a text, or `null` where there is none.
  mutating func optional(_ key: StaticString, _ value: String?) {
    if let value { field(key, value) } else { null(key) }
  }

  /// Writes a number, or `null` where there is none.
  mutating func optional(_ key: StaticString, _ value: Int64?) {
    if let value { field(key, value) } else { null(key) }
  }

  /// Writes a truth value, or `null` where nothing is known.
  mutating func optional(_ key: StaticString, _ value: Bool?) {
    if let value { field(key, value) } else { null(key) }
  }

  /// Writes a moment, or `null` where there is none.
  mutating func moment(_ key: StaticString, _ value: Instant?) { optional(key, value.map(ISOTime.text)) }

  /// Writes a span in whole seconds, or `null` where there is none.
  mutating func seconds(_ key: StaticString, _ value: Seconds?) { optional(key, value?.whole) }
}

/// Moments as scripts read them.
enum ISOTime {
  /// `2026-11-22T06:05:00Z`, with milliseconds where there are any.
  static func text(_ moment: Instant) -> String { MomentCell.utc(moment) }
}
