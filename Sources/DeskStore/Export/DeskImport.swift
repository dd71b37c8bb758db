import Desk
import Glibc
public import Journal

/// Makes a new journal of an export: the way to another desk, and back from a spreadsheet.
///
/// An export that is complete and was not touched gives the very journal it came from, byte for byte. One that was
/// changed gives a journal of its own, which says where it comes from.
public enum DeskImport {
  /// Makes the journal at `path`; folders that are missing are made, mode 0700.
  ///
  /// Throws `DeskImportFault`s, and what writing throws; there is no new journal then.
  public static func make(journal path: String, of folder: String) throws -> RebuiltJournal {
    let exported = try ExportedDesk(folder)
    if exported.format == .sql { throw DeskImportFault.notReadBack(format: exported.format.rawValue) }
    if let option = exported.leftOut { throw DeskImportFault.incomplete(option: option) }
    try JournalPath.makeFolder(of: path)
    do {
      return try Journal.rebuild(path: path, from: (exported.journal, exported.head)) { isAsItWas, visit in
        let reader = try EventFile(exported.events, exported.format)
        while let (line, record) = try reader.next() {
          if !isAsItWas { try check(record, line) }
          try visit(record)
        }
      }
    } catch let fault as RebuildFault {
      throw DeskImportFault.rebuild(fault)
    }
  }

  /// What was changed by hand must still be what this program could have written.
  private static func check(_ record: LooseRecord, _ line: Int) throws {
    try record.members.withUnsafeBytes { bytes in
      do {
        var cursor = JSONCursor(bytes)
        try cursor.beginObject()
        while let key = try cursor.nextKey() {
          guard EventMembers.isKnown(key.string) else {
            throw DeskImportFault.unknownMember(line: line, name: key.string)
          }
          try cursor.skipValue()
        }
      } catch is JSONFault {
        throw DeskImportFault.badValue(
          line: line, column: "data", value: String(decoding: bytes.prefix(80), as: UTF8.self))
      }
    }
  }
}
