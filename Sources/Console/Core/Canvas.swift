import Desk
import Terminal

/// What a view draws on: the frame, the places the mouse can press, and when the picture next changes by itself.
struct Canvas {
  var frame: Frame
  private(set) var hits: [(area: Rect, target: HitTarget)] = []
  /// The moment at which something drawn will read differently though nothing happened.
  private(set) var changesAt: Instant?
  let now: Instant
  /// Whether countdowns run; else the picture changes with the minute at most.
  private let ticks: Bool

  init(size: Size, now: Instant, borders: Borders = .line, ticks: Bool = true) {
    frame = Frame(size, borders: borders)
    self.now = now
    self.ticks = ticks
  }

  var size: Size { frame.size }

  /// Notes that what was drawn reads differently from then on.
  mutating func changes(at moment: Instant) {
    guard moment > now else { return }
    let seen = ticks ? moment : Instant(seconds: (moment.seconds + 59) / 60 * 60)
    changesAt = min(changesAt ?? seen, seen)
  }

  /// Makes a place pressable; later ones lie on top.
  mutating func hit(_ area: Rect, _ target: HitTarget) { hits.append((area, target)) }

  /// A dialog covers what is beneath it for the mouse too.
  mutating func cover(_ area: Rect) {
    hits.removeAll { !$0.area.intersection(area).isEmpty && $0.area.intersection(area) == $0.area }
    frame.fill(area)
  }

  /// Makes room for a dialog, which alone can be pressed then; for a screen reader nothing stays beside it.
  mutating func uncover(_ area: Rect) {
    hits.removeAll()
    let rows = Rect(x: 0, y: area.y, width: frame.width, height: area.height)
    frame.fill(frame.borders == .none ? rows : area)
  }

  /// What lies at a point.
  func target(at point: Point) -> HitTarget? { hits.last { $0.area.contains(point) }?.target }

  /// Draws a line of spans from `x` on, cut and filled to `width`; returns the columns used before filling.
  @discardableResult
  mutating func put(_ line: Line, x: Int, y: Int, width: Int, on overlay: Role? = nil) -> Int {
    let end = min(x + width, frame.width)
    var column = x
    for span in drawn(line.spans) where column < end {
      column += draw(span, x: column, y: y, room: end - column, on: overlay)
    }
    let used = column - x
    if column < end {
      frame.fill(Rect(x: column, y: y, width: end - column, height: 1), style: Style(.normal, on: overlay))
    }
    return used
  }

  /// The level line of a heading is a border like any other.
  private func drawn(_ spans: [Span]) -> [Span] {
    guard frame.borders != .line, spans.last?.role == .border else { return spans }
    let rule =
      frame.borders == .ascii ? spans.last?.text.map { $0 == "─" ? "-" : String($0) }.joined() ?? "" : ""
    return spans.dropLast() + [Span(rule, .border)]
  }

  private mutating func draw(_ span: Span, x: Int, y: Int, room: Int, on overlay: Role?) -> Int {
    let width = min(span.width ?? TextWidth.width(of: span.text), room)
    guard width > 0 else { return 0 }
    let style = Style(span.role, on: overlay)
    frame.put(span.text, x: x, y: y, width: width, style: style, align: span.align)
    if let meter = span.meter { shade(meter, x: x, y: y, width: width) }
    if let next = span.changesAt { changes(at: next) }
    return width
  }

  /// A meter is the ground its text stands on, so that it takes no room of its own.
  private mutating func shade(_ meter: Meter, x: Int, y: Int, width: Int) {
    let filled = meter.isLate ? width : max(0, min(width, (meter.permille * width + 500) / 1000))
    frame.restyle(Rect(x: x, y: y, width: width, height: 1)) { _ in Style(.barEmpty) }
    frame.restyle(Rect(x: x, y: y, width: filled, height: 1)) { _ in
      Style(meter.isLate ? .barLate : .barFilled)
    }
  }
}
