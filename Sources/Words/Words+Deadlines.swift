public import Desk

/// What is due besides the clocks of tickets.
extension Words {
  public var furtherHeading: String { text("其他到期事项", "Also due") }

  /// What it is called: `外转 街道办事处` / `Referred: Subdistrict office`.
  public func name(of deadline: Deadline, _ desk: ServiceDesk) -> String {
    switch deadline.name {
    case .clock(let clock): name(clock.name)
    case .hold: backFigure
    case .referral(let referral): text("外转 ", "Referred: ") + desk.name(of: referral)
    }
  }

  /// `外转：街道办事处，11-27 00:00（还有 1天），催过2次`; without a time on a ticket that has ended.
  public func referred(_ referral: Referral, of ticket: Ticket, _ desk: ServiceDesk, now: Instant) -> String {
    let times = Int(referral.reminders)
    let reminded =
      times == 0 ? "" : text("，催过\(times)次", ", reminded \(counted(times, "time", "times"))")
    let left = countdown(Instant(seconds: referral.due.seconds) - now)
    let due =
      ticket.status.isOpen || ticket.status == .merged
      ? text("，", ", ") + time(referral.due, desk.zone, now: now) + text("（\(left)）", " (\(left))")
      : text("，没有答复", ", never answered")
    return pair(text("外转", "Referred"), desk.name(of: referral) + due + reminded)
  }

  /// One line: when it is due, how long that is, of which ticket, and what it is.
  public func line(for deadline: Deadline, _ desk: ServiceDesk, _ zone: Zone, now: Instant) -> String {
    let ticket = deadline.ref.ticket.flatMap { desk.tickets[$0] }
    let subject = ticket.map { "\($0.number) \($0.unit?.value ?? "")" } ?? ""
    let left = countdown(Instant(seconds: deadline.due.seconds) - now)
    return [
      time(deadline.due, zone, now: now), left, subject, name(of: deadline, desk), ticket?.summary ?? "",
    ]
    .filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
