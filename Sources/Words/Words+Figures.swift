public import Desk

/// What the figures of the desk are called, and the sections of the overview.
extension Words {
  public var openFigure: String { text("未办结", "open") }
  public var lateFigure: String { text("现在超时", "late now") }
  public var brokenFigure: String { text("今天超时", "broken today") }
  public var soonFigure: String { text("1小时内到期", "due within 1h") }
  public var unassignedFigure: String { text("待派", "to send") }
  public var waitingFigure: String { text("挂起", "waiting") }
  public var resultFigure: String { text("完工待录结果", "results to enter") }
  public var replyFigure: String { text("待回复", "to reply") }
  public var visitFigure: String { text("待回访", "to visit") }
  public var lateVisitFigure: String { text("回访超期", "visits overdue") }
  public var receivedFigure: String { text("新登记", "taken in") }
  public var closedFigure: String { text("已办结", "closed") }
  public var busyFigure: String { text("在外", "out") }
  public var promisedHeading: String { text("今天答应回话的", "Promised an answer today") }
  public var lateHeading: String { text("已超时", "Late") }
  public var handedOverHeading: String { text("上一班留下的", "Left by the previous shift") }
  public var licencesHeading: String { text("证照到期", "Licences that end") }

  /// `王强 电工证 2026-12-20 到期，还有19天`.
  public func licence(_ one: ExpiringLicence, of name: String) -> String {
    let day = CivilTime.dayText(one.lastDay)
    let left = left(one)
    return text(
      "\(name) \(one.licence.name) \(day) 到期，\(left)", "\(name): \(one.licence.name) until \(day), \(left)")
  }

  /// How long a licence is still good, or was.
  public func left(_ one: ExpiringLicence) -> String {
    switch one.days {
    case ..<0: text("已过期\(-one.days)天", "expired \(counted(-one.days, "day", "days")) ago")
    case 0: text("今天是最后一天", "today is the last day")
    default: text("还有\(one.days)天", "\(counted(one.days, "day", "days")) left")
    }
  }

  public var nextHeading: String { text("接下来到期", "Due next") }
}
