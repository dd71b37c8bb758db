extension Ticket {
  func write(to writer: inout StateWriter) {
    writer.number(number.value)
    writer.code(kind)
    writer.code(status)
    writer.code(urgency)
    writer.code(topic)
    writer.code(channel)
    writer.optional(waitingFor) { $0.code($1) }
    for flag in [isImportant, isImported, isEscalated, isActedOn] { writer.flag(flag) }
    writer.number(done.rawValue)
    writer.optional(rings) { $0.number($1) }
    writer.optional(statusBefore) { $0.code($1) }
    writer.number(urged)
    writer.number(cycle)
    writer.optional(unit) { $0.text($1.value) }
    for text in [summary, caller, phone] { writer.text(text) }
    writer.optional(owner) { $0.text($1.value) }
    writer.optional(ref) { $0.text($1) }
    writer.number(received.milliseconds)
    writer.number(keyed.milliseconds)
    writer.number(lastSeq)
    writer.list(orders) { $1.write(to: &$0) }
    writer.list(facts) { $1.write(to: &$0) }
  }

  init(from reader: inout StateReader) throws(StateFault) {
    number = TicketNumber(try reader.number())
    kind = try reader.code()
    status = try reader.code()
    urgency = try reader.code()
    topic = try reader.code()
    channel = try reader.code()
    waitingFor = try reader.optional { reader throws(StateFault) in try reader.code() }
    isImportant = try reader.flag()
    isImported = try reader.flag()
    isEscalated = try reader.flag()
    isActedOn = try reader.flag()
    done = Steps(rawValue: try reader.number())
    rings = try reader.optional { reader throws(StateFault) in try reader.number() }
    statusBefore = try reader.optional { reader throws(StateFault) in try reader.code() }
    urged = try reader.number()
    cycle = try reader.number()
    unit = try reader.optional { reader throws(StateFault) in UnitCode(try reader.text()) }
    summary = try reader.text()
    caller = try reader.text()
    phone = try reader.text()
    owner = try reader.optional { reader throws(StateFault) in StaffCode(try reader.text()) }
    ref = try reader.optional { reader throws(StateFault) in try reader.text() }
    received = try reader.instant()
    keyed = try reader.instant()
    lastSeq = try reader.number()
    orders = try reader.list(smallest: 20) { reader throws(StateFault) in try WorkOrder(from: &reader) }
    facts = try reader.list(smallest: Fact.stateSize) { reader throws(StateFault) in try Fact(from: &reader) }
  }
}

extension WorkOrder {
  func write(to writer: inout StateWriter) {
    writer.number(index)
    writer.text(technician.value)
    writer.code(status)
    writer.optional(pausedFor) { $0.code($1) }
    writer.optional(window) { writer, window in
      writer.number(window.start.milliseconds)
      writer.number(window.end.milliseconds)
    }
    writer.number(dispatched.milliseconds)
    writer.number(since.milliseconds)
    writer.optional(statusBefore) { $0.code($1) }
  }

  init(from reader: inout StateReader) throws(StateFault) {
    index = try reader.number()
    technician = StaffCode(try reader.text())
    status = try reader.code()
    pausedFor = try reader.optional { reader throws(StateFault) in try reader.code() }
    window = try reader.optional { reader throws(StateFault) in
      Window(
        start: try reader.instant(), end: try reader.instant())
    }
    dispatched = try reader.instant()
    since = try reader.instant()
    statusBefore = try reader.optional { reader throws(StateFault) in try reader.code() }
  }
}
