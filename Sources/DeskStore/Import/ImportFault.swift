public import Desk

/// A row that was not taken, or not all of it, and why.
public struct RowFault: Hashable, Sendable {
  /// The line of the file on which the row begins, from 1.
  public var line: Int
  /// The number of the matter in the records it comes from, where the row has one.
  public var ref = ""
  public var reason: RowReason
}

/// Why a row was not taken.
public indirect enum RowReason: Error, Hashable, Sendable {
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
  /// Older than something that the desk has of the ticket from elsewhere, which it would undo.
  case overtaken(Instant, by: Instant)
  /// An import changed it since from what the row says.
  case changedSince(ImportColumn)
  /// What nobody can change on a ticket is said otherwise than it came in.
  case unchangeable(ImportColumn)
  /// The ticket of that reference came in at another time.
  case receivedOtherwise(String, Instant)
  /// The file has both ways of writing moments, and this one could be either.
  case ambiguousTime(ImportColumn, String, Instant, Instant)
  /// A spreadsheet has put something else in its place.
  case destroyed(ImportColumn, String, SpreadsheetDamage)
  /// Several have that name, and not exactly one of them works here.
  case severalPeople(ImportColumn, String, [StaffCode])
  /// A step of a work order on a ticket that has none it could be about.
  case noOrder(String)
  /// Why a step that the ticket's own row tells was not taken.
  case step(Verb, RowReason)
}

extension RowReason {
  /// What rows refused for the same reason have in common, whatever they say.
  public indirect enum Sort: Hashable, Sendable {
    case csv
    case refused(String)
    case missing(ImportColumn)
    case badTime(ImportColumn)
    case badValue(ImportColumn)
    case reversed(ImportColumn)
    case unknownReference
    case unknownPerson(ImportColumn)
    case refusedState, unknownState
    case overtaken
    case changedSince(ImportColumn)
    case unchangeable(ImportColumn)
    case receivedOtherwise
    case ambiguousTime(ImportColumn)
    case destroyed(ImportColumn)
    case severalPeople(ImportColumn)
    case noOrder
    case step(Verb, Sort)
  }

  public var sort: Sort {
    switch self {
    case .csv: .csv
    case .refused(let refusal): .refused(refusal.name)
    case .missing(let column): .missing(column)
    case .badTime(let column, _): .badTime(column)
    case .badValue(let column, _, _): .badValue(column)
    case .reversed(let column, _): .reversed(column)
    case .unknownReference: .unknownReference
    case .unknownPerson(let column, _): .unknownPerson(column)
    case .refusedState: .refusedState
    case .unknownState: .unknownState
    case .overtaken: .overtaken
    case .changedSince(let column): .changedSince(column)
    case .unchangeable(let column): .unchangeable(column)
    case .receivedOtherwise: .receivedOtherwise
    case .ambiguousTime(let column, _, _, _): .ambiguousTime(column)
    case .destroyed(let column, _, _): .destroyed(column)
    case .severalPeople(let column, _, _): .severalPeople(column)
    case .noOrder: .noOrder
    case .step(let verb, let reason): .step(verb, reason.sort)
    }
  }
}

extension Refusal {
  /// The name of the rule that said no.
  fileprivate var name: String { String(String(describing: self).prefix { $0 != "(" }) }
}

/// Rows that were refused for one reason.
public struct RefusalGroup: Hashable, Sendable {
  public var sort: RowReason.Sort
  /// How many.
  public var count: Int
  /// The first of them in the order in which they were taken, at most ``RefusalGroup/shown`` with different reasons.
  public var examples: [RowFault]

  public static let shown = 3
}

/// Why a file was not taken at all; what was accepted before the fault is kept.
public enum ImportError: Error, Hashable, Sendable {
  /// No table can be read out of it.
  case table(TableFault)
  /// Columns that such a file cannot have, and those it can.
  case unknownColumns([String], allowed: [String])
  /// Columns that have to be there, and those that are.
  case missingColumns([String], found: [String])
  /// The map is for another kind of records.
  case otherKind(ImportKind)
  /// Another import is running; who began it and when, where the desk knows.
  case running(by: StaffCode?, since: Instant?)
  /// That only one import runs at a time cannot be made sure; the error number of the system.
  case cannotLock(Int32)
}

/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
  /// Bytes read from the file.
  public var bytes = 0
  /// Rows read, the header not counted: the sum of the five below.
  public var rows = 0
  /// Rows that the map does not want.
  public var passedOver = 0
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
  /// The refused rows in the order of the file; of very many the first ``ImportReport/kept`` that were met.
  public var faults: [RowFault] = []
  /// The refused rows by reason, most first.
  public var groups: [RefusalGroup] = []
  /// People entered whose names are nearly those of others.
  public var likenesses: [Likeness] = []
  /// What was assumed about the file.
  public var assumptions: [TableAssumption] = []
  /// Whether nothing was written because more than a tenth of the rows would have been refused.
  public var isStopped = false
  /// Whether somebody ended it; what was taken until then is kept.
  public var isInterrupted = false
  /// Matters that the old records left open and that were cancelled as the map has it.
  public var cancelledOpen = 0
  /// Those among them that were done, and were closed.
  public var closedOpen = 0
  /// The number of the event with which the import began, by which it can be taken back; nil where nothing was recorded.
  public var began: Int64?

  /// So many refused rows are kept one by one.
  public static let kept = 10_000

  public init() {}

  mutating func refuse(_ fault: RowFault) {
    if faults.count < Self.kept { faults.append(fault) }
    guard let place = groups.firstIndex(where: { $0.sort == fault.reason.sort }) else {
      return groups.append(RefusalGroup(sort: fault.reason.sort, count: 1, examples: [fault]))
    }
    groups[place].count += 1
    if groups[place].examples.count < RefusalGroup.shown,
      !groups[place].examples.contains(where: { $0.reason == fault.reason })
    {
      groups[place].examples.append(fault)
    }
  }

  /// Puts what was met in the order of time into that of the file.
  mutating func arrange() {
    faults.sort { $0.line < $1.line }
    groups.sort { ($1.count, $0.examples[0].line) < ($0.count, $1.examples[0].line) }
  }
}
