import Desk
import Terminal
import Words

/// The rows of a register in columns as wide as what stands in them.
struct RegisterTable {
  private let context: Context
  private let headings: [String]
  private let widths: [Int]

  init(_ page: RegistersScreen.Page, _ shown: [RegisterEntry], _ context: Context) {
    self.context = context
    headings = Self.headings(page, context)
    let texts = [headings] + shown.map { Self.spans($0, context).map(\.text) }
    widths = headings.indices.map { column in
      let widest = texts.map { $0.indices.contains(column) ? TextWidth.width(of: $0[column]) : 0 }.max() ?? 0
      return min(widest, 24)
    }
  }

  var heading: Line { row(headings.map { Span($0, .header) }) }

  /// One entry.
  func line(_ entry: RegisterEntry) -> Line { row(Self.spans(entry, context)) }

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

  private static func headings(_ page: RegistersScreen.Page, _ context: Context) -> [String] {
    switch page {
    case .rooms: [context.say("房号", "Room"), context.say("类别", "Kind"), context.say("联系人", "People")]
    case .people:
      [
        context.say("代码", "Code"), context.say("姓名", "Name"), context.say("岗位", "Role"),
        context.say("在岗", "There"),
      ]
    case .policies: [context.say("名称", "Name"), context.say("生效", "In force from")]
    }
  }

  private static func spans(_ entry: RegisterEntry, _ context: Context) -> [Span] {
    let (desk, words) = (context.desk, context.words)
    switch entry {
    case .room(let unit):
      guard let household = desk.households[unit] else { return [Span(unit.value, .room)] }
      return [
        Span(unit.value, .room), Span(words.name(household.unit.kind), .muted),
        Span(household.contacts.map(\.name).joined(separator: " "), .person),
      ]
    case .person(let code):
      guard let person = desk.staff[code] else { return [Span(code.value)] }
      let there = desk.availability(of: person, at: context.now)
      return [
        Span(code.value, .muted), Span(person.name, person.isActive ? .person : .done),
        Span(words.name(person.role)),
        person.isActive
          ? Span(words.availability(there) { context.time($0) }, there.isThere ? .met : .muted)
          : Span(context.say("已离岗", "has left"), .done),
      ]
    case .policy(let place):
      let version = desk.policies.versions[place]
      return [
        Span(context.words.policy(version.policy.name), .title),
        Span(version.effective.map { context.time($0) } ?? context.say("一向", "always"), .muted),
      ]
    }
  }
}
