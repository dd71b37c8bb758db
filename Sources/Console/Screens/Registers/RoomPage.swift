import Desk
import Terminal
import Words

extension RegisterPage {
  static let rooms = RegisterPage(
    name: "rooms", title: Phrase("房屋", "Rooms"),
    empty: Phrase("还没有房屋。先用 dutydesk unit add 添加。", "No rooms yet: dutydesk unit add."),
    headings: [Phrase("房号", "Room"), Phrase("类别", "Kind"), Phrase("联系人", "People")],
    count: { $0.households.count },
    entries: { desk in desk.households.keys.sorted().map { RoomEntry(unit: $0) } })
}

/// A room, and who lives there.
struct RoomEntry: RegisterEntry {
  let unit: UnitCode

  var selection: Selection { Selection(unit: unit) }
  var tickets: String? { "room:\(unit.value)" }

  func cells(_ context: Context) -> [Span] {
    guard let household = context.desk.households[unit] else { return [Span(unit.value, .room)] }
    return [
      Span(unit.value, .room), Span(context.words.name(household.unit.kind), .muted),
      Span(household.contacts.map(\.name).joined(separator: " "), .person),
    ]
  }

  func searched(_ context: Context) -> String {
    guard let household = context.desk.households[unit] else { return unit.value }
    let people = household.contacts.map { "\($0.name) \($0.phone)" }
    return ([unit.value, household.unit.note] + people).joined(separator: " ")
  }

  func lines(_ document: RegisterDocument) -> [Line] {
    let (context, width) = (document.context, document.width)
    guard let household = context.desk.households[unit] else { return [] }
    var lines = [Line.heading("\(unit) \(context.words.name(household.unit.kind))", width: width)]
    if !household.unit.note.isEmpty {
      lines += TextWidth.wrap(household.unit.note, width: width).map { Line($0, .atRisk) }
    }
    for contact in household.contacts {
      lines += Line.flow(
        [
          [Span(contact.name, .person)], [Span(context.words.name(contact.tenure), .muted)],
          [Span(contact.phone)],
          [Span(contact.isProposed ? context.say("待核", "to be confirmed") : "", .atRisk)],
        ], width: width, gap: 1, indent: 2)
    }
    if household.contacts.isEmpty {
      lines.append(Line(context.say("没有登记联系人。", "Nobody is on record."), .muted))
    }
    let tickets = document.books.units.tickets(at: unit).compactMap { context.desk.tickets[$0] }
    let open = tickets.filter(\.status.isOpen)
    lines += document.section(context.say("未办结 \(open.count)", "Open \(open.count)"), open)
    let past = tickets.filter { !$0.status.isOpen }
    return lines + document.section(context.say("过去的 \(past.count)", "Past \(past.count)"), past)
  }
}
