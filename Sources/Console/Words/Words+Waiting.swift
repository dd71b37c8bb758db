public import Desk

/// How a ticket stands that was on hold until a moment.
extension Words {
  /// How it stands at a moment: on hold no longer where the hold is over.
  public func status(of ticket: Ticket, at now: Instant) -> String { name(ticket.status(at: now)) }

  /// In a narrow column, of a ticket whose hold is over and that nobody has taken up again.
  public var isBack: String { text("到时", "Back") }

  /// `挂起 12-02 18:00 到时` / `back from hold since 12-02 18:00`.
  public func back(since moment: String) -> String {
    text("挂起到时：\(moment)", "back from hold since \(moment)")
  }

  /// What a clock's stretch after such a hold is told to come from.
  public var holdIsOver: String { text("挂起到时，继续计时", "the hold is over") }
  public var backHeading: String { text("挂起到时的", "Back from hold") }
  public var backFigure: String { text("挂起到时", "back from hold") }
}
