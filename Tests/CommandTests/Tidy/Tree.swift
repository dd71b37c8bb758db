import Foundation

/// The files of the package as they lie in the folder, without what is built.
enum Tree {
  /// The folder of the package.
  static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every file below `Sources`, `Tests`, `themes`, `.github` and `.ci`, and those of the package's own folder; sorted.
  static let files: [String] = {
    let manager = FileManager.default
    let folders = ["Sources", "Tests", "themes", ".github", ".ci"]
    let below = folders.flatMap { folder in
      (manager.enumerator(atPath: top.appendingPathComponent(folder).path)?.compactMap { $0 as? String } ?? [])
        .map { "\(folder)/\($0)" }
    }
    let own = (try? manager.contentsOfDirectory(atPath: top.path)) ?? []
    return (below + own).filter { path in
      var isFolder: ObjCBool = false
      return manager.fileExists(atPath: top.appendingPathComponent(path).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }()

  /// The Swift files of a folder.
  static func swift(_ folder: String) -> [String] {
    files.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(".swift") }
  }

  /// All pages: README, those beside it, and the documentation of each module.
  static let pages = files.filter { $0.hasSuffix(".md") && !$0.hasPrefix("Tests/") }

  /// What a file holds.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: top.appendingPathComponent(path), encoding: .utf8)
  }

  /// Made once: there are a hundred thousand lines.
  private static let comment = try? NSRegularExpression(pattern: #"(?:^|\s)//+ ?(.*)$"#)

  /// What is said in the comments of a Swift file: those of consecutive lines as one line each.
  static func comments(_ path: String) throws -> [String] {
    var comments: [String] = []
    var isOpen = false
    for line in try text(path).components(separatedBy: "\n") {
      guard line.contains("//"), let found = line.captures(comment).first else {
        isOpen = false
        continue
      }
      let isWhole = line.drop { $0 == " " }.hasPrefix("//")
      if isOpen, isWhole { comments[comments.count - 1] += " " + found[1] } else { comments.append(found[1]) }
      isOpen = isWhole
    }
    return comments
  }

  /// The names of all types in Swift files, each with the files that declare it.
  static func types(_ folder: String) throws -> [String: [String]] {
    let attributes = #"(?:(?:@\w+|public|package|private|fileprivate|final|indirect|internal|nonisolated) )*"#
    let pattern =
      #"(?m)^\s*"# + attributes
      + #"(?:struct|enum|class|actor|protocol|typealias) ([A-Z]\w*)"#
    var types: [String: [String]] = [:]
    for file in swift(folder) {
      for found in try text(file).captures(pattern) { types[found[1], default: []].append(file) }
    }
    return types
  }
}

extension String {
  /// Every match of a pattern: all of it, then its groups, empty where one took no part.
  func captures(_ pattern: String) -> [[String]] {
    captures(try? NSRegularExpression(pattern: pattern))
  }

  /// The same of one that is used again and again.
  func captures(_ expression: NSRegularExpression?) -> [[String]] {
    guard let expression else { return [] }
    return expression.matches(in: self, range: NSRange(startIndex..., in: self)).map { match in
      (0..<match.numberOfRanges).map { group in
        Range(match.range(at: group), in: self).map { String(self[$0]) } ?? ""
      }
    }
  }
}
