public import Desk

extension EventBody {
  /// An event of each type with nothing in it, before its members are read.
  static let blanks: [EventBody] = {
    let person = Staff(code: StaffCode(""), name: "", role: .clerk)
    let unit = Unit(code: UnitCode(""))
    let contact = Contact(unit: UnitCode(""), name: "")
    let window = Window(start: .epoch, end: .epoch)
    let registers: [EventBody] = [
      .created(centre: "", zone: ""), .healed, .repaired(reason: "", lost: nil),
      .recovered(reason: "", entries: 0), .archived, .staffAdded(person),
      .staffEdited(StaffEdit(code: person.code)), .staffLeft(person.code), .unitAdded(unit),
      .unitEdited(unit), .contactAdded(contact), .contactEdited(contact),
      .policyAdopted(PolicyAdoption(policy: .builtIn, text: "", effective: nil, meeting: "")),
      .rosterSet(RosterLine(staff: person.code, days: 0...0, duty: nil)),
      .dutiesSwapped(day: 0, person.code, person.code),
      .absenceAdded(Absence(staff: person.code, reason: .leave, window: window)),
      .absenceEnded(person.code, begun: .epoch),
      .importBegan(ImportNote(kind: "", file: "", rows: 0)), .importUndone(ImportUndone(began: -1)),
    ]
    return registers + TicketEvent.blanks.map { .ticket(TicketNumber(0), $0) }
      + OrderEvent.blanks.map { .order(.none, $0) } + AnyRecord.blanks.map { .record($0) }
  }()

  /// The name of its type in the journal, those included that this version does not know.
  public var typeName: String {
    switch self {
    case .created: "journal.created"
    case .healed: "journal.healed"
    case .repaired: "journal.repaired"
    case .recovered: "journal.recovered"
    case .archived: "journal.archived"
    case .staffAdded: "staff.added"
    case .staffEdited: "staff.edited"
    case .staffLeft: "staff.left"
    case .unitAdded: "unit.added"
    case .unitEdited: "unit.edited"
    case .contactAdded: "contact.added"
    case .contactEdited: "contact.edited"
    case .policyAdopted: "policy.adopted"
    case .rosterSet: "roster.set"
    case .dutiesSwapped: "roster.swapped"
    case .absenceAdded: "absence.added"
    case .absenceEnded: "absence.ended"
    case .importBegan: "import.began"
    case .importUndone: "import.undone"
    case .ticket(_, let step): step.kind.type
    case .order(_, let step): step.kind.type
    case .record(let record): record.type
    case .unrecognised(let type): type
    }
  }

  /// Goes over its members, each once: words of the command line, codes as they are, moments in UTC, quantities in
  /// thousandths, prices in fen. What is empty, absent or false is left out; corrections write an empty text, because there
  /// it means "now empty".
  mutating func members(_ m: inout some Members) throws {
    switch self {
    case .ticket(var number, var step):
      try m.needed("ticket", &number)
      try step.members(&m, of: number)
      self = .ticket(number, step)
    case .order(var id, var step):
      try m.needed("order", &id)
      try step.members(&m)
      self = .order(id, step)
    case .created(var centre, var zone):
      try m.always("centre", &centre, .open)
      try m.always("zone", &zone, .open)
      if m.reads, zone.isEmpty { zone = "UTC" }
      self = .created(centre: centre, zone: zone)
    case .staffAdded(var person):
      try person.members(&m)
      self = .staffAdded(person)
    case .staffEdited(var edit):
      try edit.members(&m)
      self = .staffEdited(edit)
    case .staffLeft(var code):
      try m.needed("code", &code, .staff)
      self = .staffLeft(code)
    case .unitAdded(var unit):
      try unit.members(&m)
      self = .unitAdded(unit)
    case .unitEdited(var unit):
      try unit.members(&m)
      self = .unitEdited(unit)
    case .contactAdded(var contact):
      try contact.members(&m)
      self = .contactAdded(contact)
    case .contactEdited(var contact):
      try contact.members(&m)
      self = .contactEdited(contact)
    case .policyAdopted(var adoption):
      try adoption.members(&m)
      self = .policyAdopted(adoption)
    case .rosterSet(var line):
      try line.members(&m)
      self = .rosterSet(line)
    case .dutiesSwapped(var day, var one, var other, var reason):
      try m.day("day", &day)
      try m.needed("staff", &one, .staff)
      try m.needed("with", &other, .staff)
      try reason.members(&m)
      self = .dutiesSwapped(day: day, one, other, reason)
    case .absenceAdded(var absence):
      try m.needed("staff", &absence.staff, .staff)
      try m.needed("reason", &absence.reason, .staff)
      try m.needed("window", &absence.window)
      try m.text("text", &absence.text)
      self = .absenceAdded(absence)
    case .absenceEnded(var person, var begun):
      try m.needed("staff", &person, .staff)
      try m.needed("begun", &begun)
      self = .absenceEnded(person, begun: begun)
    case .repaired(var reason, var lost):
      var (first, last) = (lost?.lowerBound, lost?.upperBound)
      try m.number("missing_from", &first, .open)
      try m.number("missing_to", &last, .open)
      try m.always("reason", &reason, .text)
      if m.reads {
        lost = first.flatMap { first in last.flatMap { 0 <= first && first <= $0 ? first...$0 : nil } }
      }
      self = .repaired(reason: reason, lost: lost)
    case .recovered(var reason, var entries):
      try m.always("reason", &reason, .text)
      try m.always("entries", &entries)
      self = .recovered(reason: reason, entries: entries)
    case .importBegan(var note):
      try m.always("kind", &note.kind, .open)
      try m.text("file", &note.file)
      try m.always("rows", &note.rows)
      self = .importBegan(note)
    case .importUndone(var undone):
      try m.always("began", &undone.began, orElse: -1)
      try m.list("units", &undone.units, .room)
      try m.list("contacts", &undone.contacts, .person)
      try m.list("staff", &undone.staff, .staff)
      try m.mark("last", &undone.isLast)
      self = .importUndone(undone)
    case .record(var record):
      try record.members(&m)
      self = .record(record)
    case .healed, .archived, .unrecognised: break
    }
  }
}

extension Staff {
  fileprivate mutating func members(_ m: inout some Members) throws {
    var (shift, onCall) = (self.shift, self.onCall)
    try m.needed("code", &code, .staff)
    try m.text("name", &name, .staff)
    try m.needed("role", &role)
    try m.list("trades", &trades)
    var levels = Skill.all(self.levels)
    try m.list("levels", &levels)
    try m.list("licences", &licences, .staff)
    try m.list("os_user", &accounts, .staff)
    try m.optional("shift", &shift, .staff)
    try m.optional("on_call", &onCall, .staff)
    try m.text("provider", &provider, .staff)
    try m.text("phone", &phone, .staff)
    try m.text("ref", &ref, .staff)
    try m.count("limit", &limit)
    var active = isActive ? nil : false
    try m.flag("active", &active, .open)
    guard m.reads else { return }
    (shifts, onCalls) = (UsualHours(shift), UsualHours(onCall))
    self.levels = try Skill.levels(levels)
    isActive = active ?? true
  }
}

extension StaffEdit {
  fileprivate mutating func members(_ m: inout some Members) throws {
    try m.needed("code", &code, .staff)
    try m.optional("name", &name, .staff)
    try m.optional("role", &role)
    try m.list("trades", &trades)
    var levels = self.levels.map { Skill.all($0) }
    try m.list("levels", &levels)
    if m.reads { self.levels = try levels.map { try Skill.levels($0) } }
    try m.list("licences", &licences, .staff)
    try m.list("os_user", &accounts, .staff)
    try m.optional("shift", &shift, .staff)
    try m.optional("on_call", &onCall, .staff)
    try m.day("from", &from)
    try reason.members(&m)
    try m.optional("provider", &provider, .staff)
    try m.optional("phone", &phone, .staff)
    try m.optional("ref", &ref, .staff)
    try m.count("limit", &limit)
  }
}

extension Skill: TextCoded {
  public init?(coded text: String) { self.init(text: text) }
  public var coded: String { text }

  /// The level in each trade; every one of them names one.
  fileprivate static func levels(_ skills: [Skill]) throws -> [Trade: Int] {
    var levels: [Trade: Int] = [:]
    for skill in skills {
      guard let level = skill.level else { throw MemberMissing() }
      levels[skill.trade] = level
    }
    return levels
  }
}

extension Unit {
  fileprivate mutating func members(_ m: inout some Members) throws {
    try m.needed("unit", &code, .room)
    try m.always("kind", &kind, orElse: .home)
    try m.text("note", &note)
  }
}

extension Contact {
  fileprivate mutating func members(_ m: inout some Members) throws {
    try m.needed("unit", &unit, .room)
    try m.needed("name", &name, .person)
    try m.always("role", &tenure, orElse: .owner, .person)
    try m.text("phone", &phone, .person)
    try m.mark("proposed", &isProposed)
  }
}

extension PolicyAdoption {
  /// A policy that this version cannot read was adopted by a newer one.
  fileprivate mutating func members(_ m: inout some Members) throws {
    var name = policy.name
    try m.needed("name", &name, .open)
    try m.optional("effective", &effective)
    try m.text("meeting", &meeting)
    try m.needed("text", &text, .open)
    if m.reads { policy = try PolicyReader.read(text, name: name) }
  }
}

extension RosterLine {
  /// One that is too long is told and passed over; one that ends before it begins says nothing that could be told.
  fileprivate mutating func members(_ m: inout some Members) throws {
    var (first, last): (Int, Int?) = (days.lowerBound, days.upperBound)
    try m.needed("staff", &staff, .staff)
    try m.day("from", &first)
    try m.day("to", &last)
    try m.optional("duty", &duty, .staff)
    try reason.members(&m)
    guard first <= last ?? first else { throw MemberMissing() }
    days = first...(last ?? first)
  }
}

extension HoursReason {
  fileprivate mutating func members(_ m: inout some Members) throws {
    try m.text("why", &why)
    try m.mark("correction", &isCorrection)
  }
}

extension ImportUndoing.Person: MemberObject {
  public init() { self.init(unit: UnitCode(""), name: "") }

  public mutating func members(_ m: inout some Members) throws {
    var code = unit.value
    try m.always("unit", &code, .room)
    unit = UnitCode(code)
    try m.always("name", &name, .person)
  }
}
