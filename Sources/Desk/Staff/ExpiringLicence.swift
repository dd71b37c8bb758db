/// A licence that soon is good no longer, or is so already.
public struct ExpiringLicence: Hashable, Sendable {
  public let staff: StaffCode
  public let licence: Licence
  /// Days after 1970-01-01 of its last day.
  public let lastDay: Int
  /// Days from today to its last day; negative once it is over.
  public let days: Int
}

extension ServiceDesk {
  /// The licences of people at work here that end within the time of the policy or have ended, the first to end first; one
  /// that was renewed is not among them.
  public func expiringLicences(now: Instant) -> [ExpiringLicence] {
    let today = zone.civil(now).daysSinceEpoch
    let notice = policies.policy(at: now).dispatch.licenceNotice.whole / 86_400
    return staffInOrder.filter(\.isActive).flatMap { person in
      person.licences.compactMap { licence in
        guard let day = licence.lastDay, Int64(day - today) <= notice else { return nil }
        let isRenewed = person.licences.contains {
          $0.name == licence.name && $0 != licence && ($0.lastDay.map { $0 > day } ?? true)
        }
        return isRenewed
          ? nil : ExpiringLicence(staff: person.code, licence: licence, lastDay: day, days: day - today)
      }
    }.sorted { ($0.lastDay, $0.staff, $0.licence.name) < ($1.lastDay, $1.staff, $1.licence.name) }
  }
}

extension StaffRole {
  /// Whether they are told of licences that end.
  var answersForLicences: Bool {
    switch self {
    case .manager, .supervisor, .maintenanceSupervisor: true
    case .clerk, .technician, .patrol, .trainer, .finance, .auditor: false
    }
  }
}
