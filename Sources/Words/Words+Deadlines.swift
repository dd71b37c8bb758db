public import Desk

/// What is due besides the clocks of tickets.
extension Words {
  public var furtherHeading: String { text("今天还有", "Also today") }

  /// What it is called: `外转 街道办事处` / `Referred: Subdistrict office`.
  public func name(of deadline: Deadline, _ desk: ServiceDesk) -> String {
    switch deadline.name {
    case .clock(let clock): name(clock.name)
    case .hold: backFigure
    case .referral(let referral): text("外转 ", "Referred: ") + desk.name(of: referral)
    }
  }

  /// `外转：街道办事处，11-27 00:00 前答复（还有 1天）`, and how often it was reminded.
  func referred(_ referral: Referral, _ desk: ServiceDesk, now: Instant) -> String {
    let due = time(referral.due, desk.zone, now: now)
    let left = countdown(Instant(seconds: referral.due.seconds) - now)
    let times = Int(referral.reminders)
    let reminded = times == 0 ? "" : text("，催过\(times)次", ", reminded \(times)×")
    return pair(
      text("外转", "Referred"),
      text(
        "\(desk.name(of: referral))，\(due)前答复（\(left)）\(reminded)",
        "\(desk.name(of: referral)), answer due \(due) (\(left))\(reminded)"))
  }

  /// One line: what is due, of which ticket, and when.
  public func line(for deadline: Deadline, _ desk: ServiceDesk, _ zone: Zone, now: Instant) -> String {
    let ticket = deadline.ref.ticket.flatMap { desk.tickets[$0] }
    let subject = ticket.map { "\($0.number) \($0.unit?.value ?? "")" } ?? ""
    return [time(deadline.due, zone, now: now), subject, name(of: deadline, desk), ticket?.summary ?? ""]
      .filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
