import Desk
import DeskStore
import Terminal
import Words

/// All that a register says of one entry, as lines.
struct RegisterDocument {
  private let entry: RegisterEntry
  private let context: Context
  private let books: Books
  private let width: Int

  init(_ entry: RegisterEntry, _ context: Context, _ books: Books, width: Int) {
    self.entry = entry
    self.context = context
    self.books = books
    self.width = width
  }

  var lines: [Line] {
    switch entry {
    case .room(let unit): room(unit)
    case .person(let code): person(code)
    case .policy(let place): policy(context.desk.policies.versions[place])
    }
  }

  // MARK: rooms

  private func room(_ code: UnitCode) -> [Line] {
    guard let household = context.desk.households[code] else { return [] }
    var lines = [Line.heading("\(code) \(context.words.name(household.unit.kind))", width: width)]
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
    let tickets = books.units.tickets(at: code).compactMap { context.desk.tickets[$0] }
    let open = tickets.filter(\.status.isOpen)
    lines += section(context.say("未办结 \(open.count)", "Open \(open.count)"), open)
    let past = tickets.filter { !$0.status.isOpen }
    return lines + section(context.say("过去的 \(past.count)", "Past \(past.count)"), past)
  }

  private func section(_ title: String, _ tickets: [Ticket]) -> [Line] {
    guard !tickets.isEmpty else { return [] }
    return [Line.heading(title, width: width)]
      + tickets.prefix(30).map { TicketDocument.reference(to: $0, context) }
  }

  // MARK: people

  private func person(_ code: StaffCode) -> [Line] {
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
    return lines + section(context.say("手上的工单 \(held.count)", "In hand \(held.count)"), held)
  }

  // MARK: policies

  /// What is promised to whom: a line for each kind and urgency, alike ones together.
  private func promises(_ policy: Policy) -> [Line] {
    let words = context.words
    let clocks: [ClockName] = [.act, .respond, .arrive, .resolve, .reply]
    var lines: [Line] = []
    for kind in TicketKind.allCases {
      var groups: [(urgencies: [Urgency], times: String)] = []
      for urgency in Urgency.allCases {
        let times = clocks.compactMap { clock in
          policy.targets.target(clock, kind, urgency, .other).map {
            words.name(clock) + " " + words.counted($0)
          }
        }.joined(separator: context.say("，", ", "))
        if let place = groups.firstIndex(where: { $0.times == times }) {
          groups[place].urgencies.append(urgency)
        } else {
          groups.append(([urgency], times))
        }
      }
      for group in groups where !group.times.isEmpty {
        let who =
          groups.count == 1
          ? words.name(kind)
          : words.name(kind) + " " + group.urgencies.map { words.name($0) }.joined(separator: "/")
        lines.append(Line(who, .title))
        lines += TextWidth.wrap(group.times, width: max(10, width - 2)).map { Line("  " + $0) }
      }
    }
    return [Line.heading(context.say("承诺", "Promises"), width: width)] + lines
  }

  private func policy(_ version: PolicyVersion) -> [Line] {
    let words = context.words
    var lines = [Line.heading(context.words.policy(version.policy.name), width: width)]
    if let adopted = version.adopted {
      let who = version.by.map { context.name(of: $0) } ?? ""
      let text = context.say(
        "\(context.time(adopted)) \(who)录入。会议：\(version.meeting)",
        "adopted \(context.time(adopted)) by \(who). Meeting: \(version.meeting)")
      lines += TextWidth.wrap(text, width: width).map { Line($0, .muted) }
    } else {
      lines.append(Line(words.text("内置政策", "built in"), .muted))
    }
    lines += promises(version.policy)
    let text = version.text ?? PolicyText(version.policy).text
    return lines + [.empty, Line.heading(context.say("全文", "In full"), width: width)]
      + text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { row -> [Line] in
        let role: Role = row.hasPrefix("#") ? .muted : row.hasPrefix("[") ? .title : .normal
        let wrapped = TextWidth.wrap(TextWidth.sanitise(String(row)), width: width)
        return wrapped.isEmpty ? [.empty] : wrapped.map { Line($0, role) }
      }
  }
}
