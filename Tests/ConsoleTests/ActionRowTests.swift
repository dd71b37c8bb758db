import Desk
import Terminal
import Testing

@testable import Console

/// A row of the action table says all of an action, and what it says of one thing agrees with what it says of the others.
@Suite struct ActionRowTests {
  private let context: Context
  private let desk: ServiceDesk

  init() throws {
    let driver = Driver(try SmallDesk().port)
    // Somebody outside is asked, so that they can answer.
    let asked = TicketAction.refer(Referring(to: RecordCode("police"), text: "请处理"))
    _ = try driver.port.perform(
      Command(by: SmallDesk.supervisor, action: .ticket(TicketNumber(1004), asked)))
    (context, desk) = (driver.console.context, driver.port.desk)
  }

  private static let rows = ActionTable.all.filter { $0.step != nil }

  /// Everything on the desk that a step can be about.
  private var selections: [Selection] {
    let tickets = desk.tickets.map(\.number)
    let orders = desk.tickets.flatMap { ticket in
      ticket.orders.map { Selection(ticket: ticket.number, order: OrderID(ticket.number, $0.index)) }
    }
    return [Selection()] + tickets.map { Selection(ticket: $0) } + orders
      + tickets.map { Selection(ticket: $0, isEmergency: true) }
      + desk.staffInOrder.map { Selection(technician: $0.code) }
  }

  private func targets(_ row: ActionEntry) -> [ActionTarget] {
    selections.compactMap { ActionTarget(row.name, $0, desk) }
  }

  private func fields(_ row: ActionEntry, _ target: ActionTarget) throws -> FieldSet {
    FieldSet(try #require(row.step).fields(StepScene(target: target, context: context)))
  }

  @Test(arguments: rows.map(\.name))
  func everyStepIsAboutSomethingThereIs(action: ActionName) throws {
    let row = ActionTable.entry(action)
    #expect(!targets(row).isEmpty)
    for target in targets(row) {
      switch try #require(row.step).subject {
      case .ticket: #expect(target.subject.isTicket)
      case .order: #expect(target.order != nil)
      case .person: #expect(target.person != nil)
      case .emergency, .lastStep: #expect(target.subject.isTicket || target.subject == .desk)
      }
    }
  }

  @Test(arguments: rows.map(\.name))
  func whatIsNeededIsAmongTheFields(action: ActionName) throws {
    let row = ActionTable.entry(action)
    let step = try #require(row.step)
    var needed: Set<FieldName> = []
    var asked: Set<FieldName> = []
    for target in targets(row) {
      let fields = try fields(row, target)
      #expect(Set(fields.fields.map(\.name)).count == fields.fields.count, "a field stands there twice")
      #expect(step.isPlain == fields.fields.isEmpty)
      #expect(Form.make(target, context, history: nil)?.fields == (step.isPlain ? nil : fields))
      needed.formUnion(step.needs(fields))
      asked.formUnion(fields.fields.map(\.name))
    }
    #expect(needed.isSubset(of: asked))
    #expect((step.text == nil) == !asked.contains(.text), "its text has a name, or there is none")
  }

  @Test(arguments: rows.map(\.name))
  func nothingElseIsMissed(action: ActionName) throws {
    let row = ActionTable.entry(action)
    let step = try #require(row.step)
    for target in targets(row) {
      let fields = try fields(row, target)
      let open = step.needs(fields).filter { name in
        fields[name].map { $0.text.isEmpty && $0.chosen == nil } ?? false
      }
      do throws(Unread) {
        _ = try FormReader(target: target, fields: fields, context: context).action()
        #expect(open.isEmpty, "\(open) is read though nothing stands there")
      } catch {
        let isMissing = error.problem.field.map { open.contains($0) || fields.choices($0).isEmpty } ?? false
        #expect(isMissing, "\(error.problem) of \(open)")
      }
    }
  }

  private static let typed: [FieldName: String] = [
    .by: "2h", .until: "2h", .window: "明天 9:00-11:00", .into: "1003", .parent: "1003", .first: "1001.1",
    .price: "80", .charge: "80", .labourPrice: "20", .labour: "40", .materials: "水龙头 x1 @35.00",
    .span: "2h", .days: "明天", .day: "明天", .duty: "休息", .when: "", .unit: "3-2-1201",
  ]

  @Test(arguments: rows.map(\.name))
  func everyFormThatIsFilledInIsRead(action: ActionName) throws {
    let row = ActionTable.entry(action)
    let step = try #require(row.step)
    var read = 0
    for target in targets(row) {
      var fields = try fields(row, target)
      for field in fields.fields {
        switch field.entry {
        case .text: fields.setText(field.name, Self.typed[field.name] ?? "字")
        case .choice(let list): if let last = list.choices.last { fields.choose(field.name, last) }
        }
      }
      // Where nobody can be picked nothing can be read.
      guard fields.fields.allSatisfy({ $0.chosen != nil || !$0.text.isEmpty || $0.name == .when }) else {
        continue
      }
      if fields[.back] != nil || fields[.second]?.chosen == .staff(nil) { continue }
      let asked = try FormReader(target: target, fields: fields, context: context).action()
      read += 1
      guard let probe = step.probe(StepScene(target: target, context: context)) else { continue }
      // Two orders that change hands are given anew, by whoever may hand one on.
      #expect(asked.verb == probe.verb || step.seesAll, "\(asked) \(probe)")
    }
    #expect(read > 0)
  }

  @Test func everyProbeIsDecided() {
    for row in Self.rows {
      for selection in selections {
        let obstacle = ActionAvailability.obstacle(row.name, selection, context)
        if obstacle == nil {
          #expect(ActionTarget(row.name, selection, desk) != nil, "\(row.name) \(selection)")
        }
      }
    }
  }

  @Test func everyVerbOfTicketsAndOrdersHasAnAction() {
    let wanted = Set(Verb.allCases).subtracting([
      .staff, .registers, .propose, .receive, .importRecords, .policy, .repair, .care, .catalogue,
    ])
    let asked = Self.rows.flatMap { row in
      targets(row).compactMap { row.step?.probe(StepScene(target: $0, context: context))?.verb }
    }
    #expect(Set(asked) == wanted)
  }

  @Test func everyStepStandsInOneMenuAtMost() {
    let menus = ActionTable.ticketSteps + ActionTable.workSteps + ActionTable.hours.map(\.name)
    #expect(menus.count == Set(menus).count)
    #expect(Set(menus) == Set(Self.rows.map(\.name)))
    for row in Self.rows {
      guard let before = row.step?.menuAfter else { continue }
      #expect(ActionTable.ticketSteps.contains(before), "\(row.name)")
    }
  }

  @Test func everyListHasAnAction() {
    for list in QueueName.allCases {
      #expect(ActionTable.action(showing: list).map { ActionTable.entry($0).list } == list)
    }
    #expect(ActionTable.all.compactMap(\.list).count == QueueName.allCases.count)
  }
}
