public import Desk

/// What makes no sense, and what would.
extension Words {
  func senseless(_ nonsense: Nonsense, _ zone: Zone) -> String {
    let what = name(of: nonsense.measure)
    switch nonsense.limit {
    case .numbers(let bounds):
      let (low, high) = (
        number(bounds.lowerBound, nonsense.measure), number(bounds.upperBound, nonsense.measure)
      )
      return text(
        "\(what)不合理：应在\(low)到\(high)之间。请核对是否填错了栏。",
        "The \(what) makes no sense: it has to be from \(low) to \(high). Check whether it was meant for another field."
      )
    case .moments(let bounds):
      let (first, last) = (fullTime(bounds.lowerBound, zone), fullTime(bounds.upperBound, zone))
      return text(
        "\(what)不合理：应在\(first)到\(last)之间。请核对年份。",
        "The \(what) makes no sense: it has to be from \(first) to \(last). Check the year.")
    case .length(let longest):
      return text(
        "\(what)太长：最长\(duration(longest))。请核对起止日期。",
        "The \(what) is too long: \(duration(longest)) at most. Check both its dates.")
    case .inOrder:
      return text(
        "\(what)的结束不晚于开始。请先写开始，再写结束。", "The \(what) ends no later than it starts. Give the start first.")
    }
  }

  func tooMany(_ measure: Measure, _ limit: Int) -> String {
    text(
      "\(name(of: measure))太多：一次最多\(limit)个。请分开登记。",
      "Too many \(name(of: measure)): \(limit) at most in one go. Record them in parts.")
  }

  /// The mark behind a line of a history that says something which makes no sense; empty for nearly all.
  func mark(_ nonsense: Nonsense?) -> String {
    guard let nonsense else { return "" }
    let what = name(of: nonsense.measure)
    return text("【\(what)不合理，不予计算】", " [the \(what) makes no sense and counts for nothing]")
  }

  /// A number of a measure in the unit that people use.
  private func number(_ value: Int64, _ measure: Measure) -> String {
    switch measure {
    case .unitPrice, .labourPrice, .total, .charge, .price: yuan(value)
    case .quantity: DecimalText.text(value, places: 3, atLeast: 0)
    case .labour: text("\(value)分钟", "\(value) minutes")
    default: String(value)
    }
  }

  /// What a number or a moment is called inside a sentence.
  public func name(of measure: Measure) -> String {
    switch measure {
    case .labour: text("工时", "working time")
    case .quantity: text("材料数量", "quantity of a material")
    case .unitPrice: text("材料单价", "price of a material")
    case .labourPrice: text("人工费", "price of the labour")
    case .total: text("材料和人工合计", "sum of materials and labour")
    case .charge: text("收费", "charge")
    case .price: text("报价", "price")
    case .rings: text("铃响次数", "number of rings")
    case .orderLimit: text("同时在手的派工单上限", "number of orders at once")
    case .skillLevel: text("技能等级", "level of a skill")
    case .happened: text("发生时间", "time at which it happened")
    case .moment: text("时间", "time")
    case .window: text("预约时段", "promised window")
    case .absence: text("请假时段", "absence")
    case .promise: text("承诺的时间", "promised time")
    case .waiting: text("挂起的期限", "time until which it waits")
    case .effective: text("政策生效时间", "time from which the policy holds")
    case .rosterDay: text("排班日期", "day of the roster")
    case .swapDay: text("换班日期", "day of the swap")
    case .licenceDay: text("证照有效期", "last day of a licence")
    case .shiftDay: text("班次生效日期", "day from which the shift holds")
    case .ticket: text("工单编号", "ticket number")
    case .order: text("派工单序号", "number of the order")
    case .materials: text("材料", "materials")
    case .trades: text("工种", "trades")
    case .licences: text("证照", "licences")
    case .accounts: text("系统账号", "accounts")
    case .technicians: text("派出人员", "technicians")
    case .assignments: text("计划行", "lines of a plan")
    case .rosterDays: text("排班天数", "number of days of the roster")
    case .policies: text("时限政策", "policies")
    }
  }
}
