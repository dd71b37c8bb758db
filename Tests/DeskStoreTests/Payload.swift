import Desk
import Journal

@testable import DeskStore

/// Payloads as texts, without a journal around them.
enum Payload {
  /// What `entry` is written as.
  static func text(of entry: Entry) -> String {
    var writer = JSONWriter()
    writer.document { entry.write(to: &$0) }
    return String(decoding: writer.finish(), as: UTF8.self)
  }

  /// What a payload of that type says.
  static func read(_ type: String, _ text: String) throws -> Entry {
    guard let blank = EventType.byName.value(of: type) else { throw MemberMissing() }
    var entry = Entry(by: StaffCode(""), body: blank)
    try Array(text.utf8).withUnsafeBytes { bytes in
      var cursor = JSONCursor(bytes)
      try cursor.beginObject()
      try JSONMembers.read(cursor) { try entry.members(&$0) }
    }
    return entry
  }
}
