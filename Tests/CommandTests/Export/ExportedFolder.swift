import Foundation
import TestSupport
import Testing

/// What an export left in a folder.
struct ExportedFolder {
  let path: String

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)) }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// The rows of a table, its heading first.
  func rows(_ table: String) throws -> [[String]] {
    var text = try text(table + ".csv")
    if text.hasPrefix("\u{FEFF}") { text.unicodeScalars.removeFirst() }
    return CSVText.rows(text)
  }

  /// The rows of a table by the names of its columns.
  func records(_ table: String) throws -> [[String: String]] {
    let rows = try rows(table)
    let heading = try #require(rows.first)
    return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(heading, $0)) }
  }

  func manifest() throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: bytes("manifest.json")) as? [String: Any])
  }

  /// Changes a file as somebody with an editor would.
  func edit(_ name: String, _ change: (String) -> String) throws {
    try Data(change(text(name)).utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }
}

extension Centre {
  /// Exports into a new folder.
  func export(_ name: String, _ options: String...) throws -> ExportedFolder {
    let path = directory.file(name)
    let answer = try run(["export", path] + options)
    guard answer.status == 0 else { throw Unexpected(answer: answer) }
    return ExportedFolder(path: path)
  }

  /// A made-up centre of some weeks, made anew.
  convenience init(demo tickets: Int, seed: Int = 7) throws {
    try self.init(empty: ())
    try done("demo", "--seed", "\(seed)", "--tickets", "\(tickets)", "--journal", journal, "--no-console")
  }

  /// A journal beside the centre's own.
  func bytes(of name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: directory.file(name)))
  }
}
