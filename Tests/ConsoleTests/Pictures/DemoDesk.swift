import Desk
import Terminal

@testable import Console
@testable import DeskStore

/// The demonstration's centre at a fixed moment, in memory: Wednesday, 2026-11-25 15:40:00 in Shanghai.
enum DemoDesk {
  static let zone = Zone(name: DemoCentre.zoneName, firstOffset: 28_800)
  static let now = zone.instant(CivilTime(year: 2026, month: 11, day: 25, hour: 15, minute: 40))
  private static let account = "zhou"

  /// Who sits there.
  static let manager = ProcessIdentity.staffCode(of: account)

  /// The desk with all its history.
  static func make() throws -> MemoryDesk {
    let centre = DemoCentre(seed: 1, now: now, zone: zone, account: account)
    let port = MemoryDesk(desk: ServiceDesk(zone: zone), now: centre.founded)
    port.add(Entry(by: manager, body: .created(centre: DemoCentre.name, zone: DemoCentre.zoneName)))
    let person = Staff(code: manager, name: DemoCentre.managerName, role: .manager, accounts: [account])
    port.add(Entry(by: manager, body: .staffAdded(person)))
    for step in centre.steps() {
      port.now = step.at
      _ = try port.perform(step.command)
    }
    port.now = now
    return port
  }
}
