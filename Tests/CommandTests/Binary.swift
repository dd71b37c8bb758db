import Foundation

/// The program under test, run as a user runs it.
enum Binary {
  /// Why the program cannot be tested.
  struct Missing: Error, CustomStringConvertible {
    let looked: [String]
    var description: String { "no dutydesk binary beside the tests; looked at \(looked)" }
  }

  /// The binary beside the test bundle.
  static func path() throws -> String {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bundle = CommandLine.arguments.first.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
    let folders = [own, bundle, package.appendingPathComponent(".build/debug")].compactMap { $0 }
    let candidates = folders.map { $0.appendingPathComponent("dutydesk").path }
    guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw Missing(looked: candidates)
    }
    return found
  }

  /// The account that runs the tests, as the kernel knows it.
  static var account: String {
    getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "\(getuid())"
  }
}

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
