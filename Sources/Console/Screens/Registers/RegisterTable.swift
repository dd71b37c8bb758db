import Desk
import Terminal
import Words

/// The rows of a register in columns as wide as what stands in them.
struct RegisterTable {
  private let context: Context
  private let headings: [String]
  private let widths: [Int]

  init(_ page: RegisterPage, _ shown: [any RegisterEntry], _ context: Context) {
    self.context = context
    headings = page.headings.map { $0.said(in: context.words.language) }
    let texts = [headings] + shown.map { $0.cells(context).map(\.text) }
    widths = headings.indices.map { column in
      let widest = texts.map { $0.indices.contains(column) ? TextWidth.width(of: $0[column]) : 0 }.max() ?? 0
      return min(widest, 24)
    }
  }

  var heading: Line { row(headings.map { Span($0, .header) }) }

  /// One entry.
  func line(_ entry: any RegisterEntry) -> Line { row(entry.cells(context)) }

  private func row(_ spans: [Span]) -> Line {
    var cells: [Span] = [Span(" ")]
    for (column, span) in spans.enumerated() {
      // The last column takes what is left.
      let isLast = column == spans.count - 1
      cells.append(
        isLast
          ? span : Span(TextWidth.elide(span.text, to: widths[column]), span.role, width: widths[column]))
      if !isLast { cells.append(Span("  ")) }
    }
    return Line(cells)
  }
}
