public import Desk

/// How a ticket stands that was on hold until a moment.
extension Words {
  /// How it stands at a moment: on hold no longer where the hold is over.
  public func status(of ticket: Ticket, at now: Instant) -> String { name(ticket.status(at: now)) }

  /// Whether a hold stops the clocks of the work.
  public func stops(_ stops: Bool) -> String {
    stops ? text("停表", "clock stops") : text("不停表", "clock runs on")
  }

  /// `等业主（停表）` / `Resident (clock stops)`.
  public func rest(_ reason: WaitingReason, of ticket: Ticket, _ desk: ServiceDesk, now: Instant) -> String {
    let stops = stops(desk.stops(reason, of: ticket, now: now))
    return name(reason) + text("（\(stops)）", " (\(stops))")
  }

  /// In a narrow column, of a ticket whose hold is over and that nobody has taken up again.
  public var isBack: String { text("到时", "Back") }

  /// `挂起 12-02 18:00 到时` / `back from hold since 12-02 18:00`.
  public func back(since moment: String) -> String {
    text("挂起到时：\(moment)", "back from hold since \(moment)")
  }

  /// What was judged by the words of a matter: `按文字判断：等级 急修，事项 给排水（不对请改分类）`.
  public func judged(_ judged: Set<JudgedMember>, _ receipt: Receipt) -> String {
    let said = [
      judged.contains(.urgency) ? pair(urgency, name(receipt.urgency)) : nil,
      judged.contains(.topic) ? pair(topic, name(receipt.topic)) : nil,
    ].compactMap(\.self)
    return text(
      "按文字判断 \(said.joined(separator: "，"))，不对请改分类。",
      "Judged by the words: \(said.joined(separator: ", ")); classify it otherwise where that is wrong.")
  }

  /// That a telephone number is known in several homes: which one is meant, only the caller can say.
  package func severalHomes(_ phone: String, _ people: [Contact]) -> String {
    let homes = list(people.map { "\($0.unit.value) \($0.name)" })
    return text(
      "电话\(phone)在几户都有登记：\(homes)。请写上房号。",
      "The number \(phone) is known in several homes: \(homes). Say which room it is.")
  }

  public var answered: String { text("接听", "Answered") }

  /// After how many rings a call was answered, against what is promised, and who was on duty (R7): `铃响6声（应在3声内），当班
  /// 李娜`; nil where nobody counted.
  public func rung(_ ticket: Ticket, _ desk: ServiceDesk) -> String? {
    guard let rings = ticket.rings.map({ Int($0) }) else { return nil }
    let most = desk.policies.policy(of: ticket).limits.rings
    let duty = desk.clerksOnDuty(at: ticket.received).map(\.name)
    let on =
      duty.isEmpty ? text("当班无人登记", "nobody rostered") : text("当班\(list(duty))", "on duty: \(list(duty))")
    let count = text("铃响\(rings)声", "after \(counted(rings, "ring", "rings"))")
    return rings > most
      ? count + text("（应在\(most)声内），\(on)", " (promised within \(most)), \(on)")
      : count + text("，\(on)", ", \(on)")
  }

  /// What a clock's stretch after such a hold is told to come from.
  public var holdIsOver: String { text("挂起到时，继续计时", "the hold is over") }
  public var backHeading: String { text("挂起到时的", "Back from hold") }
  public var backFigure: String { text("挂起到时", "back from hold") }
}
