/// A text made of a row: `{street}, {room|flat}[ ({note})]`.
///
/// `{column}` is the text of that column, `{a|b}` the first of them that says anything, and a part in square
/// brackets is left out when a column in it says nothing. Everything else stands for itself; `\{ \[ \\` are the
/// characters themselves.
struct MapTemplate: Hashable, Sendable {
  indirect enum Piece: Hashable, Sendable {
    case text(String)
    /// The first of these columns that says anything.
    case column([String])
    case optional([Piece])
  }

  let pieces: [Piece]

  /// A template that is only the text of one column.
  init(column: String) { pieces = [.column([column])] }

  /// Reads a template; nil when a bracket is not closed or empty.
  init?(_ text: String) {
    var rest = Array(text.unicodeScalars)[...]
    guard let pieces = Self.pieces(&rest, inOptional: false), rest.isEmpty else { return nil }
    self.pieces = pieces
  }

  /// The columns it uses, in the order of their places.
  var columns: [String] { Self.columns(pieces) }

  private static func columns(_ pieces: [Piece]) -> [String] {
    pieces.flatMap { piece in
      switch piece {
      case .text: [String]()
      case .column(let names): names
      case .optional(let inner): columns(inner)
      }
    }
  }

  private static func pieces(_ rest: inout ArraySlice<Unicode.Scalar>, inOptional: Bool) -> [Piece]? {
    var pieces: [Piece] = []
    var plain = String.UnicodeScalarView()
    func flushed() -> [Piece] { plain.isEmpty ? pieces : pieces + [.text(String(plain))] }
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\":
        guard let next = rest.popFirst() else { return nil }
        plain.append(next)
      case "{":
        pieces = flushed()
        plain = String.UnicodeScalarView()
        guard let names = columnNames(&rest) else { return nil }
        pieces.append(.column(names))
      case "[":
        guard !inOptional else { return nil }
        pieces = flushed()
        plain = String.UnicodeScalarView()
        guard let inner = Self.pieces(&rest, inOptional: true) else { return nil }
        pieces.append(.optional(inner))
      case "]":
        return inOptional ? flushed() : nil
      case "}": return nil
      default: plain.append(scalar)
      }
    }
    return inOptional ? nil : flushed()
  }

  private static func columnNames(_ rest: inout ArraySlice<Unicode.Scalar>) -> [String]? {
    guard let end = rest.firstIndex(of: "}") else { return nil }
    let names = rest[..<end].split(separator: "|", omittingEmptySubsequences: false).map {
      String(String.UnicodeScalarView($0))
    }
    rest = rest[(end + 1)...]
    return names.contains("") ? nil : names
  }
}

/// A template whose columns have their places in the rows of one file.
struct BoundTemplate: Sendable {
  private indirect enum Piece: Sendable {
    case text(String)
    case cells([Int])
    case optional([Piece])
  }

  private let pieces: [Piece]
  /// The cells it is made of; rows that agree in them give the same text.
  let cells: [Int]

  /// Binds to the columns of a header; nil where it lacks one of them.
  init?(_ template: MapTemplate, header: [String: Int]) {
    guard let pieces = Self.bind(template.pieces, header) else { return nil }
    self.pieces = pieces
    cells = template.columns.compactMap { header[$0] }
  }

  private static func bind(_ pieces: [MapTemplate.Piece], _ header: [String: Int]) -> [Piece]? {
    var bound: [Piece] = []
    for piece in pieces {
      switch piece {
      case .text(let text): bound.append(.text(text))
      case .column(let names):
        let places = names.compactMap { header[$0] }
        guard places.count == names.count else { return nil }
        bound.append(.cells(places))
      case .optional(let inner):
        guard let inner = bind(inner, header) else { return nil }
        bound.append(.optional(inner))
      }
    }
    return bound
  }

  /// How its texts begin and end whatever the row says.
  var shape: NoteShape {
    // A template that is one optional part makes that part's text or none.
    var pieces = pieces[...]
    if pieces.count == 1, case .optional(let inner) = pieces[0] { pieces = inner[...] }
    func plain(_ piece: Piece?) -> String { if case .text(let text)? = piece { text } else { "" } }
    return NoteShape(
      head: plain(pieces.first).trimmedOfBlanks,
      tail: pieces.count > 1 ? plain(pieces.last).trimmedOfBlanks : "")
  }

  /// The text of a row; the texts in `missing` say nothing.
  func text(_ row: CSVRow, missing: Set<String>) -> String {
    if pieces.count == 1, case .cells(let cells) = pieces[0] {
      return Self.first(cells, row, missing) ?? ""
    }
    return Self.text(pieces, row, missing).text.trimmedOfBlanks
  }

  private static func first(_ cells: [Int], _ row: CSVRow, _ missing: Set<String>) -> String? {
    for cell in cells {
      let text = CellText.bare(row[cell]).trimmedOfBlanks
      if !text.isEmpty, missing.isEmpty || !missing.contains(text) { return text }
    }
    return nil
  }

  /// The text, and whether every column in it said something.
  private static func text(_ pieces: [Piece], _ row: CSVRow, _ missing: Set<String>)
    -> (text: String, isFull: Bool)
  {
    var text = ""
    var isFull = true
    for piece in pieces {
      switch piece {
      case .text(let plain): text += plain
      case .cells(let cells):
        let found = first(cells, row, missing)
        isFull = isFull && found != nil
        text += found ?? ""
      case .optional(let inner):
        let part = Self.text(inner, row, missing)
        if part.isFull { text += part.text }
      }
    }
    return (text, isFull)
  }
}

extension String {
  /// Without the spaces, tabs and line ends around it.
  var trimmedOfBlanks: String {
    guard let first = utf8.first, let last = utf8.last, first <= 32 || last <= 32 else { return self }
    let start = utf8.firstIndex { $0 > 32 } ?? utf8.endIndex
    let end = utf8[start...].lastIndex { $0 > 32 }.map { utf8.index(after: $0) } ?? start
    return String(self[start..<end])
  }
}
