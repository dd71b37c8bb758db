extension Staff {
  func write(to writer: inout StateWriter) {
    writer.text(code.value)
    writer.text(name)
    writer.code(role)
    writer.list(trades) { $0.code($1) }
    writer.list(levels.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, level in
      writer.code(level.key)
      writer.number(UInt8(clamping: level.value))
    }
    writer.list(licences) { writer, licence in
      writer.text(licence.name)
      writer.optional(licence.lastDay) { $0.number(Int64($1)) }
    }
    writer.texts(accounts)
    writer.text(provider)
    writer.text(phone)
    writer.text(ref)
    writer.optional(limit) { $0.number(Int64($1)) }
    writer.flag(isActive)
    shifts.write(to: &writer)
    onCalls.write(to: &writer)
  }

  init(from reader: inout StateReader) throws(StateFault) {
    self.init(
      code: StaffCode(try reader.text()), name: try reader.text(), role: try reader.code(),
      trades: try reader.list { reader throws(StateFault) in try reader.code() },
      levels: try Staff.levels(from: &reader),
      licences: try reader.list(smallest: 5) { reader throws(StateFault) in
        Licence(
          try reader.text(), lastDay: try reader.optional { reader throws(StateFault) in try reader.day() })
      },
      accounts: try reader.texts(),
      provider: try reader.text(), phone: try reader.text(), ref: try reader.text(),
      limit: try reader.optional { reader throws(StateFault) in Int(try reader.number(Int64.self)) },
      isActive: try reader.flag())
    shifts = try UsualHours(from: &reader)
    onCalls = try UsualHours(from: &reader)
  }
}

extension Staff {
  fileprivate static func levels(from reader: inout StateReader) throws(StateFault) -> [Trade: Int] {
    var levels: [Trade: Int] = [:]
    for _ in 0..<(try reader.count(smallest: 2)) {
      let trade: Trade = try reader.code()
      levels[trade] = Int(try reader.number(UInt8.self))
    }
    return levels
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
      writer.flag(contact.isProposed)
    }
  }

  init(from reader: inout StateReader) throws(StateFault) {
    let unit = Unit(code: UnitCode(try reader.text()), kind: try reader.code(), note: try reader.text())
    self.init(
      unit: unit,
      contacts: try reader.list(smallest: 10) { reader throws(StateFault) in
        var contact = Contact(
          unit: unit.code, name: try reader.text(), tenure: try reader.code(), phone: try reader.text())
        contact.isProposed = try reader.flag()
        return contact
      })
  }
}
