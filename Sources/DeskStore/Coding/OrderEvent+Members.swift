public import Desk

extension OrderEvent {
  /// A step of each kind with nothing in it, before its members are read.
  static let blanks: [OrderEvent] = [
    .dispatched(to: StaffCode(""), window: nil, isReserved: false, despite: []), .accepted,
    .declined(why: ""), .travelling, .arrived, .paused(.resident, text: ""), .continued,
    .completed(Completion(result: "")), .signed(text: ""), .withdrawn(why: ""),
    .transferred(to: .none, why: ""), .restored, .priced(0, agreedBy: ""), .called(reached: false, text: ""),
    .rework(of: .none),
  ]

  mutating func members(_ m: inout some Members) throws {
    switch self {
    case .dispatched(var to, var window, var isReserved, var despite):
      try m.needed("to", &to, .staff)
      try m.window("window", &window, .open)
      try m.mark("reserved", &isReserved)
      try m.list("despite", &despite)
      self = .dispatched(to: to, window: window, isReserved: isReserved, despite: despite)
    case .accepted, .travelling, .arrived, .continued, .restored: break
    case .declined(var why):
      try m.text("why", &why)
      self = .declined(why: why)
    case .paused(var reason, var text):
      try m.needed("reason", &reason)
      try m.text("text", &text)
      self = .paused(reason, text: text)
    case .completed(var completion):
      try completion.members(&m)
      self = .completed(completion)
    case .signed(var text):
      try m.text("text", &text)
      self = .signed(text: text)
    case .withdrawn(var why):
      try m.text("why", &why)
      self = .withdrawn(why: why)
    case .transferred(var next, var why):
      try m.needed("next", &next)
      try m.text("why", &why)
      self = .transferred(to: next, why: why)
    case .priced(var fen, var agreedBy):
      try m.needed("price", &fen, .money)
      try m.text("agreed_by", &agreedBy, .person)
      self = .priced(fen, agreedBy: agreedBy)
    case .called(var isReached, var text):
      try m.needed("reached", &isReached)
      try m.text("text", &text)
      self = .called(reached: isReached, text: text)
    case .rework(var first):
      try m.needed("of", &first)
      self = .rework(of: first)
    }
  }
}

extension OrderID {
  /// That of no order, before one is read.
  static let none = OrderID(TicketNumber(0), 0)
}

extension Completion {
  fileprivate mutating func members(_ m: inout some Members) throws {
    try m.text("result", &result)
    try m.list("materials", &materials, [.text, .money])
    try m.count("labour", &labourMinutes)
    try m.fen("labour_price", &labourPrice)
    try m.number("charge", &charge, .money)
  }
}

extension Material: MemberObject {
  public init() { self.init(name: "", milliQuantity: 0, unitPrice: 0) }

  public mutating func members(_ m: inout some Members) throws {
    try m.needed("name", &name, .text)
    try m.needed("quantity", &milliQuantity)
    try m.always("price", &unitPrice, orElse: 0, .money)
  }
}
