import Words

/// Names of the screens and of their parts.
extension Words {
  var queueScreen: String { text("队列", "Queue") }
  var ticketScreen: String { text("工单", "Ticket") }
  var intakeScreen: String { text("登记", "Intake") }
  var dispatchScreen: String { text("派工", "Dispatch") }
  var overviewScreen: String { text("接班", "Overview") }
  var wallScreen: String { text("大屏", "Wall") }
  var registersScreen: String { text("台账", "Registers") }
  var helpScreen: String { text("帮助", "Help") }

  func name(_ section: OverviewScreen.Section) -> String {
    switch section {
    case .promised: promisedHeading
    case .back: backHeading
    case .late: lateHeading
    case .handedOver: handedOverHeading
    case .licences: licencesHeading
    case .further: furtherHeading
    case .next: nextHeading
    }
  }

  func none(_ section: OverviewScreen.Section) -> String {
    switch section {
    case .promised: text("没有答应过谁。", "Nobody waits for a promised call.")
    case .back, .licences, .further: text("没有。", "None.")
    case .late: text("没有超时。", "Nothing is late.")
    case .handedOver: text("没有留下未完的事。", "Nothing was left unfinished.")
    case .next: text("没有走动的时限。", "No clock is running.")
    }
  }
}
