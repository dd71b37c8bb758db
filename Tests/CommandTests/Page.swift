import Foundation
import Testing

/// The pages with commands that people are told to run, so that none can say one thing while another was tried.
enum Page: String {
  case readme = "README.md"
  case install = "Sources/dutydesk/dutydesk.docc/Install.md"
  case times = "Sources/Desk/Desk.docc/Times.md"

  private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// All of it.
  func text() throws -> String {
    try String(contentsOf: Self.top.appendingPathComponent(rawValue), encoding: .utf8)
  }

  /// The shell lines under `<!-- mark -->`.
  func commands(_ mark: String) throws -> String {
    let lines = try text().components(separatedBy: "\n")
    let start = try #require(
      lines.firstIndex(of: "<!-- \(mark) -->"), "\(rawValue) marks no commands as \(mark)")
    try #require(lines[start + 1] == "```sh")
    return lines[(start + 2)...].prefix { $0 != "```" }.joined(separator: "\n")
  }

  /// The same with other names in the place of the page's, each of which has to be there.
  func commands(_ mark: String, with places: [(name: String, own: String)]) throws -> String {
    try places.reduce(try commands(mark)) { text, place in
      try #require(
        text.contains(place.name), "the commands of \(rawValue) under \(mark) name no \(place.name)")
      return text.replacingOccurrences(of: place.name, with: place.own)
    }
  }
}
