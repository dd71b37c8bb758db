/// How many in a hundred closed tickets get a return visit, by kind and urgency (R22).
public struct VisitTable: Hashable, Sendable {
  /// A share for all tickets that match; nil matches all.
  public struct Rule: Hashable, Sendable {
    public var kind: TicketKind?
    public var urgency: Urgency?
    /// 0 to 100.
    public var share: Int

    public init(_ kind: TicketKind? = nil, _ urgency: Urgency? = nil, share: Int) {
      self.kind = kind
      self.urgency = urgency
      self.share = share
    }

    /// Urgency counts more than kind.
    public var weight: Int { (urgency == nil ? 0 : 2) + (kind == nil ? 0 : 1) }
  }

  public let rules: [Rule]
  private var dense: [Int]

  /// A table of rules, the most specific winning; of two equally specific ones the later.
  public init(_ rules: [Rule]) {
    self.rules = rules
    dense = Array(repeating: 0, count: TicketKind.allCases.count * Urgency.allCases.count)
    let ordered = rules.enumerated().sorted {
      ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset)
    }
    for rule in ordered.map(\.element) {
      for kind in TicketKind.allCases where rule.kind ?? kind == kind {
        for urgency in Urgency.allCases where rule.urgency ?? urgency == urgency {
          dense[Self.place(kind, urgency)] = rule.share
        }
      }
    }
  }

  /// How many in a hundred of such tickets get a visit.
  public func share(_ kind: TicketKind, _ urgency: Urgency) -> Int { dense[Self.place(kind, urgency)] }

  private static func place(_ kind: TicketKind, _ urgency: Urgency) -> Int {
    Int(kind.index) * Urgency.allCases.count + urgency.rank
  }

  /// 0–99 from the ticket number alone, the same on every machine.
  static func sample(_ number: TicketNumber) -> Int {
    var z = UInt64(UInt32(bitPattern: number.value)) &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % 100)
  }
}
