/// A closed list whose values a state keeps by their place in it.
protocol StateCode: Equatable {
  static var inOrder: [Self] { get }
}

extension StateCode {
  /// The value at a place.
  static func at(_ place: UInt8) throws(StateFault) -> Self {
    let all = inOrder
    guard Int(place) < all.count else { throw StateFault() }
    return all[Int(place)]
  }
}

// Kept, because `allCases` makes a new array each time it is asked.
extension TicketKind: StateCode { static let inOrder = allCases }
extension Urgency: StateCode { static let inOrder = allCases }
extension TicketStatus: StateCode { static let inOrder = allCases }
extension WaitingReason: StateCode { static let inOrder = allCases }
extension OrderStatus: StateCode { static let inOrder = allCases }
extension StaffRole: StateCode { static let inOrder = allCases }
extension Channel: StateCode { static let inOrder = allCases }
extension Topic: StateCode { static let inOrder = allCases }
extension Trade: StateCode { static let inOrder = allCases }
extension Tenure: StateCode { static let inOrder = allCases }
extension AbsenceReason: StateCode { static let inOrder = allCases }
extension Verb: StateCode { static let inOrder = allCases }
extension UnitKind: StateCode { static let inOrder = allCases }
