public import Desk

/// A row that was not taken, or not all of it, and why.
public struct RowFault: Hashable, Sendable {
  /// The line of the file on which the row begins, from 1.
  public var line: Int
  public var reason: RowReason
}

/// Why a row was not taken.
public enum RowReason: Error, Hashable, Sendable {
  /// It is no row.
  case csv(CSVFault)
  /// A rule of the desk says no.
  case refused(Refusal)
  /// Nothing is said where something has to be.
  case missing(ImportColumn)
  /// Not a moment in any of the forms expected.
  case badTime(ImportColumn, String)
  /// None of the values that the column can have.
  case badValue(ImportColumn, String, allowed: [String])
  /// The first of these moments is before the second, which comes first in the life of a ticket.
  case reversed(ImportColumn, before: ImportColumn)
  /// No ticket has that number in the records it came from.
  case unknownReference(String)
  /// Nobody of that code or name works here.
  case unknownPerson(ImportColumn, String)
  /// The map says that no row should have this state.
  case refusedState(String)
  /// A state of which the map says nothing.
  case unknownState(String, known: [String])
  /// The rows of one ticket are to be in the order of time; the row before it is of this moment.
  case outOfOrder(Instant, after: Instant)
  /// A step of a work order on a ticket that has none it could be about.
  case noOrder(String)
}

/// Why a file was not taken at all; what was accepted before the fault is kept.
public enum ImportError: Error, Hashable, Sendable {
  /// The system cannot read it; its error number.
  case unreadable(Int32)
  /// The file is empty.
  case noHeader
  /// The first line cannot be read.
  case badHeader(CSVFault)
  /// Two columns have the same name.
  case repeatedColumn(String)
  /// Columns that such a file cannot have, and those it can.
  case unknownColumns([String], allowed: [String])
  /// Columns that have to be there, and those that are.
  case missingColumns([String], found: [String])
  /// The map is for another kind of records.
  case otherKind(ImportKind)
}

/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
  /// Bytes read from the file.
  public var bytes = 0
  /// Rows read, the header not counted: the sum of the four below.
  public var rows = 0
  /// Rows that told the desk something.
  public var taken = 0
  /// Rows that were taken but only repeat what the rows before them said.
  public var unchanged = 0
  /// Rows that the desk knew from an earlier import.
  public var known = 0
  /// Rows that were refused, wholly or in part.
  public var refused = 0
  /// Events recorded.
  public var events = 0
  /// Places and people entered because rows named them.
  public var addedUnits = 0
  public var addedStaff = 0

  public init() {}
}

/// What came of an import.
public struct ImportReport: Hashable, Sendable {
  public var counts = ImportProgress()
  /// The refused rows in the order of the file.
  public var faults: [RowFault] = []

  public init() {}
}
