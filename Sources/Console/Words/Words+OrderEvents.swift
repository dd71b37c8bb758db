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
    }
  }

  private func completed(_ completion: Completion) -> String {
    let materials = completion.materials.map { material($0) }
    return said(
      text("完工", "Completed"), completion.result,
      materials.isEmpty ? "" : pair(self.materials, list(materials)),
      completion.labourMinutes.map { pair(labour, duration(.minutes(Int64($0)))) } ?? "")
  }

  /// A line of the material list: `水龙头 x2 @35.00`.
  public func material(_ material: Material) -> String {
    "\(material.name) x\(Self.decimal(material.milliQuantity, places: 3, atLeast: 0))"
      + " @\(Self.decimal(material.unitPrice, places: 2, atLeast: 2))"
  }

  /// A whole number of the smallest unit as a decimal fraction, trailing zeros left out down to `atLeast` places.
  static func decimal(_ value: Int64, places: Int, atLeast: Int) -> String {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    var fraction = padded.suffix(places)
    while fraction.count > atLeast, fraction.last == "0" { fraction.removeLast() }
    let whole = padded.dropLast(places)
    return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
