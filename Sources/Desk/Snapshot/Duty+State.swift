extension Shift {
  func write(to writer: inout StateWriter) {
    writer.list(parts) { writer, part in
      writer.number(Int16(clamping: part.start))
      writer.number(Int16(clamping: part.end))
    }
  }

  init(from reader: inout StateReader) throws(StateFault) {
    let parts = try reader.list(smallest: 4) { reader throws(StateFault) in
      Part(start: Int(try reader.number(Int16.self)), end: Int(try reader.number(Int16.self)))
    }
    guard let shift = Shift(parts: parts) else { throw StateFault() }
    self = shift
  }
}

extension UsualHours {
  func write(to writer: inout StateWriter) {
    writer.optional(first) { $1.write(to: &$0) }
    writer.list(changes) { writer, change in
      writer.number(Int64(change.day))
      change.hours.write(to: &writer)
      writer.number(Int64(change.recorded))
    }
  }

  init(from reader: inout StateReader) throws(StateFault) {
    let first = try reader.optional { reader throws(StateFault) in try Shift(from: &reader) }
    let changes = try reader.list(smallest: 20) { reader throws(StateFault) in
      Change(day: try reader.day(), hours: try Shift(from: &reader), recorded: try reader.day())
    }
    self.init(first, changes: changes)
  }
}

extension Duty {
  fileprivate func write(to writer: inout StateWriter) {
    switch self {
    case .off: writer.number(UInt8(0))
    case .works(let shift):
      writer.number(UInt8(1))
      shift.write(to: &writer)
    case .onCall(let shift):
      writer.number(UInt8(2))
      shift.write(to: &writer)
    }
  }

  fileprivate init(from reader: inout StateReader) throws(StateFault) {
    switch try reader.number(UInt8.self) {
    case 0: self = .off
    case 1: self = .works(try Shift(from: &reader))
    case 2: self = .onCall(try Shift(from: &reader))
    default: throw StateFault()
    }
  }
}

extension Roster {
  func write(to writer: inout StateWriter) {
    writer.list(days.filter { !$0.value.isEmpty }.sorted { $0.key.value < $1.key.value }) { writer, person in
      writer.text(person.key.value)
      writer.list(person.value.sorted { $0.key < $1.key }) { writer, entry in
        writer.number(Int64(entry.key))
        entry.value.write(to: &writer)
      }
    }
    writer.list(corrected.sorted { $0.key.value < $1.key.value }) { writer, person in
      writer.text(person.key.value)
      writer.list(person.value.sorted()) { $0.number(Int64($1)) }
    }
  }

  init(from reader: inout StateReader) throws(StateFault) {
    self.init()
    for _ in 0..<(try reader.count(smallest: 8)) {
      let person = StaffCode(try reader.text())
      for _ in 0..<(try reader.count(smallest: 9)) {
        let day = try reader.day()
        restore(try Duty(from: &reader), of: person, onDay: day)
      }
    }
    for _ in 0..<(try reader.count(smallest: 8)) {
      let person = StaffCode(try reader.text())
      for _ in 0..<(try reader.count(smallest: 8)) { restoreCorrected(person, onDay: try reader.day()) }
    }
  }
}

extension AbsenceBook {
  func write(to writer: inout StateWriter) {
    let all = absences.sorted { $0.key.value < $1.key.value }.flatMap(\.value)
    writer.list(all) { writer, absence in
      writer.text(absence.staff.value)
      writer.code(absence.reason)
      writer.number(absence.window.start.milliseconds)
      writer.number(absence.window.end.milliseconds)
      writer.text(absence.text)
    }
  }

  init(from reader: inout StateReader) throws(StateFault) {
    self.init()
    for _ in 0..<(try reader.count(smallest: 25)) {
      add(
        Absence(
          staff: StaffCode(try reader.text()), reason: try reader.code(),
          window: Window(start: try reader.instant(), end: try reader.instant()), text: try reader.text()))
    }
  }
}
