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
      for _ in 0..<(try reader.count(smallest: 18)) { add(try UndoStep(from: &reader), by: author) }
    }
  }
}
