import Desk
import Terminal
import Words

/// What stands beside the form: places to choose from, the household, tickets that may be the same matter.
struct IntakeSide {
  let screen: IntakeScreen
  let context: Context
  let books: Books

  func draw(on canvas: inout Canvas, _ area: Rect) {
    if let list = screen.matters { return matters(list, &canvas, area) }
    if screen.line == nil, case .choice(let list)? = screen.fields.focused?.entry {
      let rows = min(area.height, max(1, list.choices.count))
      PickListView(list: list, context: context)
        .draw(on: &canvas, Rect(x: area.x, y: area.y, width: area.width, height: rows))
      let rest = Rect(
        x: area.x, y: area.y + rows + 1, width: area.width, height: max(0, area.height - rows - 1))
      return household(&canvas, rest)
    }
    if screen.isSuggesting(context) { return suggestions(&canvas, area) }
    household(&canvas, words(&canvas, area))
  }

  /// What was said in full, where the field cuts it; what is left of the room beside the form.
  private func words(_ canvas: inout Canvas, _ area: Rect) -> Rect {
    guard let text = screen.wholeWords(area.width), area.height > 6 else { return area }
    canvas.put(
      Line.heading(context.say("住户说", "In their words"), width: area.width), x: area.x, y: area.y,
      width: area.width)
    let lines = text.split(whereSeparator: \.isNewline).flatMap {
      TextWidth.wrap(String($0), width: area.width)
    }
    let rows = min(lines.count, area.height / 2)
    for (row, line) in lines.prefix(rows).enumerated() {
      let isCut = row == rows - 1 && lines.count > rows
      canvas.put(
        Line(
          isCut ? context.say("还有\(lines.count - row)行", "\(lines.count - row) more lines") : line,
          isCut ? .muted : .normal), x: area.x, y: area.y + 1 + row, width: area.width)
    }
    return Rect(x: area.x, y: area.y + rows + 1, width: area.width, height: area.height - rows - 1)
  }

  // MARK: frequent matters

  private func matters(_ list: PickList, _ canvas: inout Canvas, _ area: Rect) {
    let label = " " + ActionTable.entry(.matters).label(in: context.words.language) + " "
    let left = TextWidth.width(of: label)
    let shown = list.filter.visible(width: max(4, area.width - left))
    let hint = context.say("拼音首字母也行，如 sgbl", "a few letters, such as burst")
    let typed =
      list.filter.isEmpty
      ? Span(hint, .placeholder, width: area.width - left)
      : Span(shown.text, list.unmatched == nil ? .input : .error, width: area.width - left)
    canvas.put(Line([Span(label, .key), typed]), x: area.x, y: area.y, width: area.width)
    canvas.frame.cursor = Point(x: area.x + left + shown.caret, y: area.y)
    PickListView(list: list, context: context, labelWidth: context.words.language == .zh ? 13 : area.width)
      .draw(on: &canvas, Rect(x: area.x, y: area.y + 1, width: area.width, height: area.height - 1))
  }

  // MARK: places

  private func suggestions(_ canvas: inout Canvas, _ area: Rect) {
    let list = screen.suggestions(context)
    if list.isEmpty { return hint(&canvas, area) }
    let codes = min(10, list.map { TextWidth.width(of: $0.unit.value) }.max() ?? 0)
    let top = max(0, min(screen.suggestion - area.height + 1, list.count - area.height))
    for row in 0..<area.height where list.indices.contains(top + row) {
      let isHere = top + row == screen.suggestion
      canvas.put(
        place(list[top + row], codes, area.width), x: area.x, y: area.y + row, width: area.width,
        on: isHere ? .selected : nil)
      canvas.hit(Rect(x: area.x, y: area.y + row, width: area.width, height: 1), .choice(top + row))
    }
  }

  private func hint(_ canvas: inout Canvas, _ area: Rect) {
    let text =
      screen.fields.text(.unit).isEmpty
      ? context.say(
        "房号的几位：3212；姓名或拼音首字母：zl；电话后四位。",
        "Digits of a room: 3212; a name or its initials: zl; last four of a phone.")
      : context.desk.households.isEmpty
        ? context.say(
          "台账里还没有房屋。房号可以先空着；退出后用 dutydesk unit add 添加。",
          "No rooms are on record yet. Leave it empty for now; dutydesk unit add puts one on record.")
        : context.say("没有这样的房号、姓名或电话。", "No room, name or phone like that.")
    for (row, line) in TextWidth.wrap(text, width: area.width).prefix(area.height).enumerated() {
      canvas.put(Line(line, .muted), x: area.x, y: area.y + row, width: area.width)
    }
  }

  /// The room, who was meant or lives there with the end of the number, and what is open.
  private func place(_ match: PlaceMatch, _ codes: Int, _ width: Int) -> Line {
    let contacts = context.desk.households[match.unit]?.contacts ?? []
    let open = books.units.tickets(at: match.unit).count { context.desk.tickets[$0]?.status.isOpen ?? false }
    let count = open == 0 ? "" : context.say(" \(open)张未结", " \(open) open")
    let room = Span(TextWidth.elide(match.unit.value, to: codes), .room, width: codes)
    let first = match.contact ?? contacts.first
    let others = contacts.filter { $0 != first }.map(\.name)
    let tail = first.map { $0.phone.isEmpty ? "" : " " + String($0.phone.suffix(4)) } ?? ""
    let people = max(0, width - codes - 1 - TextWidth.width(of: count))
    let names = (first?.name ?? "") + tail
    let more = others.isEmpty ? "" : " " + others.joined(separator: " ")
    let used = min(people, TextWidth.width(of: names))
    return Line([
      room, Span(" "), Span(names, match.contact == nil ? .person : .title, width: used),
      Span(more, .muted, width: people - used), Span(count, .atRisk),
    ])
  }

  // MARK: the household

  private func household(_ canvas: inout Canvas, _ area: Rect) {
    for (row, line) in known(area.width).prefix(max(0, area.height)).enumerated() {
      canvas.put(
        line.line, x: area.x, y: area.y + row, width: area.width, on: line.isChosen ? .selected : nil)
    }
  }

  private func known(_ width: Int) -> [(line: Line, isChosen: Bool)] {
    let receipt = screen.draft(context).receipt
    let twins = screen.twins(context)
    var lines = people(receipt, width).map { ($0, false) }
    if !twins.isEmpty {
      let title = context.say("可能是同一件事", "Perhaps the same matter")
      lines.append((Line.heading(title, width: width), false))
    }
    let chosen = twins.first { $0.number == screen.twin }?.number ?? twins.first?.number
    for twin in twins {
      guard let ticket = context.desk.tickets[twin.number] else { continue }
      lines.append((line(twin, ticket), twin.number == chosen))
      if twin.number == chosen { lines.append((detail(ticket), false)) }
    }
    let past = past(receipt.unit, besides: twins.map(\.number))
    if !past.isEmpty {
      lines.append((Line.heading(context.say("以前的", "Before"), width: width), false))
      lines += past.map { (TicketDocument.reference(to: $0, context), false) }
    }
    return lines
  }

  private func people(_ receipt: Receipt, _ width: Int) -> [Line] {
    guard let unit = receipt.unit, let household = context.desk.households[unit] else {
      return [
        Line(
          receipt.unit == nil
            ? context.say("房号还没有填。", "No room yet.")
            : context.say("查不到这个房号。", "There is no such room."), .muted)
      ]
    }
    var lines = [Line.heading("\(unit) \(context.words.name(household.unit.kind))", width: width)]
    lines += household.contacts.map { contact in
      let isCalling = contact.name == receipt.caller
      return Line([
        Span(isCalling ? "> " : "  ", .title), Span(contact.name + " ", isCalling ? .title : .person),
        Span(context.words.name(contact.tenure) + " ", .muted), Span(contact.phone),
      ])
    }
    if !household.unit.note.isEmpty { lines.append(Line(household.unit.note, .atRisk)) }
    return lines
  }

  private func line(_ twin: Duplicate, _ ticket: Ticket) -> Line {
    let role: Role = ticket.status.isOpen ? .normal : .done
    return Line([
      Span("\(twin.number) ", .number), Span(twin.why(context.words) + " ", .atRisk),
      Span(ticket.summary, role),
    ])
  }

  /// Where the chosen one stands.
  private func detail(_ ticket: Ticket) -> Line {
    let who = ticket.liveOrder?.technician ?? ticket.owner
    let parts = [
      ticket.unit?.value ?? "", context.words.status(of: ticket, at: context.now),
      context.time(ticket.received),
      who.map { context.name(of: $0) } ?? "",
      ticket.urged > 0 ? context.say("催\(ticket.urged)", "urged \(ticket.urged)") : "",
    ]
    return Line("  " + parts.filter { !$0.isEmpty }.joined(separator: " "), .muted)
  }

  private func past(_ unit: UnitCode?, besides shown: [TicketNumber]) -> [Ticket] {
    guard let unit else { return [] }
    return books.units.tickets(at: unit).lazy.filter { !shown.contains($0) }
      .compactMap { context.desk.tickets[$0] }.prefix(8).sorted { a, b in
        (a.status.isOpen ? 0 : 1, b.number) < (b.status.isOpen ? 0 : 1, a.number)
      }
  }
}

extension Duplicate {
  /// Why it may be the same, in a few words.
  func why(_ words: Words) -> String {
    let near: String =
      switch place {
      case .sameRoom: words.text("同一户", "home")
      case .samePhone: words.text("同电话", "phone")
      case .sameRiser: words.text("同立管", "riser")
      case .sameBuilding: words.text("同楼", "building")
      case nil: ""
      }
    let like: String =
      switch matter {
      case .sameMatter: words.text("相似", "topic, words")
      case .sameTopic: words.text("同类", "topic")
      case .sameWords: words.text("说法相近", "words")
      case nil: ""
      }
    return [near, like].filter { !$0.isEmpty }.joined(separator: words.text("·", ", "))
  }
}
