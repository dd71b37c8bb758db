extension PlanGrade {
  /// How far work of an urgency goes before others.
  public init(_ urgency: Urgency) {
    switch urgency {
    case .critical: self = .critical
    case .urgent: self = .urgent
    case .normal, .planned: self = .lesser
    }
  }
}

extension PlanOvertime {
  /// As the policy has it.
  public init(_ rules: DispatchRules) {
    self.init(
      critical: Int((rules.overtime[.critical] ?? .zero).whole),
      urgent: Int((rules.overtime[.urgent] ?? .zero).whole))
  }
}

extension Urgency {
  /// Whether it goes before lesser work, may run over the end of a shift and fetches who is on call.
  public var isEmergency: Bool { PlanGrade(self).isEmergency }

  /// Those that do.
  public static let emergencies = allCases.filter(\.isEmergency)
}
