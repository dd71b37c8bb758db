import Desk
public import Settings

/// How foreign records become ours: a map file, read. See <doc:ImportMaps> for what it may hold.
public struct ImportMap: Sendable {
  /// The kind of records it is for; nil for any.
  public internal(set) var kind: ImportKind?
  /// The texts that say nothing, besides an empty cell.
  var missing: Set<String> = []
  /// How moments are written; the desk's own ways where empty.
  var times: [TimeFormat] = []
  /// The zone of moments that name none; the centre's where nil.
  var zone: String?
  /// Our columns, each made of theirs; nil where the file calls its columns as we do.
  var columns: [ImportColumn: MapTemplate]?
  /// What the text of a column is turned into, the first match winning.
  var values: [ImportColumn: [MapPattern]] = [:]
  var unknown = Unknown()
  /// Set where every row repeats the whole ticket.
  var log: Log?

  /// Places and people that the desk does not know.
  struct Unknown: Sendable {
    var unit = OfUnits.refuse
    /// What kind of place an entered one is.
    var unitKind = UnitKind.home
    var staff = OfStaff.refuse

    enum OfUnits: Sendable, Hashable {
      case refuse
      /// The ticket has no place.
      case none
      case add
    }

    enum OfStaff: Sendable, Hashable {
      case refuse
      /// Nobody is named.
      case none
      /// Whoever runs the import.
      case me
      /// Entered with a code made of the name; as one who left where they do not work here now.
      case add(role: StaffRole, isHere: Bool)
    }
  }

  /// A log that repeats the whole ticket on every row.
  struct Log: Sendable {
    /// What each state of theirs means.
    var states: [String: State] = [:]
    /// Texts noted on the ticket whenever they change.
    var notes: [MapTemplate] = []
    /// Texts of the steps.
    var texts: [Step: MapTemplate] = [:]

    enum State: Hashable, Sendable {
      case open
      case waiting(WaitingReason)
      case resolved, closed, cancelled
      /// The row says nothing about the state.
      case ignore
      /// No such state should be: the row is reported.
      case refuse
    }

    enum Step: String, CaseIterable, Sendable {
      case wait, resume, resolve, reply, close, reopen, cancel
    }
  }

  /// The map of files that are written as this desk writes them.
  public static let plain = ImportMap()

  init() {}

  /// Reads a map file; throws every fault in it with line and column.
  public init(_ settings: Settings) throws(SettingsFaults) {
    var reading = MapReading(settings)
    self = try reading.read()
  }
}
