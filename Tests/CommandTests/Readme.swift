import Foundation
import Testing

/// The commands that README tells people to run, so that it cannot say one thing while another was tried.
enum Readme {
  private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("README.md")

  /// All of it.
  static func text() throws -> String { try String(contentsOf: path, encoding: .utf8) }

  /// The shell lines under `<!-- mark -->`.
  static func commands(_ mark: String) throws -> String {
    let lines = try String(contentsOf: path, encoding: .utf8).components(separatedBy: "\n")
    let start = try #require(lines.firstIndex(of: "<!-- \(mark) -->"), "README marks no commands as \(mark)")
    try #require(lines[start + 1] == "```sh")
    return lines[(start + 2)...].prefix { $0 != "```" }.joined(separator: "\n")
  }

  /// The same with other names in the place of README's, each of which has to be there.
  static func commands(_ mark: String, with places: [(name: String, own: String)]) throws -> String {
    try places.reduce(try commands(mark)) { text, place in
      try #require(text.contains(place.name), "README's commands under \(mark) name no \(place.name)")
      return text.replacingOccurrences(of: place.name, with: place.own)
    }
  }
}
