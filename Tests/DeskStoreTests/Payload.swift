import Desk
import Journal

@testable import DeskStore

/// Payloads as texts, without a journal around them.
enum Payload {
  /// What `entry` is written as.
  static func text(of entry: Entry) -> String {
    var writer = JSONWriter()
    writer.document { EventWriter.write(entry, to: &$0) }
    return String(decoding: writer.finish(), as: UTF8.self)
  }

  /// What a payload of that type says, and whether it is marked as imported.
  static func read(_ type: EventType, _ text: String) throws -> (
    body: EventBody, isImported: Bool, undoes: Int64?
  ) {
    var mark = ImportMark()
    let body = try Array(text.utf8).withUnsafeBytes { bytes in
      var cursor = JSONCursor(bytes)
      try cursor.beginObject()
      return try EventReader.body(type, cursor, &mark)
    }
    return (body, mark.isImported, mark.undoes)
  }
}
