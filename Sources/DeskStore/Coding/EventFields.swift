import Desk
import Journal

/// The members of `staff.*`; nil where the record has none.
struct StaffFields {
  private var code: String?
  private var name: String?
  private var role: StaffRole?
  private var trades: [Trade]?
  private var levels: [Trade: Int]?
  private var licences: [Licence]?
  private var accounts: [String]?
  private var shift: Shift?
  private var onCall: Shift?
  private var provider: String?
  private var phone: String?
  private var ref: String?
  private var limit: Int?
  private var isActive: Bool?
  private var from: Int?
  private var reason = HoursReason.none

  init(_ payload: inout JSONCursor, _ mark: inout ImportMark) throws {
    while let key = try payload.nextKey() {
      switch key {
      case "code": code = try payload.readString()
      case "name": name = try payload.readString()
      case "role": role = try payload.readCode(CodeWords.roles)
      case "trades": trades = try payload.readCodes(CodeWords.trades)
      case "levels": levels = try payload.readLevels()
      case "licences": licences = try payload.readStrings().map { Licence(text: $0) ?? Licence($0) }
      case "os_user": accounts = try payload.readStrings()
      case "shift": shift = try EventReader.needed(Shift(text: try payload.readString()))
      case "on_call": onCall = try EventReader.needed(Shift(text: try payload.readString()))
      case "provider": provider = try payload.readString()
      case "phone": phone = try payload.readString()
      case "ref": ref = try payload.readString()
      case "limit": limit = try payload.readInt()
      case "active": isActive = try payload.readBool()
      case "from": from = try payload.readDay()
      case "why": reason.why = try payload.readString()
      case "correction": reason.isCorrection = try payload.readBool()
      default: try mark.take(key, &payload)
      }
    }
  }

  func staff() throws -> Staff {
    Staff(
      code: StaffCode(try EventReader.needed(code)), name: name ?? "", role: try EventReader.needed(role),
      trades: trades ?? [], levels: levels ?? [:], licences: licences ?? [], accounts: accounts ?? [],
      shift: shift, onCall: onCall, provider: provider ?? "", phone: phone ?? "", ref: ref ?? "",
      limit: limit,
      isActive: isActive ?? true)
  }

  func edit() throws -> StaffEdit {
    var edit = StaffEdit(code: StaffCode(try EventReader.needed(code)))
    edit.name = name
    edit.role = role
    edit.trades = trades
    edit.levels = levels
    edit.licences = licences
    edit.accounts = accounts
    edit.shift = shift
    edit.onCall = onCall
    edit.from = from
    edit.reason = reason
    edit.provider = provider
    edit.phone = phone
    edit.ref = ref
    edit.limit = limit
    return edit
  }
}

/// The members of `ticket.received`, `ticket.edited` and `ticket.classified`; nil where the record has none.
struct MatterFields {
  private(set) var number: TicketNumber?
  private var kind: TicketKind?
  private var urgency: Urgency?
  private var unit: String?
  private var topic: Topic?
  private var summary: String?
  private var caller: String?
  private var phone: String?
  private var channel: Channel?
  private var owner: String?
  private var rings: Int?
  private var isImportant: Bool?
  private var window: Window?
  private var ref: String?
  private var received: Instant?

  init(_ payload: inout JSONCursor, _ mark: inout ImportMark) throws {
    while let key = try payload.nextKey() {
      switch key {
      case "received": received = try payload.readInstant()
      case "ticket": number = try payload.readTicketNumber()
      case "kind": kind = try payload.readCode(CodeWords.kinds)
      case "urgency": urgency = try payload.readCode(CodeWords.urgencies)
      case "unit": unit = try payload.readString()
      case "topic": topic = try payload.readCode(CodeWords.topics)
      case "summary": summary = try payload.readString()
      case "caller": caller = try payload.readString()
      case "phone": phone = try payload.readString()
      case "channel": channel = try payload.readCode(CodeWords.channels)
      case "owner": owner = try payload.readString()
      case "rings": rings = try payload.readInt()
      case "important": isImportant = try payload.readBool()
      case "window": window = try payload.readWindow()
      case "ref": ref = try payload.readString()
      default: try mark.take(key, &payload)
      }
    }
  }

  func edit() -> TicketEdit {
    TicketEdit(
      unit: unit.map { UnitCode($0) }, caller: caller, phone: phone, summary: summary, received: received)
  }

  func classification() -> Classification {
    Classification(kind: kind, urgency: urgency, topic: topic, isImportant: isImportant)
  }

  func receipt() throws -> Receipt {
    Receipt(
      kind: try EventReader.needed(kind), urgency: urgency ?? .normal, unit: unit.map { UnitCode($0) },
      topic: topic ?? .other, summary: summary ?? "", caller: caller ?? "", phone: phone ?? "",
      channel: channel ?? .phone, owner: owner.map { StaffCode($0) }, rings: rings,
      isImportant: isImportant ?? false, window: window, ref: ref)
  }
}

/// The members of all other steps of tickets and orders; nil where the record has none.
struct StepFields {
  private(set) var number: TicketNumber?
  private(set) var order: OrderID?
  private var text: String?
  private var to: String?
  private var reason: WaitingReason?
  private var until: Instant?
  private var answer: Satisfaction?
  private var place: VisitPlace?
  private var passed: Bool?
  private var notice = false
  private var window: Window?
  private var isReserved = false
  private var despite: [Gate] = []
  private var materials: [Material] = []
  private var labour: Int?
  private var labourPrice: Int64 = 0
  private var charge: Int64?
  private var price: Int64?
  private var agreedBy = ""
  private var isReached: Bool?
  private var otherOrder: OrderID?
  private var other: TicketNumber?
  private var undone: Int64?
  private var verb: Verb?
  private var instead = ""
  private var asked: Asker?

  /// Reads the members of an event whose text stands under that key.
  init(_ payload: inout JSONCursor, _ mark: inout ImportMark, text textKey: StaticString) throws {
    while let key = try payload.nextKey() {
      switch key {
      case "ticket": number = try payload.readTicketNumber()
      case "into", "parent": other = try payload.readTicketNumber()
      case "order": order = try payload.readOrderID()
      case textKey: text = try payload.readString()
      case "to": to = try payload.readString()
      case "undone": undone = try payload.readInt64()
      case "step": verb = try payload.readCode(CodeWords.verbs)
      case "instead": instead = try payload.readString()
      case "asked": asked = try payload.readCode(CodeWords.askers)
      case "reason": reason = try payload.readCode(CodeWords.reasons)
      case "until": until = try payload.readInstant()
      case "satisfied": answer = try payload.readCode(CodeWords.answers)
      case "place": place = try payload.readCode(CodeWords.places)
      case "passed": passed = try payload.readBool()
      case "notice": notice = try payload.readBool()
      case "window": window = try payload.readWindow()
      case "reserved": isReserved = try payload.readBool()
      case "despite": despite = try payload.readCodes(CodeWords.gates)
      case "materials": materials = try payload.readMaterials()
      case "labour": labour = try payload.readInt()
      case "labour_price": labourPrice = try payload.readInt64()
      case "charge": charge = try payload.readInt64()
      case "price": price = try payload.readInt64()
      case "agreed_by": agreedBy = try payload.readString()
      case "reached": isReached = try payload.readBool()
      case "next", "of": otherOrder = try payload.readOrderID()
      default: try mark.take(key, &payload)
      }
    }
  }

  func step(_ type: TicketEventType) throws -> TicketEvent {
    let text = text ?? ""
    return switch type {
    // These have other members: `MatterFields`.
    case .received, .edited, .classified: throw EventReader.Unknown()
    case .assigned: .assigned(to: StaffCode(try EventReader.needed(to)))
    case .noted: .noted(text: text)
    case .informed: .informed(text: text)
    case .checked: .checked(finding: text)
    case .responded: .responded(text: text)
    case .urged: .urged(text: text)
    case .promised: .promised(by: try EventReader.needed(until), text: text)
    case .waiting: .waiting(try EventReader.needed(reason), until: until, text: text)
    case .resumed: .resumed(text: text)
    case .escalated: .escalated(text: text)
    case .decided: .decided(text: text)
    case .resolved: .resolved(result: text)
    case .replied: .replied(text: text, notice: notice)
    case .visited: .visited(try EventReader.needed(answer), text: text, place: place)
    case .unreached: .unreached(try EventReader.needed(place), text: text)
    case .closed: .closed(text: text)
    case .reopened: .reopened(text: text)
    case .cancelled: .cancelled(why: text)
    case .inspected: .inspected(passed: try EventReader.needed(passed), text: text)
    case .merged: .merged(into: try EventReader.needed(other))
    case .unmerged: .unmerged(text: text)
    case .linked: .linked(parent: other)
    case .restored: .restored(text: text)
    case .acknowledged: .acknowledged(text: text)
    case .withdrawn: .withdrawn
    case .undone: .undone(seq: try EventReader.needed(undone), step: try EventReader.needed(verb))
    case .refused: .refused(why: text, instead: instead)
    case .rebooked:
      .rebooked(
        Rebooking(
          order: order?.index, window: try EventReader.needed(window), asked: try EventReader.needed(asked),
          why: text, despite: despite))
    case .policyApplied: .policyApplied(name: try EventReader.needed(self.text))
    }
  }

  func step(_ type: OrderEventType) throws -> OrderEvent {
    let text = text ?? ""
    return switch type {
    case .dispatched:
      .dispatched(
        to: StaffCode(try EventReader.needed(to)), window: window, isReserved: isReserved, despite: despite)
    case .accepted: .accepted
    case .declined: .declined(why: text)
    case .travelling: .travelling
    case .arrived: .arrived
    case .paused: .paused(try EventReader.needed(reason), text: text)
    case .continued: .continued
    case .completed:
      .completed(
        Completion(
          result: text, materials: materials, labourMinutes: labour, labourPrice: labourPrice, charge: charge)
      )
    case .signed: .signed(text: text)
    case .withdrawn: .withdrawn(why: text)
    case .transferred: .transferred(to: try EventReader.needed(otherOrder), why: text)
    case .restored: .restored
    case .priced: .priced(try EventReader.needed(price), agreedBy: agreedBy)
    case .called: .called(reached: try EventReader.needed(isReached), text: text)
    case .rework: .rework(of: try EventReader.needed(otherOrder))
    }
  }
}

extension JSONCursor {
  /// Reads `["plumber:3"]`.
  fileprivate mutating func readLevels() throws -> [Trade: Int] {
    var levels: [Trade: Int] = [:]
    for text in try readStrings() {
      let skill = try EventReader.needed(Skill(text: text))
      levels[skill.trade] = try EventReader.needed(skill.level)
    }
    return levels
  }

  fileprivate mutating func readMaterials() throws -> [Material] {
    var materials: [Material] = []
    try beginArray()
    while try nextElement() {
      var name: String?
      var quantity: Int64?
      var price: Int64 = 0
      try beginObject()
      while let key = try nextKey() {
        switch key {
        case "name": name = try readString()
        case "quantity": quantity = try readInt64()
        case "price": price = try readInt64()
        default: try skipValue()
        }
      }
      materials.append(
        Material(
          name: try EventReader.needed(name), milliQuantity: try EventReader.needed(quantity),
          unitPrice: price))
    }
    return materials
  }
}
