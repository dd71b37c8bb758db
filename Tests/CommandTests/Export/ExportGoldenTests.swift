import Foundation
import TestSupport
import Testing

/// What a small centre in which everything happened looks like in each form, to be read by people.
@Suite struct ExportGoldenTests {
  @Test(arguments: [
    ("zh", ["--names", "zh"]), ("en", ["--names", "en"]), ("codes", ["--names", "codes"]),
    ("excel", ["--names", "zh", "--excel"]), ("jsonl", ["--format", "jsonl"]),
  ])
  func everyTable(_ name: String, _ options: [String]) throws {
    let centre = try Centre(empty: ())
    try FileManager.default.copyItem(
      atPath: fixture("golden/ProcessFaultTests/every-event-journal.txt"), toPath: centre.journal)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: centre.journal)
    let out = centre.directory.file("out")
    let answer = try centre.run(
      ["export", out, "--now", "2026-12-01T00:00:00Z", "--lang", name == "en" ? "en" : "zh"] + options)
    try #require(answer.status == 0, "\(answer)")
    let folder = ExportedFolder(path: out)
    var text = ""
    for file in try folder.names where file != "manifest.json" && file != "README.txt" {
      text += "== " + file + "\n" + (try folder.text(file)).replacingOccurrences(of: "\r\n", with: "\n")
    }
    try golden(text, "export-\(name).txt")
  }
}
