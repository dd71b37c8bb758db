import Desk

extension ImportRun {
  mutating func unit(_ row: CSVRow, _ recorder: Recorder) throws {
    let code = UnitCode(try cells.needed(.unit, row))
    let unit = Unit(code: code, kind: try cells.code(.kind, row) ?? .home, note: cells.text(.note, row))
    if live.desk.households[code]?.unit == unit { return know() }
    try register(.addUnit(unit), recorder)
  }

  mutating func contact(_ row: CSVRow, _ recorder: Recorder) throws {
    let name = try cells.needed(.name, row)
    _ = try cells.needed(.unit, row)
    guard let unit = try place(row, recorder) else { throw RowReason.missing(.unit) }
    let contact = Contact(
      unit: unit, name: name, tenure: try cells.code(.role, row) ?? .owner, phone: cells.text(.phone, row))
    if live.desk.contact(unit, name) == contact { return know() }
    try register(.addContact(contact), recorder)
  }

  mutating func staff(_ row: CSVRow, _ recorder: Recorder) throws {
    guard let role: StaffRole = try cells.code(.role, row) else { throw RowReason.missing(.role) }
    let person = Staff(
      code: StaffCode(try cells.needed(.code, row)), name: try cells.needed(.name, row), role: role,
      trades: try trades(row), licences: list(.licences, row).map { Licence(text: $0) ?? Licence($0) },
      accounts: list(.osUser, row),
      shift: try shift(row), phone: cells.text(.phone, row), limit: try limit(row))
    if var known = live.desk.staff[person.code] {
      known.isActive = true
      if known == person { return know() }
    }
    try register(.addStaff(person), recorder)
  }

  /// The things named in a cell, separated by semicolons.
  private mutating func list(_ column: ImportColumn, _ row: CSVRow) -> [String] {
    cells.text(column, row).split(separator: ";").map { String($0).trimmedOfBlanks }.filter { !$0.isEmpty }
  }

  private mutating func trades(_ row: CSVRow) throws -> [Trade] {
    try list(.trades, row).map { text in
      guard let trade = Trade.matching(text) else {
        throw RowReason.badValue(.trades, text, allowed: Trade.allCases.map(\.rawValue))
      }
      return trade
    }
  }

  private mutating func shift(_ row: CSVRow) throws -> Shift? {
    let text = cells.text(.shift, row)
    if text.isEmpty { return nil }
    guard let shift = Shift(text: text) else {
      throw RowReason.badValue(.shift, text, allowed: ["08:00-17:00", "20:00-08:00"])
    }
    return shift
  }

  private mutating func limit(_ row: CSVRow) throws -> Int? {
    let text = cells.text(.limit, row)
    if text.isEmpty { return nil }
    guard let limit = Int(text), (1...99).contains(limit) else {
      throw RowReason.badValue(.limit, text, allowed: ["1…99"])
    }
    return limit
  }
}
