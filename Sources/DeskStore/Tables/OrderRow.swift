import Desk

/// A work order as a row.
public struct OrderRow: Sendable {
  let row: TicketRow
  let order: WorkOrder

  var id: OrderID { OrderID(row.ticket.number, order.index) }
  var past: TicketReadBack.Order { row.past.orders[order.index] ?? TicketReadBack.Order() }
  var completion: Completion? { past.completion }
  var price: FieldBook.Price? { row.desk.field.prices[id] }

  /// When something was last done on it.
  func last(_ what: TicketStep) -> Instant? {
    row.ticket.facts.last { $0.what == what && $0.order == order.index }?.happened
  }

  /// What all its materials cost, in fen.
  var materials: Int64? {
    guard let completion, !completion.materials.isEmpty else { return nil }
    return completion.materials.reduce(0) { sum, material in
      sum.flatMap { sum in
        material.price.flatMap { price in
          let (next, isTooMuch) = sum.addingReportingOverflow(price)
          return isTooMuch ? nil : next
        }
      }
    }
  }
}

/// A line of a material list as a row.
public struct MaterialRow: Sendable {
  let order: OrderID
  let material: Material
}

/// A return visit as a row.
public struct VisitRow: Sendable {
  let ticket: TicketNumber
  let visit: TicketReadBack.Visit
}

/// A stretch of a matter's life and whom it waited for, as a row.
public struct WaitRow: Sendable {
  let ticket: TicketNumber
  let stretch: CauseInterval
}

extension TicketRow {
  /// Its work orders.
  public var orders: [OrderRow] { ticket.orders.map { OrderRow(row: self, order: $0) } }
  /// What was used on it.
  public var materials: [MaterialRow] {
    ticket.orders.flatMap { order in
      (past.orders[order.index]?.completion?.materials ?? []).map {
        MaterialRow(order: OrderID(ticket.number, order.index), material: $0)
      }
    }
  }
  /// The return visits.
  public var visits: [VisitRow] { past.visits.map { VisitRow(ticket: ticket.number, visit: $0) } }
  /// Whom it waited for, stretch by stretch.
  public var waits: [WaitRow] {
    desk.causes(of: ticket, at: context.now).map { WaitRow(ticket: ticket.number, stretch: $0) }
  }
}
