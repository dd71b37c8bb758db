public import Desk

extension Words {
  /// One line saying what happened to a work order.
  public func line(for event: OrderEvent, _ teller: Teller) -> String {
    switch event {
    case .dispatched(let to, let window, let isReserved, let despite):
      said(
        isReserved ? text("预约", "Reserved") : text("派单", "Dispatched"), teller.name(to),
        window.map { teller.time($0.start) + " - " + teller.time($0.end) } ?? "",
        despite.isEmpty ? "" : pair(text("强制", "Despite"), list(despite.map { reason($0) })))
    case .accepted: text("接单", "Accepted")
    case .declined(let why): said(text("退单", "Declined"), why)
    case .travelling: text("出发", "On the way")
    case .arrived: text("到场", "Arrived")
    case .paused(let reason, let words): said(text("暂停", "Paused"), name(reason), words)
    case .continued: text("继续", "Continued")
    case .completed(let completion): completed(completion)
    case .signed(let words): said(text("住户验收", "Signed off by the resident"), words)
    case .withdrawn(let why): said(text("撤回", "Withdrawn"), why)
    case .transferred(let next, let why): said(text("转派", "Handed on"), "→ \(next)", why)
    case .restored: text("撤销转派", "Given back")
    case .priced(let fen, let agreedBy):
      said(
        text("报价", "Price"), yuan(fen),
        agreedBy.isEmpty
          ? text("住户尚未同意", "not agreed yet") : pair(text("已同意", "agreed by"), agreedBy))
    case .called(let isReached, let words):
      said(isReached ? text("电话跟进", "Check call") : text("电话跟进，未接通", "Check call, not reached"), words)
    case .rework(let first): pair(text("返修", "Rework of"), first.description)
    }
  }

  private func completed(_ completion: Completion) -> String {
    let materials = completion.materials.map { material($0) }
    return said(
      text("完工", "Completed"), completion.result,
      materials.isEmpty ? "" : pair(self.materials, list(materials)),
      completion.labourMinutes.map { pair(labour, duration(.minutes(Int64($0)))) } ?? "",
      completion.labourPrice == 0 ? "" : pair(labourPrice, yuan(completion.labourPrice)),
      completion.charge.map { pair(charge, yuan($0)) } ?? "")
  }

  /// A sum in yuan, `35.00`.
  public func yuan(_ fen: Int64) -> String { "¥" + DecimalText.yuan(fen) }

  /// A line of the material list: `水龙头 x2 @35.00`.
  public func material(_ material: Material) -> String {
    "\(material.name) x\(DecimalText.text(material.milliQuantity, places: 3, atLeast: 0))"
      + " @\(DecimalText.yuan(material.unitPrice))"
  }
}
