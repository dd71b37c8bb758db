import Console
import Desk

extension CommandTable {
  private static let queue = OptionDefinition(
    "queue", .code("NAME", QueueName.self), Phrase("队列，缺省为未办结", "which list; the open ones unless said"))
  private static let status = OptionDefinition(
    "status", .code("S", TicketStatus.self), Phrase("状态", "tickets in this state")
  ).repeated
  private static let kinds = OptionDefinition.kind.about("类型", "tickets of this kind").repeated
  private static let late = OptionDefinition("late", nil, Phrase("只看超时", "only late ones"))
  private static let search = OptionDefinition(
    "search", .text,
    Phrase("在编号、房号、姓名、电话、摘要中查找，拼音首字母也行", "words in number, room, person, phone or summary; pinyin too"))
  private static let sort = OptionDefinition(
    "sort", .words("due|age|number", QueueOrder.allCases.map(\.rawValue)),
    Phrase("排序，缺省按到期", "the order; by due time unless said"))
  private static let view = OptionDefinition(
    "view", .name, Phrase("控制台里保存过的列表", "a list that was kept in the console"))
  private static let limit = OptionDefinition("limit", .number, Phrase("最多几行", "at most so many"))

  static let list = CommandDefinition(
    path: ["list"], section: .overview, summary: Phrase("列出队列，先到期的在前", "lists a queue, earliest due first"),
    options: [queue, kinds, status, .owner, .unit, late, search, sort, limit, view, .excel],
    examples: [
      "list --queue mine", "list --kind complaint --late", "list --queue all --search 漏水 --csv",
      "list --queue all --csv --excel",
      "list --view 漏水",
    ],
    formats: [.json, .csv],
    work: .read { call in
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
    let entries = book.queue(name, of: call.desk, for: me, filter: filter, order: order, now: call.now)
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
