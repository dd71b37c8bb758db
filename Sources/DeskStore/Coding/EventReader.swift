public import Desk
public import Journal

/// Reads records back into events.
///
/// A type, or a value of a known key, that this version does not know makes the event `.unrecognised`: a newer
/// version wrote it, so it is shown and kept, and nothing is guessed. Keys it does not know are passed over.
public enum EventReader {
  /// The event in a record; never fails, see above.
  public static func event(from record: Record) -> Event {
    var mark = ImportMark()
    let body: EventBody
    do {
      body = try self.body(needed(CodeWords.types.value(of: record.typeText)), record.payload, &mark)
    } catch {
      body = .unrecognised(type: record.type)
    }
    let entry = Entry(
      by: StaffCode(record.by), actor: record.actor.map { StaffCode($0) },
      on: record.on.map { Instant(milliseconds: $0) }, isImported: mark.isImported, batch: mark.batch,
      undoes: mark.undoes, body: body)
    return Event(seq: record.seq, at: Instant(milliseconds: record.at), entry: entry)
  }

  /// The payload lacks what its type needs, or has a value unknown here.
  struct Unknown: Error {}

  /// What an event of that type says; throws where this version cannot understand it.
  // Inlined, because an event is some 200 bytes, and each call that returns one moves it once more.
  @inline(__always)
  static func body(
    _ type: EventType, _ payload: JSONCursor, _ mark: inout ImportMark
  ) throws -> EventBody {
    var payload = payload
    switch type {
    case .register(let type): return try register(type, &payload, &mark)
    case .ticket(.received):
      let fields = try MatterFields(&payload, &mark)
      return .ticket(try needed(fields.number), .received(try fields.receipt()))
    case .ticket(.edited):
      let fields = try MatterFields(&payload, &mark)
      return .ticket(try needed(fields.number), .edited(fields.edit()))
    case .ticket(.classified):
      let fields = try MatterFields(&payload, &mark)
      return .ticket(try needed(fields.number), .classified(fields.classification()))
    case .ticket(let type):
      let fields = try StepFields(&payload, &mark, text: type.textKey)
      return .ticket(try needed(fields.number), try fields.step(type))
    case .order(let type):
      let fields = try StepFields(&payload, &mark, text: type.textKey)
      return .order(try needed(fields.order), try fields.step(type))
    }
  }

  private static func register(
    _ type: RegisterEventType, _ payload: inout JSONCursor, _ mark: inout ImportMark
  ) throws -> EventBody {
    switch type {
    case .created: try created(&payload)
    case .healed: .healed
    case .repaired: try repaired(&payload)
    case .recovered: try recovered(&payload)
    case .archived: .archived
    case .staffAdded: .staffAdded(try StaffFields(&payload, &mark).staff())
    case .staffEdited: .staffEdited(try StaffFields(&payload, &mark).edit())
    case .staffLeft: .staffLeft(try StaffFields(&payload, &mark).edit().code)
    case .unitAdded: .unitAdded(try unit(&payload, &mark))
    case .unitEdited: .unitEdited(try unit(&payload, &mark))
    case .contactAdded: .contactAdded(try contact(&payload, &mark))
    case .contactEdited: .contactEdited(try contact(&payload, &mark))
    case .policyAdopted: try adoption(&payload)
    case .rosterSet: .rosterSet(try DutyFields(&payload, &mark).line())
    case .dutiesSwapped: try DutyFields(&payload, &mark).swap()
    case .absenceAdded: .absenceAdded(try DutyFields(&payload, &mark).absence())
    case .absenceEnded: try DutyFields(&payload, &mark).end()
    case .importBegan: .importBegan(try note(&payload))
    case .importUndone: .importUndone(try undone(&payload))
    }
  }

  /// A policy that this version cannot read was adopted by a newer one.
  private static func adoption(_ payload: inout JSONCursor) throws -> EventBody {
    var name: String?
    var text: String?
    var effective: Instant?
    var meeting = ""
    while let key = try payload.nextKey() {
      switch key {
      case "name": name = try payload.readString()
      case "effective": effective = try payload.readInstant()
      case "meeting": meeting = try payload.readString()
      case "text": text = try payload.readString()
      default: try payload.skipValue()
      }
    }
    let source = try needed(text)
    let policy = try PolicyReader.read(source, name: try needed(name))
    return .policyAdopted(
      PolicyAdoption(policy: policy, text: source, effective: effective, meeting: meeting))
  }

  private static func note(_ payload: inout JSONCursor) throws -> ImportNote {
    var note = ImportNote(kind: "", file: "", rows: 0)
    while let key = try payload.nextKey() {
      switch key {
      case "kind": note.kind = try payload.readString()
      case "file": note.file = try payload.readString()
      case "rows": note.rows = try payload.readInt()
      default: try payload.skipValue()
      }
    }
    return note
  }

  private static func undone(_ payload: inout JSONCursor) throws -> ImportUndone {
    var undone = ImportUndone(began: -1)
    while let key = try payload.nextKey() {
      switch key {
      case "began": undone.began = try payload.readInt64()
      case "units": undone.units = try payload.readStrings().map { UnitCode($0) }
      case "contacts": undone.contacts = try payload.readPeople()
      case "staff": undone.staff = try payload.readStrings().map { StaffCode($0) }
      case "last": undone.isLast = try payload.readBool()
      default: try payload.skipValue()
      }
    }
    return undone
  }

  private static func repaired(_ payload: inout JSONCursor) throws -> EventBody {
    var reason = ""
    var (first, last): (Int64?, Int64?)
    while let key = try payload.nextKey() {
      switch key {
      case "reason": reason = try payload.readString()
      case "missing_from": first = try payload.readInt64()
      case "missing_to": last = try payload.readInt64()
      default: try payload.skipValue()
      }
    }
    guard let first, let last, first >= 0, first <= last else { return .repaired(reason: reason, lost: nil) }
    return .repaired(reason: reason, lost: first...last)
  }

  private static func recovered(_ payload: inout JSONCursor) throws -> EventBody {
    var reason = ""
    var entries = 0
    while let key = try payload.nextKey() {
      switch key {
      case "reason": reason = try payload.readString()
      case "entries": entries = try payload.readInt()
      default: try payload.skipValue()
      }
    }
    return .recovered(reason: reason, entries: entries)
  }

  private static func created(_ payload: inout JSONCursor) throws -> EventBody {
    var centre = ""
    var zone = "UTC"
    while let key = try payload.nextKey() {
      switch key {
      case "centre": centre = try payload.readString()
      case "zone": zone = try payload.readString()
      default: try payload.skipValue()
      }
    }
    return .created(centre: centre, zone: zone)
  }

  private static func unit(_ payload: inout JSONCursor, _ mark: inout ImportMark) throws -> Unit {
    var code: String?
    var unit = Unit(code: UnitCode(""))
    while let key = try payload.nextKey() {
      switch key {
      case "unit": code = try payload.readString()
      case "kind": unit.kind = try payload.readCode(CodeWords.unitKinds)
      case "note": unit.note = try payload.readString()
      default: try mark.take(key, &payload)
      }
    }
    unit.code = UnitCode(try needed(code))
    return unit
  }

  private static func contact(_ payload: inout JSONCursor, _ mark: inout ImportMark) throws -> Contact {
    var unit: String?
    var name: String?
    var contact = Contact(unit: UnitCode(""), name: "")
    while let key = try payload.nextKey() {
      switch key {
      case "unit": unit = try payload.readString()
      case "name": name = try payload.readString()
      case "role": contact.tenure = try payload.readCode(CodeWords.tenures)
      case "phone": contact.phone = try payload.readString()
      case "proposed": contact.isProposed = try payload.readBool()
      default: try mark.take(key, &payload)
      }
    }
    contact.unit = UnitCode(try needed(unit))
    contact.name = try needed(name)
    return contact
  }

  /// The value; an event without it cannot be understood.
  static func needed<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Unknown() }
    return value
  }
}

/// What every event can have besides: that it was taken over, and by which import; what it takes back.
struct ImportMark {
  private(set) var isImported = false
  private(set) var batch: Int64?
  private(set) var undoes: Int64?

  mutating func take(_ key: JSONText, _ payload: inout JSONCursor) throws {
    switch key {
    case "imported": isImported = try payload.readBool()
    case "import": batch = try payload.readInt64()
    case "undoes": undoes = try payload.readInt64()
    default: try payload.skipValue()
    }
  }
}

extension JSONCursor {
  /// Reads a code of a closed list.
  mutating func readCode<Value: Code>(_ words: WordTable<Value>) throws -> Value {
    try EventReader.needed(words.value(of: try readText()))
  }

  /// Reads a list of codes.
  mutating func readCodes<Value: Code>(_ words: WordTable<Value>) throws -> [Value] {
    var codes: [Value] = []
    try beginArray()
    while try nextElement() { codes.append(try readCode(words)) }
    return codes
  }

  /// Reads people by unit and name.
  fileprivate mutating func readPeople() throws -> [ImportUndoing.Person] {
    var people: [ImportUndoing.Person] = []
    try beginArray()
    while try nextElement() {
      var person = ImportUndoing.Person(unit: UnitCode(""), name: "")
      try beginObject()
      while let key = try nextKey() {
        switch key {
        case "unit": person.unit = UnitCode(try readString())
        case "name": person.name = try readString()
        default: try skipValue()
        }
      }
      people.append(person)
    }
    return people
  }

  /// Reads a moment in UTC.
  mutating func readInstant() throws -> Instant {
    Instant(milliseconds: try EventReader.needed(Timestamp.parse(try readString())))
  }

  /// Reads `{"start":…,"end":…}`.
  mutating func readWindow() throws -> Window {
    var start: Instant?
    var end: Instant?
    try beginObject()
    while let key = try nextKey() {
      switch key {
      case "start": start = try readInstant()
      case "end": end = try readInstant()
      default: try skipValue()
      }
    }
    return Window(start: try EventReader.needed(start), end: try EventReader.needed(end))
  }

  /// Reads a number that fits the machine's own.
  mutating func readInt() throws -> Int { try EventReader.needed(Int(exactly: try readInt64())) }

  /// Reads the number of a ticket.
  mutating func readTicketNumber() throws -> TicketNumber {
    TicketNumber(try EventReader.needed(Int32(exactly: try readInt64())))
  }

  /// Reads the name of an order, `1042.1`.
  mutating func readOrderID() throws -> OrderID {
    let bytes = try readText().bytes
    guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")) else { throw EventReader.Unknown() }
    return OrderID(
      TicketNumber(try Self.positive(bytes[..<dot])), try Self.positive(bytes[(dot + 1)...]))
  }

  private static func positive(_ digits: Slice<UnsafeRawBufferPointer>) throws -> Int32 {
    guard (1...10).contains(digits.count) else { throw EventReader.Unknown() }
    var value: Int64 = 0
    for byte in digits {
      guard 48...57 ~= byte else { throw EventReader.Unknown() }
      value = value * 10 + Int64(byte - 48)
    }
    return try EventReader.needed(Int32(exactly: value))
  }
}
