/// Why nothing was exported.
public enum ExportFault: Error, Equatable, Sendable {
  /// There is something of that name already.
  case exists(path: String)
  /// An export that was interrupted has left this, or one is at work on it.
  case unfinished(path: String)
  /// A file or folder cannot be made, written, synced or named: the number of the system.
  case io(path: String, errno: Int32)
  /// All tables asked for would be empty of columns by what is left out.
  case nothingLeft
  /// The journal was replaced while it was read.
  case changedMeanwhile
}
