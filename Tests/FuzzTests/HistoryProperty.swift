import Desk

@testable import DeskStore
@testable import Journal

/// A desk that went through a snapshot half-way is the desk that read everything, whatever its lines say.
enum HistoryProperty {
  private static let now = Instant(seconds: 1_795_305_600)

  static func fault(of bytes: [UInt8]) -> String? {
    let events = events(in: bytes)
    let half = events.count / 2
    var replayed = ServiceDesk()
    for event in events[..<half] { replayed.evolve(event) }
    let early = SnapshotProperty.kept(replayed)
    guard let restored = Snapshot(early, SnapshotProperty.key, into: ServiceDesk()) else {
      return "its own snapshot is refused"
    }
    var resumed = restored.desk
    for event in events[half...] {
      replayed.evolve(event)
      resumed.evolve(event)
    }
    if let fault = SnapshotProperty.difference(replayed, resumed) { return fault }
    SnapshotProperty.use(replayed, at: now)
    return nil
  }

  /// What the lines say, numbered from 0: a line out of order is the journal's matter, not the desk's.
  private static func events(in bytes: [UInt8]) -> [Event] {
    var events: [Event] = []
    for body in bytes.split(separator: 0x0a).prefix(64) {
      guard var event = SealedLine(body).record({ EventReader.event(from: $0) }) else { continue }
      event.seq = Int64(events.count)
      events.append(event)
    }
    return events
  }
}
