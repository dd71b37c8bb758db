import Desk

/// Finds the staff that foreign records name, by code or by name.
struct ImportPeople {
  private var byText: [String: StaffCode] = [:]
  private var byName: [String: StaffCode] = [:]

  init(_ desk: ServiceDesk) {
    for person in desk.staffInOrder where byName[person.name] == nil { byName[person.name] = person.code }
  }

  /// The person a text means.
  mutating func find(_ text: String, _ desk: ServiceDesk) -> StaffCode? {
    if let known = byText[text] { return known }
    let code =
      [StaffCode(text), StaffCode(text.lowercased())].first { desk.staff[$0] != nil } ?? byName[text]
    if let code { byText[text] = code }
    return code
  }

  /// Remembers somebody who was just entered.
  mutating func add(_ text: String, _ code: StaffCode) { byText[text] = code }

  /// A code made of a name that nobody has yet: `Resolver 17` becomes `resolver-17`; a name without Latin letters
  /// or digits becomes `p-` and a number made of its bytes.
  static func newCode(_ name: String, _ desk: ServiceDesk) -> StaffCode {
    let plain = plainCode(name)
    var code = StaffCode(plain)
    var count = 2
    while desk.staff[code] != nil {
      code = StaffCode(plain.prefix(28) + "-\(count)")
      count += 1
    }
    return code
  }

  private static func plainCode(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.lowercased().utf8 {
      let isPlain = 97...122 ~= byte || 48...57 ~= byte || byte == UInt8(ascii: ".")
      if isPlain {
        bytes.append(byte)
      } else if let last = bytes.last, last != UInt8(ascii: "-") {
        bytes.append(UInt8(ascii: "-"))
      }
    }
    while let last = bytes.last, last == UInt8(ascii: "-") || last == UInt8(ascii: ".") { bytes.removeLast() }
    let code = StaffCode(String(decoding: bytes.prefix(32), as: UTF8.self))
    if code.isWellFormed { return code.value }
    // FNV-1a, so that the same name has the same code in every run.
    let hash = name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return "p-" + String(hash, radix: 36)
  }
}

extension ImportRun {
  /// The person named in a column, entered where the map says so; nil where nobody is meant.
  mutating func person(_ column: ImportColumn, _ row: CSVRow, _ recorder: Recorder) throws
    -> StaffCode?
  {
    let text = cells.text(column, row)
    return text.isEmpty ? nil : try person(named: text, column, recorder)
  }

  mutating func person(named text: String, _ column: ImportColumn, _ recorder: Recorder) throws
    -> StaffCode?
  {
    if let known = people.find(text, live.desk) { return known }
    switch map.unknown.staff {
    case .refuse: throw RowReason.unknownPerson(column, text)
    case .none: return nil
    case .me: return author
    case .add(let role, let isHere):
      let code = ImportPeople.newCode(text, live.desk)
      try register(.addStaff(Staff(code: code, name: text, role: role)), recorder)
      if !isHere { try register(.leaveStaff(code), recorder) }
      people.add(text, code)
      report.counts.addedStaff += 1
      return code
    }
  }

  /// The place named in a row, entered where the map says so; nil where none is meant.
  mutating func place(_ row: CSVRow, _ recorder: Recorder) throws -> UnitCode? {
    let text = cells.text(.unit, row)
    if text.isEmpty { return nil }
    let code = UnitCode(text)
    if live.desk.households[code] != nil { return code }
    switch map.unknown.unit {
    case .none: return nil
    case .refuse:
      throw RowReason.refused(.unknownUnit(code, similar: live.desk.unitsSimilar(to: code)))
    case .add:
      try register(.addUnit(Unit(code: code, kind: map.unknown.unitKind)), recorder)
      report.counts.addedUnits += 1
      return code
    }
  }
}
