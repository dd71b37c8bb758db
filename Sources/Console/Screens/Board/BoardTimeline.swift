import Desk
import Terminal

/// The hours ahead, a row for each technician: what they are on, what the plan gives them, and what of it will be late.
struct BoardTimeline {
  let screen: BoardScreen
  let context: Context

  /// Hours that fit into a row.
  private static let hours = 8
  private static let nameWidth = 9

  /// Rows it takes: a scale, and as many technicians as there is room for.
  static func height(_ technicians: Int, _ size: Size) -> Int {
    let most = max(3, size.height / 4)
    return technicians == 0 ? 0 : min(technicians, most - 1) + 1
  }

  /// A piece of a row, in columns from the left of the scale.
  struct Block: Equatable {
    var columns: Range<Int>
    var text: String
    var role: Role
  }

  func draw(on canvas: inout Canvas, y: Int, height: Int) {
    let width = context.size.width - Self.nameWidth - 1
    let scale = Scale(start: context.now, hours: Self.hours, columns: width)
    canvas.put(
      Line([Span("", width: Self.nameWidth + 1), Span(ruler(scale), .muted)]), x: 0, y: y,
      width: context.size.width)
    canvas.changes(at: context.now + .minutes(1))
    let shown = rows(height - 1)
    for (row, state) in shown.enumerated() {
      let line = Line(
        [Span(" " + context.name(of: state.staff.code), .normal, width: Self.nameWidth), Span(" ")]
          + spans(state, scale))
      canvas.put(line, x: 0, y: y + 1 + row, width: context.size.width)
    }
  }

  /// Those with anything to do come first where not all have room; whoever is chosen is always there.
  private func rows(_ room: Int) -> [TechnicianState] {
    let all = screen.technicians
    guard all.count > room else { return all }
    func isBusy(_ state: TechnicianState) -> Bool {
      state.load > 0 || !(screen.plan?.route(of: state.staff.code).isEmpty ?? true)
    }
    let chosen = screen.chosenTechnician
    let ranked = all.enumerated().sorted { a, b in
      func rank(_ state: TechnicianState) -> Int { state.staff.code == chosen ? 0 : isBusy(state) ? 1 : 2 }
      return (rank(a.element), a.offset) < (rank(b.element), b.offset)
    }
    return ranked.prefix(room).sorted { $0.offset < $1.offset }.map(\.element)
  }

  /// `16:00` at each full hour.
  private func ruler(_ scale: Scale) -> String {
    let zone = context.desk.zone
    let wall = zone.civil(scale.start)
    var moment = scale.start + Seconds(Int64(3600 - wall.minute * 60 - wall.second))
    var text = ""
    while let column = scale.column(of: moment), column + 5 <= scale.columns {
      let hour = zone.civil(moment).hour
      text += String(repeating: " ", count: max(0, column - text.count))
      if text.count == column { text += (hour < 10 ? "0" : "") + "\(hour):00" }
      moment = moment + .hours(1)
    }
    return text
  }

  private func spans(_ state: TechnicianState, _ scale: Scale) -> [Span] {
    var spans: [Span] = []
    var column = 0
    for block in blocks(state, scale) where block.columns.upperBound > column {
      if block.columns.lowerBound > column {
        spans += idle(state, column..<block.columns.lowerBound, scale)
        column = block.columns.lowerBound
      }
      spans.append(Span(block.text, block.role, width: block.columns.upperBound - column))
      column = block.columns.upperBound
    }
    return spans + idle(state, column..<scale.columns, scale)
  }

  /// What is drawn where nothing is to be done: blank on duty, dashes off duty.
  private func idle(_ state: TechnicianState, _ columns: Range<Int>, _ scale: Scale) -> [Span] {
    guard !columns.isEmpty else { return [] }
    let hours = context.desk.hours(of: state.staff, from: scale.start, to: scale.end)
    let text = columns.map { column in
      let moment = scale.moment(column)
      return hours?.contains { $0.start <= moment && moment < $0.end } ?? true ? " " : "-"
    }.joined()
    return [Span(text, .muted)]
  }

  /// What is in hand, then the visits of the plan.
  func blocks(_ state: TechnicianState, _ scale: Scale) -> [Block] {
    var blocks: [Block] = []
    if let current = state.current, let (_, order) = context.desk.order(current),
      order.status == .onsite || order.status == .travelling
    {
      let end = screen.plan?.route(of: state.staff.code).first.map { min($0.depart, state.outlook.free) }
      if let block = block(
        scale, from: scale.start, to: max(end ?? state.outlook.free, scale.start + .minutes(10)),
        current.ticket.description, order.status == .onsite ? .met : .clock)
      {
        blocks.append(block)
      }
    }
    for visit in screen.plan?.route(of: state.staff.code) ?? [] {
      let isLate = visit.broken != nil
      let text = (isLate ? "!" : "") + visit.ticket.description
      if let block = block(scale, from: visit.arrive, to: visit.finish, text, isLate ? .late : .planned) {
        blocks.append(block)
      }
    }
    return blocks.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
  }

  /// `[1042===]`, or as much of the number as fits.
  private func block(_ scale: Scale, from start: Instant, to end: Instant, _ text: String, _ role: Role)
    -> Block?
  {
    guard let first = scale.column(of: max(start, scale.start)), end > scale.start else { return nil }
    let last = max(first + 1, scale.column(of: end) ?? scale.columns)
    let width = last - first
    let inner = max(0, width - 2)
    let label = String(text.prefix(inner))
    let filled = label + String(repeating: "=", count: inner - label.count)
    return Block(
      columns: first..<last, text: width >= 3 ? "[\(filled)]" : String(repeating: "#", count: width),
      role: role)
  }

  /// From moments to columns and back.
  struct Scale {
    let start: Instant
    let end: Instant
    let columns: Int

    init(start: Instant, hours: Int, columns: Int) {
      self.start = start
      end = start + .hours(Int64(hours))
      self.columns = columns
    }

    /// nil outside the scale.
    func column(of moment: Instant) -> Int? {
      guard moment >= start, moment < end else { return nil }
      return Int((moment - start).milliseconds * Int64(columns) / (end - start).milliseconds)
    }

    func moment(_ column: Int) -> Instant {
      start + Seconds(milliseconds: (end - start).milliseconds * Int64(column) / Int64(columns))
    }
  }
}
