import Desk
import Terminal

/// A piece of a line: text in one role, in a fixed width where columns have to stand beneath each other.
struct Span: Equatable {
  var text: String
  var role: Role = .normal
  /// Columns it takes; nil takes what the text needs.
  var width: Int?
  var align: Alignment = .left
  /// Drawn behind the text.
  var meter: Meter?
  /// When the text will read differently though nothing happened.
  var changesAt: Instant?

  init(
    _ text: String, _ role: Role = .normal, width: Int? = nil, align: Alignment = .left, meter: Meter? = nil,
    changesAt: Instant? = nil
  ) {
    self.text = text
    self.role = role
    self.width = width
    self.align = align
    self.meter = meter
    self.changesAt = changesAt
  }
}

extension Span {
  /// Columns it takes.
  var columns: Int { width ?? TextWidth.width(of: text) }
}

/// How far something has gone, drawn as the ground behind a text.
struct Meter: Equatable {
  /// Used up, in thousandths.
  var permille: Int
  var isLate: Bool

  /// The same as text, for who sees no ground: `####......`.
  func text(width: Int) -> String {
    let filled = isLate ? width : max(0, min(width, (permille * width + 500) / 1000))
    return String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
  }
}

/// A line of a screen before it has a place.
struct Line: Equatable {
  var spans: [Span]

  init(_ spans: [Span]) { self.spans = spans }
  init(_ text: String, _ role: Role = .normal) { spans = [Span(text, role)] }

  /// An empty line.
  static let empty = Line([])

  /// A heading with a level line after it, as wide as asked.
  static func heading(_ text: String, width: Int) -> Line {
    let rest = max(0, width - TextWidth.width(of: text) - 1)
    return Line([Span(text, .title), Span(" "), Span(rule(rest), .border)])
  }

  private static func rule(_ width: Int) -> String { String(repeating: "─", count: width) }

  /// Groups of spans with a gap between them, each of them whole: one for which there is no room any more begins the
  /// next line, set in by `indent`.
  static func flow(_ groups: [[Span]], width: Int, gap: Int = 2, indent: Int = 0) -> [Line] {
    var lines: [Line] = []
    var column = 0
    for group in groups {
      let needed = group.reduce(0) { $0 + $1.columns }
      guard needed > 0 else { continue }
      if let last = lines.indices.last, column + gap + needed <= width {
        lines[last].spans += [Span(String(repeating: " ", count: gap))] + group
        column += gap + needed
      } else {
        let margin = lines.isEmpty ? 0 : indent
        lines.append(Line((margin > 0 ? [Span(String(repeating: " ", count: margin))] : []) + group))
        column = margin + needed
      }
    }
    return lines
  }

  /// Columns it takes.
  var width: Int { spans.reduce(0) { $0 + $1.columns } }

  /// The text alone.
  var text: String { spans.map(\.text).joined() }
}
