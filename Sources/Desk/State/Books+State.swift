// The books that the desk keeps apart from its tickets.

extension PolicyVersion {
  func write(to writer: inout StateWriter) {
    writer.text(text ?? "")
    writer.optional(effective) { $0.number($1.milliseconds) }
    writer.number(seq ?? 0)
    writer.number(adopted?.milliseconds ?? 0)
    writer.text(by?.value ?? "")
    writer.text(meeting)
  }

  init(from reader: inout StateReader, zone: Zone, policy: (String) -> Policy?) throws(StateFault) {
    let text = try reader.text()
    let effective = try reader.optional { reader throws(StateFault) in
      try reader.instant()
    }
    guard let policy = policy(text) else { throw StateFault() }
    self.init(
      policy, zone: zone, effective: effective, seq: try reader.number(),
      adopted: try reader.instant(), by: StaffCode(try reader.text()),
      meeting: try reader.text(), text: text)
  }
}

extension ImportRecord {
  func write(to writer: inout StateWriter) {
    writer.number(seq)
    writer.number(at.milliseconds)
    writer.text(by.value)
    writer.text(note.kind)
    writer.text(note.file)
    writer.number(Int64(note.rows))
    writer.flag(isUndone)
  }

  init(from reader: inout StateReader) throws(StateFault) {
    let (seq, at) = (try reader.number(Int64.self), try reader.instant())
    let by = StaffCode(try reader.text())
    let (kind, file) = (try reader.text(), try reader.text())
    let rows = Int(try reader.number(Int64.self))
    self.init(seq: seq, at: at, by: by, note: ImportNote(kind: kind, file: file, rows: rows))
    isUndone = try reader.flag()
  }
}

extension TicketLinks {
  func write(to writer: inout StateWriter) {
    for links in [survivors.up, parents.up] {
      writer.list(links.sorted { $0.key < $1.key }) { writer, link in
        writer.number(link.key.value)
        writer.number(link.value.value)
      }
    }
  }

  init(from reader: inout StateReader) throws(StateFault) {
    func links(_ reader: inout StateReader) throws(StateFault) -> [TicketNumber: TicketNumber] {
      var links: [TicketNumber: TicketNumber] = [:]
      for _ in 0..<(try reader.count(smallest: 8)) {
        let number = TicketNumber(try reader.number())
        links[number] = TicketNumber(try reader.number())
      }
      return links
    }
    self.init(survivors: try links(&reader), parents: try links(&reader))
  }
}

extension UndoBook {
  func write(to writer: inout StateWriter) {
    writer.list(steps.filter { !$0.value.isEmpty }.sorted { $0.key.value < $1.key.value }) { writer, entry in
      writer.text(entry.key.value)
      writer.list(entry.value) { $1.write(to: &$0) }
    }
  }

  init(from reader: inout StateReader) throws(StateFault) {
    self.init()
    for _ in 0..<(try reader.count(smallest: 8)) {
      let author = StaffCode(try reader.text())
      for _ in 0..<(try reader.count(smallest: 21)) { add(try UndoStep(from: &reader), by: author) }
    }
  }
}

extension UndoStep {
  fileprivate func write(to writer: inout StateWriter) {
    writer.number(ticket.value)
    writer.number(seq)
    writer.number(at.milliseconds)
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
    }
  }

  fileprivate init(from reader: inout StateReader) throws(StateFault) {
    ticket = TicketNumber(try reader.number())
    seq = try reader.number()
    at = try reader.instant()
    switch try reader.number(UInt8.self) {
    case 0: deed = .dispatched(OrderID(ticket, try reader.number()))
    case 1: deed = .merged
    case 5: deed = .sent(OrderID(ticket, try reader.number()))
    case 4:
      deed = .transferred(OrderID(ticket, try reader.number()), to: OrderID(ticket, try reader.number()))
    case 2: deed = .cancelled
    case 3:
      deed = .classified(
        Classification(
          kind: try reader.optional { reader throws(StateFault) in try reader.code() },
          urgency: try reader.optional { reader throws(StateFault) in try reader.code() },
          topic: try reader.optional { reader throws(StateFault) in try reader.code() },
          isImportant: try reader.optional { reader throws(StateFault) in try reader.flag() }))
    default: throw StateFault()
    }
  }
}
