import Desk

/// All that a desk knows, as text that can be compared.
func picture(_ desk: ServiceDesk) -> [String] {
  desk.tickets.map { "\($0)" } + desk.staffInOrder.map { "\($0)" }
    + desk.households.values.map { "\($0)" }.sorted() + desk.open.sorted().map { "open \($0)" }
    + desk.visitsOwed.sorted().map { "visit \($0)" } + ["\(desk.lastSeq) \(desk.centre) \(desk.zoneName)"]
}
