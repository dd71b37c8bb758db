import Desk
import TestSupport
import Testing

@testable import DeskStore

/// What of the tables an event may change.
@Suite struct TouchesTests {
  /// Every ticket's rows as they are written, by number.
  private static func rows(_ desk: ServiceDesk, _ past: [Int64: Event], at now: Instant) -> [TicketNumber:
    [[String]]]
  {
    let context = RowContext(desk, at: now)
    let style = CellStyle(.codes, zone: .utc)
    var rows: [TicketNumber: [[String]]] = [:]
    for ticket in desk.tickets {
      let row = TicketRow(ticket, TicketReadBack.seqs(of: ticket).compactMap { past[$0] }, context)
      func texts<Row>(_ table: Table<Row>, _ list: [Row]) -> [[String]] {
        list.map { row in table.columns.map { style.text($0.value(row)) } }
      }
      rows[ticket.number] =
        texts(TableCatalogue.tickets, [row]) + texts(TableCatalogue.orders, row.orders)
        + texts(TableCatalogue.materials, row.materials) + texts(TableCatalogue.visits, row.visits)
        + texts(TableCatalogue.promises, row.promises) + texts(TableCatalogue.waits, row.waits)
    }
    return rows
  }

  @Test func noEventChangesRowsOfOtherTickets() throws {
    let now = Instant(seconds: 1_795_418_400)
    let zone = Zone(name: "Asia/Shanghai", firstOffset: 28_800)
    let place = try TemporaryDirectory()
    let live = try DemoCentre.create(path: place.file("demo.journal"), seed: 11, tickets: 40) { _ in }
    var events: [Event] = []
    try live.forEachRecord { _, event in events.append(event) }
    var desk = ServiceDesk(zone: zone)
    var past: [Int64: Event] = [:]
    var before = Self.rows(desk, past, at: now)
    var touched = 0
    for event in events {
      let touches = Set(event.touches(desk))
      desk.evolve(event)
      past[event.seq] = event
      let after = Self.rows(desk, past, at: now)
      for (number, rows) in after where rows != before[number] {
        #expect(touches.contains(number), "\(event) changed \(number)")
      }
      touched += touches.count
      before = after
    }
    #expect(events.count > 400 && touched > 300, "\(events.count) \(touched)")
  }

  @Test func bothEndsOfWhatJoinsTicketsAreTouched() {
    var desk = ServiceDesk()
    var seq: Int64 = 0
    func event(_ body: EventBody) -> Event {
      Event(seq: seq, at: Instant(seconds: 1_795_305_600 + seq), entry: Entry(by: StaffCode("x"), body: body))
    }
    func add(_ body: EventBody) {
      desk.evolve(event(body))
      seq += 1
    }
    let (a, b, c, d) = (TicketNumber(1001), TicketNumber(1002), TicketNumber(1003), TicketNumber(1004))
    for number in [a, b, c, d] { add(.ticket(number, .received(Receipt(kind: .repair, summary: "x")))) }
    #expect(event(.ticket(a, .merged(into: b))).touches(desk) == [a, b])
    add(.ticket(a, .merged(into: b)))
    #expect(event(.ticket(b, .merged(into: c))).touches(desk) == [b, c])
    add(.ticket(b, .merged(into: c)))
    // What becomes of a merged ticket is told where its matter goes on.
    #expect(event(.ticket(a, .replied(text: "", notice: false))).touches(desk) == [a, b, c])
    #expect(event(.ticket(a, .unmerged(text: ""))).touches(desk) == [a, b, c])
    add(.ticket(d, .linked(parent: c)))
    #expect(event(.ticket(d, .linked(parent: nil))).touches(desk) == [c, d])
    #expect(event(.order(OrderID(d, 1), .rework(of: OrderID(c, 1)))).touches(desk) == [c, d])
    #expect(event(.healed).touches(desk) == [])
    add(.ticket(b, .assigned(to: StaffCode("li"))))
    var undone = ImportUndone(began: 0)
    undone.staff = [StaffCode("li")]
    #expect(event(.importUndone(undone)).touches(desk) == [b])
    #expect(event(.staffAdded(Staff(code: StaffCode("li"), name: "李", role: .clerk))).touches(desk) == [b])
  }
}
