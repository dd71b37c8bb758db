import Desk

/// A type of event that this version writes and reads.
public struct EventType: Hashable, Sendable {
  /// The name in the journal.
  public let name: String
  /// An event of it with nothing in it.
  let blank: EventBody

  /// All of them.
  public static let all = EventBody.blanks.map { EventType(name: $0.typeName, blank: $0) }

  static let byName = WordTable(all.map { ($0.name, $0.blank) })
}

/// All words of the closed lists that may stand in the journal.
enum Codes {
  static let all: [String] =
    words(TicketKind.self) + words(Urgency.self) + words(Topic.self) + words(Channel.self)
    + words(WaitingReason.self) + words(Satisfaction.self) + words(VisitPlace.self) + words(Asker.self)
    + words(StaffRole.self) + words(Trade.self) + words(Tenure.self) + words(AbsenceReason.self)
    + words(UnitKind.self) + words(Gate.self) + words(Verb.self) + words(ClockName.self)
    + words(TicketStatus.self) + words(OrderStatus.self)

  private static func words<Value: Code>(_ list: Value.Type) -> [String] { list.allCases.map(\.rawValue) }
}
