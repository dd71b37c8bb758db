public import Journal

/// Why no journal can be made of an export.
public enum DeskImportFault: Error, Equatable, Sendable {
  case unreadable(path: String, errno: Int32)
  /// The manifest is no JSON from that byte on.
  case badManifest(offset: Int)
  /// It is no manifest of this program.
  case foreignManifest
  /// A database's file is not read back.
  case notReadBack(format: String)
  /// Something was left out of it: the option by which.
  case incomplete(option: String)
  /// A column without which there is no event.
  case missingColumn(String, file: String)
  /// A line that cannot be read as the file's form demands.
  case unreadableLine(Int, file: String)
  /// What stands in a column of a line.
  case badValue(line: Int, column: String, value: String)
  /// A column and the data of the event say different things.
  case contradiction(line: Int, column: String, value: String)
  /// No event has such a member.
  case unknownMember(line: Int, name: String)
  case rebuild(RebuildFault)
}
