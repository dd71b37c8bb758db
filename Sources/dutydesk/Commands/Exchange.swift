import Desk

extension CommandTable {
  private static let other = ArgumentDefinition(
    placeholder: "OTHER", help: Phrase("另一张派工单", "the other order"))

  static let exchange = CommandDefinition(
    path: ["exchange"], section: .orders,
    summary: Phrase("对换：两张派工单互换人", "two orders change technicians, both or neither"),
    arguments: [.order, other], examples: ["exchange 1042.1 1043.1"],
    work: .change { call in
      let id = try call.order()
      let text = call.invocation.argument(1) ?? ""
      guard let second = OrderID(reference: text) else { throw UsageFault.badOrder(text) }
      let orders = try [id, second].map { id in
        let ticket = try call.desk.known(id.ticket)
        guard let order = ticket.order(id.index) else {
          throw Refusal.unknownOrder(id, known: ticket.orders.map { OrderID(id.ticket, $0.index) })
        }
        return order
      }
      return .assignAll([
        Assignment(ticket: id.ticket, order: id, technician: orders[1].technician),
        Assignment(ticket: second.ticket, order: second, technician: orders[0].technician),
      ])
    })
}
