import Desk

extension TicketEvent {
  /// A step of each kind with nothing in it, before its members are read.
  static let blanks: [TicketEvent] = [
    .received(Receipt(kind: .repair, summary: "")), .edited(TicketEdit()), .classified(Classification()),
    .assigned(to: StaffCode("")), .noted(text: ""), .informed(text: ""), .checked(finding: ""),
    .responded(text: ""), .urged(text: ""), .promised(by: .epoch, text: ""),
    .waiting(.resident, until: nil, text: ""), .resumed(text: ""), .escalated(text: ""), .decided(text: ""),
    .resolved(result: ""), .refused(why: "", instead: ""), .replied(text: "", notice: false),
    .visited(.yes, text: "", place: nil), .unreached(.phone, text: ""), .closed(text: ""),
    .reopened(text: ""), .cancelled(why: ""), .inspected(passed: false, text: ""),
    .merged(into: TicketNumber(0)), .unmerged(text: ""), .linked(parent: nil), .restored(text: ""),
    .acknowledged(text: ""), .policyApplied(name: ""), .withdrawn, .undone(seq: 0, step: .note),
    .rebooked(Rebooking(window: Window(start: .epoch, end: .epoch), asked: .us)), .referred(Referring()),
    .answered(BodyAnswer()),
  ]

  /// Goes over the members of a step of the ticket with that number.
  mutating func members(_ m: inout some Members, of number: TicketNumber) throws {
    switch self {
    case .received(var receipt):
      try receipt.members(&m)
      self = .received(receipt)
    case .edited(var edit):
      try m.optional("unit", &edit.unit, .room)
      try m.optional("caller", &edit.caller, .person)
      try m.optional("phone", &edit.phone, .person)
      try m.optional("summary", &edit.summary, .text)
      try m.optional("received", &edit.received)
      self = .edited(edit)
    case .classified(var change):
      try m.optional("kind", &change.kind)
      try m.optional("urgency", &change.urgency)
      try m.optional("topic", &change.topic)
      try m.flag("important", &change.isImportant, .open)
      self = .classified(change)
    case .assigned(var to):
      try m.needed("to", &to, .staff)
      self = .assigned(to: to)
    case .noted(var text):
      try m.text("text", &text)
      self = .noted(text: text)
    case .informed(var text):
      try m.text("text", &text)
      self = .informed(text: text)
    case .checked(var finding):
      try m.text("finding", &finding)
      self = .checked(finding: finding)
    case .responded(var text):
      try m.text("text", &text)
      self = .responded(text: text)
    case .urged(var text):
      try m.text("text", &text)
      self = .urged(text: text)
    case .promised(var until, var text):
      try m.needed("until", &until)
      try m.text("text", &text)
      self = .promised(by: until, text: text)
    case .waiting(var reason, var until, var text):
      try m.needed("reason", &reason)
      try m.optional("until", &until)
      try m.text("text", &text)
      self = .waiting(reason, until: until, text: text)
    case .resumed(var text):
      try m.text("text", &text)
      self = .resumed(text: text)
    case .escalated(var text):
      try m.text("text", &text)
      self = .escalated(text: text)
    case .decided(var text):
      try m.text("text", &text)
      self = .decided(text: text)
    case .resolved(var result):
      try m.text("result", &result)
      self = .resolved(result: result)
    case .replied(var text, var notice):
      try m.text("text", &text)
      try m.mark("notice", &notice)
      self = .replied(text: text, notice: notice)
    case .visited(var answer, var text, var place):
      try m.needed("satisfied", &answer)
      try m.text("text", &text)
      try m.optional("place", &place)
      self = .visited(answer, text: text, place: place)
    case .unreached(var place, var text):
      try m.needed("place", &place)
      try m.text("text", &text)
      self = .unreached(place, text: text)
    case .closed(var text):
      try m.text("text", &text)
      self = .closed(text: text)
    case .reopened(var text):
      try m.text("text", &text)
      self = .reopened(text: text)
    case .cancelled(var why):
      try m.text("why", &why)
      self = .cancelled(why: why)
    case .inspected(var passed, var text):
      try m.needed("passed", &passed)
      try m.text("text", &text)
      self = .inspected(passed: passed, text: text)
    case .merged(var survivor):
      try m.needed("into", &survivor)
      self = .merged(into: survivor)
    case .unmerged(var text):
      try m.text("text", &text)
      self = .unmerged(text: text)
    case .linked(var parent):
      try m.optional("parent", &parent)
      self = .linked(parent: parent)
    case .restored(var text):
      try m.text("text", &text)
      self = .restored(text: text)
    case .acknowledged(var text):
      try m.text("text", &text)
      self = .acknowledged(text: text)
    case .policyApplied(var name):
      try m.needed("policy", &name, .open)
      self = .policyApplied(name: name)
    case .withdrawn: break
    case .undone(var seq, var step):
      try m.needed("undone", &seq)
      try m.needed("step", &step)
      self = .undone(seq: seq, step: step)
    case .refused(var why, var instead):
      try m.text("why", &why)
      try m.text("instead", &instead)
      self = .refused(why: why, instead: instead)
    case .rebooked(var change):
      var order = change.order.map { OrderID(number, $0) }
      try m.optional("order", &order)
      try m.needed("window", &change.window)
      try m.needed("asked", &change.asked)
      try m.text("why", &change.why)
      try m.list("despite", &change.despite)
      change.order = order?.index
      self = .rebooked(change)
    case .referred(var referring):
      try referring.members(&m)
      self = .referred(referring)
    case .answered(var answer):
      try answer.members(&m)
      self = .answered(answer)
    }
  }
}

extension Receipt {
  fileprivate mutating func members(_ m: inout some Members) throws {
    try m.needed("kind", &kind)
    try m.always("urgency", &urgency, orElse: .normal)
    try m.optional("unit", &unit, .room)
    try m.always("topic", &topic, orElse: .other)
    try m.always("summary", &summary, .text)
    try m.text("caller", &caller, .person)
    try m.text("phone", &phone, .person)
    try m.always("channel", &channel, orElse: .phone)
    try m.optional("owner", &owner, .staff)
    try m.count("rings", &rings)
    try m.mark("important", &isImportant)
    try m.window("window", &window, .open)
    try m.optional("ref", &ref, .open)
  }
}
