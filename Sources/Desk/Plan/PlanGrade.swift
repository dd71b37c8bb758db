/// How far an order goes before others: work of a lesser grade never delays what is critical or urgent.
public enum PlanGrade: Int, Hashable, Comparable, CaseIterable, Sendable {
  case critical
  case urgent
  case lesser

  /// Whether it goes before lesser work.
  public var isEmergency: Bool { self != .lesser }

  public static func < (a: PlanGrade, b: PlanGrade) -> Bool { a.rawValue < b.rawValue }
}

/// How many seconds work may run over the end of a window, by its grade; lesser work never does.
public struct PlanOvertime: Hashable, Sendable {
  /// For critical work.
  public var critical: Int
  /// For urgent work.
  public var urgent: Int

  /// None.
  public static let none = PlanOvertime(critical: 0, urgent: 0)

  /// So many seconds for each.
  public init(critical: Int, urgent: Int) {
    self.critical = critical
    self.urgent = urgent
  }

  /// For work of a grade.
  public subscript(grade: PlanGrade) -> Int {
    switch grade {
    case .critical: critical
    case .urgent: urgent
    case .lesser: 0
    }
  }
}
