extension Staff {
  func write(to writer: inout StateWriter) {
    writer.text(code.value)
    writer.text(name)
    writer.code(role)
    writer.list(trades) { $0.code($1) }
    writer.texts(licences)
    writer.texts(accounts)
    writer.optional(shift) { writer, shift in
      writer.number(Int64(shift.start))
      writer.number(Int64(shift.end))
    }
    writer.text(phone)
    writer.optional(limit) { $0.number(Int64($1)) }
    writer.flag(isActive)
  }

  init(from reader: inout StateReader) throws(StateFault) {
    self.init(
      code: StaffCode(try reader.text()), name: try reader.text(), role: try reader.code(),
      trades: try reader.list { reader throws(StateFault) in try reader.code() },
      licences: try reader.texts(),
      accounts: try reader.texts(),
      shift: try reader.optional { reader throws(StateFault) in
        Shift(start: Int(try reader.number(Int64.self)), end: Int(try reader.number(Int64.self)))
      }, phone: try reader.text(),
      limit: try reader.optional { reader throws(StateFault) in Int(try reader.number(Int64.self)) },
      isActive: try reader.flag())
  }
}

extension Household {
  func write(to writer: inout StateWriter) {
    writer.text(unit.code.value)
    writer.code(unit.kind)
    writer.text(unit.note)
    writer.list(contacts) { writer, contact in
      writer.text(contact.name)
      writer.code(contact.tenure)
      writer.text(contact.phone)
    }
  }

  init(from reader: inout StateReader) throws(StateFault) {
    let unit = Unit(code: UnitCode(try reader.text()), kind: try reader.code(), note: try reader.text())
    self.init(
      unit: unit,
      contacts: try reader.list(smallest: 9) { reader throws(StateFault) in
        Contact(
          unit: unit.code, name: try reader.text(), tenure: try reader.code(), phone: try reader.text())
      })
  }
}
