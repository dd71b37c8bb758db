public import Desk

/// Somebody entered by an import whose name is nearly that of somebody else, or nearly a code.
public struct Likeness: Hashable, Sendable {
  /// The name in the file.
  public var name: String
  /// The code under which that person was entered.
  public var code: StaffCode
  /// Who they are like, in the order of their codes.
  public var like: [Person]

  /// Somebody, by code and name.
  public struct Person: Hashable, Sendable {
    public let code: StaffCode
    public let name: String
  }
}

/// Finds the staff that records name.
///
/// Records of another system name people; whoever is called as one of our accounts is not that account, so they are found by
/// their names and nothing else (RECORDS I3). Our own lists name codes.
struct ImportPeople {
  private var byText: [String: StaffCode] = [:]
  private var byName: [String: [StaffCode]] = [:]
  /// Codes by what is left of names and codes without case, blanks, signs and accents.
  private var byKey: [String: [StaffCode]] = [:]

  init(_ desk: ServiceDesk) {
    for person in desk.staffInOrder {
      byName[person.name, default: []].append(person.code)
      note(person.code, person.name)
    }
  }

  private mutating func note(_ code: StaffCode, _ name: String) {
    for key in Set([Self.key(name), Self.key(code.value)]) where !key.isEmpty {
      byKey[key, default: []].append(code)
    }
  }

  /// The person a text means, by name or, where `allowsCode`, by code; nil for nobody.
  ///
  /// Throws ``RowReason/severalPeople(_:_:_:)`` where several have that name and not exactly one of them works here.
  mutating func find(_ text: String, allowsCode: Bool, _ column: ImportColumn, _ desk: ServiceDesk)
    throws(RowReason)
    -> StaffCode?
  {
    if let known = byText[text] { return known }
    if allowsCode,
      let code = [StaffCode(text), StaffCode(text.lowercased())].first(where: { desk.staff[$0] != nil })
    {
      return code
    }
    // Whoever is called by the code of an account, such as `root`, was never given a name: records of another system mean
    // somebody else.
    let named = (byName[text] ?? []).filter {
      desk.staff[$0].map { allowsCode || !$0.isNamedByAccount } ?? false
    }
    let here = named.filter { desk.staff[$0]?.isActive ?? false }
    guard named.count < 2 || here.count == 1 else { throw .severalPeople(column, text, named) }
    let code = named.count == 1 ? named[0] : here.first
    if let code { byText[text] = code }
    return code
  }

  /// Whether somebody of that name was found or entered before.
  func hasMet(_ text: String) -> Bool { byText[text] != nil }

  /// Remembers somebody who was just entered; says whom they are like.
  mutating func add(_ text: String, _ code: StaffCode, _ desk: ServiceDesk) -> Likeness? {
    let like = Set([Self.key(text), Self.key(code.value)]).flatMap { byKey[$0] ?? [] }
    byText[text] = code
    byName[text, default: []].append(code)
    note(code, text)
    let people = Set(like).sorted().map { Likeness.Person(code: $0, name: desk.staff[$0]?.name ?? "") }
    return people.isEmpty ? nil : Likeness(name: text, code: code, like: people)
  }

  /// What is left of a name without case, blanks, signs and accents.
  static func key(_ name: String) -> String {
    var key = ""
    for scalar in name.lowercased().unicodeScalars {
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil else { continue }
      // An accented Latin letter is called LATIN SMALL LETTER E WITH DIAERESIS.
      if scalar.value >= 0xC0, scalar.value < 0x250 || 0x1E00...0x1EFF ~= scalar.value,
        let words = properties.name?.split(separator: " "), words.count > 4, words[4] == "WITH",
        words[3].count == 1
      {
        key += words[3].lowercased()
      } else {
        key.unicodeScalars.append(scalar)
      }
    }
    return key
  }

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

extension Staff {
  /// Whether the account is all there is of a name.
  fileprivate var isNamedByAccount: Bool { name == code.value && !accounts.isEmpty }
}

extension ImportRun {
  /// The person named in a column, entered where the map says so; nil where nobody is meant.
  mutating func person(_ column: ImportColumn, _ row: CSVRow, _ recorder: Recorder) throws -> StaffCode? {
    let text = cells.text(column, row)
    return try person(text, column, isOurs: cells.isTranslated(column, row), recorder)
  }

  /// The person that a text means; `isOurs` where the map itself says who that is.
  mutating func person(_ text: String, _ column: ImportColumn, isOurs: Bool, _ recorder: Recorder) throws
    -> StaffCode?
  {
    if text.isEmpty { return nil }
    let allowsCode = isOurs || map.columns == nil
    if let known = try people.find(text, allowsCode: allowsCode, column, live.desk) { return known }
    switch map.unknown.staff {
    case .refuse: throw RowReason.unknownPerson(column, text)
    case .none: return nil
    case .me: return author
    case .add(let role, let isHere):
      let code = ImportPeople.newCode(text, live.desk)
      try register(.addStaff(Staff(code: code, name: text, role: role)), recorder)
      if !isHere { try register(.leaveStaff(code), recorder) }
      if let likeness = people.add(text, code, live.desk) { report.likenesses.append(likeness) }
      report.counts.addedStaff += 1
      return code
    }
  }

  /// Refuses a row whose ticket cannot come in before the room and the people that only it names are entered.
  mutating func judge(_ receipt: Receipt, on: Instant, _ row: CSVRow) throws {
    let unit = try cells.written(.unit, row)
    let isKnown = unit.isEmpty || live.desk.households[UnitCode(unit)] != nil
    let named = [ImportColumn.owner, .by].map { cells.text($0, row) }.filter { !$0.isEmpty }
    guard !isKnown || named.contains(where: { !people.hasMet($0) }) else { return }
    let command = Command(by: author, on: on, isImported: true, action: .receive(receipt))
    do throws(Refusal) { _ = try live.desk.decide(command, now: now) } catch {
      throw RowReason.refused(error)
    }
  }

  /// The place named in a row, entered where the map says so; nil where none is meant.
  mutating func place(_ row: CSVRow, _ recorder: Recorder) throws -> UnitCode? {
    let text = try cells.written(.unit, row)
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
