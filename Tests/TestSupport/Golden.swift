import Foundation

/// Why a text did not pass its golden comparison.
public enum GoldenFault: Error, CustomStringConvertible {
  /// There was no golden file: it has been recorded now, look at it and commit it.
  case recorded(path: String)
  /// The text differs from the golden file, first at `line` (from 1).
  case different(path: String, line: Int, expected: String, found: String, whole: String)

  public var description: String {
    switch self {
    case .recorded(let path):
      "recorded \(path): look at it, commit it, run again"
    case .different(let path, let line, let expected, let found, let whole):
      """
      differs from \(path) at line \(line)
        expected: \(expected)
        found:    \(found)
      (DUTYDESK_RECORD=1 records it anew)
      \(whole)
      """
    }
  }
}

/// Compares `text` with the committed file `Tests/Fixtures/golden/<test folder>/<name>`.
///
/// A missing file is recorded *and fails*, so that nothing unseen passes; with `DUTYDESK_RECORD=1` in the
/// environment a differing one is recorded anew, and fails too. Use it as `try golden(frame, "queue-80.txt")`.
public func golden(_ text: String, _ name: String, testFile: String = #filePath) throws {
  let test = URL(fileURLWithPath: testFile).deletingLastPathComponent()
  let url = fixtures(testFile: testFile)
    .appendingPathComponent("golden/\(test.lastPathComponent)/\(name)")
  let stored = try? String(contentsOf: url, encoding: .utf8)
  if let stored, stored.utf8.elementsEqual(text.utf8) { return }
  let record = ProcessInfo.processInfo.environment["DUTYDESK_RECORD"] == "1"
  guard let stored, !record else {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    throw GoldenFault.recorded(path: url.path)
  }
  throw difference(between: stored, and: text, path: url.path)
}

/// The path of a committed file below `Tests/Fixtures`.
public func fixture(_ name: String, testFile: String = #filePath) -> String {
  fixtures(testFile: testFile).appendingPathComponent(name).path
}

private func fixtures(testFile: String) -> URL {
  // However deep in its target the test lies.
  var folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
  while folder.lastPathComponent != "Tests", folder.path != "/" {
    folder = folder.deletingLastPathComponent()
  }
  return folder.appendingPathComponent("Fixtures")
}

private func difference(between stored: String, and text: String, path: String) -> GoldenFault {
  let old = stored.split(separator: "\n", omittingEmptySubsequences: false)
  let new = text.split(separator: "\n", omittingEmptySubsequences: false)
  let same = zip(old, new).prefix { $0.utf8.elementsEqual($1.utf8) }.count
  return .different(
    path: path, line: same + 1,
    expected: same < old.count ? String(old[same]) : "(end of file)",
    found: same < new.count ? String(new[same]) : "(end of text)", whole: text)
}
