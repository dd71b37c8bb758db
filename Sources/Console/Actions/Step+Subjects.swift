import Desk
import Terminal
import Words

/// What a step is asked about, with all that is known then.
struct StepScene {
  let target: ActionTarget
  let context: Context
  var history: TicketHistory?
}

/// A ticket about which a step is asked.
struct TicketScene {
  let ticket: Ticket
  let context: Context
  let history: TicketHistory?

  init?(_ scene: StepScene) {
    guard case .ticket(let number) = scene.target.subject, let ticket = scene.context.desk.tickets[number]
    else { return nil }
    (self.ticket, context, history) = (ticket, scene.context, scene.history)
  }
}

/// A work order about which a step is asked.
struct OrderScene {
  let id: OrderID
  let ticket: Ticket
  let context: Context

  init?(_ scene: StepScene) {
    guard case .order(let id) = scene.target.subject, let ticket = scene.context.desk.tickets[id.ticket]
    else { return nil }
    (self.id, self.ticket, context) = (id, ticket, scene.context)
  }
}

/// Somebody about whose hours a step is asked.
struct PersonScene {
  let code: StaffCode
  let context: Context

  init?(_ scene: StepScene) {
    guard case .person(let code) = scene.target.subject else { return nil }
    (self.code, context) = (code, scene.context)
  }
}

/// Rows say what a step comes to in the words of its subject; which one it is follows from what was chosen.
extension Step {
  static func ticket(
    text: Phrase? = nil, several: Several = .all, asksFirst: Bool = false, menuAfter: ActionName? = nil,
    fields: Listing<TicketScene, Field> = [], needs: Listing<FieldSet, FieldName> = [],
    probe: @escaping @Sendable (TicketScene) -> TicketAction?,
    read: @escaping @Sendable (FormReader) throws(Unread) -> TicketAction
  ) -> Step {
    Step(
      about: .ticket, text: text, several: several, asksFirst: asksFirst, menuAfter: menuAfter,
      fields: fields.seen(as: TicketScene.init), needs: needs,
      probe: { scene in
        TicketScene(scene).flatMap { seen in probe(seen).map { .ticket(seen.ticket.number, $0) } }
      },
      read: { (form) throws(Unread) in .ticket(try form.number, try read(form)) })
  }

  static func order(
    in states: Set<OrderStatus>, orOver: Bool = true, text: Phrase? = nil,
    fields: Listing<OrderScene, Field> = [], needs: Listing<FieldSet, FieldName> = [],
    probe: @escaping @Sendable (OrderScene) -> OrderAction?,
    read: @escaping @Sendable (FormReader) throws(Unread) -> OrderAction
  ) -> Step {
    Step(
      about: .order(in: states, orOver: orOver), text: text, fields: fields.seen(as: OrderScene.init),
      needs: needs,
      probe: { scene in OrderScene(scene).flatMap { seen in probe(seen).map { .order(seen.id, $0) } } },
      read: { (form) throws(Unread) in .order(try form.order, try read(form)) })
  }

  static func person(
    text: Phrase? = nil, fields: Listing<PersonScene, Field>, needs: Listing<FieldSet, FieldName>,
    probe: @escaping @Sendable (PersonScene) -> Action,
    read: @escaping @Sendable (FormReader, StaffCode) throws(Unread) -> Action
  ) -> Step {
    Step(
      about: .person, text: text, fields: fields.seen(as: PersonScene.init), needs: needs,
      probe: { PersonScene($0).map(probe) },
      read: { (form) throws(Unread) in try read(form, try form.person) })
  }
}

/// What the text of several steps is called.
extension Step {
  static let remarks = Phrase("说明", "Remarks")
  static let theySay = Phrase("住户说", "They say")
}

extension ActionTable {
  /// A row of the screens on which tickets are worked on.
  static func step(
    _ name: ActionName, _ keys: [Key], _ label: Phrase, _ help: Phrase, _ step: Step
  ) -> ActionEntry {
    ActionEntry(name, keys, label, help, Scope.screens, .step(step))
  }
}
