import Desk
import Terminal
import Words

extension RegisterPage {
  static let people = RegisterPage(
    name: "people", title: Phrase("人员", "People"),
    empty: Phrase("还没有人员。先用 dutydesk staff add 添加。", "Nobody yet: dutydesk staff add."),
    headings: [
      Phrase("代码", "Code"), Phrase("姓名", "Name"), Phrase("岗位", "Role"), Phrase("在岗", "There"),
    ],
    count: { $0.staff.count },
    entries: { desk in desk.staffInOrder.map { PersonEntry(code: $0.code) } })
}

/// Somebody who works here, or did.
struct PersonEntry: RegisterEntry {
  let code: StaffCode

  var selection: Selection { Selection(technician: code) }
  var tickets: String? { "owner:\(code.value)" }

  func cells(_ context: Context) -> [Span] {
    let (desk, words) = (context.desk, context.words)
    guard let person = desk.staff[code] else { return [Span(code.value)] }
    let there = desk.availability(of: person, at: context.now)
    return [
      Span(code.value, .muted), Span(person.name, person.isActive ? .person : .done),
      Span(words.name(person.role)),
      person.isActive
        ? Span(words.availability(there) { context.time($0) }, there.isThere ? .met : .muted)
        : Span(context.say("已离岗", "has left"), .done),
    ]
  }

  func searched(_ context: Context) -> String {
    guard let person = context.desk.staff[code] else { return code.value }
    let trades = person.trades.map { "\($0.rawValue) \(context.words.name($0))" }
    return
      ([code.value, person.name, person.phone, context.words.name(person.role), person.role.rawValue]
      + trades).joined(separator: " ")
  }

  func lines(_ document: RegisterDocument) -> [Line] {
    let (context, width) = (document.context, document.width)
    guard let person = context.desk.staff[code] else { return [] }
    let words = context.words
    var lines = [Line.heading("\(person.name) \(words.name(person.role))", width: width)]
    func fact(_ label: String, _ value: String) {
      guard !value.isEmpty else { return }
      for (row, text) in TextWidth.wrap(value, width: max(10, width - 12)).enumerated() {
        lines.append(Line([Span(row == 0 ? label : "", .muted, width: 12), Span(text)]))
      }
    }
    fact(context.say("电话", "Phone"), person.phone)
    fact(
      context.say("工种", "Trades"),
      words.list(
        person.trades.map { trade in
          words.name(trade) + (person.levels[trade].map { context.say(" \($0)级", " level \($0)") } ?? "")
        }))
    fact(
      context.say("证书", "Licences"),
      person.licences.map { licence in
        licence.lastDay == nil ? licence.name : licence.text
      }.joined(separator: context.say("、", ", ")))
    let today = context.desk.zone.civil(context.now).daysSinceEpoch
    fact(context.say("班次", "Shift"), words.usual(person.shifts, today: today))
    fact(context.say("待命", "On call"), words.usual(person.onCalls, today: today))
    fact(context.say("单位", "Company"), person.provider)
    fact(context.words.staffNumber, person.ref)
    fact(context.say("账号", "Accounts"), person.accounts.joined(separator: " "))
    let held = context.desk.open.compactMap { context.desk.tickets[$0] }.filter { ticket in
      ticket.owner == code || ticket.orders.contains { $0.technician == code && $0.status.isLive }
    }.sorted { $0.number < $1.number }
    return lines + document.section(context.say("手上的工单 \(held.count)", "In hand \(held.count)"), held)
  }
}
