public import Desk
public import Journal

/// A record of the journal as a row: its members as they are stored.
public struct EventRow: Sendable {
  let event: Event
  let type: String
  /// Its own members as one JSON object.
  let data: [UInt8]
  /// The line that a history shows.
  let told: String

  /// `told` is empty where it is not wanted; members that say something of what is `left` out are no part of the row.
  public init(_ record: Record, _ event: Event, told: String, without left: Privacy = .open) {
    self.event = event
    type = record.type
    self.told = told
    data = Self.data(of: record, without: left)
  }

  private static func data(of record: Record, without left: Privacy) -> [UInt8] {
    var writer = JSONWriter()
    let type = record.type
    writer.document { writer in
      // A record that is no sound JSON is told as far as it is.
      try? record.members { key, value in
        let name = key.string
        if !left.isEmpty {
          guard let privacy = EventMembers.privacy(of: name, in: type), privacy.isDisjoint(with: left) else {
            return
          }
        }
        writer.field(named: name, raw: value)
      }
    }
    return writer.finish()
  }
}
