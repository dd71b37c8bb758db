import Desk
import Terminal
import Words

/// What stands around every screen: the header with the name of the centre, the notice line and the key bar.
struct ScreenFrame {
  /// The smallest screen that the console works on.
  static let smallest = Size(width: 80, height: 24)

  /// Rows at the bottom: the notice and the keys.
  static func footer(_ size: Size) -> Int { 1 + keyRows }
  private static let keyRows = 2

  let context: Context
  let scope: Scope
  /// A hanzi came where commands are typed, so keys are shown that get past the input method.
  let isInputMethodOn: Bool

  func header(on canvas: inout Canvas, standing: StandingLine? = nil) {
    if let banner { return header(banner, on: &canvas) }
    let zone = context.desk.zone
    let wall = zone.civil(context.now)
    let day = "\(weekday(wall)) \(two(wall.month))-\(two(wall.day)) "
    let clock = context.isFlat ? day : day + "\(two(wall.hour)):\(two(wall.minute)) "
    if !context.isFlat { canvas.changes(at: context.now + Seconds(Int64(60 - wall.second))) }
    let role: Role = context.restriction != nil ? .banner : standing != nil ? .critical : .header
    let left = standing == nil ? " \(scope.name(in: context.words.language))  " : " "
    let middle = standing?.text ?? context.restrictionBanner ?? context.desk.centre
    let width = context.size.width
    // Whom to call and with which key comes before who sits here and what day it is.
    let needed = standing.map { TextWidth.width(of: $0.call) + 3 } ?? 0
    let right =
      [who + clock, clock].first { TextWidth.width(of: $0) + needed <= width } ?? ""
    canvas.frame.fill(Rect(x: 0, y: 0, width: width, height: 1), style: Style(role))
    let rightWidth = TextWidth.width(of: right)
    canvas.put(
      Line([Span(left, role), Span(middle, role)]), x: 0, y: 0, width: max(0, width - rightWidth - 1))
    canvas.frame.restyle(Rect(x: 0, y: 0, width: width, height: 1)) { _ in Style(role) }
    canvas.frame.put(right, x: width - rightWidth, y: 0, style: Style(role))
  }

  /// While the past is shown the whole row tells where.
  private func header(_ banner: ReplayBanner, on canvas: inout Canvas) {
    let row = Rect(x: 0, y: 0, width: context.size.width, height: 1)
    canvas.frame.fill(row, style: Style(.banner))
    canvas.put(Line(banner.text, .banner), x: 0, y: 0, width: row.width)
    canvas.frame.restyle(row) { _ in Style(.banner) }
  }

  private var banner: ReplayBanner? {
    context.replay.map { ReplayBanner(scope: scope, position: $0, context: context) }
  }

  /// What happened last in the past that is shown, where the banner has no room for it.
  var restOfBanner: Notice? {
    guard let banner, TextWidth.width(of: banner.text) > context.size.width else { return nil }
    return Notice(text: banner.event, tone: .hint)
  }

  private var who: String {
    guard let me = context.me, let person = context.desk.staff[me] else {
      return context.say("只读  ", "reading  ")
    }
    return "\(person.name) \(context.words.name(person.role))  "
  }

  private func weekday(_ time: CivilTime) -> String {
    let zh = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
    let en = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return context.say(zh[time.weekday - 1], en[time.weekday - 1])
  }

  private func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }

  func notice(_ notice: Notice, on canvas: inout Canvas) {
    let role: Role =
      switch notice.tone {
      case .done: .notice
      case .hint: .muted
      case .refused: .error
      }
    // What does not fit into one row goes on over the rows above it: half a refusal helps nobody.
    let lines = TextWidth.wrap(notice.text, width: context.size.width - 2).prefix(4)
    let y = context.size.height - Self.footer(context.size) - lines.count + 1
    for (row, line) in lines.enumerated() {
      canvas.put(Line(" " + line, role), x: 0, y: y + row, width: context.size.width)
    }
  }

  /// The keys that matter here, as many as there is room for: what can be done to what is chosen in a row of its own, the
  /// likeliest first, and beneath it where one can go. What is refused is not among them.
  func keys(on canvas: inout Canvas, selection: Selection) {
    let rows = Self.keyRows
    let y = context.size.height - rows
    let width = context.size.width
    canvas.frame.fill(Rect(x: 0, y: y, width: width, height: rows), style: Style(.keyLabel))
    let bar = KeyBar(scope: scope, selection: selection, context: context, isInputMethodOn: isInputMethodOn)
    let steps = bar.steps(width: width)
    _ = put(steps, y: y, &canvas)
    // Without a step to show both rows are for the rest.
    let rest = steps.isEmpty ? put(bar.places, y: y, &canvas) : bar.places
    _ = put(rest, y: y + 1, &canvas)
  }

  /// Puts keys side by side; those for which the row has no room come back.
  private func put(_ chips: [KeyBar.Chip], y: Int, _ canvas: inout Canvas) -> [KeyBar.Chip] {
    var x = 0
    for (place, chip) in chips.enumerated() {
      guard x + chip.width <= context.size.width else { return Array(chips[place...]) }
      canvas.frame.put(chip.key, x: x, y: y, style: Style(.key))
      canvas.frame.put(
        " " + chip.label + " ", x: x + TextWidth.width(of: chip.key), y: y, style: Style(.keyLabel))
      canvas.hit(Rect(x: x, y: y, width: chip.width, height: 1), .action(chip.action))
      x += chip.width
    }
    return []
  }

  /// All that is shown where the screen is too small to work on.
  static func tooSmall(_ size: Size, _ words: Words, now: Instant) -> Canvas {
    var canvas = Canvas(size: size, now: now)
    let need = smallest
    let text = words.text(
      "窗口 \(size.width)×\(size.height) 太小，请放大到至少 \(need.width)×\(need.height)。",
      "The window is \(size.width)x\(size.height); at least \(need.width)x\(need.height) is needed.")
    for (row, line) in TextWidth.wrap(text, width: max(2, size.width)).prefix(size.height).enumerated() {
      canvas.frame.put(line, x: 0, y: row, width: size.width)
    }
    canvas.frame.cursor = Point(x: 0, y: 0)
    return canvas
  }
}
