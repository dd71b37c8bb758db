import Desk
import Journal
import Words

extension CommandTable {
  private static let person = OptionDefinition(
    "for", .staff, Phrase("看谁的；缺省为自己", "whose list; your own unless said"))
  private static let everybody = OptionDefinition("all", nil, Phrase("所有人的", "everybody's"))
  private static let seen = OptionDefinition(
    "seen", nil, Phrase("列出已经知悉的：谁、何时、哪一级", "what was acknowledged: by whom, when, at which step"))

  static let escalations = CommandDefinition(
    path: ["escalations"], section: .overview,
    summary: Phrase("提醒某人、尚未知悉的事", "what is escalated to a person and not seen by them yet"),
    options: [person, everybody, seen],
    examples: [
      "escalations", "escalations --for zhou", "escalations --all --json", "escalations --all --seen",
    ],
    formats: [.json],
    work: .read { call in
      if call.invocation.has(person), call.invocation.has(everybody) {
        throw UsageFault.conflicting(person, everybody)
      }
      let people: [StaffCode]
      if call.invocation.has(everybody) {
        people = call.desk.staffInOrder.filter(\.isActive).map(\.code)
      } else if let code = call.staff(person) {
        people = [try call.desk.active(code).code]
      } else {
        people = [try call.session.author(call.invocation, on: call.live)]
      }
      let list = EscalationList(call)
      if call.invocation.has(seen) { list.showSeen(people) } else { list.show(people) }
    })
}

/// What people are to look at, the longest reached first.
private struct EscalationList {
  let call: Call
  init(_ call: Call) { self.call = call }

  private struct Row {
    let person: StaffCode
    let ticket: Ticket
    let step: Escalation
  }

  func show(_ people: [StaffCode]) {
    let rows = rows(people)
    guard !call.invocation.has(.json) else {
      return call.session.out.json(rows) { writer, row in
        writer.field("staff", row.person.value)
        writer.field("ticket", Int64(row.ticket.number.value))
        writer.optional("clock", row.step.clock?.rawValue)
        writer.field("cycle", Int64(row.step.cycle))
        switch row.step.trigger {
        case .share(let percent):
          writer.field("share_percent", Int64(percent))
          writer.null("overdue_s")
        case .overdue(let delay):
          writer.null("share_percent")
          writer.field("overdue_s", delay.whole)
        case nil:
          writer.null("share_percent")
          writer.null("overdue_s")
        }
        writer.moment("since", row.step.since)
        writer.field("urgency", row.ticket.urgency.rawValue)
        writer.field("summary", row.ticket.summary)
      }
    }
    let (words, out) = (call.session.words, call.session.out)
    guard !rows.isEmpty else { return out.line(words.nothingHere) }
    var table = TextTable([
      .init(heading: words.person), .init(heading: words.number, isRight: true), .init(heading: words.clock),
      .init(heading: words.text("级别", "Step")), .init(heading: words.since), .init(heading: words.urgency),
      .init(heading: words.unit),
      .init(heading: words.summary, isFlexible: true),
    ])
    for row in rows {
      table.add([
        .init(call.desk.nameToRead(of: row.person)),
        .init(row.ticket.number.description, .strong),
        .init(row.step.clock.map { words.name($0) } ?? words.escalated),
        .init(row.step.trigger.map { words.rung($0) } ?? ""),
        .init(words.time(row.step.since, call.zone, now: call.now)), .init(words.name(row.ticket.urgency)),
        .init(row.ticket.unit?.value ?? ""), .init(row.ticket.summary),
      ])
    }
    table.print(on: out, ink: call.session.ink)
  }

  private struct Seen {
    let person: Staff
    let ticket: Ticket
    let at: Instant
    let steps: [Escalation]
  }

  /// What people have acknowledged, the latest first.
  func showSeen(_ people: [StaffCode]) {
    let rows = seen(people)
    let (words, out) = (call.session.words, call.session.out)
    guard !call.invocation.has(.json) else {
      return out.json(rows) { writer, row in
        writer.field("staff", row.person.code.value)
        writer.field("ticket", Int64(row.ticket.number.value))
        writer.moment("seen", row.at)
        writer.objects("steps", row.steps) { writer, step in
          writer.optional("clock", step.clock?.rawValue)
          writer.field("cycle", Int64(step.cycle))
          writer.moment("since", step.since)
        }
      }
    }
    guard !rows.isEmpty else { return out.line(words.nothingHere) }
    var table = TextTable([
      .init(heading: words.person), .init(heading: words.number, isRight: true),
      .init(heading: words.text("知悉于", "Seen")), .init(heading: words.text("级别", "Step"), isFlexible: true),
      .init(heading: words.urgency), .init(heading: words.unit),
      .init(heading: words.summary, isFlexible: true),
    ])
    for row in rows {
      let steps = row.steps.map { step in
        let (what, since) = words.raised(step) { words.time($0, call.zone, now: call.now) }
        return what + words.text("，", " ") + since
      }
      table.add([
        .init(row.person.name), .init(row.ticket.number.description, .strong),
        .init(words.time(row.at, call.zone, now: call.now)), .init(words.list(steps)),
        .init(words.name(row.ticket.urgency)), .init(row.ticket.unit?.value ?? ""), .init(row.ticket.summary),
      ])
    }
    table.print(on: out, ink: call.session.ink)
  }

  private func seen(_ people: [StaffCode]) -> [Seen] {
    let desk = call.desk
    let rows = desk.acknowledgements.flatMap { number, moments in
      people.compactMap { code -> Seen? in
        guard let at = moments[code], let ticket = desk.tickets[number], let person = desk.staff[code] else {
          return nil
        }
        let steps = desk.escalations(of: ticket).filter {
          $0.since <= at && desk.concerns($0, person, ticket)
        }
        return Seen(person: person, ticket: ticket, at: at, steps: steps)
      }
    }
    return rows.sorted {
      ($1.at, $0.ticket.number, $0.person.code) < ($0.at, $1.ticket.number, $1.person.code)
    }
  }

  private func rows(_ people: [StaffCode]) -> [Row] {
    var book = DueBook()
    let rows = call.desk.open.sorted().compactMap { call.desk.tickets[$0] }.flatMap { ticket in
      people.flatMap { person in
        book.escalations(of: ticket, for: person, call.desk, at: call.now).map {
          Row(person: person, ticket: ticket, step: $0)
        }
      }
    }
    return rows.sorted {
      ($0.person, $0.step.since, $0.ticket.number) < ($1.person, $1.step.since, $1.ticket.number)
    }
  }
}
