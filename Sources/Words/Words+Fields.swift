public import Desk

/// Names of fields and columns.
extension Words {
  public var number: String { text("编号", "Number") }
  public var kind: String { text("类型", "Kind") }
  public var urgency: String { text("等级", "Urgency") }
  public var status: String { text("状态", "Status") }
  public var unit: String { text("房号", "Room") }
  public var caller: String { text("来电人", "Caller") }
  public var person: String { text("姓名", "Person") }
  public var phone: String { text("电话", "Phone") }
  public var channel: String { text("渠道", "Channel") }
  public var topic: String { text("事项", "Topic") }
  public var summary: String { text("摘要", "Summary") }
  public var owner: String { text("责任人", "Owner") }
  /// Who is sent, else who answers for it.
  public var who: String { text("维修/责任", "Who") }
  public var technician: String { text("维修人员", "Technician") }
  public var received: String { text("登记时间", "Received") }
  public var keyed: String { text("录入时间", "Keyed") }
  public var reference: String { text("外部编号", "Reference") }
  public var rings: String { text("铃响次数", "Rings") }
  public var important: String { text("重要", "Important") }
  public var window: String { text("预约时段", "Window") }
  public var urged: String { text("催单", "Urged") }
  public var cycle: String { text("轮次", "Cycle") }

  public var clock: String { text("时限", "Clock") }
  public var clocks: String { text("时限", "Clocks") }
  public var target: String { text("目标", "Target") }
  public var started: String { text("起算", "Started") }
  public var due: String { text("到期", "Due") }
  public var elapsed: String { text("已用", "Elapsed") }
  public var remaining: String { text("剩余", "Left") }
  public var late: String { text("超时", "Late") }
  public var paused: String { text("暂停", "Paused") }
  public var met: String { text("达成", "Met") }
  public var promised: String { text("承诺时间", "Promised") }

  public var order: String { text("派工单", "Order") }
  public var orders: String { text("派工单", "Work orders") }
  public var dispatched: String { text("派单时间", "Dispatched") }
  public var since: String { text("自", "Since") }
  public var result: String { text("处理结果", "Result") }
  public var materials: String { text("材料", "Materials") }
  public var labour: String { text("工时", "Labour") }
  public var labourPrice: String { text("人工费", "Labour price") }
  public var charge: String { text("住户付费", "Resident pays") }
  public var price: String { text("报价", "Price") }
  public var reason: String { text("原因", "Reason") }
  public var until: String { text("直到", "Until") }
  public var finding: String { text("现场情况", "Finding") }
  public var satisfaction: String { text("满意度", "Satisfaction") }
  public var waitingFor: String { text("挂起原因", "Waiting for") }

  public var history: String { text("经过", "History") }
  public var at: String { text("记录时间", "Recorded") }
  public var on: String { text("发生时间", "Happened") }
  public var by: String { text("录入人", "Keyed by") }
  public var actor: String { text("经办人", "Done by") }
  public var event: String { text("事件", "Event") }
  public var duration: String { text("时长", "Length") }
  public var policy: String { text("政策", "Policy") }
  public var cause: String { text("等待", "Waited for") }
  public var sequence: String { text("序号", "Seq") }
  public var from: String { text("从", "From") }
  public var to: String { text("到", "To") }
  public var state: String { text("状态", "State") }

  public var code: String { text("代码", "Code") }
  public var name: String { text("姓名", "Name") }
  public var role: String { text("岗位", "Role") }
  public var trades: String { text("工种", "Trades") }
  public var licences: String { text("证照", "Licences") }
  public var level: String { text("等级", "Level") }
  public var onCall: String { text("待命", "On call") }
  public var provider: String { text("外协单位", "Company") }
  public var staffNumber: String { text("工号", "Staff number") }
  public var accounts: String { text("系统账号", "Accounts") }
  public var shift: String { text("班次", "Shift") }
  public var limit: String { text("并行上限", "Limit") }
  public var load: String { text("在手", "Load") }
  public var active: String { text("在职", "Active") }
  public var onShift: String { text("当班", "On shift") }
  public var tenure: String { text("身份", "Tenure") }
  public var note: String { text("备注", "Note") }
  public var household: String { text("住户", "Household") }
  public var contacts: String { text("联系人", "Contacts") }

  /// The trades of somebody, with how well they know them.
  public func skills(_ person: Staff) -> String {
    person.trades.map { trade in
      let level = person.levels[trade].map { self.level($0) }
      return name(trade) + (level.map { text("（\($0)）", " (\($0))") } ?? "")
    }.joined(separator: comma)
  }

  public var yes: String { text("是", "yes") }
  public var no: String { text("否", "no") }
  /// Stands where there is nothing.
  public var none: String { text("无", "none") }
}
