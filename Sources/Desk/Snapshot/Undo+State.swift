// Steps that can be taken back, and how tickets stood before them.

extension UndoStep {
  func write(to writer: inout StateWriter) {
    writer.optional(ticket) { $0.number($1.value) }
    writer.number(seq)
    writer.number(at.milliseconds)
    writer.number(newest)
    switch deed {
    case .dispatched(let id):
      writer.number(UInt8(0))
      writer.number(id.index)
    case .transferred(let id, let next):
      writer.number(UInt8(4))
      writer.number(id.index)
      writer.number(next.index)
    case .sent(let id):
      writer.number(UInt8(5))
      writer.number(id.index)
    case .merged: writer.number(UInt8(1))
    case .cancelled: writer.number(UInt8(2))
    case .classified(let before):
      writer.number(UInt8(3))
      writer.optional(before.kind) { $0.code($1) }
      writer.optional(before.urgency) { $0.code($1) }
      writer.optional(before.topic) { $0.code($1) }
      writer.optional(before.isImportant) { $0.flag($1) }
    case .step(let verb, let before):
      writer.number(UInt8(6))
      writer.code(verb)
      before.write(to: &writer)
    case .lasting(let verb):
      writer.number(UInt8(7))
      writer.code(verb)
    }
  }

  init(from reader: inout StateReader) throws(StateFault) {
    let number = try reader.optional { reader throws(StateFault) in TicketNumber(try reader.number()) }
    let (seq, at): (Int64, Instant) = (try reader.number(), try reader.instant())
    let newest: Int64 = try reader.number()
    let deed = try Deed(from: &reader, on: number ?? TicketNumber(0))
    self.init(ticket: number, deed: deed, seq: seq, at: at)
    self.newest = newest
  }
}

extension UndoStep.Deed {
  fileprivate init(from reader: inout StateReader, on ticket: TicketNumber) throws(StateFault) {
    switch try reader.number(UInt8.self) {
    case 0: self = .dispatched(OrderID(ticket, try reader.number()))
    case 1: self = .merged
    case 5: self = .sent(OrderID(ticket, try reader.number()))
    case 4:
      self = .transferred(OrderID(ticket, try reader.number()), to: OrderID(ticket, try reader.number()))
    case 2: self = .cancelled
    case 3:
      self = .classified(
        Classification(
          kind: try reader.optional { reader throws(StateFault) in try reader.code() },
          urgency: try reader.optional { reader throws(StateFault) in try reader.code() },
          topic: try reader.optional { reader throws(StateFault) in try reader.code() },
          isImportant: try reader.optional { reader throws(StateFault) in try reader.flag() }))
    case 6: self = .step(try reader.code(), before: try TicketStanding(from: &reader))
    case 7: self = .lasting(try reader.code())
    default: throw StateFault()
    }
  }
}

extension TicketStanding {
  fileprivate func write(to writer: inout StateWriter) {
    writer.code(status)
    writer.optional(waitingFor) { $0.code($1) }
    writer.flag(isEscalated)
    writer.flag(isActedOn)
    writer.number(done.rawValue)
    writer.number(urged)
    writer.optional(statusBefore) { $0.code($1) }
    writer.number(cycle)
    writer.optional(unit) { $0.text($1.value) }
    for text in [summary, caller, phone] { writer.text(text) }
    writer.optional(owner) { $0.text($1.value) }
    writer.number(received.milliseconds)
    writer.optional(order) { $1.write(to: &$0) }
    writer.optional(window) { writer, window in
      writer.number(window.start.milliseconds)
      writer.number(window.end.milliseconds)
    }
    writer.optional(parent) { $0.number($1.value) }
    writer.list(referrals.sorted { $0.key < $1.key }) { writer, entry in
      writer.number(entry.key.value)
      writer.list(entry.value) { $1.write(to: &$0) }
    }
    writer.optional(acknowledged) { $0.number($1.milliseconds) }
    field.write(to: &writer)
  }

  fileprivate init(from reader: inout StateReader) throws(StateFault) {
    status = try reader.code()
    waitingFor = try reader.optional { reader throws(StateFault) in try reader.code() }
    isEscalated = try reader.flag()
    isActedOn = try reader.flag()
    done = Ticket.Steps(rawValue: try reader.number())
    urged = try reader.number()
    statusBefore = try reader.optional { reader throws(StateFault) in try reader.code() }
    cycle = try reader.number()
    unit = try reader.optional { reader throws(StateFault) in UnitCode(try reader.text()) }
    summary = try reader.text()
    caller = try reader.text()
    phone = try reader.text()
    owner = try reader.optional { reader throws(StateFault) in StaffCode(try reader.text()) }
    received = try reader.instant()
    order = try reader.optional { reader throws(StateFault) in try WorkOrder(from: &reader) }
    window = try reader.optional { reader throws(StateFault) in
      Window(start: try reader.instant(), end: try reader.instant())
    }
    parent = try reader.optional { reader throws(StateFault) in TicketNumber(try reader.number()) }
    referrals = try TicketNumber.referrals(from: &reader)
    acknowledged = try reader.optional { reader throws(StateFault) in try reader.instant() }
    field = try FieldBook.Before(from: &reader)
  }
}

extension FieldBook.Before {
  fileprivate func write(to writer: inout StateWriter) {
    switch self {
    case .nothing: writer.number(UInt8(0))
    case .place(let person, let place):
      writer.number(UInt8(1))
      writer.text(person.value)
      writer.optional(place) { writer, place in
        writer.text(place.unit.value)
        writer.number(place.since.milliseconds)
      }
    case .reached(let person, let moment):
      writer.number(UInt8(2))
      writer.text(person.value)
      writer.optional(moment) { $0.number($1.milliseconds) }
    case .done(let order, let charge, let topic, let seconds):
      writer.number(UInt8(3))
      writer.order(order)
      writer.optional(charge) { $0.number($1) }
      writer.code(topic)
      writer.optional(seconds) { $0.number($1) }
    case .price(let order, let price):
      writer.number(UInt8(4))
      writer.order(order)
      writer.optional(price) { writer, price in
        writer.number(price.fen)
        writer.text(price.agreedBy)
      }
    case .rework(let order, let first):
      writer.number(UInt8(5))
      writer.order(order)
      writer.optional(first) { $0.order($1) }
    }
  }

  fileprivate init(from reader: inout StateReader) throws(StateFault) {
    switch try reader.number(UInt8.self) {
    case 0: self = .nothing
    case 1:
      self = .place(
        StaffCode(try reader.text()),
        try reader.optional { reader throws(StateFault) in
          FieldBook.Place(unit: UnitCode(try reader.text()), since: try reader.instant())
        })
    case 2:
      self = .reached(
        StaffCode(try reader.text()),
        try reader.optional { reader throws(StateFault) in try reader.instant() })
    case 3:
      self = .done(
        try reader.order(), charge: try reader.optional { reader throws(StateFault) in try reader.number() },
        try reader.code(), took: try reader.optional { reader throws(StateFault) in try reader.number() })
    case 4:
      self = .price(
        try reader.order(),
        try reader.optional { reader throws(StateFault) in
          FieldBook.Price(fen: try reader.number(), agreedBy: try reader.text())
        })
    case 5:
      self = .rework(
        try reader.order(), try reader.optional { reader throws(StateFault) in try reader.order() })
    default: throw StateFault()
    }
  }
}
