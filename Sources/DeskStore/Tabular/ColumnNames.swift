/// The names of the columns, each made to be found once.
struct ColumnNames {
  private(set) var names: [String] = []
  /// Columns at the end that have neither a name nor content.
  private(set) var dropped = 0
  /// What columns without a name are called: `#3`.
  private(set) var unnamed: [String] = []
  /// What columns are called whose name stood there before: `name#2`.
  private(set) var repeated: [String] = []

  /// - Parameter isFilled: whether a column says anything below its name.
  init(_ cells: [String], isFilled: (Int) -> Bool) {
    var cells = cells.map(Self.plain)
    while cells.count > 1, cells.last == "", !isFilled(cells.count - 1) {
      cells.removeLast()
      dropped += 1
    }
    var taken = Set(cells)
    var seen: Set<String> = []
    for (place, cell) in cells.enumerated() {
      var name = cell.isEmpty ? "#\(place + 1)" : cell
      if cell.isEmpty || seen.contains(name) {
        let isRepeated = seen.contains(name)
        let stem = name
        var count = 2
        if isRepeated || taken.contains(name) {
          repeat {
            name = "\(stem)#\(count)"
            count += 1
          } while taken.contains(name)
        }
        if isRepeated { repeated.append(name) } else { unnamed.append(name) }
        taken.insert(name)
      }
      seen.insert(name)
      names.append(name)
    }
  }

  /// Without blanks around it and line ends in it; between Hanzi nothing stands for those.
  private static func plain(_ cell: String) -> String {
    let lines = cell.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map(trimmed).filter { !$0.isEmpty }
    return lines.reduce(into: "") { name, line in
      let isTight = !name.utf8.allSatisfy { $0 < 0x80 } || name.isEmpty
      name += isTight ? line : " " + line
    }
  }

  private static func trimmed(_ text: Substring.UnicodeScalarView) -> String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar.value < 0x20 || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
    let start = text.drop(while: isBlank)
    let end = start.lastIndex { !isBlank($0) }.map { start.index(after: $0) } ?? start.startIndex
    return String(String.UnicodeScalarView(start[..<end]))
  }
}
