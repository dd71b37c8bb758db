import Foundation

/// What a run of the program answered.
struct Answer: CustomStringConvertible {
  let arguments: [String]
  let status: Int32
  let bytes: Data
  let err: String

  var out: String { String(decoding: bytes, as: UTF8.self) }
  var lines: [String] { out.split(separator: "\n").map(String.init) }
  var description: String {
    "dutydesk \(arguments.joined(separator: " ")) → \(status)\n\(out)--- error stream\n\(err)"
  }

  /// The one JSON value that was printed.
  func json() throws -> Any { try JSONSerialization.jsonObject(with: bytes, options: [.fragmentsAllowed]) }

  /// The one JSON object that was printed.
  func object() throws -> [String: Any] {
    guard let object = try json() as? [String: Any] else { throw Unexpected(answer: self) }
    return object
  }

  /// The one JSON array of objects that was printed.
  func objects() throws -> [[String: Any]] {
    guard let array = try json() as? [[String: Any]] else { throw Unexpected(answer: self) }
    return array
  }
}

/// An answer that is not what it should be, shown whole.
struct Unexpected: Error, CustomStringConvertible {
  let answer: Answer
  var description: String { answer.description }
}
