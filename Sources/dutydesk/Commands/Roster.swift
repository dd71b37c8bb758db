import Desk
import Journal
import Words

/// Who is on, day by day, and who is away.
extension CommandTable {
  private static let person = ArgumentDefinition(
    placeholder: "STAFF", help: Phrase("人员代码，如 wang", "the staff code, such as wang"))
  private static let other = ArgumentDefinition(
    placeholder: "WITH", help: Phrase("与谁换", "who takes the other's duty"))
  private static let from = OptionDefinition("from", .date, Phrase("自哪天", "the first day"))
  private static let to = OptionDefinition("to", .date, Phrase("到哪天（含）", "the last day, that day too"))
  private static let day = OptionDefinition("day", .date, Phrase("哪天", "the day"))
  private static let days = OptionDefinition(
    "days", .number, Phrase("几天，缺省 7", "how many days; 7 unless said"))
  private static let duty = OptionDefinition(
    "duty", .duty,
    Phrase(
      "班次，或 off 休息、usual 照常、'on-call 20:00-08:00' 待命",
      "the hours; or off, usual, 'on-call 20:00-08:00'"))
  private static let reason = OptionDefinition(
    "reason", .code("R", AbsenceReason.self), Phrase("原因，缺省为休息", "why; rest unless said"))
  /// Why the hours of a day that is over are put right.
  static let hoursReason = OptionDefinition(
    "reason", .text, Phrase("更正过去日子的原因", "why the hours of a day that is over are put right"))
  private static let until = OptionDefinition("until", .time, Phrase("到何时为止，从现在起", "until when, from now on"))
  private static let since = OptionDefinition(
    "from", .time, Phrase("计划中的，其开始时间", "when it begins, of one that is still to come"))

  static let rosterSet = CommandDefinition(
    path: ["roster", "set"], section: .registers,
    summary: Phrase("排班：某人某几天的班", "what somebody is on for on some days"), arguments: [person],
    options: [from.required, to, duty.required, hoursReason],
    examples: [
      "roster set wang --from 2026-11-23 --to 2026-11-27 --duty 08:00-12:00,13:30-17:30",
      "roster set wang --from 2026-11-28 --duty off",
    ],
    work: .change { call in
      let first = try call.dayNumber(from, .either) ?? 0
      let last = try call.lastDay(to, from: first) ?? first
      guard first <= last else { throw UsageFault.periodReversed }
      return .setRoster(
        RosterLine(
          staff: call.staff(named: call.invocation.argument(0) ?? ""), days: first...last,
          duty: try call.duty(duty), reason: HoursReason(call.invocation[hoursReason] ?? "")))
    })

  static let rosterSwap = CommandDefinition(
    path: ["roster", "swap"], section: .registers,
    summary: Phrase("换班：两人对换某天的班", "two people do each other's duty on a day"),
    arguments: [person, other], options: [day.required, hoursReason],
    examples: ["roster swap wang li --day 2026-11-28"],
    work: .change { call in
      .swapDuties(
        day: try call.dayNumber(day, .either) ?? 0, call.staff(named: call.invocation.argument(0) ?? ""),
        call.staff(named: call.invocation.argument(1) ?? ""), why: call.invocation[hoursReason] ?? "")
    })

  static let rosterShow = CommandDefinition(
    path: ["roster", "show"], section: .registers, summary: Phrase("查看排班", "who is on, day by day"),
    options: [from, days], examples: ["roster show --from 2026-11-23 --days 7"], formats: [.json],
    work: .read { call in
      let first = try call.dayNumber(from, .either) ?? call.zone.civil(call.now).daysSinceEpoch
      let count = try call.invocation.number(days, 1...62).map(Int.init) ?? 7
      RosterPage(call: call, days: Array(first..<(first + count))).show()
    })

  static let away = CommandDefinition(
    path: ["away"], section: .registers,
    summary: Phrase("登记请假、病假、培训、休息或外出", "somebody is away: leave, sick, training, a rest, an errand"),
    arguments: [person, .text.optional], options: [reason, .window, until, .text],
    examples: [
      "away wang --reason rest --until 13:00",
      "away wang --reason leave --window '2026-12-01 08:00..2026-12-03 18:00'",
    ],
    work: .change { call in
      let invocation = call.invocation
      if invocation.has(.window), invocation.has(until) { throw UsageFault.conflicting(.window, until) }
      let begin = try call.time(.on, .past) ?? call.now
      let end = try call.time(until, .future)
      guard
        let window = try call.window(.window, allowsDay: true) ?? end.map({ Window(start: begin, end: $0) })
      else {
        throw UsageFault.missingOneOf([.window, until])
      }
      return .addAbsence(
        Absence(
          staff: call.staff(named: invocation.argument(0) ?? ""),
          reason: try invocation.code(reason, AbsenceReason.self) ?? .rest, window: window,
          text: try call.text(.text)))
    })

  static let back = CommandDefinition(
    path: ["back"], section: .registers,
    summary: Phrase("销假：回岗，或取消计划中的请假", "somebody is back, or will not be away after all"),
    arguments: [person], options: [since],
    examples: ["back wang", "back wang --from '2026-12-01 08:00'"],
    work: .change { call in
      .endAbsence(call.staff(named: call.invocation.argument(0) ?? ""), begun: try call.time(since, .either))
    })
}

extension Call {
  /// The last day of some that begin with `first`: by one reading with it.
  func lastDay(_ option: OptionDefinition, from first: Int) throws -> Int? {
    guard let text = invocation[option] else { return nil }
    guard let day = try? reading(.either).day(text, notBefore: first) else {
      throw UsageFault.badDate(option, text)
    }
    return day
  }

  /// What somebody is on for; nil for what they always do.
  fileprivate func duty(_ option: OptionDefinition) throws -> Duty? {
    let text = invocation[option] ?? ""
    switch text {
    case "usual", "照常": return nil
    case "休息": return .off
    default:
      guard let duty = Duty(text: text) else { throw UsageFault.badShift(text) }
      return duty
    }
  }
}

/// Who is on, day by day.
private struct RosterPage {
  let call: Call
  let days: [Int]

  func show() {
    let people = call.desk.staffInOrder.filter { person in
      person.isActive
        && days.contains {
          call.desk.duty(of: person, onDay: $0) != nil || call.desk.isCorrected(person, onDay: $0)
        }
    }
    if call.invocation.has(.json) { return json(people) }
    let words = call.session.words
    guard !people.isEmpty else { return call.session.out.line(words.noRoster) }
    var table = TextTable(
      [.init(heading: words.name)]
        + days.map { .init(heading: Words.day($0, today: call.zone.civil(call.now).daysSinceEpoch)) })
    for person in people {
      table.add(
        [.init(call.desk.nameToRead(of: person.code))]
          + days.map { .init(said(person, $0)) })
    }
    table.print(on: call.session.out, ink: call.session.ink)
    let isCorrected = people.contains { person in days.contains { call.desk.isCorrected(person, onDay: $0) } }
    if isCorrected { call.session.out.line("* " + words.correction) }
    absences(people)
  }

  /// What somebody is on for, with a star where that was put right after the day was over.
  private func said(_ person: Staff, _ day: Int) -> String {
    let duty = call.desk.duty(of: person, onDay: day).map { call.session.words.duty($0) } ?? ""
    return call.desk.isCorrected(person, onDay: day) ? duty + "*" : duty
  }

  private func absences(_ people: [Staff]) {
    let words = call.session.words
    for absence in people.flatMap({ call.desk.absences.absences(of: $0.code, from: call.now) }) {
      let (desk, zone, now) = (call.desk, call.zone, call.now)
      let teller = Words.Teller(
        name: { desk.nameToRead(of: $0) }, time: { words.time($0, zone, now: now) })
      call.session.out.line(words.away(absence, teller))
    }
  }

  private func json(_ people: [Staff]) {
    call.session.out.json(people) { writer, person in
      writer.field("staff", person.code.value)
      writer.objects("days", days) { writer, day in
        writer.field("day", CivilTime.dayText(day))
        writer.optional("duty", call.desk.duty(of: person, onDay: day)?.text)
        writer.field("corrected", call.desk.isCorrected(person, onDay: day))
      }
      writer.objects("away", call.desk.absences.absences(of: person.code, from: call.now)) {
        writer, absence in
        writer.field("reason", absence.reason.rawValue)
        writer.moment("from", absence.window.start)
        writer.moment("to", absence.window.end)
        writer.field("text", absence.text)
      }
    }
  }
}
