import Desk
import TestSupport

/// Makes entries of every shape, with texts that are hard on a text format.
struct RandomEntries {
  var random: SeededRandom

  init(_ random: SeededRandom) { self.random = random }

  mutating func entry() -> Entry {
    let body = body()
    return Entry(
      by: staffCode(), actor: maybe { $0.staffCode() }, on: maybe { $0.instant() },
      isImported: body.ticket != nil && chance(4),
      batch: body.ticket != nil && chance(4) ? Int64.random(in: 0...1_000_000, using: &random) : nil,
      body: body)
  }

  private mutating func undone() -> ImportUndone {
    var undone = ImportUndone(began: Int64.random(in: 0...1_000_000, using: &random))
    undone.units = [unit().code]
    undone.contacts = [ImportUndoing.Person(unit: unit().code, name: text())]
    undone.staff = [staffCode()]
    undone.isLast = chance(2)
    return undone
  }

  mutating func body() -> EventBody {
    switch Int.random(in: 0..<20, using: &random) {
    case 18: .record(AnyRecord(BodyRetired(RecordCode(text()), why: text())))
    case 19:
      .record(
        AnyRecord(
          BodySet(
            code: RecordCode(text()), name: text(), relation: code(), phone: text(),
            answer: maybe { Seconds(Int64.random(in: 0...9_000_000, using: &$0.random)) })))
    case 0: .created(centre: text(), zone: "Asia/Shanghai")
    case 1: .staffAdded(staff())
    case 2: .staffEdited(staffEdit())
    case 3: .staffLeft(staffCode())
    case 4: .unitAdded(unit())
    case 5: .unitEdited(unit())
    case 6: .contactAdded(contact())
    case 7: .contactEdited(contact())
    case 8:
      .rosterSet(
        RosterLine(
          staff: staffCode(), days: { $0...($0 + 6) }(day()), duty: maybe { $0.duty() }, reason: hoursReason()
        ))
    case 9: .dutiesSwapped(day: day(), staffCode(), staffCode(), hoursReason())
    case 10:
      .absenceAdded(Absence(staff: staffCode(), reason: code(), window: window(), text: text()))
    case 11: .absenceEnded(staffCode(), begun: instant())
    case 14:
      .importBegan(
        ImportNote(kind: text(), file: text(), rows: Int.random(in: 0...9_000_000, using: &random)))
    case 15: .importUndone(undone())
    case 12...13: .order(OrderID(number(), Int32.random(in: 1...99, using: &random)), order())
    default: .ticket(number(), chance(9) ? outside() : ticket())
    }
  }

  /// What bodies outside are asked and answer.
  private mutating func outside() -> TicketEvent {
    chance(2)
      ? .referred(Referring(to: RecordCode(text()), text: text(), until: maybe { $0.instant() }, ref: text()))
      : .answered(BodyAnswer(from: RecordCode(text()), text: text(), isFinal: chance(2)))
  }

  mutating func ticket() -> TicketEvent {
    switch Int.random(in: 0..<25, using: &random) {
    case 0: .received(receipt())
    case 1:
      .edited(
        TicketEdit(
          unit: maybe { UnitCode($0.text()) }, caller: maybe { $0.text() }, phone: maybe { $0.text() },
          summary: maybe { $0.text() }))
    case 2:
      .classified(
        Classification(
          kind: maybe { $0.code() }, urgency: maybe { $0.code() }, topic: maybe { $0.code() },
          isImportant: maybe { $0.chance(2) }))
    case 3: .assigned(to: staffCode())
    case 4: .noted(text: text())
    case 5: .informed(text: text())
    case 6: .checked(finding: text())
    case 7: .responded(text: text())
    case 8: .urged(text: text())
    case 9: .promised(by: instant(), text: text())
    case 10: .waiting(code(), until: maybe { $0.instant() }, text: text())
    case 11: .resumed(text: text())
    case 12: .escalated(text: text())
    case 13: .decided(text: text())
    case 14: .resolved(result: text())
    case 15: .replied(text: text(), notice: chance(2))
    case 16: .visited(code(), text: text(), place: maybe { $0.code() })
    case 17: .closed(text: text())
    case 18: .reopened(text: text())
    case 19: .cancelled(why: text())
    case 20: .undone(seq: Int64.random(in: 0...1_000_000, using: &random), step: code())
    case 21: .refused(why: text(), instead: text())
    case 22:
      .rebooked(
        Rebooking(
          order: maybe { Int32.random(in: 1...99, using: &$0.random) }, window: window(), asked: code(),
          why: text(), despite: some { $0.code() }))
    case 23: .unreached(code(), text: text())
    default: .inspected(passed: chance(2), text: text())
    }
  }

  mutating func order() -> OrderEvent {
    switch Int.random(in: 0..<15, using: &random) {
    case 14: .restored
    case 10: .transferred(to: OrderID(number(), Int32.random(in: 1...99, using: &random)), why: text())
    case 11: .priced(Int64.random(in: 0...Int64.max, using: &random), agreedBy: text())
    case 12: .called(reached: chance(2), text: text())
    case 13: .rework(of: OrderID(number(), Int32.random(in: 1...99, using: &random)))
    case 0:
      .dispatched(
        to: staffCode(), window: maybe { $0.window() }, isReserved: chance(2), despite: some { $0.code() })
    case 1: .accepted
    case 2: .declined(why: text())
    case 3: .travelling
    case 4: .arrived
    case 5: .paused(code(), text: text())
    case 6: .continued
    case 7:
      .completed(
        Completion(
          result: text(),
          materials: some {
            Material(
              name: $0.text(), milliQuantity: Int64.random(in: 0...Int64.max, using: &$0.random),
              unitPrice: Int64.random(in: 0...Int64.max, using: &$0.random))
          }, labourMinutes: maybe { Int.random(in: 0...10_000, using: &$0.random) },
          labourPrice: Int64.random(in: 0...Int64.max, using: &random),
          charge: maybe { Int64.random(in: 0...Int64.max, using: &$0.random) }))
    case 8: .signed(text: text())
    default: .withdrawn(why: text())
    }
  }

  mutating func receipt() -> Receipt {
    Receipt(
      kind: code(), urgency: code(), unit: maybe { UnitCode($0.text()) }, topic: code(), summary: text(),
      caller: text(), phone: text(), channel: code(), owner: maybe { $0.staffCode() },
      rings: maybe { Int.random(in: 0...50, using: &$0.random) }, isImportant: chance(2),
      window: maybe { $0.window() }, ref: maybe { $0.text() })
  }

  mutating func staff() -> Staff {
    Staff(
      code: staffCode(), name: text(), role: code(), trades: some { $0.code() }, levels: levels(),
      licences: some { Licence($0.text()) }, accounts: some { $0.text() }, shift: maybe { $0.shift() },
      onCall: maybe { $0.shift() }, provider: text(), phone: text(), ref: text(),
      limit: maybe { Int.random(in: 0...9, using: &$0.random) }, isActive: !chance(5))
  }

  mutating func staffEdit() -> StaffEdit {
    var edit = StaffEdit(code: staffCode())
    edit.name = maybe { $0.text() }
    edit.role = maybe { $0.code() }
    edit.trades = maybe { $0.some { $0.code() } }
    edit.levels = maybe { $0.levels() }
    edit.licences = maybe { $0.some { Licence($0.text(), lastDay: nil) } }
    edit.accounts = maybe { $0.some { $0.text() } }
    edit.shift = maybe { $0.shift() }
    edit.onCall = maybe { $0.shift() }
    edit.from = maybe { $0.day() }
    edit.reason = hoursReason()
    edit.provider = maybe { $0.text() }
    edit.phone = maybe { $0.text() }
    edit.ref = maybe { $0.text() }
    edit.limit = maybe { Int.random(in: 0...9, using: &$0.random) }
    edit.reason.why = maybe { $0.text() } ?? ""
    return edit
  }

  mutating func unit() -> Unit { Unit(code: UnitCode(text()), kind: code(), note: text()) }

  mutating func contact() -> Contact {
    Contact(unit: UnitCode(text()), name: text(), tenure: code(), phone: text())
  }

  mutating func shift() -> Shift {
    let start = Int.random(in: 0...1439, using: &random)
    return Shift(start: start, end: start == 600 ? 1440 : 600)
  }

  mutating func levels() -> [Trade: Int] {
    chance(2) ? [:] : [code(): Int.random(in: 1...3, using: &random)]
  }

  mutating func hoursReason() -> HoursReason { HoursReason(text(), isCorrection: chance(2)) }

  mutating func duty() -> Duty {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: .off
    case 1: .works(shift())
    default: .onCall(shift())
    }
  }

  /// A day of the years 0001 to 9998.
  mutating func day() -> Int { Int.random(in: -719_162...2_932_500, using: &random) }

  mutating func number() -> TicketNumber { TicketNumber(Int32.random(in: 1...Int32.max, using: &random)) }

  mutating func staffCode() -> StaffCode {
    StaffCode(["li.na", "wang", "a", "zhao-1_2.longer-than-15"].random(&random))
  }

  /// A moment of the years 0000 to 9999, to the millisecond.
  mutating func instant() -> Instant {
    Instant(milliseconds: Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &random))
  }

  mutating func window() -> Window { Window(start: instant(), end: instant()) }

  mutating func code<Value: Code>() -> Value { Array(Value.allCases).random(&random) }

  mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }

  mutating func maybe<Value>(_ value: (inout RandomEntries) -> Value) -> Value? {
    chance(2) ? nil : value(&self)
  }

  mutating func some<Value>(_ value: (inout RandomEntries) -> Value) -> [Value] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in value(&self) }
  }

  mutating func text() -> String {
    let pieces = [
      "厨房漏水", "a", " ", "\"", "\\", "\n", "\r\n", "\t", "\u{0}", "\u{1f}", "\u{7f}", "\u{2028}", "é",
      "e\u{301}",
      "🛠️", "/", "{\"seq\":1}", "𠮷", "ticket.received", ",\"crc\":\"00000000\"}",
    ]
    return (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.random(&random) }.joined()
  }
}

extension Array {
  func random(_ random: inout SeededRandom) -> Element { self[Int.random(in: indices, using: &random)] }
}
