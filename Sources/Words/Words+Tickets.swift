/// What tickets, orders and people are called in a list and in a sentence.
extension Words {
  public var unassigned: String { text("待派工单", "Waiting to be sent") }
  public var technicians: String { text("维修人员", "Technicians") }
  public var nothingHere: String { text("没有工单。", "No tickets.") }
  public var nobodyHere: String { text("没有人员。", "Nobody.") }
  public var offShift: String { text("不当班", "off shift") }
  public var checkCall: String { text("应电话确认", "check call due") }
  public var lateEntered: String { text("补录", "entered late") }
  public var imported: String { text("导入", "imported") }
  public var escalated: String { text("待主管决定", "with the supervisor") }

  /// `1042号工单` / `ticket 1042`.
  public func ticket(_ number: some CustomStringConvertible) -> String {
    text("\(number)号工单", "ticket \(number)")
  }

  /// `派工单1042.1` / `order 1042.1`.
  public func order(_ id: some CustomStringConvertible) -> String { text("派工单\(id)", "order \(id)") }

  /// `12张工单` / `12 tickets`.
  public func tickets(_ count: Int) -> String {
    text("\(count)张工单", counted(count, "ticket", "tickets"))
  }

  /// The greeting on the intake screen (R7).
  public func greeting(_ centre: String) -> String {
    text("您好，\(centre)，请问有什么可以帮您？", "Good day, \(centre), how can I help you?")
  }
}
