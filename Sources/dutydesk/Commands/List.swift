import Console
import Desk
import Words

extension CommandTable {
  private static let queue = OptionDefinition(
    "queue", .code("NAME", QueueName.self), Phrase("队列，缺省为未办结", "which list; the open ones unless said"))
  private static let status = OptionDefinition(
    "status", .code("S", TicketStatus.self), Phrase("状态", "tickets in this state")
  ).repeated
  private static let kinds = OptionDefinition.kind.about("类型", "tickets of this kind").repeated
  private static let late = OptionDefinition("late", nil, Phrase("只看超时", "only late ones"))
  private static let breached = OptionDefinition(
    "breached", .code("CLOCK", ClockName.self),
    Phrase(
      "列出超过时的承诺（可指明哪一种时限），已补做或办结的也在内",
      "broken promises (of one clock, if named), those kept late or closed since among them")
  ).withOptionalValue
  private static let from = OptionDefinition("from", .time, Phrase("从何时起超时的", "broken from then on"))
  private static let to = OptionDefinition("to", .time, Phrase("到何时为止超时的", "broken before then"))
  private static let by = OptionDefinition(
    "by", .code("GROUP", BrokenGroup.self), Phrase("按什么分别计数", "counts them by what they have in common"))
  private static let search = OptionDefinition(
    "search", .text,
    Phrase("在编号、房号、姓名、电话、摘要中查找，拼音首字母也行", "words in number, room, person, phone or summary; pinyin too"))
  private static let sort = OptionDefinition(
    "sort", .words("due|age|number", QueueOrder.allCases.map(\.rawValue)),
    Phrase(
      "排序，缺省没处理完的特急在前（JSON、CSV 也一样），其余按到期；写明时只按它排",
      "the order; emergencies that are not over, then due time unless said, in JSON and CSV too; once said, that alone"
    ))
  private static let view = OptionDefinition(
    "view", .name, Phrase("控制台里保存过的列表", "a list that was kept in the console"))
  private static let limit = OptionDefinition("limit", .number, Phrase("最多几行", "at most so many"))

  static let list = CommandDefinition(
    path: ["list"], section: .overview,
    summary: Phrase(
      "列出队列，特急在前，其余先到期的在前",
      "lists a queue: emergencies, then earliest due first"),
    options: [
      queue, kinds, status, .owner, .unit, late, breached, from, to, by, search, sort, limit, view, .excel,
    ],
    examples: [
      "list --queue mine", "list --kind complaint --late", "list --queue all --search 漏水 --csv",
      "list --queue all --csv --excel",
      "list --view 漏水", "list --breached --from 2026-11-01 --by technician", "list --breached resolve --csv",
    ],
    formats: [.json, .csv],
    work: .read { call in
      if call.invocation.has(breached) { return try broken(call) }
      for option in [from, to, by] where call.invocation.has(option) {
        throw UsageFault.onlyWith(option, "--breached")
      }
      let entries = try entries(call)
      let listing = TicketListing(call)
      if call.invocation.has(.json) {
        listing.json(entries)
      } else if call.invocation.has(.csv) {
        listing.csv(entries)
      } else {
        listing.text(entries)
      }
    })

  private static func entries(_ call: Call) throws -> [QueueEntry] {
    let invocation = call.invocation
    let kept = try invocation[view].map { try savedView($0) }
    let asker = try? call.session.author(invocation, on: call.live)
    var filter = kept?.filter(call.desk, for: asker) ?? TicketFilter()
    try narrow(&filter, call)
    let most = try invocation.number(limit, 1...Int64(Int32.max)).map(Int.init)
    // Asking for closed ones by their state alone would find none among the open.
    let finished = filter.statuses.contains { !$0.isOpen }
    let name = try invocation.code(queue, QueueName.self) ?? kept?.list ?? (finished ? .all : .open)
    guard let order = QueueOrder(rawValue: invocation[sort] ?? kept?.order.rawValue ?? "due") else {
      throw UsageFault.badChoice(sort, invocation[sort] ?? "")
    }
    var book = DueBook()
    let me = name == .mine || name == .escalated ? try call.session.author(invocation, on: call.live) : nil
    let queue = book.queue(name, of: call.desk, for: me, filter: filter, order: order, now: call.now)
    let entries = name.pinsEmergencies && !invocation.has(sort) ? queue.pinned(call.desk) : queue
    return most.map { Array(entries.prefix($0)) } ?? entries
  }

  /// What the options ask for, over what a kept list does.
  private static func narrow(_ filter: inout TicketFilter, _ call: Call) throws {
    let invocation = call.invocation
    filter.kinds.formUnion(try codes(kinds, TicketKind.self, invocation))
    filter.statuses.formUnion(try codes(status, TicketStatus.self, invocation))
    filter.owner = call.staff(.owner) ?? filter.owner
    filter.unit = invocation[.unit].map(UnitCode.init) ?? filter.unit
    filter.lateOnly = filter.lateOnly || invocation.has(late)
    if let text = invocation[search] { filter.text = filter.text.isEmpty ? text : filter.text + " " + text }
  }

  /// The promises that were broken, or counts of them.
  private static func broken(_ call: Call) throws {
    let invocation = call.invocation
    for option in [queue, sort, view, late] where invocation.has(option) {
      throw UsageFault.conflicting(breached, option)
    }
    let clock = try invocation[breached].flatMap { text throws(UsageFault) -> ClockName? in
      if text.isEmpty { return nil }
      guard let clock = ClockName.matching(text) else { throw .badChoice(breached, text) }
      return clock
    }
    var filter = TicketFilter()
    try narrow(&filter, call)
    let query = SearchQuery(filter.text)
    let (start, end) = (try call.time(from, .past), try call.time(to, .past))
    if let start, let end, end < start { throw Refusal.windowReversed(Window(start: start, end: end)) }
    let promises = call.desk.brokenPromises(
      clock.map { [$0] } ?? [], from: start, to: end, now: call.now
    ).filter { promise in
      guard let ticket = call.desk.tickets[promise.ticket] else { return false }
      return filter.passes(ticket, at: call.now) && query.matches(ticket, call.desk)
    }
    let most = try invocation.number(limit, 1...Int64(Int32.max)).map(Int.init)
    let listing = BrokenListing(call)
    if let group = try invocation.code(by, BrokenGroup.self) {
      let counts = call.desk.counts(of: promises, by: group)
      listing.show(most.map { Array(counts.prefix($0)) } ?? counts, by: group)
    } else {
      listing.show(most.map { Array(promises.prefix($0)) } ?? promises)
    }
  }

  private static func savedView(_ name: String) throws -> SavedView {
    let views = try SavedViews.own()
    guard let view = views.view(named: name) else {
      throw UsageFault.unknownView(name, known: views.views.map(\.name))
    }
    return view
  }

  private static func codes<Value: Named>(
    _ option: OptionDefinition, _: Value.Type, _ invocation: Invocation
  ) throws -> [Value] {
    try invocation.all(option).map { text in
      guard let value = Value.matching(text) else { throw UsageFault.badChoice(option, text) }
      return value
    }
  }
}
