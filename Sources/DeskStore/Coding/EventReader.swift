public import Desk
public import Journal

/// Reads records back into events.
///
/// A type, or a value of a known member, that this version does not know makes the event `.unrecognised`: a newer
/// version wrote it, so it is shown and kept, and nothing is guessed. Members it does not know are passed over.
public enum EventReader {
  /// The event in a record; never fails, see above.
  public static func event(from record: Record) -> Event {
    var entry = Entry(
      by: StaffCode(record.by), actor: record.actor.map { StaffCode($0) },
      on: record.on.map { Instant(milliseconds: $0) }, body: .healed)
    do {
      guard let blank = EventType.byName.value(of: record.typeText) else { throw MemberMissing() }
      entry.body = blank
      try JSONMembers.read(record.payload) { try entry.members(&$0) }
    } catch {
      entry.body = .unrecognised(type: record.type)
    }
    return Event(seq: record.seq, at: Instant(milliseconds: record.at), entry: entry)
  }
}

extension Entry {
  /// Goes over the members of its payload; the envelope (`by`, `actor`, `on`, `type`) is the journal's.
  mutating func members(_ m: inout some Members) throws {
    try body.members(&m)
    try m.mark("imported", &isImported)
    try m.number("import", &batch, .open)
    try m.number("undoes", &undoes, .open)
  }

  /// Writes its payload.
  func write(to writer: inout JSONWriter) {
    var entry = self
    // A writer refuses nothing.
    try? entry.members(&writer)
  }
}
